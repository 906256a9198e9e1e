package truceline.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes HTML that is also well-formed XML. Every text goes through {@link #text}; what XML cannot hold becomes
/// U+FFFD. Not thread-safe.
public final class Markup {
    private final Appendable out;

    public Markup(Appendable out) {
        this.out = out;
    }

    /// Markup of our own, as it stands.
    public Markup raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /// A text, escaped.
    public Markup text(String text) throws IOException {
        escape(out, text);
        return this;
    }

    /// A text that the world wrote: its direction is kept to itself, so that it cannot reorder what stands beside
    /// it.
    public Markup foreign(@Nullable String text) throws IOException {
        return text == null ? this : raw("<bdi>").text(text).raw("</bdi>");
    }

    /// An element that holds a text.
    public Markup element(String tag, String text) throws IOException {
        return element(tag, "", text);
    }

    /// An element with attributes of our own (a leading blank included) that holds a text.
    public Markup element(String tag, String attributes, String text) throws IOException {
        return raw("<" + tag + attributes + ">").text(text).raw("</" + tag + ">");
    }

    /// The text as it may stand in an element or in an attribute.
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        try {
            escape(escaped, text);
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder does not fail", e);
        }
        return escaped.toString();
    }

    private static void escape(Appendable out, String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> plain(out, point);
            }
        }
    }

    private static void plain(Appendable out, int point) throws IOException {
        if (!isXml(point)) {
            out.append('\uFFFD');
        } else if (Character.isBmpCodePoint(point)) {
            out.append((char) point);
        } else {
            out.append(Character.highSurrogate(point)).append(Character.lowSurrogate(point));
        }
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point < 0x7F
                || point >= 0xA0 && point < 0xD800
                || point >= 0xE000 && point < 0xFFFE
                || point >= 0x10000;
    }
}
