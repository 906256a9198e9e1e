package truceline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The formats in which observations come: their names, their readers, and which one a file's beginning shows beyond
/// doubt. Stateless.
public final class Formats {
    private static final List<String> NAMES = List.of(
            "ais-nmea",
            "claims-csv",
            "claims-xlsx",
            "firms-csv",
            "observations-csv",
            "observations-geojson",
            "patrol-csv",
            "readsb-json",
            "sbs");

    private static final Pattern LINES_OF_SBS =
            Pattern.compile("(?:MSG,[1-8]|(?:STA|AIR|SEL|ID|CLK),[^,\\n]*),[^,\\n]*,[^,\\n]*,~?[0-9A-Fa-f]{6},");
    private static final Pattern LINES_OF_AIS = Pattern.compile(
            "(?:\\s*(?:#[^\\n]*)?\\n)*+(?:[^,!\\n]{0,40}[ ,])?(?:\\\\[^\\n\\\\]*\\\\)*![A-Z]{2}VD[MO],[1-9],");

    private Formats() {}

    /// The names that {@link #reader} knows.
    public static List<String> names() {
        return NAMES;
    }

    /// The reader of a format.
    ///
    /// @param columns what another publisher's columns mean; only with `observations-csv`
    /// @param zone zone of times that a patrol's table or a claim list states without one
    /// @throws Refusal `unknown-format`, `columns-not-taken`
    public static Reader reader(String name, @Nullable ColumnMapping columns, @Nullable ZoneId zone) {
        if (columns != null && !name.equals("observations-csv")) {
            throw new Refusal("columns-not-taken", "A columns file goes with --format observations-csv only.");
        }
        return switch (name) {
            case "ais-nmea" -> new AisNmeaReader();
            case "claims-csv" -> new ClaimsCsvReader(zone);
            case "claims-xlsx" -> new ClaimsXlsxReader(zone);
            case "firms-csv" -> new FirmsCsvReader();
            case "observations-csv" ->
                columns == null ? new ObservationsCsvReader() : new ObservationsCsvReader(columns);
            case "observations-geojson" -> new ObservationsGeoJsonReader();
            case "patrol-csv" -> new PatrolCsvReader(zone);
            case "readsb-json" -> new ReadsbJsonReader();
            case "sbs" -> new SbsReader();
            default -> throw new Refusal("unknown-format", "There is no format '" + name + "'" + list());
        };
    }

    /// The format of a file, by its first bytes (64 KiB are enough, gzip or not) and nothing else.
    ///
    /// @throws Refusal `unknown-format` where the bytes fit none, or could be several
    public static String guess(byte[] head, String fileName) {
        if (isSpreadsheet(head)) {
            return "claims-xlsx";
        }
        byte[] plain = plain(head);
        if (isJson(plain)) {
            return guessJson(plain, fileName);
        }
        if (LINES_OF_SBS.matcher(start(plain)).lookingAt()) {
            return "sbs";
        }
        if (LINES_OF_AIS.matcher(start(plain)).lookingAt()) {
            return "ais-nmea";
        }
        CsvHeader header = header(plain);
        if (header == null) {
            throw unclear(fileName, "");
        }
        List<String> fits = new ArrayList<>();
        if (has(header, "latitude", "longitude", "acq_date", "acq_time", "satellite")) {
            fits.add("firms-csv");
        }
        if (has(header, "observation", "means") && header.findAny(PatrolColumn.MOMENT.headings()) >= 0) {
            fits.add("patrol-csv");
        }
        if (has(header, "accused", "kind") && (header.find("time") >= 0 || header.find("date") >= 0)) {
            fits.add("claims-csv");
        }
        if (header.find("time") >= 0 && header.names().stream().allMatch(Formats::isOurs)) {
            fits.add("observations-csv");
        }
        if (fits.size() != 1) {
            throw unclear(fileName, hint(header));
        }
        return fits.getFirst();
    }

    private static boolean isOurs(String name) {
        return Column.find(name.toLowerCase(Locale.ROOT)) != null;
    }

    private static boolean has(CsvHeader header, String... names) {
        return List.of(names).stream().allMatch(name -> header.find(name) >= 0);
    }

    private static String hint(CsvHeader header) {
        for (String name : ColumnMapping.shippedNames()) {
            boolean fits = ColumnMapping.shipped(name).sources().values().stream()
                    .allMatch(source ->
                            source.constant() != null || source.optional() || header.findAny(source.theirs()) >= 0);
            if (fits) {
                return " Its columns look like those of " + name + ": try --format observations-csv --columns " + name
                        + ".";
            }
        }
        return "";
    }

    private static String guessJson(byte[] plain, String fileName) {
        String text = new String(plain, StandardCharsets.UTF_8);
        boolean features = text.contains("\"FeatureCollection\"") || text.contains("\"Feature\"");
        if (features && text.contains("\"time\"") && (text.contains("\"kind\"") || text.contains("\"means\""))) {
            return "observations-geojson";
        }
        if (!features && text.contains("\"aircraft\"") && text.contains("\"now\"")) {
            return "readsb-json";
        }
        throw unclear(fileName, "");
    }

    private static String start(byte[] plain) {
        int from = plain.length >= 3 && plain[0] == (byte) 0xEF ? 3 : 0;
        return new String(plain, from, plain.length - from, StandardCharsets.ISO_8859_1);
    }

    /// True for an archive that names a workbook's parts; no other format of ours is one.
    private static boolean isSpreadsheet(byte[] head) {
        return head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && head[2] == 3
                && new String(head, StandardCharsets.ISO_8859_1).contains("xl/");
    }

    private static boolean isJson(byte[] plain) {
        int at = plain.length >= 3 && plain[0] == (byte) 0xEF ? 3 : 0;
        while (at < plain.length && plain[at] <= ' ' && plain[at] > 0) {
            at++;
        }
        return at < plain.length && plain[at] == '{';
    }

    private static @Nullable CsvHeader header(byte[] plain) {
        try {
            CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(plain));
            boolean usable = scanner.next() && scanner.fault() == null && scanner.cells() <= CsvScanner.MAX_CELLS;
            return usable ? CsvHeader.of(scanner) : null;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot fail", impossible);
        }
    }

    private static byte[] plain(byte[] head) {
        try (Gunzip plain = new Gunzip(new ByteArrayInputStream(head))) {
            return plain.readNBytes(1 << 18);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot fail", impossible);
        }
    }

    private static Refusal unclear(String fileName, String hint) {
        return new Refusal(
                "unknown-format",
                "It is not clear what '" + fileName + "' is" + (hint.isEmpty() ? list() : "." + hint));
    }

    private static String list() {
        return "; say --format with one of " + String.join(", ", NAMES) + ".";
    }
}
