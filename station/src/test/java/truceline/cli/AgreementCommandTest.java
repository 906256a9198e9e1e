package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    private String out = "";

    @Test
    void positions_print_numerator_denominator_whose_agreement_and_basis() {
        assertThat(run("positions", file("paris-framework-20"))).isZero();
        assertThat(out)
                .containsPattern("UA, US +18 of 20 +90\\.0 % +0 of 20 +inferred +12, 14\n")
                .containsPattern("UA, US, RU +0 of 20 +0\\.0 % +0 of 20 +inferred")
                .contains("12 UA: run by Ukraine and the US in equal parts (2025-12-24, reported, twenty)")
                .contains("it is not how close peace is")
                .contains("From P28 to P20 (basis: assumed)")
                .containsPattern("vanished +3, 4, 7, 8, 9, 13, 15, 17, 26\n");
    }

    @Test
    void positions_as_json_have_the_members_others_build_on() {
        assertThat(run("positions", file("paris-framework-20"), "--json")).isZero();
        assertThat(out)
                .startsWith("{\"version\":\"P20\",\"points\":20,\"agreed\":[{\"among\":[\"UA\",\"US\"],\"agreed\":18,"
                        + "\"of\":20,\"percent\":90.0,\"basis\":\"inferred\",\"signed\":0,");
        JsonNode json = JSON.readTree(out);
        assertThat(json.propertyNames()).containsExactly("version", "points", "agreed", "positions", "map");
        assertThat(json.get("positions")).hasSize(60);
        assertThat(json.get("positions").get(2).get("say").asString()).isEqualTo("no-answer");
        assertThat(json.get("map").get("split").toString()).isEqualTo("[{\"point\":12,\"into\":[8,9]}]");
    }

    @Test
    void another_version_and_other_actors_can_be_asked_for() {
        assertThat(run("positions", file("paris-framework-20"), "--proposal", "P28", "--among", "UA,EU", "--json"))
                .isZero();
        assertThat(out)
                .contains("\"among\":[\"UA\",\"EU\"],\"agreed\":0,\"of\":28,\"percent\":0.0,\"basis\":\"unknown\"");
        assertThat(run("positions", file("paris-framework-20"), "--proposal", "P99"))
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(run("positions", file("paris-framework-20"), "--among", "UA,XX"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("positions", file("minsk-package-2015"))).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void the_timeline_gives_dates_or_what_they_wait_for() {
        assertThat(run("timeline", file("minsk-package-2015"))).isZero();
        assertThat(out)
                .containsPattern("2015-02-16 24:00 +2\\.a +begin by D\\+1 +each party must withdraw heavy-guns")
                .containsPattern("2015-03-01 24:00 +2\\.a .*by D\\+14 ")
                .containsPattern("waits for W +3 +from W ")
                .containsPattern("left open +5 +by open ")
                .contains("not whether it was done");
        assertThat(run("timeline", file("paris-framework-20"))).isZero();
        assertThat(out).containsPattern("waits for D +14\\.1 +by D\\+14 ").contains("0 of ");
    }

    @Test
    void pledges_stand_below_the_timeline_with_who_attests_them() {
        assertThat(run("timeline", file("paris-framework-20"))).isZero();
        assertThat(out.substring(out.indexOf("Pledges:")))
                .containsPattern("pending +9 +attests: monitor +US and EU must provide money to UA")
                .containsPattern("said +hubs +attests: nobody is named ");
    }

    @Test
    void a_check_lists_forces_without_their_places() {
        assertThat(run("check", file("paris-framework-20"))).isZero();
        assertThat(out)
                .contains("  Force MNF, led by GB, FR\n    mandate        F.1, F.2, F.3, F.4\n")
                .containsPattern("hub +hub-1 of GB, FR, place withheld")
                .doesNotContain("bodies: the section", "facts: the section", "clocks: the section");
    }

    @Test
    void a_check_reads_every_reading_and_says_who_can_decide_against_whom() {
        assertThat(run("check", file("paris-framework-20"))).isZero();
        assertThat(out)
                .contains("  14.6  in steps in an open order,")
                .contains("      as RU reads it: in steps UA first,")
                .contains("      against RU: UA + US (bound to UA) + CoW (bound to UA)  (one side alone)\n")
                .contains("    cell: not known, since nothing says how it decides\n");
        assertThat(run("check", file("colombia-ceasefire-2016"), "--json")).isZero();
        JsonNode json = JSON.readTree(out);
        assertThat(json.propertyNames())
                .containsExactly("ok", "faults", "notes", "norms", "readings", "votes", "notEvaluated");
        assertThat(json.get("readings").get(1).get("words").asString()).isEqualTo("date 2016-12-12");
        assertThat(json.get("votes").get(0).get("whenTimeIsOver").toString()).isEqualTo("[\"UN\"]");
        assertThat(json.get("votes").get(0).get("winning").toString()).isEqualTo("[[\"UN\",\"GOV\",\"FARC\"]]");
    }

    @Test
    void a_day_can_be_tried_and_a_time_says_what_has_passed() {
        assertThat(run(
                        "timeline",
                        file("paris-framework-20"),
                        "--day",
                        "D=2026-03-01",
                        "--at",
                        "2026-03-10T00:00+02:00",
                        "--json"))
                .isZero();
        JsonNode first = JSON.readTree(out).get("times").get(0);
        assertThat(first.get("id").asString()).isEqualTo("14.4");
        assertThat(first.get("at").asString()).isEqualTo("2026-03-03T00:00+02:00");
        assertThat(first.get("state").asString()).isEqualTo("passed");
        assertThat(first.get("waitsFor").isNull()).isTrue();
        assertThat(run("timeline", file("paris-framework-20"), "--day", "Q=2026-03-01"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("timeline", file("paris-framework-20"), "--at", "tomorrow"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void readings_that_differ_are_printed_beside_each_other() {
        assertThat(run("timeline", file("colombia-ceasefire-2016"))).isZero();
        assertThat(out)
                .containsPattern("2016-12-06 24:00 +A\\.6 +as GOV reads it +by D\\+5 ")
                .containsPattern("2016-12-17 24:00 +A\\.6 +as FARC reads it +by D\\+5 ");
    }

    @Test
    void exit_codes_tell_usage_refusal_and_absence_apart(@TempDir Path dir) throws IOException {
        Path broken = Files.writeString(dir.resolve("broken.agreement.yaml"), "agreement: 1\nid: x\n");
        assertThat(run("positions", broken.toString())).isEqualTo(Exit.REFUSED);
        assertThat(run("timeline", broken.toString())).isEqualTo(Exit.REFUSED);
        assertThat(run("timeline", dir.resolve("absent").toString())).isEqualTo(Exit.NOT_FOUND);
        assertThat(run("timeline")).isEqualTo(Exit.USAGE);
        assertThat(out).as("nothing on stdout").isEmpty();
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

    private static String file(String name) {
        return Path.of(System.getProperty("truceline.root"), "agreements", name + ".agreement.yaml")
                .toString();
    }
}
