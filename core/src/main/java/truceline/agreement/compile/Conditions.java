package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Condition.NormState;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;

/// Conditions: phrases, and maps that join them.
final class Conditions {
    private static final String FORM = "write a fact, 'ID fulfilled', 'D is set', 'no findings on ID for 60 days',"
            + " 'authorised by BODY', 'allowed by ID', 'notice to BODY within 24 h' or 'fire by the other party within 10"
            + " min', joined by all-of, any-of, not";

    private final Scope scope;
    private final Node.Scalar at;
    private final PhraseWords words;

    private Conditions(Scope scope, Node.Scalar at) {
        this.scope = scope;
        this.at = at;
        this.words = new PhraseWords(at.text());
    }

    static Condition read(Scope scope, Node node) {
        if (!(node instanceof Node.Mapping joined)) {
            Node.Scalar at = scope.scalar(node);
            Condition condition = new Conditions(scope, at).phrase();
            return condition == null ? new Condition.Open() : condition;
        }
        if (joined.entries().size() != 1) {
            scope.fault(joined, "bad-condition", "A condition has exactly one of all-of, any-of and not.");
            return new Condition.Open();
        }
        Node.Entry entry = joined.entries().getFirst();
        return switch (entry.key().text()) {
            case "all-of" -> new Condition.AllOf(parts(scope, entry.value()));
            case "any-of" -> new Condition.AnyOf(parts(scope, entry.value()));
            case "not" -> new Condition.Not(read(scope, entry.value()));
            default -> {
                scope.fault(
                        entry.key(),
                        "unknown-key",
                        Quoted.of(entry.key().text()) + " joins no conditions; write all-of, any-of or not.");
                yield new Condition.Open();
            }
        };
    }

    private static List<Condition> parts(Scope scope, Node node) {
        List<Condition> parts = new ArrayList<>();
        for (Node item : scope.items(node)) {
            parts.add(read(scope, item));
        }
        return parts;
    }

    /// The phrase, or null after a fault.
    private @Nullable Condition phrase() {
        if (at.text().equals("open")) {
            return new Condition.Open();
        }
        if (words.take("authorised", "by")) {
            return authorised();
        }
        if (words.take("allowed", "by")) {
            return allowed();
        }
        if (words.take("notice", "to")) {
            return notice();
        }
        if (words.take("no")) {
            return noFindings();
        }
        if (words.take("at", "least")) {
            return atLeastFindings();
        }
        Optional<Verb> verb = ClosedWords.find(Verb.class, words.peek(0));
        if (verb.isPresent()) {
            words.next();
            return otherParty(verb.get());
        }
        return named();
    }

    private @Nullable Condition refuse() {
        scope.fault(at, "bad-condition", Quoted.of(at.text()) + " is no condition; " + FORM + ".");
        return null;
    }

    private @Nullable Reference resolve(String name, List<Sort> sorts) {
        Reference found = References.one(scope, new Node.Scalar(name, at.line(), at.column()), sorts);
        return found.isOpen() ? null : found;
    }

    private @Nullable Condition authorised() {
        String name = words.next();
        if (name.isEmpty() || !words.isDone()) {
            return refuse();
        }
        Reference by = resolve(name, References.ACTORS);
        if (by == null) {
            return null;
        }
        References.needPower(scope, at, List.of(by), Power.AUTHORISE);
        return new Condition.Authorised(by);
    }

    private @Nullable Condition allowed() {
        String name = words.next();
        if (name.isEmpty() || !words.isDone()) {
            return refuse();
        }
        Reference provision = resolve(name, List.of(Sort.PROVISION));
        if (provision == null) {
            return null;
        }
        if (scope.names().key(name, "may") == null) {
            scope.fault(at, "bad-condition", "Provision " + name + " permits nothing; name one with 'may'.");
        }
        return new Condition.Allowed(name);
    }

    private @Nullable Condition notice() {
        String name = words.next();
        boolean within = words.take("within");
        Optional<DurationPhrase> duration = Measures.duration(words);
        if (name.isEmpty() || !within || duration.isEmpty() || !words.isDone()) {
            return refuse();
        }
        Reference to = resolve(name, References.ACTORS);
        return to == null ? null : new Condition.Notice(to, duration.get());
    }

    private @Nullable Condition noFindings() {
        Condition.Which which = which();
        boolean during = words.take("for");
        Optional<DurationPhrase> duration = Measures.duration(words);
        if (which == null || !during || duration.isEmpty() || !words.isDone()) {
            return refuse();
        }
        return resolves(which) ? new Condition.NoFindings(which, duration.get()) : null;
    }

    private @Nullable Condition atLeastFindings() {
        OptionalInt count = Numbers.whole(words.next());
        Condition.Which which = which();
        boolean within = words.take("in");
        Optional<DurationPhrase> duration = Measures.duration(words);
        boolean positive = count.isPresent() && count.getAsInt() > 0;
        if (which == null || !positive || !within || duration.isEmpty() || !words.isDone()) {
            return refuse();
        }
        return resolves(which) ? new Condition.AtLeastFindings(count.getAsInt(), which, duration.get()) : null;
    }

    /// `[LEVEL] findings [on ID] [against CODE]`, or null.
    private Condition.@Nullable Which which() {
        Level level = ClosedWords.find(Level.class, words.peek(0)).orElse(null);
        if (level != null) {
            words.next();
        }
        if (!words.take("findings")) {
            return null;
        }
        String provision = words.take("on") ? words.next() : null;
        String against = words.take("against") ? words.next() : null;
        return new Condition.Which(level, provision, against);
    }

    private boolean resolves(Condition.Which which) {
        boolean provision = which.provision() == null || resolve(which.provision(), List.of(Sort.PROVISION)) != null;
        boolean against = which.against() == null || resolve(which.against(), References.ACTORS) != null;
        return provision && against;
    }

    private @Nullable Condition otherParty(Verb verb) {
        boolean shaped = words.take("by", "the", "other", "party", "within");
        Optional<DurationPhrase> duration = Measures.duration(words);
        Optional<Distance> near = Optional.empty();
        if (words.take("and")) {
            near = Measures.distance(words);
            shaped &= near.isPresent();
        }
        if (!shaped || duration.isEmpty() || !words.isDone()) {
            return refuse();
        }
        References.twoParties(scope, at);
        return new Condition.OtherParty(verb, duration.get(), near.orElse(null));
    }

    /// `D is set`, `ID STATE [by CODE]`, `FACT [by CODE]`
    private @Nullable Condition named() {
        String name = words.next();
        if (words.take("is", "set")) {
            if (!words.isDone()) {
                return refuse();
            }
            return resolve(name, List.of(Sort.DAY)) == null ? null : new Condition.DaySet(name);
        }
        Optional<NormState> state = ClosedWords.find(NormState.class, words.peek(0));
        if (state.isPresent()) {
            words.next();
        }
        String by = words.take("by") ? words.next() : null;
        if (!words.isDone() || !Names.isName(name, true)) {
            return refuse();
        }
        Sort sort = state.isPresent() ? Sort.PROVISION : Sort.FACT;
        boolean found = resolve(name, List.of(sort)) != null;
        if (!found || by != null && resolve(by, References.ACTORS) == null) {
            return null;
        }
        return state.isPresent() ? inState(name, state.get(), by) : new Condition.Attested(name, by);
    }

    private @Nullable Condition inState(String name, NormState state, @Nullable String by) {
        if (state == NormState.TRIGGERED && !scope.names().isGuarantee(name)) {
            scope.fault(at, "bad-condition", "Provision " + name + " is no guarantee; only a guarantee is triggered.");
            return null;
        }
        return new Condition.InState(name, state, by);
    }
}
