package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Twenty rows as patrols write them, from the file to the report.
class PatrolDayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Path home = Path.of("");

    @BeforeAll
    static void a_day_is_submitted() throws IOException, InterruptedException {
        home = Program.ondral(folder);
    }

    @Test
    void every_row_is_accepted_and_a_second_submission_changes_nothing() throws Exception {
        JsonNode receipt = JSON.readTree(Program.expectDone(Program.run(
                        "submit",
                        home,
                        "--source",
                        "patrols",
                        "--json",
                        Program.ONDRAL.resolve("patrol-2031-05-14.csv")))
                .out());
        assertThat(receipt.get("accepted").asInt()).isZero();
        assertThat(receipt.get("duplicates").asInt()).isEqualTo(20);
        assertThat(receipt.get("rejected").asInt()).isZero();
        JsonNode status = JSON.readTree(Program.run("status", home, "--json").out());
        assertThat(status.get("counts").get("observations").asInt()).isEqualTo(20);
        assertThat(status.get("treeSize").asLong())
                .isEqualTo(receipt.get("checkpoint").get("size").asLong());
    }

    @Test
    void cases_are_candidates_or_indeterminate_and_name_no_party() throws Exception {
        JsonNode cases =
                JSON.readTree(Program.run("cases", home, "--format", "json").out());
        assertThat(cases.size()).isGreaterThan(5);
        for (JsonNode found : cases) {
            assertThat(found.get("certainty").asString()).isIn("candidate", "indeterminate");
            assertThat(found.get("party").asString()).isEqualTo("undetermined");
        }
        assertThat(cases.toString()).contains("weapon or calibre not known");
    }

    @Test
    void totals_of_the_report_are_the_sums_of_its_rows() throws Exception {
        JsonNode report = JSON.readTree(
                Program.expectDone(Program.run("report", home, "--daily", "2031-05-14", "--format", "json"))
                        .out());
        JsonNode all = report.get("summary").get("period");
        for (String figure : new String[] {
            "incidents", "candidate", "indeterminate", "violationsAtLeast", "explosionsAtLeast", "cues"
        }) {
            int sum = 0;
            for (JsonNode region : report.get("regions")) {
                sum += region.get(figure).asInt();
            }
            assertThat(sum).as(figure).isEqualTo(all.get(figure).asInt());
        }
        assertThat(all.get("incidents").asInt()).isPositive();
    }

    @Test
    void no_output_and_no_public_file_tells_where_an_observer_stood_or_what_he_wrote() throws Exception {
        String told = Program.run("report", home, "--daily", "2031-05-14").out()
                + Program.run("report", home, "--daily", "2031-05-14", "--format", "csv")
                        .out()
                + Program.run("incidents", home, "--format", "json").out()
                + Program.run("incidents", home, "--format", "geojson").out()
                + Program.run("cases", home, "--format", "csv").out();
        StringBuilder record = new StringBuilder(told);
        for (String open : new String[] {"ledger", "blobs", "vault", "wal"}) {
            try (Stream<Path> files = Files.walk(home.resolve(open))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    record.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(record.toString())
                .doesNotContain("Harrowick")
                .doesNotContain("P-07")
                .doesNotContain("a night of fire")
                .doesNotContain("-286213000")
                .doesNotContain("-28.6213");
        assertThat(told).contains("almost 550");
    }

    @Test
    void a_future_event_is_accepted_and_flagged() throws Exception {
        assertThat(Program.run("incidents", home, "--format", "json").out()).contains("future-event-time");
    }

    @Test
    void the_audit_passes_and_needs_no_key(@TempDir Path elsewhere) throws Exception {
        Path copy = elsewhere.resolve("copy");
        Folders.copy(home.resolve("ledger"), copy.resolve("ledger"));
        Program.Outcome outcome = Program.run("audit", copy, "--json");
        assertThat(outcome.code()).as(outcome.words()).isZero();
        assertThat(JSON.readTree(outcome.out()).get("ok").asBoolean()).isTrue();
    }

    @Test
    void the_present_can_be_asked_as_known_then() throws Exception {
        Program.Outcome before = Program.run("incidents", home, "--format", "json", "--at", "1");
        assertThat(before.out().strip()).isEqualTo("[]");
        assertThat(Program.run("incidents", home, "--at", "999999").code()).isEqualTo(5);
        assertThat(Program.run("incidents", home, "--at", "yesterday").code()).isEqualTo(2);
    }
}
