package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.Origin;
import truceline.agreement.phrase.Basis;

/// Provenance: what an element says of its basis and source, else its parents, else its section, else
/// the file.
final class Origins {
    private Origins() {}

    /// The origin of an element of a section.
    static Origin read(Element element, String section) {
        return read(element, List.of(), section);
    }

    /// The origin of an element below others, the nearest first.
    static Origin read(Element element, List<Node.Mapping> parents, String section) {
        Scope scope = element.scope();
        List<Node.Mapping> chain = new ArrayList<>();
        chain.add(element.mapping());
        chain.addAll(parents);
        String meaning = element.text("is");
        element.find("basis");
        element.find("source");
        Basis basis = basis(scope, nearest(scope, chain, section, "basis"));
        List<String> sources = sources(scope, nearest(scope, chain, section, "source"));
        List<String> assumed = assumed(element);
        if (basis == null) {
            scope.fault(element.at(), "no-source", "Nothing says what this rests on; write 'basis' here or above it.");
        } else if (sources.isEmpty() && basis != Basis.ASSUMED) {
            scope.fault(
                    element.at(),
                    "no-source",
                    "Nothing says where this was read; write 'source' here or above it, or 'basis: assumed'.");
        }
        return new Origin(meaning, basis == null ? Basis.ASSUMED : basis, sources, assumed);
    }

    private static @Nullable Node nearest(Scope scope, List<Node.Mapping> chain, String section, String key) {
        for (Node.Mapping mapping : chain) {
            Optional<Node> value = mapping.find(key);
            if (value.isPresent()) {
                return value.get();
            }
        }
        Node ofSection = scope.names().inherited(section, key);
        return ofSection == null ? scope.names().inherited("", key) : ofSection;
    }

    private static @Nullable Basis basis(Scope scope, @Nullable Node node) {
        if (node == null) {
            return null;
        }
        return scope.word(scope.scalar(node), Basis.class, "unknown-word").orElse(Basis.ASSUMED);
    }

    private static List<String> sources(Scope scope, @Nullable Node node) {
        List<String> sources = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            String name = word.text();
            if (!scope.names().useSource(name)) {
                scope.fault(
                        word,
                        "no-source",
                        "No source is named " + Quoted.of(name)
                                + scope.hint(name, scope.names().sourceNames())
                                + "; declare it under 'sources' or correct the name.");
            }
            sources.add(name);
        }
        return sources;
    }

    private static List<String> assumed(Element element) {
        Node node = element.find("assumed");
        List<String> assumed = new ArrayList<>();
        for (Node.Scalar word :
                node == null ? List.<Node.Scalar>of() : element.scope().words(node)) {
            if (!isKey(element, word.text())) {
                element.scope()
                        .fault(
                                word,
                                "unknown-key",
                                "'assumed' names " + Quoted.of(word.text())
                                        + ", which is no key of this element; name keys that stand here.");
            }
            assumed.add(word.text());
        }
        return assumed;
    }

    private static boolean isKey(Element element, String key) {
        if (element.mapping().find(key).isPresent()) {
            return true;
        }
        boolean disputed = false;
        if (element.mapping().find("readings").orElse(null) instanceof Node.Mapping holders) {
            for (Node.Entry holder : holders.entries()) {
                disputed |= holder.value() instanceof Node.Mapping patch
                        && patch.find(key).isPresent();
            }
        }
        return disputed;
    }
}
