package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Fact;
import truceline.agreement.Node;
import truceline.agreement.ObjectClass;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Classes and facts.
final class ClassSections {
    private ClassSections() {}

    static SequencedMap<String, ObjectClass> classes(Scope scope) {
        return scope.section("classes", (at, value) -> {
            Element element = Element.of(scope, at, value);
            Leaf<Calibre> calibre = element.leaf("calibre", "bad-calibre", Measures.CALIBRE_FORM, Measures::calibre);
            Node list = element.find("list");
            ObjectClass declared = new ObjectClass(
                    at.text(),
                    kinds(scope, element.need("kinds")),
                    calibre,
                    systems(scope, element.find("systems")),
                    list == null ? null : list(scope, list),
                    Origins.read(element, "classes"));
            element.close();
            return declared;
        });
    }

    private static Leaf<List<Kind>> kinds(Scope scope, @Nullable Node node) {
        List<Kind> kinds = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            if (word.text().equals("open")) {
                return new Leaf.Open<>();
            }
            Optional<Kind> kind = scope.word(word, Kind.class, "unknown-kind");
            kind.ifPresent(kinds::add);
        }
        return new Leaf.Given<>(List.copyOf(kinds));
    }

    private static @Nullable Leaf<List<String>> systems(Scope scope, @Nullable Node node) {
        if (node == null) {
            return null;
        }
        List<String> systems = scope.words(node).stream().map(Node.Scalar::text).toList();
        return systems.contains("open") ? new Leaf.Open<>() : new Leaf.Given<>(systems);
    }

    private static @Nullable String list(Scope scope, Node node) {
        Reference provision = References.one(scope, scope.scalar(node), List.of(Sort.PROVISION));
        return provision.isOpen() ? null : provision.name();
    }

    static SequencedMap<String, Fact> facts(Scope scope) {
        return scope.section("facts", (at, value) -> {
            Element element = Element.of(scope, at, value);
            Node node = element.need("attested-by");
            List<Reference> by = element.references("attested-by", References.ACTORS_OR_EACH);
            if (node != null) {
                References.needPower(scope, node, by, Power.ATTEST);
            }
            Fact fact = new Fact(at.text(), by, Origins.read(element, "facts"));
            element.close();
            return fact;
        });
    }
}
