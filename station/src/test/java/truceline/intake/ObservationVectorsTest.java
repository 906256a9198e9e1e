package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.observation.Count;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;
import truceline.observation.Word;

/// The cases of `vectors/observations`: a file, and beside it one line of JSON for each of its rows. Run with
/// `-Dtruceline.record=true` to write the lines anew, then read the difference.
class ObservationVectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("truceline.root", "."), "vectors", "observations");
    private static final Map<String, Reader> READERS = Map.ofEntries(
            Map.entry("claims-csv.csv", new ClaimsCsvReader(ZoneId.of("-02:00"))),
            Map.entry("claims-xlsx.xlsx", new ClaimsXlsxReader(ZoneId.of("-02:00"))),
            Map.entry("firms-csv.csv", new FirmsCsvReader()),
            Map.entry("observations-csv.csv", new ObservationsCsvReader()),
            Map.entry("viina.csv", new ObservationsCsvReader(ColumnMapping.shipped("viina"))),
            Map.entry("ucdp-ged.csv", new ObservationsCsvReader(ColumnMapping.shipped("ucdp-ged"))),
            Map.entry("acled.csv", new ObservationsCsvReader(ColumnMapping.shipped("acled"))),
            Map.entry("patrol-csv.csv", new PatrolCsvReader(ZoneId.of("Europe/Kyiv"))),
            Map.entry("observations-geojson.json", new ObservationsGeoJsonReader()),
            Map.entry("sbs.txt", new SbsReader()),
            Map.entry("readsb-json.json", new ReadsbJsonReader()),
            Map.entry("ais-nmea.nmea", new AisNmeaReader()));

    static Stream<String> files() {
        return READERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_read_as_its_lines_say(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Path expected = FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + ".rows.ndjson");
        StringBuilder lines = new StringBuilder();
        try (var bytes = Files.newInputStream(file)) {
            Objects.requireNonNull(READERS.get(name)).read(bytes, new Lines(lines));
        }
        if (Boolean.getBoolean("truceline.record")) {
            Files.writeString(expected, lines);
        }
        assertThat(lines.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void every_case_is_read() throws IOException {
        try (Stream<Path> cases = Files.list(FOLDER)) {
            List<String> names = cases.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".rows.ndjson"))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(READERS.keySet());
        }
    }

    private record Lines(StringBuilder out) implements RowSink {
        @Override
        public void observed(Draft draft, byte[] bytes, int from, int to) {
            Map<String, Object> said = new TreeMap<>();
            Draft silent = new Draft();
            for (Field field : Draft.class.getFields()) {
                Object value = value(field, draft);
                if (!Modifier.isStatic(field.getModifiers()) && value != null && !value.equals(value(field, silent))) {
                    said.put(field.getName(), value);
                }
            }
            write(said);
        }

        @Override
        public void rejected(Rejection rejection, byte[] bytes, int from, int to) {
            Map<String, Object> said = new TreeMap<>();
            said.put("row", rejection.row());
            said.put("field", rejection.field());
            said.put("code", rejection.code());
            write(said);
        }

        private static Object value(Field field, Draft draft) {
            try {
                return field.get(draft);
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }

        private void write(Map<String, Object> said) {
            List<String> members = said.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ":" + text(entry.getValue()))
                    .toList();
            out.append('{').append(String.join(",", members)).append("}\n");
        }

        private static String text(Object value) {
            return switch (value) {
                case Number number -> number.toString();
                case Word word -> quoted(word.word());
                case Count count -> quoted(count.text());
                default -> quoted(value.toString());
            };
        }

        private static String quoted(String text) {
            List<String> pairs = Arrays.asList("\\", "\\\\", "\"", "\\\"", "\n", "\\n", "\r", "\\r");
            String escaped = text;
            for (int i = 0; i < pairs.size(); i += 2) {
                escaped = escaped.replace(pairs.get(i), pairs.get(i + 1));
            }
            return '"' + escaped + '"';
        }
    }
}
