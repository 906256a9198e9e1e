package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import truceline.agreement.Node;
import truceline.agreement.Readings;

/// Readings: an element is read once per holder, with his words in the place of the disputed keys, and
/// once with `open` there.
final class Disputes {
    private static final int MOST_HOLDERS = 64;

    private Disputes() {}

    /// Reads the part of an element that may be disputed: all keys that `read` asks for and that were
    /// not asked for before.
    static <T> Readings<T> read(Element element, Function<Element, T> read) {
        Node node = element.find("readings");
        if (node == null) {
            return new Readings<>(read.apply(element), new TreeMap<>(), List.of());
        }
        Scope scope = element.scope();
        Node.Mapping holders = scope.mapping(node);
        if (holders.entries().size() > MOST_HOLDERS) {
            scope.fault(node, "too-many-values", "At most " + MOST_HOLDERS + " holders read one thing differently.");
            return new Readings<>(
                    read.apply(element.with(scope.muted(), element.mapping())), new TreeMap<>(), List.of());
        }
        if (holders.entries().isEmpty()) {
            scope.fault(holders, "empty-value", "There are no readings here; write them, or leave the key out.");
        }
        List<String> plain = element.known();
        Set<String> keys = new TreeSet<>();
        SortedMap<String, T> byHolder = new TreeMap<>();
        for (Node.Entry holder : holders.entries()) {
            References.one(scope, holder.key(), References.ACTORS);
            Node.Mapping patch = scope.mapping(holder.value());
            if (patch.entries().isEmpty()) {
                scope.fault(patch, "empty-value", "This reading says nothing; write the disputed keys.");
                continue;
            }
            byHolder.put(holder.key().text(), read.apply(element.with(scope, patched(element.mapping(), patch))));
            checkPatch(element, plain, patch);
            TreeSet<String> own = new TreeSet<>();
            patch.entries().forEach(entry -> own.add(entry.key().text()));
            plain.forEach(own::remove);
            checkSameKeys(scope, holder.key(), own, keys, byHolder.size() == 1);
            keys.addAll(own);
        }
        checkCommon(element, holders, keys);
        Node.Mapping common = patched(element.mapping(), open(keys, node));
        return new Readings<>(read.apply(element.with(scope.muted(), common)), byHolder, List.copyOf(keys));
    }

    private static Node.Mapping open(Set<String> keys, Node at) {
        List<Node.Entry> entries = new ArrayList<>();
        for (String key : keys) {
            Node.Scalar name = new Node.Scalar(key, at.line(), at.column());
            entries.add(new Node.Entry(name, new Node.Scalar("open", at.line(), at.column())));
        }
        return new Node.Mapping(entries, at.line(), at.column());
    }

    private static Node.Mapping patched(Node.Mapping element, Node.Mapping patch) {
        List<Node.Entry> entries = new ArrayList<>(patch.entries());
        for (Node.Entry entry : element.entries()) {
            if (patch.find(entry.key().text()).isEmpty()) {
                entries.add(entry);
            }
        }
        return new Node.Mapping(entries, element.line(), element.column());
    }

    private static void checkPatch(Element element, List<String> plain, Node.Mapping patch) {
        element.close(patch);
        for (Node.Entry entry : patch.entries()) {
            if (plain.contains(entry.key().text())) {
                element.scope()
                        .fault(
                                entry.key(),
                                "unknown-key",
                                Quoted.of(entry.key().text()) + " cannot be disputed; write it beside 'readings'.");
            }
        }
    }

    private static void checkSameKeys(
            Scope scope, Node.Scalar holder, Set<String> own, Set<String> keys, boolean isFirst) {
        if (!isFirst && !own.equals(keys)) {
            scope.fault(
                    holder,
                    "readings-differ",
                    "All readings speak of the same keys; the first speaks of " + Quoted.some(keys) + ".");
        }
    }

    /// The disputed keys stand only in the readings; of two that clash, the later is wrong.
    private static void checkCommon(Element element, Node.Mapping holders, Set<String> keys) {
        for (Node.Entry entry : element.mapping().entries()) {
            if (!keys.contains(entry.key().text())) {
                continue;
            }
            Node later = entry.key();
            for (Node.Entry holder : holders.entries()) {
                for (Node.Entry patch :
                        element.scope().muted().mapping(holder.value()).entries()) {
                    boolean same = patch.key().text().equals(entry.key().text());
                    if (same && isAfter(patch.key(), later)) {
                        later = patch.key();
                        break;
                    }
                }
            }
            element.scope()
                    .fault(
                            later,
                            "reading-beside-text",
                            Quoted.of(entry.key().text())
                                    + " stands both in the readings and beside them; a disputed key"
                                    + " stands only in the readings.");
        }
    }

    private static boolean isAfter(Node one, Node other) {
        return one.line() > other.line() || one.line() == other.line() && one.column() > other.column();
    }
}
