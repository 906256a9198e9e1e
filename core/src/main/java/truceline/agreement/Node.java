package truceline.agreement;

import java.util.List;
import java.util.Optional;

/// A tree of text with marks: what is left of an agreement file once YAML is gone. Immutable.
///
/// Lines and columns count from 1, columns in characters; both are 0 in a tree that comes from the
/// record.
public sealed interface Node {
    int line();

    int column();

    /// One text; the grammar, not the file, says what it means.
    record Scalar(String text, int line, int column) implements Node {}

    /// Keys and values in file order. A key may stand twice here: the compiler refuses that, at the
    /// later one.
    record Mapping(List<Entry> entries, int line, int column) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The value of the first entry with that key.
        public Optional<Node> find(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /// Values in file order.
    record Sequence(List<Node> elements, int line, int column) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /// One key with its value.
    record Entry(Scalar key, Node value) {}
}
