package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the table of codes to names of units: CSV with the header `code,name`, one row with the name `*` for the
/// union of all. Stateless.
public final class UnitCodesReader {
    /// The name in the row of the code that stands for all units together.
    public static final String ALL = "*";

    private static final List<String> HEADER = List.of("code", "name");
    private static final String UKRAINE = "/units/ua.csv";

    private UnitCodesReader() {}

    /// The shipped table of Ukraine: ISO 3166-2 codes and the names in Natural Earth's first-level units.
    public static UnitCodes ukraine() {
        try (InputStream in = UnitCodesReader.class.getResourceAsStream(UKRAINE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + UKRAINE);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads a table.
    ///
    /// @throws Refusal where the table is malformed, gives a code twice, or has no row for all units
    public static UnitCodes read(byte[] bytes) {
        Map<String, String> names = new TreeMap<>();
        String[] whole = {""};
        List<CsvRows.Fault> faults = CsvRows.read(bytes, HEADER, (line, row) -> {
            if (row.get(1).equals(ALL) && whole[0].isEmpty()) {
                whole[0] = row.get(0);
            } else if (names.put(row.get(0), row.get(1)) != null) {
                throw new Refusal("duplicate-code", "line " + line + " gives the code " + row.get(0) + " again");
            }
        });
        if (!faults.isEmpty()) {
            CsvRows.Fault fault = faults.getFirst();
            throw new Refusal(fault.code(), "line " + fault.line() + ": " + fault.detail());
        }
        if (whole[0].isEmpty()) {
            throw new Refusal("no-whole", "one row must have the name " + ALL + ", for all units together");
        }
        return new UnitCodes(whole[0], names);
    }
}
