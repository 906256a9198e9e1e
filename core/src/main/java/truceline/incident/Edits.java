package truceline.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What people changed in the grouping, in order: incidents merged by hand, observations split off. A split stays split
/// whatever rule would join them again; a later merge joins what it names. Immutable.
///
/// @param rule by which what a split left apart is grouped anew
public record Edits(List<Edit> edits, GroupingRule rule) {
    /// Nothing was changed by hand.
    public static final Edits NONE = new Edits(List.of(), GroupingRule.FIRST);

    public Edits {
        edits = List.copyOf(edits);
    }

    /// One change.
    public sealed interface Edit {
        /// The incidents in which these rows stand are one.
        record Merge(List<Integer> rows) implements Edit {
            public Merge {
                rows = List.copyOf(rows);
            }
        }

        /// These rows stand apart from the others.
        record Split(List<Integer> rows) implements Edit {
            public Split {
                rows = List.copyOf(rows);
            }
        }
    }

    boolean hasSplit() {
        return edits.stream().anyMatch(Edit.Split.class::isInstance);
    }

    /// Number of the last split that took each row out; 0 where none did. Joins between two numbers do not count.
    int[] parts(int rowCount) {
        int[] part = new int[rowCount];
        int number = 0;
        for (Edit edit : edits) {
            if (edit instanceof Edit.Split split) {
                number++;
                for (int row : split.rows()) {
                    part[row] = number;
                }
            }
        }
        return part;
    }

    /// Pairs of rows that a merge holds together and no later split parted.
    List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Merge merge -> {
                    for (int i = 1; i < merge.rows().size(); i++) {
                        pairs.add(
                                new int[] {merge.rows().getFirst(), merge.rows().get(i)});
                    }
                }
                case Edit.Split split -> {
                    TreeSet<Integer> out = new TreeSet<>(split.rows());
                    pairs.removeIf(pair -> out.contains(pair[0]) != out.contains(pair[1]));
                }
            }
        }
        return pairs;
    }
}
