package truceline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads claimed shares: CSV with the header `unit,percent,source,date,basis`.
///
/// `unit` is a code or a name, `percent` a plain decimal from 0 to 100 with at most two decimals, `date` is
/// `yyyy-mm-dd`; source and basis may not be empty. Stateless; never throws on any bytes.
public final class ClaimsReader {
    private static final List<String> HEADER = List.of("unit", "percent", "source", "date", "basis");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final int HUNDRED_PERCENT = 10_000;

    /// What is wrong with a claim: the line of the file (0 is the whole file), the column, a kebab code, a sentence.
    public record Problem(long line, String field, String code, String detail) {}

    /// A claim as written: `unit` is a code or a name.
    public record Row(String unit, int percentHundredths, String source, LocalDate date, String basis) {}

    /// The claims that could be read, and the problems of the others.
    public record Reading(List<Row> rows, List<Problem> problems) {
        public Reading {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    private ClaimsReader() {}

    /// Reads to the end; a faulty row does not stop the good ones.
    public static Reading read(byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<CsvRows.Fault> faults = CsvRows.read(bytes, HEADER, (line, row) -> {
            @Nullable LocalDate date = date(row.get(3));
            Optional<Problem> problem = problem(line, row, date);
            if (problem.isPresent() || date == null) {
                problem.ifPresent(problems::add);
            } else {
                int hundredths = new BigDecimal(row.get(1)).movePointRight(2).intValueExact();
                rows.add(new Row(row.get(0), hundredths, row.get(2), date, row.get(4)));
            }
        });
        faults.forEach(fault -> problems.add(new Problem(fault.line(), fault.field(), fault.code(), fault.detail())));
        return new Reading(rows, problems);
    }

    private static Optional<Problem> problem(long line, List<String> row, @Nullable LocalDate date) {
        for (int i = 0; i < HEADER.size(); i++) {
            if (row.get(i).isBlank()) {
                return Optional.of(new Problem(line, HEADER.get(i), "field-empty", "every column is needed"));
            }
        }
        String percent = row.get(1);
        if (!PERCENT.matcher(percent).matches()) {
            String detail = "a plain decimal with at most two decimals is expected";
            return Optional.of(new Problem(line, "percent", "percent-malformed", detail));
        }
        if (new BigDecimal(percent).movePointRight(2).intValueExact() > HUNDRED_PERCENT) {
            return Optional.of(new Problem(line, "percent", "percent-out-of-range", "more than 100"));
        }
        return date == null
                ? Optional.of(new Problem(line, "date", "date-malformed", "yyyy-mm-dd is expected"))
                : Optional.empty();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
