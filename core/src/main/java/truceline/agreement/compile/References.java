package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import truceline.agreement.Node;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Names in a file, resolved to what they name.
final class References {
    /// Everybody who can act.
    static final List<Sort> ACTORS = List.of(Sort.PARTY, Sort.OTHER, Sort.BODY, Sort.FORCE);
    /// Everybody who can act, or each party for itself.
    static final List<Sort> ACTORS_OR_EACH = List.of(Sort.PARTY, Sort.OTHER, Sort.BODY, Sort.FORCE, Sort.EACH_PARTY);

    private References() {}

    /// One name or a list of names, each of one of the sorts, or `open`. A name that is not is a fault
    /// and reads as open.
    static List<Reference> read(Scope scope, Node node, List<Sort> sorts) {
        List<Reference> references = new ArrayList<>();
        for (Node.Scalar word : scope.words(node)) {
            references.add(one(scope, word, sorts));
        }
        return references;
    }

    static Reference one(Scope scope, Node.Scalar at, List<Sort> sorts) {
        String text = at.text();
        if (text.equals("open")) {
            return Reference.OPEN;
        }
        if (sorts.contains(Sort.EACH_PARTY) && text.equals(Reference.EACH_PARTY.name())) {
            return Reference.EACH_PARTY;
        }
        if (sorts.contains(Sort.OTHER_PARTY) && text.equals(Reference.OTHER_PARTY.name())) {
            twoParties(scope, at);
            return Reference.OTHER_PARTY;
        }
        if (sorts.contains(Sort.ANYONE) && text.equals(Reference.ANYONE.name())) {
            return Reference.ANYONE;
        }
        if (sorts.contains(Sort.KIND) && ClosedWords.find(Kind.class, text).isPresent()) {
            return new Reference(Sort.KIND, text);
        }
        Optional<Reference> named = named(scope, text, sorts);
        if (named.isEmpty()) {
            refuse(scope, at, sorts);
        }
        return named.orElse(Reference.OPEN);
    }

    /// The declared element of that name, if it is of one of the sorts.
    static Optional<Reference> named(Scope scope, String name, List<Sort> sorts) {
        return scope.names()
                .find(name)
                .filter(found -> sorts.contains(found.sort()))
                .map(found -> {
                    scope.names().use(name);
                    return new Reference(found.sort(), name);
                });
    }

    private static void refuse(Scope scope, Node.Scalar at, List<Sort> sorts) {
        if (scope.names().isUnread(sorts)) {
            return;
        }
        String text = at.text();
        String expected = expected(sorts);
        Optional<Names.Declared> other = scope.names().find(text);
        String message = other.isPresent()
                ? Quoted.of(text) + " names a " + ClosedWords.word(other.get().sort()) + "; " + expected
                        + " is expected here."
                : "No " + expected + " is named " + Quoted.of(text)
                        + scope.hint(text, scope.names().ofSorts(sorts)) + "; declare it or correct the name.";
        scope.fault(at, "unknown-reference", message);
    }

    private static String expected(List<Sort> sorts) {
        if (sorts.containsAll(ACTORS)) {
            return sorts.contains(Sort.CLASS) ? "actor, class or kind" : "actor";
        }
        List<String> words = new ArrayList<>();
        for (Sort sort : sorts) {
            if (sort != Sort.EACH_PARTY && sort != Sort.OTHER_PARTY) {
                words.add(ClosedWords.word(sort));
            }
        }
        return Quoted.anyOf(words);
    }

    /// `the other party` means something only where there are two.
    static void twoParties(Scope scope, Node at) {
        boolean known = !scope.names().isUnread(List.of(Sort.PARTY));
        if (known && scope.names().parties().size() != 2) {
            scope.fault(at, "not-two-parties", "'the other party' needs exactly two parties; name the party instead.");
        }
    }

    /// Refuses bodies among the references that have none of the powers, each at its name where `at` is a list.
    static void needPower(Scope scope, Node at, List<Reference> bodies, Power... powers) {
        for (Reference body : bodies) {
            if (body.sort() == Sort.BODY && !hasPower(scope, body.name(), powers)) {
                List<String> words = new ArrayList<>();
                for (Power power : powers) {
                    words.add(ClosedWords.word(power));
                }
                scope.fault(
                        word(at, body.name()),
                        "no-power",
                        Quoted.of(body.name()) + " has no power for this; give it " + Quoted.anyOf(words)
                                + " under 'may', or name another body.");
            }
        }
    }

    private static Node word(Node at, String name) {
        for (Node element : at instanceof Node.Sequence list ? list.elements() : List.<Node>of()) {
            if (element instanceof Node.Scalar scalar && scalar.text().equals(name)) {
                return element;
            }
        }
        return at;
    }

    private static boolean hasPower(Scope scope, String body, Power... powers) {
        Node may = scope.names().key(body, "may");
        List<Node> words = may instanceof Node.Sequence list ? list.elements() : may == null ? List.of() : List.of(may);
        for (Power power : powers) {
            for (Node word : words) {
                if (word instanceof Node.Scalar scalar && scalar.text().equals(ClosedWords.word(power))) {
                    return true;
                }
            }
        }
        return false;
    }
}
