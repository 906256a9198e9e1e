package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.BodyClocks;
import truceline.agreement.Node;
import truceline.agreement.SeverityRow;
import truceline.agreement.Verification;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Means;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;

/// Verification, the clocks of the bodies, and severity.
final class ConductSections {
    private static final List<String> CLOCKS = List.of(
            "register", "tell-liaisons", "spot-report", "preliminary-file", "team-on-site", "reply", "decision");

    private ConductSections() {}

    static @Nullable Verification verification(Element root) {
        Element element = root.child("verification");
        if (element == null) {
            return null;
        }
        Verification verification = verification(element, Power.VERIFY);
        Origins.read(element, "verification");
        element.close();
        return verification;
    }

    /// `{by, sources, means}`; a body that verifies needs one of the powers.
    static Verification verification(Element element, Power... powers) {
        Scope scope = element.scope();
        Node by = element.find("by");
        List<Reference> bodies = element.references("by", References.ACTORS_OR_EACH);
        if (by != null) {
            References.needPower(scope, by, bodies, powers);
        }
        Leaf<Integer> sources =
                element.leaf("sources", "bad-quantity", "write a number of at least 1", ConductSections::positive);
        List<Means> means = new ArrayList<>();
        Node node = element.find("means");
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            if (!word.text().equals("open")) {
                scope.word(word, Means.class, "unknown-word").ifPresent(means::add);
            }
        }
        return new Verification(bodies, sources, means);
    }

    static Optional<Integer> positive(String text) {
        OptionalInt number = Numbers.whole(text);
        return number.isPresent() && number.getAsInt() > 0 ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    static @Nullable BodyClocks clocks(Element root) {
        Element element = root.child("clocks");
        if (element == null) {
            return null;
        }
        SequencedMap<String, Leaf<DurationPhrase>> limits = new LinkedHashMap<>();
        for (String clock : CLOCKS) {
            Leaf<DurationPhrase> limit =
                    element.leaf(clock, "bad-duration", Measures.DURATION_FORM, Measures::duration);
            if (limit != null) {
                limits.put(clock, limit);
            }
        }
        BodyClocks clocks =
                new BodyClocks(Collections.unmodifiableSequencedMap(limits), Origins.read(element, "clocks"));
        element.close();
        return clocks;
    }

    static SequencedMap<String, SeverityRow> severity(Scope scope) {
        SequencedMap<String, SeverityRow> rows = scope.section("severity", (at, value) -> row(scope, at, value));
        Node section = scope.root().find("severity").orElse(null);
        if (section != null && !rows.containsKey("otherwise")) {
            scope.fault(
                    section,
                    "severity-otherwise",
                    "No row fits what the others leave out; add 'otherwise: {level: ..}'.");
        }
        return rows;
    }

    private static SeverityRow row(Scope scope, Node.Scalar at, Node value) {
        Element element = Element.of(scope, at, value);
        Leaf<Level> level = level(element, "level");
        if (level == null) {
            element.lacks("level");
        }
        SeverityRow row = new SeverityRow(
                at.text(),
                verbs(element),
                element.references("what", List.of(Sort.CLASS, Sort.KIND, Sort.FACT)),
                element.references("whom", NormParts.WHOM),
                element.references("where", List.of(Sort.ZONE, Sort.PLACE, Sort.LINE)),
                element.leaf("casualties", "bad-quantity", Measures.QUANTITY_FORM, Measures::quantity),
                element.leaf("repeated", "bad-duration", "write '3 in 7 days'", ConductSections::repeated),
                element.leaf("lasting", "bad-duration", "write 'over 30 min'", ConductSections::lasting),
                level == null ? new Leaf.Open<>() : level,
                Origins.read(element, "severity"));
        element.close();
        if (at.text().equals("otherwise") && isNarrow(row)) {
            scope.fault(at, "severity-otherwise", "The row 'otherwise' always fits; leave only its level.");
        }
        return row;
    }

    private static boolean isNarrow(SeverityRow row) {
        boolean plain = row.verbs().isEmpty()
                && row.what().isEmpty()
                && row.whom().isEmpty()
                && row.where().isEmpty();
        return !plain || row.casualties() != null || row.repeated() != null || row.lasting() != null;
    }

    static @Nullable Leaf<Level> level(Element element, String key) {
        Node node = element.find(key);
        if (node == null) {
            return null;
        }
        Node.Scalar word = element.scope().scalar(node);
        if (word.text().equals("open")) {
            return new Leaf.Open<>();
        }
        return element.scope()
                .word(word, Level.class, "unknown-word")
                .<Leaf<Level>>map(Leaf.Given::new)
                .orElseGet(Leaf.Open::new);
    }

    private static List<Verb> verbs(Element element) {
        List<Verb> verbs = new ArrayList<>();
        Node node = element.find("verb");
        for (Node.Scalar word :
                node == null ? List.<Node.Scalar>of() : element.scope().words(node)) {
            element.scope().word(word, Verb.class, "unknown-verb").ifPresent(verbs::add);
        }
        return verbs;
    }

    private static Optional<SeverityRow.Repeated> repeated(String text) {
        PhraseWords words = new PhraseWords(text);
        Optional<Integer> times = positive(words.next());
        boolean in = words.take("in");
        Optional<DurationPhrase> duration = Measures.duration(words);
        return in && times.isPresent() && duration.isPresent() && words.isDone()
                ? Optional.of(new SeverityRow.Repeated(times.get(), duration.get()))
                : Optional.empty();
    }

    private static Optional<SeverityRow.Lasting> lasting(String text) {
        PhraseWords words = new PhraseWords(text);
        boolean over = words.take("over");
        boolean shaped = over || words.take("at", "least");
        Optional<DurationPhrase> duration = Measures.duration(words);
        return shaped && duration.isPresent() && words.isDone()
                ? Optional.of(new SeverityRow.Lasting(over, duration.get()))
                : Optional.empty();
    }
}
