package truceline.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes JSON as it goes, in the order in which it is told, without holding the document. Characters that some
/// readers stumble over (controls, U+2028, U+2029, lone surrogates) are escaped, so the text is safe in UTF-8. Not
/// thread-safe.
final class JsonText {
    private final Appendable out;
    private boolean[] first = new boolean[16];
    private int depth;
    private boolean named;

    JsonText(Appendable out) {
        this.out = out;
        first[0] = true;
    }

    JsonText beginObject() throws IOException {
        return open('{');
    }

    JsonText endObject() throws IOException {
        return close('}');
    }

    JsonText beginArray() throws IOException {
        return open('[');
    }

    JsonText endArray() throws IOException {
        return close(']');
    }

    /// A line break before the next element, for arrays that people look into.
    JsonText line() throws IOException {
        if (!first[depth]) {
            out.append(',');
            first[depth] = true;
        }
        out.append('\n');
        return this;
    }

    JsonText name(String name) throws IOException {
        separate();
        text(name);
        out.append(':');
        named = true;
        return this;
    }

    JsonText value(@Nullable String text) throws IOException {
        separate();
        if (text == null) {
            out.append("null");
        } else {
            text(text);
        }
        return this;
    }

    JsonText value(long number) throws IOException {
        return plain(Long.toString(number));
    }

    JsonText value(boolean truth) throws IOException {
        return plain(truth ? "true" : "false");
    }

    /// A number given as its decimal text.
    JsonText decimal(String number) throws IOException {
        return plain(number);
    }

    JsonText nothing() throws IOException {
        return plain("null");
    }

    JsonText texts(List<String> texts) throws IOException {
        beginArray();
        for (String each : texts) {
            value(each);
        }
        return endArray();
    }

    private JsonText plain(String text) throws IOException {
        separate();
        out.append(text);
        return this;
    }

    private JsonText open(char bracket) throws IOException {
        separate();
        out.append(bracket);
        if (++depth == first.length) {
            first = Arrays.copyOf(first, depth * 2);
        }
        first[depth] = true;
        return this;
    }

    private JsonText close(char bracket) throws IOException {
        depth--;
        out.append(bracket);
        return this;
    }

    private void separate() throws IOException {
        if (named) {
            named = false;
        } else if (first[depth]) {
            first[depth] = false;
        } else {
            out.append(',');
        }
    }

    private void text(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                escape(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escape(char c) throws IOException {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
