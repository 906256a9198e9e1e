package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the agreement commands say of the maps that stand beside an agreement.
class AgreementMapsTest {
    private static final String LINE = "{\"type\":\"LineString\",\"coordinates\":[[30,46],[30,47]]}";
    private static final String OTHER_LINE = "{\"type\":\"LineString\",\"coordinates\":[[31,46],[31,47]]}";
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[30,46]}";
    private static final String AREA =
            "{\"type\":\"Polygon\",\"coordinates\":[[[30,46],[31,46],[31,47],[30,47],[30,46]]]}";
    private static final String YAML = """
            agreement: 1
            id: small
            title: {en: "A small agreement"}
            status: agreed
            version: 1.0.0
            languages: {authentic: [en]}
            time-zone: Europe/Kyiv
            basis: assumed
            sources: {}
            parties: {VA: Vathe, IL: Ilmoss}
            bodies: {panel: {seats: [VA, IL], decides: all, else: no act}}
            days: {D: {date: 2031-03-01}}
            lines: {loc: {map: loc.geojson, left: VA, right: IL}}
            zones: {box: {map: box.geojson}}
            provisions:
              1: {text: {en: "Nobody goes in."}, who: each party, must-not: enter, where: box, from: D}
            """;

    private String out = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void two_versions_with_their_maps() throws IOException {
        for (String folder : new String[] {"old", "young"}) {
            Files.createDirectories(dir.resolve(folder));
            Files.writeString(dir.resolve(folder).resolve("a.yaml"), YAML);
            map(folder, "loc", LINE);
            map(folder, "box", AREA);
        }
    }

    @Test
    void versions_with_the_same_text_and_another_map_are_not_the_same() throws IOException {
        assertThat(run("diff", file("old"), file("young"))).isZero();
        assertThat(out).contains("What is signed is the same, byte for byte.");
        map("young", "loc", OTHER_LINE);
        assertThat(run("diff", file("old"), file("young"))).isZero();
        assertThat(out).doesNotContain("byte for byte").contains("The bytes of the map differ for line loc.");
        Files.delete(dir.resolve("old").resolve("box.geojson"));
        assertThat(run("diff", file("old"), file("young"), "--json")).isZero();
        assertThat(out).contains("\"mapsThatDiffer\":[\"line loc\"]").contains("\"mapsNotRead\":[\"zone box\"]");
    }

    @Test
    void the_copy_that_is_signed_names_the_maps_that_its_hash_does_not_cover() throws IOException {
        assertThat(run("print", file("old"))).isZero();
        assertThat(out)
                .contains("This hash does not cover the maps loc.geojson (line loc) and box.geojson (zone box)")
                .contains("which the hash of what is signed does not cover");
        Files.writeString(
                dir.resolve("old").resolve("a.yaml"), YAML.replace(".geojson", ".geojson, sha256: " + "1".repeat(64)));
        assertThat(run("print", file("old"))).isZero();
        assertThat(out).doesNotContain("does not cover");
        assertThat(run("check", file("old"))).isEqualTo(Exit.NO);
        assertThat(out).contains("bad-hash");
    }

    @Test
    void a_line_needs_lines_and_a_zone_areas() throws IOException {
        assertThat(run("check", file("old"))).isZero();
        for (String wrong : new String[] {"", POINT, AREA}) {
            map("old", "loc", wrong);
            assertThat(run("check", file("old"))).as(wrong).isEqualTo(Exit.NO);
            assertThat(out).contains("13:20  bad-map").doesNotContain("feature -1");
        }
        map("old", "loc", LINE);
        for (String wrong : new String[] {"", POINT, LINE}) {
            map("old", "box", wrong);
            assertThat(run("check", file("old"))).as(wrong).isEqualTo(Exit.NO);
            assertThat(out).contains("14:20  bad-map");
        }
        Files.writeString(dir.resolve("old").resolve("box.geojson"), "{}");
        assertThat(run("check", file("old"))).isEqualTo(Exit.NO);
        assertThat(out).contains("14:20  bad-map").doesNotContain("feature -1");
    }

    @Test
    void units_that_are_not_there_are_no_fault_of_the_agreement() throws IOException {
        assertThat(run("check", file("old"), "--units", dir.resolve("absent").toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(out).isEmpty();
        Path text = Files.writeString(dir.resolve("units.geojson"), "no map");
        assertThat(run("check", file("old"), "--units", text.toString())).isEqualTo(Exit.REFUSED);
        assertThat(out).isEmpty();
    }

    private String file(String folder) {
        return dir.resolve(folder).resolve("a.yaml").toString();
    }

    private void map(String folder, String name, String geometry) throws IOException {
        Files.writeString(
                dir.resolve(folder).resolve(name + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + (geometry.isEmpty()
                                ? ""
                                : "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}")
                        + "]}");
    }

    private int run(String... arguments) {
        StringWriter text = new StringWriter();
        String[] words = new String[arguments.length + 1];
        words[0] = "agreement";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        int code = Main.run(new PrintWriter(text, true), words);
        out = text.toString();
        return code;
    }
}
