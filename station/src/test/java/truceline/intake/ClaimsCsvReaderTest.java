package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Weapon;

class ClaimsCsvReaderTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final String HEADER = "id,time,until,place,kind,count,weapon,accused,text\n";

    @Test
    void a_row_is_a_claim_against_the_party_it_names_and_its_text_is_protected() {
        Draft draft = only("7,2031-05-14T10:15Z,,Mill Bridge,Drone strike,about 3,FPV,B,Seen from the ford");
        assertThat(draft.means).isEqualTo(Means.CLAIM);
        assertThat(draft.credibility).isEqualTo(6);
        assertThat(draft.claimedSide).isEqualTo("B");
        assertThat(draft.kind).isEqualTo(Kind.UAV_STRIKE);
        assertThat(draft.weapon).isEqualTo(Weapon.FPV);
        assertThat(draft.count.text()).isEqualTo("about 3");
        assertThat(draft.place).isEqualTo("Mill Bridge");
        assertThat(draft.clientId).isEqualTo("7");
        assertThat(draft.remark).isEqualTo("Seen from the ford");
        assertThat(draft.hasMonitorPart()).isTrue();
        assertThat(draft.lonE7).isEqualTo(Draft.NOWHERE);
        assertThat(new ClaimsCsvReader(null).fileClass()).isEqualTo('M');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelling            | SHELLING",
                "Artillery Shelling  | SHELLING",
                "small-arms fire     | SHOT",
                "FPV drone attack    | UAV_STRIKE",
                "airstrike           | AIRSTRIKE",
                "explosions          | EXPLOSION",
                "ground assault      | ARMED_CLASH",
                "jamming             | INTERFERENCE",
                "armed-presence      | ARMED_PRESENCE"
            })
    void plain_words_name_kinds(String written, Kind kind) {
        assertThat(only(",2031-05-14T10:15Z,,," + written + ",,,B,").kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-05-14T10:15+03:00 |                        | 2031-05-14T07:15:00Z | 2031-05-14T07:15:00Z | 60000",
                "2031-05-14             |                        | 2031-05-13T21:00:00Z | 2031-05-13T21:00:00Z | 86400000",
                "2031-05-14 22:40       | 03:10                  | 2031-05-14T19:40:00Z | 2031-05-15T00:10:00Z | 60000",
                "14 May 2031            | 2031-05-16             | 2031-05-13T21:00:00Z | 2031-05-15T21:00:00Z | 86400000",
                "2031-05-14T10:15Z      | 2031-05-14T11:15+00:00 | 2031-05-14T10:15:00Z | 2031-05-14T11:15:00Z | 60000"
            })
    void times_have_an_offset_or_the_zone_of_the_station(String time, String until, String from, String to, int ms) {
        Draft draft = only(",\"" + time + "\"," + (until == null ? "" : until) + ",,shelling,,,B,");
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString(from);
        assertThat(Instant.ofEpochMilli(draft.toMs)).hasToString(to);
        assertThat(draft.precisionMs).isEqualTo(ms);
    }

    @Test
    void a_date_may_stand_in_a_column_of_its_own() {
        String file = "DATE,Time,until,Kind,Accused\n2031-05-14,22:40,03:10,shelling,B\n2031-05-14,,,shelling,B\n";
        Rows rows = Rows.of(new ClaimsCsvReader(ZONE), file);
        assertThat(rows.rejected).isEmpty();
        assertThat(Instant.ofEpochMilli(rows.accepted.getFirst().fromMs)).hasToString("2031-05-14T19:40:00Z");
        assertThat(Instant.ofEpochMilli(rows.accepted.getFirst().toMs)).hasToString("2031-05-15T00:10:00Z");
        assertThat(rows.accepted.getLast().precisionMs).isEqualTo(86_400_000);
        assertThat(Rows.of(new ClaimsCsvReader(null), file).faults())
                .containsExactly("2 Time missing-zone", "3 Time missing-zone");
    }

    @Test
    void a_row_that_cannot_be_used_names_its_column_and_spoils_no_other() {
        assertThat(fault(",2031-05-14T10:15Z,,,sorcery,,,B,")).isEqualTo("2 kind unknown-word");
        assertThat(fault(",2031-05-14T10:15Z,,,,,,B,")).isEqualTo("2 kind missing-value");
        assertThat(fault(",2031-05-14T10:15Z,,,shelling,,,,")).isEqualTo("2 accused missing-value");
        assertThat(fault(",2031-05-14T10:15Z,,,shelling,some,,B,")).isEqualTo("2 count not-a-count");
        assertThat(fault(",2031-05-14T10:15Z,,,shelling,,catapult,B,")).isEqualTo("2 weapon unknown-word");
        assertThat(fault(",,,,shelling,,,B,")).isEqualTo("2 time missing-value");
        assertThat(fault(",14.05.2031,,,shelling,,,B,")).isEqualTo("2 time day-first-date");
        assertThat(fault(",2031-05-14T10:15Z,soon,,shelling,,,B,")).isEqualTo("2 until not-a-time");
        assertThat(fault(",2031-05-14T10:15Z,2031-05-14T09:15Z,,shelling,,,B,")).isEqualTo("2 until end-before-start");
        assertThat(fault(",2031-05-14T10:15Z,,#REF!,shelling,,,B,")).isEqualTo("2 place formula-error");
    }

    @Test
    void a_formula_is_never_passed_on_where_it_would_be_shown() {
        assertThat(fault(",2031-05-14T10:15Z,,=1+1,shelling,,,B,")).isEqualTo("2 place formula-like-cell");
        assertThat(fault(",2031-05-14T10:15Z,,,shelling,,,@B,")).isEqualTo("2 accused formula-like-cell");
        assertThat(only(",2031-05-14T10:15Z,,,shelling,,,B,- a dash").remark).isEqualTo("- a dash");
    }

    @Test
    void a_header_that_is_no_claim_list_is_refused() {
        assertThatThrownBy(() -> Rows.of(new ClaimsCsvReader(ZONE), "time,kind\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("accused");
        assertThatThrownBy(() -> Rows.of(new ClaimsCsvReader(ZONE), "time,kind,accused,mood\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> Rows.of(new ClaimsCsvReader(ZONE), "kind,accused\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("time");
    }

    private static Draft only(String row) {
        return Rows.of(new ClaimsCsvReader(ZONE), HEADER + row + "\n").only();
    }

    private static String fault(String row) {
        return Rows.of(new ClaimsCsvReader(ZONE), HEADER + row + "\n").fault();
    }
}
