package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Slot;
import truceline.agreement.phrase.Verb;

/// Whether the keys of one norm make a sentence: one modal, verbs that take it, and the slots that
/// these verbs need.
final class Grammar {
    private static final List<String> NEED_A_VERB = List.of(
            "who",
            "what",
            "whom",
            "to",
            "where",
            "out-of",
            "into",
            "at-least",
            "at-most",
            "from",
            "begin-by",
            "by",
            "until",
            "every",
            "if",
            "unless",
            "step");

    private Grammar() {}

    static void check(Element element, Norm norm) {
        oneModal(element);
        Modal modal = norm.modal();
        if (norm.order() != null && norm.steps() == null) {
            element.scope()
                    .fault(
                            key(element, "order"),
                            "step",
                            "'order' belongs to the head of steps; write 'steps' beside it, or leave it out.");
        }
        if (modal == null) {
            noVerb(element);
            if (norm.guarantee() != null && norm.steps() != null) {
                twoKinds(element, later(element, "triggered-by", "steps"));
            }
            return;
        }
        if (element.find("who") == null) {
            element.lacks("who");
        }
        if (norm.guarantee() != null || norm.steps() != null) {
            twoKinds(element, key(element, norm.guarantee() != null ? "triggered-by" : "steps"));
        }
        for (Verb verb : norm.verbs()) {
            if (!verb.allows(modal)) {
                wrongModal(element, modal, verb);
            }
            needed(element, verb);
        }
        taken(element, norm.verbs());
    }

    private static void twoKinds(Element element, Node at) {
        element.scope()
                .fault(
                        at,
                        "one-kind",
                        "A provision is a norm, a guarantee or the head of steps, not two of them; split it.");
    }

    private static Node later(Element element, String one, String other) {
        Node first = key(element, one);
        Node second = key(element, other);
        boolean ordered =
                first.line() < second.line() || first.line() == second.line() && first.column() < second.column();
        return ordered ? second : first;
    }

    private static Node key(Element element, String name) {
        for (Node.Entry entry : element.mapping().entries()) {
            if (entry.key().text().equals(name)) {
                return entry.key();
            }
        }
        return element.at();
    }

    private static void oneModal(Element element) {
        List<Node> modals = new ArrayList<>();
        for (Node.Entry entry : element.mapping().entries()) {
            if (ClosedWords.find(Modal.class, entry.key().text()).isPresent()) {
                modals.add(entry.key());
            }
        }
        if (modals.size() > 1) {
            element.scope()
                    .fault(
                            modals.getLast(),
                            "one-modal",
                            "A provision has one of must, must-not and may; write two provisions.");
        }
    }

    private static void noVerb(Element element) {
        for (Node.Entry entry : element.mapping().entries()) {
            String key = entry.key().text();
            if (NEED_A_VERB.contains(key)) {
                element.scope()
                        .fault(
                                entry.key(),
                                "one-modal",
                                "'" + key + "' belongs to a norm; add must, must-not or may, or leave it out.");
            }
        }
    }

    private static void wrongModal(Element element, Modal modal, Verb verb) {
        Node value = element.find(ClosedWords.word(modal));
        Node at = value == null ? element.at() : value;
        for (Node.Scalar word : element.scope().words(at)) {
            if (word.text().equals(ClosedWords.word(verb))) {
                List<String> allowed =
                        verb.modals().stream().map(ClosedWords::word).toList();
                element.scope()
                        .fault(
                                word,
                                "wrong-modal",
                                Quoted.of(word.text()) + " goes with " + Quoted.anyOf(allowed) + " only, not with "
                                        + ClosedWords.word(modal) + ".");
            }
        }
    }

    private static void needed(Element element, Verb verb) {
        for (List<Slot> choice : verb.needed()) {
            if (choice.stream().noneMatch(slot -> NormParts.isFilled(element, slot))) {
                List<String> keys = choice.stream().map(ClosedWords::word).toList();
                element.scope()
                        .fault(
                                element.at(),
                                "missing-key",
                                Quoted.of(element.name()) + " lacks the key '" + String.join("' or '", keys)
                                        + "', which " + ClosedWords.word(verb) + " needs.");
            }
        }
    }

    private static void taken(Element element, List<Verb> verbs) {
        for (Node.Entry entry : element.mapping().entries()) {
            Slot slot = ClosedWords.find(Slot.class, entry.key().text()).orElse(null);
            for (Verb verb : verbs) {
                if (slot != null && !verb.takes(slot)) {
                    List<String> taken =
                            verb.taken().stream().map(ClosedWords::word).toList();
                    element.scope()
                            .fault(
                                    entry.key(),
                                    "key-not-taken",
                                    Quoted.of(ClosedWords.word(verb)) + " takes no '"
                                            + entry.key().text() + "'; it takes "
                                            + (taken.isEmpty() ? "nothing" : Quoted.anyOf(taken)) + ".");
                }
            }
        }
    }
}
