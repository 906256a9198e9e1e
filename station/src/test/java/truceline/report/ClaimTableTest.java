package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.compliance.Norm;
import truceline.compliance.Norms;
import truceline.compliance.Reconciliation;
import truceline.compliance.ReconciliationRule;
import truceline.compliance.WeaponClass;
import truceline.compliance.Zone;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.mission.Documents;
import truceline.mission.Entry;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.mission.RuleText;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

class ClaimTableTest {
    private static final long START = 1_936_000_000_000L;
    private static final Picture PICTURE = picture();
    private static final ClaimTable TABLE = table();

    @Test
    void the_totals_are_the_same_table_for_every_list_and_equal_the_rows() throws IOException {
        StringBuilder out = new StringBuilder();
        TABLE.json(out);
        JsonNode both = JsonMapper.shared().readTree(out.toString());
        assertThat(both.get("totals").size()).isEqualTo(2);
        for (JsonNode total : both.get("totals")) {
            long rows = 0;
            long matched = 0;
            for (JsonNode claim : both.get("claims")) {
                boolean own = claim.get("source").equals(total.get("source"));
                rows += own ? 1 : 0;
                matched += own && claim.get("outcome").asString().equals("matched") ? 1 : 0;
            }
            assertThat(total.get("claims").asLong()).isEqualTo(rows);
            assertThat(total.get("matched").asLong()).isEqualTo(matched);
        }
    }

    @Test
    void a_claim_is_told_with_its_outcome_the_incident_and_why() throws IOException {
        StringBuilder out = new StringBuilder();
        TABLE.claims("json", out);
        JsonNode claims = JsonMapper.shared().readTree(out.toString());
        JsonNode first = claims.get(0);
        assertThat(first.get("outcome").asString()).isEqualTo("matched");
        assertThat(first.get("incident").asString()).isEqualTo("5/0");
        assertThat(first.get("accused").asString()).isEqualTo("B");
        assertThat(first.get("why").asString()).isEqualTo("0 m and 0 min from incident 5/0, same family");
        assertThat(claims.get(1).get("outcome").asString()).isEqualTo("duplicate");
        assertThat(claims.get(1).get("duplicateOf").asString())
                .isEqualTo(first.get("id").asString());
    }

    @Test
    void a_spreadsheet_runs_nothing_that_a_list_says() throws IOException {
        StringBuilder out = new StringBuilder();
        TABLE.claims("csv", out);
        assertThat(out.toString()).contains(",'=HYPERLINK(1),").doesNotContain(",=HYPERLINK");
        StringBuilder totals = new StringBuilder();
        TABLE.totals("csv", totals);
        assertThat(totals.toString().lines())
                .containsExactly(
                        "source,accused,claims,matched,unmatchedObserved,notObserved,duplicate,outOfScope",
                        "va-list,B,3,1,0,1,1,0",
                        "vb-list,'-A,1,1,0,0,0,0");
    }

    @Test
    void the_text_holds_the_totals_first_then_every_claim() throws IOException {
        StringBuilder out = new StringBuilder();
        TABLE.text(out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).startsWith("SOURCE").contains("OUTOFSCOPE");
        assertThat(lines).hasSize(3 + 1 + 5);
        assertThat(lines.get(4)).startsWith("ID").endsWith("WHY");
    }

    private static ClaimTable table() {
        Norm fire =
                new Norm("1", "fire", List.of(WeaponClass.ANY), new Zone.Everywhere(), Long.MIN_VALUE, Long.MAX_VALUE);
        Incidents incidents = PICTURE.incidents();
        return ClaimTable.of(
                PICTURE,
                incidents,
                Reconciliation.of(
                        PICTURE.observations(),
                        PICTURE.rows(),
                        incidents,
                        new Norms(List.of(fire), List.of()),
                        ReconciliationRule.FIRST,
                        (from, to, lon, lat) -> 0));
    }

    private static Picture picture() {
        Mission mission = new Mission();
        mission.apply(0, RuleText.write(GroupingRule.FIRST));
        mission.apply(1, new Entry.SourceEntered("patrol", 'A', START));
        mission.apply(2, new Entry.SourceEntered("va-list", 'F', START));
        mission.apply(3, new Entry.SourceEntered("vb-list", 'F', START));
        rows(mission, 4, "patrol", draft(Means.HEARD, null, -29.0, "Mill Bridge"));
        rows(
                mission,
                6,
                "va-list",
                draft(Means.CLAIM, "B", -29.0, "Mill Bridge"),
                draft(Means.CLAIM, "B", -29.0, "Mill Bridge"),
                draft(Means.CLAIM, "B", -28.0, "=HYPERLINK(1)"));
        rows(mission, 8, "vb-list", draft(Means.CLAIM, "-A", -29.0, "Mill Bridge"));
        return mission.picture();
    }

    private static void rows(Mission mission, long index, String source, Draft... drafts) {
        @Nullable String none = null;
        String blob = Documents.sha256(source.getBytes(StandardCharsets.UTF_8));
        mission.apply(
                index, new Entry.Submitted("s" + index, source, "claims-csv", 1, 'P', blob, 1000, none, none, START));
        Columns columns = new Columns(drafts.length);
        for (Draft draft : drafts) {
            draft.row = columns.size() + 2L;
            columns.add(draft);
        }
        mission.apply(index + 1, new Entry.Observed(index, columns));
    }

    private static Draft draft(Means means, @Nullable String accused, double lon, String place) {
        Draft draft = new Draft();
        draft.kind = Kind.SHELLING;
        draft.means = means;
        draft.count = Count.parse("3").orElseThrow();
        draft.at(START, 60_000);
        draft.lonE7 = (int) Math.round(lon * 1e7);
        draft.latE7 = -270_000_000;
        draft.radiusMetres = 250;
        draft.basis = PlaceBasis.POINT;
        draft.place = place;
        draft.claimedSide = accused;
        return draft;
    }
}
