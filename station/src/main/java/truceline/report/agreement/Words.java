package truceline.report.agreement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Verification;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;

/// Small pieces of sentence that the copy, the redline and the tables share. English, in the words of the file.
final class Words {
    private Words() {}

    /// `a, b and c`
    static String and(List<String> words) {
        return joined(words, " and ");
    }

    static String or(List<String> words) {
        return joined(words, " or ");
    }

    private static String joined(List<String> words, String joint) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + joint + words.getLast();
    }

    static List<String> names(List<Reference> references) {
        return references.stream().map(Reference::text).toList();
    }

    static List<String> words(List<? extends Enum<?>> constants) {
        return constants.stream().map(ClosedWords::word).toList();
    }

    static String duration(Leaf<DurationPhrase> duration) {
        return duration.find().map(DurationPhrase::text).orElse("open");
    }

    /// The text of a value that may be open.
    static String text(Leaf<String> leaf) {
        return leaf.find().orElse("open");
    }

    static String basis(Basis basis) {
        return ClosedWords.word(basis).replace('-', ' ');
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Who verifies, from how many sources, by which means; parts that are not said are left out.
    static String verification(Verification verification) {
        StringBuilder text = new StringBuilder();
        if (!verification.by().isEmpty()) {
            text.append("by ").append(and(names(verification.by())));
        }
        Leaf<Integer> sources = verification.sources();
        if (sources != null) {
            String least = sources.find().map(Words::sources).orElse("an open number of sources");
            text.append(text.isEmpty() ? "" : ", ").append("from ").append(least);
        }
        if (!verification.means().isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("through ").append(or(words(verification.means())));
        }
        return text.toString();
    }

    private static String sources(int count) {
        return count == 1 ? "at least 1 source" : "at least " + count + " independent sources";
    }

    /// A number with its noun: `1 vote`, `3 votes`.
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// `text`, or nothing for null.
    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
