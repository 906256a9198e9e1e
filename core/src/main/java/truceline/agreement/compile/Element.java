package truceline.agreement.compile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// One element while it is read: remembers which keys the grammar asked for, so that all others are
/// faults.
final class Element {
    private final Scope scope;
    private final Node.Scalar at;
    private final Node.Mapping mapping;
    private final Set<String> known;

    private Element(Scope scope, Node.Scalar at, Node.Mapping mapping, Set<String> known) {
        this.scope = scope;
        this.at = at;
        this.mapping = mapping;
        this.known = known;
    }

    /// An element under its name.
    static Element of(Scope scope, Node.Scalar name, Node value) {
        boolean shaped = value instanceof Node.Mapping;
        Node.Scalar at = shaped ? name : new Node.Scalar(name.text(), value.line(), value.column());
        return new Element(scope, at, scope.mapping(value), new TreeSet<>());
    }

    /// An element of a list: it has no name and stands where it begins.
    static Element unnamed(Scope scope, Node value) {
        return of(scope, new Node.Scalar("", value.line(), value.column()), value);
    }

    /// The same element with other entries; both know of the keys that either asks for.
    Element with(Scope other, Node.Mapping entries) {
        return new Element(other, at, entries, known);
    }

    Scope scope() {
        return scope;
    }

    String name() {
        return at.text();
    }

    Node.Scalar at() {
        return at;
    }

    Node.Mapping mapping() {
        return mapping;
    }

    /// The keys asked for so far.
    List<String> known() {
        return List.copyOf(known);
    }

    @Nullable
    Node find(String key) {
        known.add(key);
        return mapping.find(key).orElse(null);
    }

    /// The map under a key, as an element that stands at the key; null if the key is absent.
    @Nullable
    Element child(String key) {
        known.add(key);
        for (Node.Entry entry : mapping.entries()) {
            if (entry.key().text().equals(key)) {
                return of(scope, entry.key(), entry.value());
            }
        }
        return null;
    }

    /// The value of a key that must be there; a fault at the element if it is not.
    @Nullable
    Node need(String key) {
        Node value = find(key);
        if (value == null) {
            lacks(key);
        }
        return value;
    }

    void lacks(String key) {
        String name = name().isEmpty() ? "This" : Quoted.of(name());
        scope.fault(at, "missing-key", name + " lacks the key '" + key + "'.");
    }

    /// The text of a key, if it is there.
    @Nullable
    String text(String key) {
        Node value = find(key);
        return value == null ? null : scope.scalar(value).text();
    }

    <T> @Nullable Leaf<T> leaf(String key, String code, String form, Function<String, Optional<T>> read) {
        Node value = find(key);
        return value == null ? null : scope.leaf(value, code, form, read);
    }

    /// Resolved names, or none when the key is absent.
    List<Reference> references(String key, List<Sort> sorts) {
        Node value = find(key);
        return value == null ? List.of() : References.read(scope, value, sorts);
    }

    /// Refuses the keys that nothing asked for.
    void close() {
        close(mapping);
    }

    /// Refuses the keys of `entries` that nothing asked for.
    void close(Node.Mapping entries) {
        for (Node.Entry entry : entries.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                String hint = scope.hint(key, List.copyOf(known));
                String fix = hint.isEmpty() ? "; known are " + String.join(", ", known) : hint;
                scope.fault(entry.key(), "unknown-key", "No key " + Quoted.of(key) + " is known here" + fix + ".");
            }
        }
    }
}
