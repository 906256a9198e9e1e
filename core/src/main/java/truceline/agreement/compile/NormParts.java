package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Timing;
import truceline.agreement.Verification;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Slot;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;
import truceline.agreement.phrase.Verb;

/// The computed part of a provision, in one reading. {@link Grammar} judges whether verb, modal and
/// slots agree.
final class NormParts {
    /// Those acted on.
    static final List<Sort> WHOM = List.of(
            Sort.PARTY, Sort.OTHER, Sort.BODY, Sort.FORCE, Sort.CLASS, Sort.KIND, Sort.EACH_PARTY, Sort.OTHER_PARTY);

    private static final List<Sort> WHO =
            List.of(Sort.PARTY, Sort.OTHER, Sort.BODY, Sort.FORCE, Sort.CLASS, Sort.KIND, Sort.EACH_PARTY, Sort.ANYONE);
    private static final List<Sort> RECEIVERS =
            List.of(Sort.PARTY, Sort.OTHER, Sort.BODY, Sort.FORCE, Sort.EACH_PARTY, Sort.OTHER_PARTY);
    private static final List<Sort> THINGS = List.of(Sort.CLASS, Sort.KIND);
    private static final List<Sort> AREAS = List.of(Sort.ZONE, Sort.PLACE);

    private final Element element;
    private final Scope scope;

    private NormParts(Element element) {
        this.element = element;
        this.scope = element.scope();
    }

    static Norm read(Element element) {
        return new NormParts(element).norm();
    }

    private Norm norm() {
        Modal modal = null;
        List<Verb> verbs = new ArrayList<>();
        for (Modal candidate : Modal.values()) {
            Node node = element.find(ClosedWords.word(candidate));
            if (node != null && modal == null) {
                modal = candidate;
                verbs.addAll(verbs(node));
            }
        }
        Norm norm = new Norm(
                element.references("who", WHO),
                modal,
                verbs,
                element.references("what", verbs.contains(Verb.BRING_ABOUT) ? List.of(Sort.FACT) : THINGS),
                element.references("whom", WHOM),
                element.references("to", RECEIVERS),
                element.references("where", areas(verbs)),
                element.references("out-of", AREAS),
                element.references("into", AREAS),
                quantity("at-least"),
                quantity("at-most"),
                timing(),
                condition("if"),
                condition("unless"),
                ConductSections.level(element, "severity"),
                verify(),
                element.leaf("step", "bad-quantity", "write the number of the step, from 1", ConductSections::positive),
                order(),
                steps(),
                guarantee());
        Grammar.check(element, norm);
        return norm;
    }

    private List<Verb> verbs(Node node) {
        List<Verb> verbs = new ArrayList<>();
        for (Node.Scalar word : scope.words(node)) {
            Optional<Verb> verb = scope.word(word, Verb.class, "unknown-verb");
            verb.ifPresent(verbs::add);
        }
        return verbs;
    }

    private static List<Sort> areas(List<Verb> verbs) {
        boolean line = verbs.contains(Verb.CROSS) || verbs.contains(Verb.ADVANCE);
        return line ? List.of(Sort.LINE) : AREAS;
    }

    private @Nullable Leaf<Quantity> quantity(String key) {
        return element.leaf(key, "bad-quantity", Measures.QUANTITY_FORM, Measures::quantity);
    }

    private @Nullable Condition condition(String key) {
        Node node = element.find(key);
        return node == null ? null : Conditions.read(scope, node);
    }

    private Timing timing() {
        Leaf<DurationPhrase> every = element.leaf(
                "every", "bad-duration", "write 'day', 'month', or a span like '14 days'", NormParts::period);
        return new Timing(time("from"), time("begin-by"), by(every != null), time("until"), every);
    }

    private @Nullable TimePhrase by(boolean hasPeriod) {
        Node node = element.find("by");
        if (node == null) {
            return null;
        }
        TimePhrase time = TimePhrases.read(scope, node);
        return hasPeriod ? time : Clocks.refuse(scope, node, time);
    }

    private @Nullable TimePhrase time(String key) {
        Node node = element.find(key);
        return node == null ? null : Clocks.refuse(scope, node, TimePhrases.read(scope, node));
    }

    private static Optional<DurationPhrase> period(String text) {
        return switch (text) {
            case "day" -> Optional.of(new DurationPhrase(1, DurationPhrase.Unit.DAY));
            case "month" -> Optional.of(new DurationPhrase(1, DurationPhrase.Unit.MONTH));
            default -> Measures.duration(text);
        };
    }

    private @Nullable Verification verify() {
        Element verify = element.child("verify");
        if (verify == null) {
            return null;
        }
        Verification verification = ConductSections.verification(verify, Power.VERIFY, Power.ATTEST);
        verify.close();
        return verification;
    }

    private @Nullable Leaf<Norm.Order> order() {
        Node node = element.find("order");
        if (node == null) {
            return null;
        }
        Node.Scalar at = scope.scalar(node);
        String text = at.text();
        if (text.equals("open")) {
            return new Leaf.Open<>();
        }
        if (text.endsWith(" first")) {
            Node.Scalar code = new Node.Scalar(text.substring(0, text.length() - 6), at.line(), at.column());
            Reference party = References.one(scope, code, List.of(Sort.PARTY));
            return party.isOpen() ? new Leaf.Open<>() : new Leaf.Given<>(new Norm.Order(party.name()));
        }
        if (!text.equals("together")) {
            scope.fault(at, "unknown-word", Quoted.of(text) + " is no order; write 'together', 'CODE first' or open.");
        }
        return new Leaf.Given<>(new Norm.Order(null));
    }

    private Norm.@Nullable Steps steps() {
        Element steps = element.child("steps");
        if (steps == null) {
            return null;
        }
        Node balance = steps.find("balance");
        Norm.Steps read = new Norm.Steps(
                balance == null ? null : balance(scope.scalar(balance)),
                steps.leaf("tolerance", "bad-quantity", Measures.QUANTITY_FORM, Measures::quantity),
                steps.leaf("verify-within", "bad-duration", Measures.DURATION_FORM, Measures::duration));
        steps.close();
        return read;
    }

    private Leaf<Norm.Balance> balance(Node.Scalar word) {
        if (word.text().equals("open")) {
            return new Leaf.Open<>();
        }
        return scope.word(word, Norm.Balance.class, "unknown-word")
                .<Leaf<Norm.Balance>>map(Leaf.Given::new)
                .orElseGet(Leaf.Open::new);
    }

    private Norm.@Nullable Guarantee guarantee() {
        Condition triggeredBy = condition("triggered-by");
        Condition voidIf = condition("void-if");
        List<Reference> shields = element.references("protects", References.ACTORS_OR_EACH);
        List<Reference> givenBy = element.references("given-by", References.ACTORS_OR_EACH);
        if (triggeredBy != null) {
            return new Norm.Guarantee(triggeredBy, voidIf, shields, givenBy);
        }
        if (voidIf != null || !shields.isEmpty() || !givenBy.isEmpty()) {
            element.lacks("triggered-by");
        }
        return null;
    }

    /// The names in a slot, or whether its quantity is there.
    static boolean isFilled(Element element, Slot slot) {
        return element.mapping().find(ClosedWords.word(slot)).isPresent();
    }
}
