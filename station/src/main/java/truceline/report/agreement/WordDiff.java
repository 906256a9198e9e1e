package truceline.report.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that two texts share, and those that only one has: the longest common sequence of words, spaces and
/// marks, by the usual table. Where the table would be larger than four million cells, the middle that differs is
/// replaced as a whole. Pure.
///
/// @param runs the words of both in order, neighbours of one kind joined; a removed run stands before an added one
record WordDiff(List<Run> runs) {
    private static final Pattern WORD =
            Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+(?:[-.'’+][\\p{L}\\p{M}\\p{N}]+)*|.");
    private static final long MOST_CELLS = 4_000_000;

    WordDiff {
        runs = List.copyOf(runs);
    }

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /// Words of one kind.
    record Run(Kind kind, String text) {}

    static WordDiff of(String before, String after) {
        List<String> old = words(before);
        List<String> young = words(after);
        int start = 0;
        while (start < old.size() && start < young.size() && old.get(start).equals(young.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < young.size() - start
                && old.get(old.size() - 1 - end).equals(young.get(young.size() - 1 - end))) {
            end++;
        }
        Builder builder = new Builder();
        builder.add(Kind.SAME, String.join("", old.subList(0, start)));
        middle(builder, old.subList(start, old.size() - end), young.subList(start, young.size() - end));
        builder.add(Kind.SAME, String.join("", old.subList(old.size() - end, old.size())));
        return new WordDiff(builder.runs());
    }

    boolean isSame() {
        return runs.stream().allMatch(run -> run.kind() == Kind.SAME);
    }

    /// How many characters of words both share, of the longer one, in percent.
    int sharedPercent() {
        int same = 0;
        int removed = 0;
        int added = 0;
        for (Run run : runs) {
            int size = run.text().replaceAll("\\s", "").length();
            same += run.kind() == Kind.SAME ? size : 0;
            removed += run.kind() == Kind.REMOVED ? size : 0;
            added += run.kind() == Kind.ADDED ? size : 0;
        }
        int longer = same + Math.max(removed, added);
        return longer == 0 ? 100 : 100 * same / longer;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static void middle(Builder builder, List<String> old, List<String> young) {
        if ((long) (old.size() + 1) * (young.size() + 1) > MOST_CELLS) {
            builder.add(Kind.REMOVED, String.join("", old));
            builder.add(Kind.ADDED, String.join("", young));
            return;
        }
        int[][] longest = table(old, young);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                builder.add(Kind.SAME, old.get(i));
                i++;
                j++;
            } else if (j == young.size() || i < old.size() && longest[i + 1][j] >= longest[i][j + 1]) {
                builder.add(Kind.REMOVED, old.get(i++));
            } else {
                builder.add(Kind.ADDED, young.get(j++));
            }
        }
    }

    /// `table[i][j]` is the length of the longest sequence that `old` from i on and `young` from j on share.
    private static int[][] table(List<String> old, List<String> young) {
        int[][] longest = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(young.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    /// Joins neighbours; a space between two changes belongs to the change, so that a redline does not flicker.
    private static final class Builder {
        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private final StringBuilder same = new StringBuilder();

        void add(Kind kind, String text) {
            if (text.isEmpty()) {
                return;
            }
            if (kind == Kind.SAME) {
                same.append(text);
                return;
            }
            boolean isChanging = !removed.isEmpty() || !added.isEmpty();
            if (isChanging && !same.isEmpty() && same.toString().isBlank()) {
                removed.append(same);
                added.append(same);
                same.setLength(0);
            } else if (!same.isEmpty()) {
                flush();
            }
            (kind == Kind.REMOVED ? removed : added).append(text);
        }

        private void flush() {
            run(Kind.REMOVED, removed);
            run(Kind.ADDED, added);
            run(Kind.SAME, same);
        }

        private void run(Kind kind, StringBuilder text) {
            if (!text.isEmpty()) {
                runs.add(new Run(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<Run> runs() {
            flush();
            return runs;
        }
    }
}
