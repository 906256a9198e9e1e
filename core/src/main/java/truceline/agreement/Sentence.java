package truceline.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;
import truceline.agreement.phrase.Verb;

/// A norm read aloud: `each party must withdraw heavy-guns out of guns-out, beginning by D+2, by D+14`.
/// English, without a full stop, in the words of the file; what the drafters left open reads `[open]`, verbs lose their
/// hyphens. A provision without a norm reads as its own first text. Pure and thread-safe.
public final class Sentence {
    private static final String OPEN = "[open]";

    private final List<String> parts = new ArrayList<>();
    private final StringBuilder head = new StringBuilder();

    private Sentence() {}

    /// The sentence of the common text: what is disputed reads as `open`.
    public static String of(Provision provision) {
        return of(provision, null);
    }

    /// What the holders of readings read differently: their sentences by holder, sorted; empty where all read the same.
    public static SortedMap<String, String> byHolder(Provision provision) {
        SortedMap<String, String> sentences = new TreeMap<>();
        for (String holder : provision.norms().byHolder().keySet()) {
            sentences.put(holder, of(provision, holder));
        }
        return Collections.unmodifiableSortedMap(sentences);
    }

    /// The sentence as a holder reads it.
    public static String of(Provision provision, @Nullable String holder) {
        Norm norm = provision.norm(holder);
        return switch (norm.kind()) {
            case NORM, STEP -> new Sentence().norm(norm);
            case GUARANTEE -> new Sentence().guarantee(norm);
            case STEPS -> new Sentence().steps(norm);
            case TEXT ->
                provision.text().isEmpty() ? "" : provision.text().firstEntry().getValue();
        };
    }

    private String norm(Norm norm) {
        Modal modal = norm.modal();
        String joint = modal == Modal.MUST ? " and " : " or ";
        head.append(listed(texts(norm.who()), " and "));
        if (modal != null) {
            head.append(' ').append(ClosedWords.word(modal).replace('-', ' '));
        }
        head.append(' ');
        head.append(listed(norm.verbs().stream().map(verb -> verb(verb, norm)).toList(), joint));
        objects(norm, joint);
        quantity("at least", norm.atLeast());
        quantity("at most", norm.atMost());
        timing(norm.timing());
        condition("if", norm.onlyIf());
        condition("unless", norm.unless());
        return text();
    }

    private static String verb(Verb verb, Norm norm) {
        return switch (verb) {
            case FIRE -> norm.whom().isEmpty() ? "fire" : "fire at";
            case ADVANCE -> "advance over";
            case BRING_ABOUT -> norm.what().isEmpty() ? "bring about what the text says" : "bring about";
            default -> ClosedWords.word(verb).replace('-', ' ');
        };
    }

    private void objects(Norm norm, String joint) {
        Verb verb = norm.verbs().getFirst();
        if (verb == Verb.NOTIFY) {
            names("", norm.to(), joint);
            names(" of", norm.what(), joint);
            return;
        }
        boolean placeFirst = isPlaceFirst(verb);
        names("", placeFirst ? norm.where() : norm.what(), joint);
        names(" with", placeFirst ? norm.what() : List.of(), joint);
        names("", norm.whom(), joint);
        names(" to", norm.to(), joint);
        names(" out of", norm.outOf(), joint);
        names(" into", norm.into(), joint);
        names(" in", placeFirst ? List.of() : norm.where(), joint);
    }

    /// `enter corridor with war-craft`, not `enter war-craft in corridor`.
    private static boolean isPlaceFirst(Verb verb) {
        return switch (verb) {
            case ENTER, CROSS, ADVANCE, LEAVE, HOLD_OPEN -> true;
            default -> false;
        };
    }

    private void quantity(String bound, @Nullable Leaf<Quantity> leaf) {
        if (leaf != null) {
            parts.add(bound + " " + leaf.find().map(Quantity::text).orElse(OPEN));
        }
    }

    private void names(String before, List<Reference> references, String joint) {
        if (!references.isEmpty()) {
            head.append(before).append(' ').append(listed(texts(references), joint));
        }
    }

    private static List<String> texts(List<Reference> references) {
        return references.stream()
                .map(reference -> reference.isOpen() ? OPEN : reference.text())
                .toList();
    }

    private static String listed(List<String> names, String joint) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + joint + names.getLast();
    }

    private void timing(Timing timing) {
        time(timing.from() instanceof TimePhrase.After ? "" : "from ", timing.from());
        time("beginning by ", timing.beginBy());
        time("by ", timing.by());
        time("until ", timing.until());
        Leaf<DurationPhrase> every = timing.every();
        if (every != null) {
            parts.add("every " + every.find().map(Sentence::period).orElse(OPEN));
        }
    }

    private static String period(DurationPhrase period) {
        return period.amount() == 1 ? period.unit().one() : period.text();
    }

    private void time(String before, @Nullable TimePhrase time) {
        if (time != null) {
            parts.add(before + (time instanceof TimePhrase.Open ? OPEN : time.text()));
        }
    }

    private void condition(String before, @Nullable Condition condition) {
        if (condition != null) {
            parts.add(before + " " + open(condition));
        }
    }

    private static String open(Condition condition) {
        return condition instanceof Condition.Open ? OPEN : condition.text();
    }

    private String guarantee(Norm norm) {
        Norm.Guarantee guarantee = norm.guarantee();
        if (guarantee == null) {
            throw new IllegalStateException("no guarantee");
        }
        head.append("guarantee");
        if (!guarantee.shields().isEmpty()) {
            head.append(" for ").append(listed(texts(guarantee.shields()), " and "));
        }
        if (!guarantee.givenBy().isEmpty()) {
            head.append(" by ").append(listed(texts(guarantee.givenBy()), " and "));
        }
        parts.add("triggered by " + open(guarantee.triggeredBy()));
        condition("void if", guarantee.voidIf());
        return text();
    }

    private String steps(Norm norm) {
        Norm.Steps steps = norm.steps();
        Leaf<Norm.Order> order = norm.order();
        head.append("in steps");
        if (order != null) {
            head.append(' ').append(order.find().map(Sentence::order).orElse("in an open order"));
        }
        if (steps != null) {
            stepRules(steps);
        }
        return text();
    }

    private void stepRules(Norm.Steps steps) {
        Leaf<Norm.Balance> balance = steps.balance();
        Leaf<Quantity> tolerance = steps.tolerance();
        Leaf<DurationPhrase> within = steps.verifyWithin();
        if (balance != null) {
            parts.add("equal in " + balance.find().map(ClosedWords::word).orElse(OPEN));
        }
        quantity("within", tolerance);
        if (within != null) {
            parts.add("each verified within "
                    + within.find().map(DurationPhrase::text).orElse(OPEN));
        }
    }

    private static String order(Norm.Order order) {
        return order.first() == null ? "together" : order.first() + " first";
    }

    private String text() {
        return parts.isEmpty() ? head.toString() : head + ", " + String.join(", ", parts);
    }
}
