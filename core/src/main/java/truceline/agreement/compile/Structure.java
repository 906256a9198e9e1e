package truceline.agreement.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import truceline.agreement.Node;

/// What holds for every map and text of a file, whatever it means: no key twice, no empty value, not
/// too deep.
final class Structure {
    static final int DEEPEST = 12;

    /// Sections in which a key is a declared name: {@link Names} tells when one of these is used twice.
    private static final List<String> NAMING = List.of(
            "parties",
            "others",
            "bodies",
            "forces",
            "days",
            "lines",
            "places",
            "zones",
            "classes",
            "facts",
            "provisions",
            "proposals",
            "statements",
            "claims",
            "sources",
            "severity");

    private final Faults faults;

    private Structure(Faults faults) {
        this.faults = faults;
    }

    /// Whether the tree is shallow enough to be read at all; gathers the other faults.
    static boolean check(Node.Mapping root, Faults faults) {
        return new Structure(faults).check(root, 1, "");
    }

    private boolean check(Node node, int depth, String section) {
        if (depth > DEEPEST && !(node instanceof Node.Scalar)) {
            faults.add(node, "too-deep", "A file has at most " + DEEPEST + " levels; write this flatter.");
            return false;
        }
        return switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.text().isEmpty()) {
                    faults.add(scalar, "empty-value", "The value is empty; write one, or open, or leave the key out.");
                }
                yield true;
            }
            case Node.Sequence sequence -> {
                boolean shallow = true;
                for (Node element : sequence.elements()) {
                    shallow &= check(element, depth + 1, "");
                }
                yield shallow;
            }
            case Node.Mapping mapping -> mapping(mapping, depth, section);
        };
    }

    private boolean mapping(Node.Mapping mapping, int depth, String section) {
        Map<String, Node> before = new TreeMap<>();
        boolean shallow = true;
        boolean naming = depth == 2 && NAMING.contains(section);
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Node first = before.putIfAbsent(key, entry.key());
            if (first != null && (!naming || Names.SECTION_KEYS.contains(key))) {
                faults.add(
                        entry.key(),
                        "duplicate-key",
                        Quoted.of(key) + " stands already in line " + first.line() + "; keep one of the two.");
            }
            shallow &= check(entry.value(), depth + 1, depth == 1 ? key : "");
        }
        return shallow;
    }
}
