package truceline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.intake.GeoJsonReader;
import truceline.intake.RealMaps;

class TerritoryCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private String out = "";
    private String err = "";
    private String control = "";
    private String units = "";

    @BeforeEach
    void small_maps() throws IOException {
        control = write("control-2026-01-06.geojson", area("x", 30, 46, 31, 48));
        units = write("units.geojson", area("West", 30, 46, 32, 48) + "," + area("East", 32, 46, 34, 48));
    }

    @Test
    void shares_are_printed_beside_claims_with_the_files_named_below() throws IOException {
        String claims = file("claims.csv", "unit,percent,source,date,basis\nWest,60,A,2026-01-02,reported\n");

        assertThat(run("shares", "--control", control, "--units", units, "--claims", claims))
                .isZero();

        assertThat(out)
                .containsPattern("West +[0-9,.]+ +[0-9,.]+ +50\\.00 +60\\.00 +\\+10\\.00 +A, 2026-01-02, reported");
        assertThat(out).containsPattern("East +[0-9,.]+ +0\\.0 +0\\.00\n");
        assertThat(out).containsPattern("total .* 25\\.00");
        assertThat(out)
                .contains("control-2026-01-06.geojson, date 2026-01-06, sha256 ", "units.geojson, date not given");
        assertThat(out).contains("controlled according to the map").contains("as claimed");
        assertThat(err).isEmpty();
    }

    @Test
    void json_has_the_members_others_build_on() throws IOException {
        assertThat(run("shares", "--control", control, "--units", units, "--json"))
                .isZero();

        JsonNode west = JSON.readTree(out).get("units").get(0);
        assertThat(west.propertyNames()).containsExactly("unit", "areaKm2", "controlledKm2", "sharePercent");
        assertThat(west.get("sharePercent").asDouble()).isEqualTo(50.0);
        assertThat(JSON.readTree(out).get("total").propertyNames()).containsAll(west.propertyNames());
        assertThat(JSON.readTree(out).get("control").get(0).propertyNames()).contains("sha256", "date", "source");
        assertThat(JSON.readTree(out).get("boundaries").get("sha256").asString())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void several_maps_of_one_date_give_a_range() throws IOException {
        String wider = write("other-20260106.geojson", area("x", 30, 46, 31.5, 48));

        assertThat(run("shares", "--control", control, wider, "--units", units, "--json"))
                .isZero();

        assertThat(out).contains("\"sharePercent\":50.00,\"range\":[50.00,75.00]}");
        assertThat(run("shares", "--control", control, wider, "--units", units)).isZero();
        assertThat(out).contains("50.00-75.00");
    }

    @Test
    void maps_of_different_dates_are_not_a_range() throws IOException {
        String later = write("control-2026-02-06.geojson", area("x", 30, 46, 31.5, 48));

        assertThat(run("shares", "--control", control, later, "--units", units)).isEqualTo(2);
        assertThat(err).contains("2026-01-06", "2026-02-06");
    }

    @Test
    void a_gzip_file_is_read_as_it_is() throws IOException {
        Path packed = dir.resolve("control-2026-01-06.geojson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(Files.readAllBytes(Path.of(control)));
        }

        assertThat(run("shares", "--control", packed.toString(), "--units", units, "--json"))
                .isZero();
        assertThat(JSON.readTree(out).get("total").get("sharePercent").asDouble())
                .isEqualTo(25.0);
    }

    @Test
    void the_line_is_geojson_that_this_program_reads_again() throws IOException {
        assertThat(run("line", "--control", control, "--units", units)).isZero();

        assertThat(GeoJsonReader.read(out.getBytes(UTF_8)).problems()).isEmpty();
        JsonNode feature = JSON.readTree(out).get("features").get(0);
        assertThat(feature.get("geometry").get("type").asString()).isEqualTo("LineString");
        assertThat(feature.get("properties").get("lengthKm").isNumber()).isTrue();
        assertThat(feature.get("properties").get("lengthKm").asDouble()).isBetween(216.0, 217.0);
        assertThat(err).contains("1 line;", "0 parts under 5 km left out");
    }

    @Test
    void the_tolerance_moves_the_ends_of_the_line() throws IOException {
        assertThat(run("line", "--control", control, "--units", units, "--border-tolerance", "10km"))
                .isZero();

        JsonNode feature = JSON.readTree(out).get("features").get(0);
        assertThat(feature.get("properties").get("lengthKm").asDouble()).isBetween(202.0, 203.0);
    }

    @Test
    void exit_codes_tell_usage_refusal_and_absence_apart() throws IOException {
        String bowTie = write(
                "bow.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[30,46],[31,47],[31,46],[30,47],[30,46]]]}}");
        String claims = file("claims.csv", "unit,percent,source,date,basis\nNorth,60,A,2026-01-02,reported\n");
        String notGzip = file("broken.gz", "\u001f\u008bxx");

        assertThat(run("shares", "--units", units)).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("line", "--control", control, "--units", units, "--border-tolerance", "3"))
                .isEqualTo(2);
        assertThat(run("line", "--control", control, "--units", units, "--border-tolerance", "60km"))
                .isEqualTo(2);
        assertThat(run("shares", "--control", control, "--units", units, "--unit-name", "title"))
                .isEqualTo(4);
        assertThat(err).contains("unit-without-name");
        assertThat(run("shares", "--control", control, "--units", units, "--claims", claims))
                .isEqualTo(4);
        assertThat(err).contains("unit-unknown", "North");
        assertThat(run("line", "--control", bowTie, "--units", units)).isEqualTo(4);
        assertThat(err).contains("self-intersection", "at 30.5 46.5");
        assertThat(run("line", "--control", bowTie, "--units", units, "--mend")).isZero();
        assertThat(run("line", "--control", notGzip, "--units", units)).isEqualTo(4);
        assertThat(run("line", "--control", dir.resolve("absent").toString(), "--units", units))
                .isEqualTo(5);
        assertThat(out).as("nothing on stdout").isEmpty();
    }

    @Test
    void the_real_maps_give_the_figures_of_the_contract() throws IOException {
        String realControl = RealMaps.controlFile().toString();
        String realUnits = RealMaps.unitsFile().toString();

        assertThat(run("shares", "--control", realControl, "--units", realUnits, "--json"))
                .isZero();

        assertThat(out)
                .contains(
                        "{\"unit\":\"Donets'k\",\"areaKm2\":26599.0,\"controlledKm2\":20628.2,\"sharePercent\":77.55}");
        assertThat(out).contains("\"date\":\"2026-01-06\"");
    }

    private int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = new CommandLine(new TerritoryCommand())
                .setOut(new PrintWriter(outText, true))
                .setErr(new PrintWriter(errText, true))
                .execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    private String write(String name, String features) throws IOException {
        return file(name, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    }

    private String file(String name, String text) throws IOException {
        return Files.write(dir.resolve(name), text.getBytes(name.endsWith(".gz") ? ISO_8859_1 : UTF_8))
                .toString();
    }

    private static String area(String name, double west, double south, double east, double north) {
        List<String> positions = new ArrayList<>();
        for (double[] corner :
                new double[][] {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}) {
            positions.add("[" + corner[0] + "," + corner[1] + "]");
        }
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\"},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[" + String.join(",", positions) + "]]}}";
    }
}
