package truceline.report;

import java.io.IOException;
import java.util.List;

/// Writes comma-separated values after RFC 4180: CRLF, quotes where needed. A text that a spreadsheet would run as
/// a formula (it begins with `=`, `+`, `-`, `@`, tab or carriage return) gets an apostrophe before it. Not
/// thread-safe.
final class CsvText {
    private final Appendable out;
    private boolean first = true;

    CsvText(Appendable out) {
        this.out = out;
    }

    /// A line of texts.
    void header(List<String> names) throws IOException {
        for (String name : names) {
            text(name);
        }
        endLine();
    }

    /// A cell that people or the world wrote.
    CsvText text(String text) throws IOException {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return cell(formula ? "'" + text : text);
    }

    /// A number, written as it is: a minus sign is part of it.
    CsvText number(String number) throws IOException {
        return cell(number);
    }

    CsvText number(long number) throws IOException {
        return cell(Long.toString(number));
    }

    void endLine() throws IOException {
        out.append("\r\n");
        first = true;
    }

    private CsvText cell(String text) throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        if (quoted) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
        return this;
    }
}
