package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Origin;
import truceline.agreement.Provision;
import truceline.agreement.Readings;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Provisions: text, norm, readings, twin, and what they inherit from the id above.
final class ProvisionSection {
    private final Scope scope;
    private final List<String> languages;

    private ProvisionSection(Scope scope) {
        this.scope = scope;
        this.languages = Texts.languages(scope);
    }

    static SequencedMap<String, Provision> read(Scope scope) {
        ProvisionSection provisions = new ProvisionSection(scope);
        return scope.section("provisions", provisions::provision);
    }

    private Provision provision(Node.Scalar at, Node value) {
        Element element = Element.of(scope, at, value);
        List<String> above = above(at.text());
        List<Node.Mapping> parents = new ArrayList<>();
        for (String id : above) {
            scope.names().find(id).ifPresent(found -> {
                if (found.element() instanceof Node.Mapping keys) {
                    parents.add(keys);
                }
            });
        }
        Node own = element.find("text");
        Node inherited = own;
        for (Node.Mapping parent : parents) {
            inherited = inherited == null ? parent.find("text").orElse(null) : inherited;
        }
        if (inherited == null) {
            scope.fault(at, "no-text", "No words stand behind this norm; write 'text' here or at the id above it.");
        }
        Scope forText = own == null ? scope.muted() : scope;
        SequencedMap<String, String> text =
                inherited == null ? new LinkedHashMap<>() : Texts.read(forText, inherited, languages);
        String twin = twin(element);
        Origin origin = Origins.read(element, parents, "provisions");
        Readings<Norm> norms = Disputes.read(element, NormParts::read);
        element.close();
        String parent = above.isEmpty() ? null : above.getFirst();
        return new Provision(at.text(), parent, text, own == null, norms, twin, origin);
    }

    /// The declared ids above an id, the nearest first: `14.6` and `14` for `14.6.a`.
    private List<String> above(String id) {
        List<String> above = new ArrayList<>();
        for (int point = id.lastIndexOf('.'); point > 0; point = id.lastIndexOf('.', point - 1)) {
            String shorter = id.substring(0, point);
            if (id.length() <= 64 && scope.names().is(shorter, Sort.PROVISION)) {
                above.add(shorter);
            }
        }
        return above;
    }

    private @Nullable String twin(Element element) {
        Node node = element.find("twin");
        if (node == null) {
            return null;
        }
        Node.Scalar at = scope.scalar(node);
        Reference twin = References.one(scope, at, List.of(Sort.PROVISION));
        if (twin.isOpen()) {
            return null;
        }
        boolean mutual = scope.names().key(twin.name(), "twin") instanceof Node.Scalar back
                && back.text().equals(element.name());
        if (!mutual || twin.name().equals(element.name())) {
            scope.fault(
                    at,
                    "twin",
                    "Twins name each other, but " + twin.name() + " does not name " + element.name() + "; write 'twin: "
                            + element.name() + "' there.");
        }
        return twin.name();
    }
}
