package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

class AisNmeaReaderTest {
    private static final String TAG = "\\c:1782296100*59\\";
    private static final String POSITION = "!AIVDM,1,1,,A,139>K;hP1VurcgEh?EV`h?w20000,0*7C";
    private static final String FIRST = "!AIVDM,2,1,3,A,C5Mwsrh0EoNbskL3mIGAwwo0BLd:L`:8000000000000S0D:R2,0*1C";
    private static final String SECOND = "!AIVDM,2,2,3,A,20,0*17";

    private final Reader reader = new AisNmeaReader();

    @Test
    void a_position_report_is_a_vessel() {
        Draft row = Rows.of(reader, TAG + POSITION).only();
        assertThat(row.kind).isEqualTo(Kind.VESSEL);
        assertThat(row.means).isEqualTo(Means.AIS);
        assertThat(row.craft).isEqualTo("mmsi:211000111");
        assertThat(row.lonE7).isEqualTo(-291_234_500);
        assertThat(row.latE7).isEqualTo(-275_432_100);
        assertThat(row.radiusMetres).isEqualTo(10);
        assertThat(row.fromMs).isEqualTo(1_782_296_100_000L);
        assertThat(row.precisionMs).isEqualTo(1000);
        assertThat(row.altitudeMetres).isEqualTo(Draft.NOWHERE);
    }

    @Test
    void a_rescue_aircraft_is_an_aircraft_with_its_height() {
        Draft row = Rows.of(reader, "1782296103.25 !AIVDM,1,1,,A,91ans3A;hbMrcgIh?EW62Ch20000,0*3B")
                .only();
        assertThat(row.kind).isEqualTo(Kind.AIRCRAFT);
        assertThat(row.craft).isEqualTo("mmsi:111000333");
        assertThat(row.altitudeMetres).isEqualTo(303);
        assertThat(row.radiusMetres).isEqualTo(100);
        assertThat(row.fromMs).isEqualTo(1_782_296_103_250L);
        assertThat(row.precisionMs).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"1,17", "2,33", "3,50", "-1,-17", "-2,-33", "-3,-50", "108000000,1800000000", "-17474070,-291234500"})
    void ten_thousandths_of_a_minute_become_the_nearest_ten_millionth_of_a_degree(long minutes, int e7) {
        assertThat(AisPosition.e7(minutes, 600_000)).isEqualTo(e7);
    }

    @Test
    void a_message_in_two_parts_is_one_row_with_both_lines() {
        Rows rows = Rows.of(reader, "# log\n" + TAG + FIRST + "\n" + POSITION + "\n" + SECOND + "\n");
        assertThat(rows.accepted).hasSize(1);
        assertThat(rows.accepted.getFirst().craft).isEqualTo("mmsi:367000555");
        assertThat(rows.accepted.getFirst().row).isEqualTo(4);
        assertThat(rows.faults()).containsExactly("3 time time-missing");
        assertThat(rows.texts.getLast()).isEqualTo(TAG + FIRST + "\n" + SECOND);
    }

    @Test
    void parts_that_never_meet_are_told() {
        Rows rows = Rows.of(reader, SECOND + "\n" + FIRST + "\n" + FIRST + "\n" + SECOND + "\n" + FIRST + "\n");
        assertThat(rows.faults())
                .containsExactly(
                        "1 part part-missing", "3  message-incomplete", "4 time time-missing", "6  message-incomplete");
    }

    @Test
    void parts_more_than_a_minute_apart_are_not_one_message() {
        Rows near = Rows.of(reader, "1782296100 " + FIRST + "\n1782296160 " + SECOND);
        assertThat(near.only().fromMs).isEqualTo(1_782_296_100_000L);
        Rows far = Rows.of(reader, "1782296100 " + FIRST + "\n1782296161 " + SECOND);
        assertThat(far.fault()).isEqualTo("2 part part-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-06-24T10:15:02.5Z ',       1782296102500, 100",
        "'2026-06-24 12:15:02+02:00,',    1782296102000, 1000",
        "'1782296102 ',                   1782296102000, 1000",
        "'1782296102250;',                1782296102250, 1",
        "'\\s:x,c:1782296102*46\\',       1782296102000, 1000",
    })
    void the_time_is_what_the_log_says(String lead, long ms, int precision) {
        Draft row = Rows.of(reader, lead + POSITION).only();
        assertThat(row.fromMs).isEqualTo(ms);
        assertThat(row.precisionMs).isEqualTo(precision);
    }

    @Test
    void a_second_behind_the_sentence_is_a_time_too() {
        assertThat(Rows.of(reader, POSITION + ",r003669945,1782296104").only().fromMs)
                .isEqualTo(1_782_296_104_000L);
        assertThat(Rows.of(reader, POSITION + ",r003669945,1782").fault()).isEqualTo("1 time time-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-06-24 10:15:02 ',  '1 time missing-zone'",
        "'24.06.2026 10:15:02 ',  '1 time day-first-date'",
        "'2026-06-24 ',           '1 time not-a-time'",
        "'soon ',                 '1 time not-a-time'",
        "'12 ',                   '1 time time-out-of-range'",
        "'\\c:12*5A\\',           '1 time time-out-of-range'",
        "'\\c:1782296100*00\\',   '1 tag_block checksum-differs'",
        "'\\c:1782296100\\',      '1 tag_block checksum-missing'",
        "'\\c:1782296100 ',       '1 tag_block not-a-sentence'",
    })
    void a_time_that_cannot_be_read_is_no_time(String lead, String fault) {
        Rows rows = Rows.of(reader, lead + POSITION + "\n" + TAG + POSITION);
        assertThat(rows.fault()).isEqualTo(fault);
        assertThat(rows.accepted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'*7C', '*7D',      '1 checksum checksum-differs'",
        "'*7C', '',         '1 checksum checksum-missing'",
        "'*7C', '*7',       '1 checksum checksum-differs'",
        "'!AIVDM', 'AIVDM', '1  not-a-sentence'",
        "'A,139', 'A,138',  '1 checksum checksum-differs'",
    })
    void a_damaged_sentence_is_rejected(String good, String bad, String fault) {
        Rows rows = Rows.of(reader, "1782296102 " + POSITION.replace(good, bad) + "\n" + TAG + POSITION);
        String found = bad.equals("AIVDM") ? "1  not-a-sentence" : rows.fault();
        assertThat(found).isEqualTo(fault);
        assertThat(rows.accepted).hasSize(1);
    }

    @Test
    void other_sentences_and_messages_are_neither_rows_nor_faults() {
        Rows rows = Rows.of(
                reader,
                "$GPZDA,101508,24,06,2026,00,00*48\n# c\n\n" + TAG
                        + "!AIVDM,1,1,,A,4020j<Avad:?0urcgEh?EVW00000,0*14\n");
        assertThat(rows.accepted).isEmpty();
        assertThat(rows.rejected).isEmpty();
        assertThatThrownBy(() -> Rows.of(reader, "")).isInstanceOf(Refusal.class);
    }

    @Test
    void real_sentences_without_times_have_no_use_as_rows() {
        byte[] sample = RealFiles.read("ais/sample.aivdm");
        Rows rows = Rows.of(reader, sample);
        assertThat(rows.accepted).isEmpty();
        assertThat(rows.faults())
                .hasSize(15)
                .contains("978  not-a-sentence")
                .filteredOn(fault -> fault.endsWith(" time time-missing"))
                .hasSize(14);
        String timed = new String(sample, StandardCharsets.ISO_8859_1).replaceAll("(?m)^!", "1782296100 !");
        Rows known = Rows.of(reader, timed);
        assertThat(known.faults()).containsExactly("978  not-a-sentence");
        assertThat(known.accepted).hasSize(14);
        assertThat(known.accepted.stream().filter(row -> row.kind == Kind.AIRCRAFT))
                .hasSize(2);
        Draft first = known.accepted.getFirst();
        assertThat(first.lonE7).isEqualTo(-1_233_953_833);
        assertThat(first.latE7).isEqualTo(483_816_333);
    }
}
