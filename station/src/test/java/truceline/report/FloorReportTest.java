package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FloorReportTest {
    private static final Truce TRUCE = Truce.day();

    private static DailyReport report(Truce truce) {
        return DailyReport.of(truce.picture(), Ondral.DATE, Ondral.FOOTER, true);
    }

    private static String told(Truce truce, String format) {
        return Told.text(out -> {
            switch (format) {
                case "html" -> DailyHtml.write(report(truce), out);
                case "json" -> DailyJson.write(report(truce), out);
                default -> DailyCsv.write(report(truce), out);
            }
        });
    }

    @Test
    void a_day_without_floor_work_has_none_of_its_sections() {
        DailyReport plain = Ondral.report(Ondral.picture(), Ondral.DATE);
        assertThat(plain.floor().isEmpty()).isTrue();
        DailyReport before = DailyReport.of(TRUCE.picture(), Ondral.DATE.minusDays(8), Ondral.FOOTER);
        assertThat(before.floor().findings()).isEmpty();
        assertThat(before.floor().calls()).isEmpty();
        assertThat(before.floor().restrictions()).isEmpty();
    }

    @Test
    void two_watches_at_once_count_once_and_hours_never_exceed_the_day() {
        FloorReport.LineCoverage line = report(TRUCE).floor().lines().getFirst();
        assertThat(line.sides()).hasSize(2);
        long hour = 3_600_000;
        assertThat(line.coverage().observedMs()).isEqualTo((2 * 8 + 24 + 12 + 2 * 24) * hour);
        assertThat(line.sides().stream()
                        .mapToLong(FloorReport.SideCoverage::observedMs)
                        .sum())
                .isEqualTo(line.coverage().observedMs());
        assertThat(line.sides().stream().map(FloorReport.SideCoverage::party)).containsExactly(0, 1);
    }

    @Test
    void a_source_is_silent_only_from_the_moment_its_sign_was_due_to_the_next_one() {
        assertThat(report(TRUCE).floor().silent())
                .containsExactly(new FloorReport.Silence("camera-7", Ondral.at(2031, 5, 14, 3, 0), 4 * 3_600_000));
    }

    @Test
    void claims_of_both_lists_stand_in_one_form_and_add_up() {
        assertThat(report(TRUCE).floor().claims())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.matched()
                                + each.unmatchedObserved()
                                + each.notObserved()
                                + each.duplicate()
                                + each.outOfScope())
                        .isEqualTo(each.claims()));
    }

    @Test
    void a_ship_in_closed_water_is_told_and_one_that_only_moves_is_not_counted() {
        assertThat(report(TRUCE).floor().crossings())
                .singleElement()
                .satisfies(each -> assertThat(each.provisions()).containsExactly("2"));
    }

    @Test
    void what_is_protected_never_shows() {
        for (String format : new String[] {"html", "json", "csv"}) {
            assertThat(told(TRUCE, format))
                    .doesNotContain(Truce.CANARY, Truce.NOTE, "post W2", "27.6512345", "26.3112345");
        }
    }

    @Test
    void swapping_the_parties_swaps_their_names_and_nothing_else() throws Exception {
        Told.isWellFormed(told(TRUCE, "html"));
        for (String format : new String[] {"html", "json"}) {
            assertThat(Told.swapped(told(Truce.day("IL", "VA"), format)))
                    .as(format)
                    .isEqualTo(Told.withoutHashes(told(TRUCE, format)));
        }
    }

    @Test
    void a_published_finding_is_listed_with_its_dissent() {
        JsonNode findings = JsonMapper.shared()
                .readTree(Told.text(out -> Listing.findings(TRUCE.picture(), Filter.ALL, "json", out)));
        assertThat(findings.size()).isEqualTo(1);
        JsonNode finding = findings.get(0);
        assertThat(finding.get("incident").asString()).isEqualTo(TRUCE.grave());
        assertThat(finding.get("attribution").asString()).isEqualTo("A3");
        assertThat(finding.get("party").asString()).isEqualTo("IL");
        assertThat(finding.get("dissent").get(0).get("seat").asString()).isEqualTo("IL");
        assertThat(finding.get("sha256").asString()).hasSize(64);
        for (String format : Listing.FORMATS) {
            assertThat(Told.text(out -> Listing.findings(TRUCE.picture(), Filter.ALL, format, out)))
                    .as(format)
                    .contains("No launch point was visited.");
        }
    }

    @Test
    void incidents_and_cases_say_what_was_decided_as_their_last_two_fields() {
        JsonMapper mapper = JsonMapper.shared();
        JsonNode cases = mapper.readTree(Told.text(out -> Listing.cases(TRUCE.picture(), Filter.ALL, "json", out)));
        assertThat(cases.get(0).get("verification").asString()).isEqualTo("V4");
        assertThat(cases.get(0).get("attribution").asString()).isEqualTo("A3");
        assertThat(Told.text(out -> Listing.incidents(TRUCE.picture(), Filter.ALL, "csv", out))
                        .lines()
                        .findFirst())
                .hasValueSatisfying(head -> assertThat(head).endsWith(",cases,verification,attribution"));
    }

    @Test
    void geojson_of_a_demonstration_says_so_at_its_top() {
        String demo = Told.text(out -> Listing.incidents(TRUCE.picture(), Filter.ALL, "geojson", true, out));
        assertThat(JsonMapper.shared().readTree(demo).get("demo").asBoolean()).isTrue();
        assertThat(Told.text(out -> Listing.incidents(TRUCE.picture(), Filter.ALL, "geojson", out)))
                .doesNotContain("\"demo\"");
    }

    /// `-Dtruceline.record=true` records the files anew; then read the difference.
    @ParameterizedTest
    @ValueSource(strings = {"html", "json", "csv"})
    void the_report_of_the_truce_is_the_one_that_was_recorded(String format) throws IOException {
        Told.isRecorded("truce-134-2031." + format, told(TRUCE, format));
    }
}
