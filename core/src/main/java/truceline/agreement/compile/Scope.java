package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import truceline.agreement.Node;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Leaf;

/// What every part of the compiler sees: the file, its names, and where to put faults. One per file;
/// not thread-safe.
record Scope(Node.Mapping root, Names names, Faults faults) {
    /// The same, for a part that is read a second time and whose faults are already told.
    Scope muted() {
        return new Scope(root, names, new Faults());
    }

    void fault(Node at, String code, String message) {
        faults.add(at, code, message);
    }

    /// A fault at the name of a declared element; none where the name is none, which is a fault already.
    void faultAt(String name, String code, String message) {
        names.find(name).ifPresent(found -> fault(found.at(), code, message));
    }

    /// The text of a scalar; anything else is a fault, and reads as `open`.
    Node.Scalar scalar(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar;
        }
        fault(node, "wrong-shape", "One text is expected here, not a map or a list.");
        return new Node.Scalar("open", node.line(), node.column());
    }

    /// The items of a list, or one item alone. An empty list is a fault.
    List<Node> items(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return List.of(node);
        }
        if (list.elements().isEmpty()) {
            fault(list, "empty-value", "The list is empty; write what belongs in it, or leave the key out.");
        }
        return list.elements();
    }

    /// The scalars of a list, or one alone.
    List<Node.Scalar> words(Node node) {
        List<Node.Scalar> words = new ArrayList<>();
        for (Node item : items(node)) {
            words.add(scalar(item));
        }
        return words;
    }

    /// A map; anything else is a fault and reads as empty.
    Node.Mapping mapping(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        fault(node, "wrong-shape", "A map of keys and values is expected here.");
        return new Node.Mapping(List.of(), node.line(), node.column());
    }

    /// One word of a closed list, or empty and a fault.
    <E extends Enum<E>> Optional<E> word(Node.Scalar at, Class<E> closed, String code) {
        Optional<E> found = ClosedWords.find(closed, at.text());
        if (found.isEmpty()) {
            List<String> all = ClosedWords.all(closed);
            String known = all.size() > 20 ? "see the list in the format" : "write " + Quoted.anyOf(all);
            fault(at, code, Quoted.of(at.text()) + " is not known here; " + known + hint(at.text(), all) + ".");
        }
        return found;
    }

    /// A value or `open`; what `read` refuses is a fault with that code, and reads as open.
    <T> Leaf<T> leaf(Node node, String code, String form, Function<String, Optional<T>> read) {
        Node.Scalar at = scalar(node);
        if (at.text().equals("open")) {
            return new Leaf.Open<>();
        }
        Optional<T> value = read.apply(at.text());
        if (value.isEmpty()) {
            fault(at, code, Quoted.of(at.text()) + " does not fit; " + form + ", or open.");
        }
        return value.<Leaf<T>>map(Leaf.Given::new).orElseGet(Leaf.Open::new);
    }

    /// The elements of a section, in file order; the keys that give the whole section its provenance
    /// are left out.
    <T> SequencedMap<String, T> section(String key, BiFunction<Node.Scalar, Node, T> read) {
        SequencedMap<String, T> elements = new LinkedHashMap<>();
        Optional<Node> section = root.find(key);
        if (section.isPresent()) {
            for (Node.Entry entry : mapping(section.get()).entries()) {
                if (!Names.SECTION_KEYS.contains(entry.key().text())) {
                    elements.putIfAbsent(entry.key().text(), read.apply(entry.key(), entry.value()));
                }
            }
        }
        return Collections.unmodifiableSequencedMap(elements);
    }

    String hint(String word, List<String> words) {
        return faults.areMany() ? "" : Quoted.hint(word, words);
    }
}
