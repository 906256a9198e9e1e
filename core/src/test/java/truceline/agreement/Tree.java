package truceline.agreement;

import java.util.ArrayList;
import java.util.List;

/// Trees for tests, from one line like `{id: test, days: {D: {date: open}}, seats: [UA, RU]}`; line 1, column of the
/// text.
public final class Tree {
    private final String text;
    private int at;

    private Tree(String text) {
        this.text = text;
    }

    public static Node of(String text) {
        Tree tree = new Tree(text);
        Node node = tree.node();
        if (tree.at != text.length()) {
            throw new IllegalArgumentException("more text at " + tree.at);
        }
        return node;
    }

    private Node node() {
        int column = at + 1;
        if (take('{')) {
            List<Node.Entry> entries = new ArrayList<>();
            while (!take('}')) {
                Node.Scalar key = scalar();
                expect(':');
                entries.add(new Node.Entry(key, node()));
                take(',');
            }
            return new Node.Mapping(entries, 1, column);
        }
        if (take('[')) {
            List<Node> elements = new ArrayList<>();
            while (!take(']')) {
                elements.add(node());
                take(',');
            }
            return new Node.Sequence(elements, 1, column);
        }
        return scalar();
    }

    private Node.Scalar scalar() {
        int start = at;
        if (text.charAt(at) == '"') {
            at = text.indexOf('"', at + 1) + 1;
            String quoted = text.substring(start + 1, at - 1);
            space();
            return new Node.Scalar(quoted, 1, start + 1);
        }
        while (at < text.length() && !ends()) {
            at++;
        }
        return new Node.Scalar(text.substring(start, at), 1, start + 1);
    }

    /// A colon ends a key only before a space, so that `12:00` is one text.
    private boolean ends() {
        char c = text.charAt(at);
        return ",{}[]".indexOf(c) >= 0 || c == ':' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            space();
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw new IllegalArgumentException("'" + c + "' expected at " + at);
        }
    }

    private void space() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
