package truceline.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The header line of a CSV file: column names in file order, compared without regard to case, outer blanks or
/// runs of blanks; an underscore is a blank. Immutable.
final class CsvHeader {
    private final List<String> names;
    private final List<String> keys = new ArrayList<>();
    private final String line;

    CsvHeader(List<String> names, String line) {
        this.names = names;
        this.line = line;
        names.forEach(name -> keys.add(key(name)));
    }

    /// Reads the row at which the scanner stands.
    ///
    /// @throws Refusal where it cannot be a header
    static CsvHeader of(CsvScanner row) {
        if (row.fault() != null) {
            throw new Refusal("wrong-header", "The first line is no CSV header (" + row.fault() + ").");
        }
        if (row.cells() > CsvScanner.MAX_CELLS) {
            throw new Refusal("wrong-header", "The header names more than " + CsvScanner.MAX_CELLS + " columns.");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.cells(); i++) {
            names.add(row.text(i).strip());
        }
        String line = new String(
                row.buffer(), row.rowFrom(), row.rowTo() - row.rowFrom(), java.nio.charset.StandardCharsets.UTF_8);
        return new CsvHeader(List.copyOf(names), line);
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /// Position of a column, or -1.
    int find(String name) {
        return keys.indexOf(key(name));
    }

    /// Position of the first of several names that the header has, or -1.
    int findAny(List<String> alternatives) {
        for (String name : alternatives) {
            int at = find(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /// Position of a column that the format cannot do without.
    int get(String name) {
        int at = find(name);
        if (at < 0) {
            throw missing(name);
        }
        return at;
    }

    /// Why a file without this column cannot be read.
    Refusal missing(String name) {
        for (char separator : new char[] {';', '\t'}) {
            if (count(separator) > count(',')) {
                return new Refusal(
                        "wrong-separator",
                        "The cells are apart by " + (separator == ';' ? "semicolons" : "tabs")
                                + "; save the file with commas.");
            }
        }
        return new Refusal("missing-column", "The header has no column '" + name + "'; it has: " + shown() + ".");
    }

    /// @throws Refusal where two columns have one name, of which only one would be read
    void refuseTwins() {
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (!key.isEmpty() && !seen.add(key)) {
                throw new Refusal("duplicate-column", "The header names the column '" + key + "' twice.");
            }
        }
    }

    private String shown() {
        String all = String.join(", ", names);
        return all.length() > 300 ? all.substring(0, 300) + "…" : all;
    }

    private long count(char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static String key(String name) {
        return TextFields.oneSpaced(name.replace('_', ' ')).toLowerCase(Locale.ROOT);
    }
}
