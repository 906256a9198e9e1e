package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

class SbsReaderTest {
    private static final String LINE =
            "MSG,3,1,1,A1B2C3,1,2026/06/24,10:15:00.250,2026/06/24,10:15:00.300,INV 1 ,35000,,,-27.54321,-29.12345,,,0,0,0,0";

    private final Reader reader = new SbsReader();

    @Test
    void an_airborne_position_is_an_aircraft() {
        Draft row = Rows.of(reader, LINE + "\r\n").only();
        assertThat(row.kind).isEqualTo(Kind.AIRCRAFT);
        assertThat(row.means).isEqualTo(Means.ADS_B);
        assertThat(row.craft).isEqualTo("icao:a1b2c3");
        assertThat(row.latE7).isEqualTo(-275_432_100);
        assertThat(row.lonE7).isEqualTo(-291_234_500);
        assertThat(row.radiusMetres).isEqualTo(100);
        assertThat(row.fromMs)
                .isEqualTo(Instant.parse("2026-06-24T10:15:00.250Z").toEpochMilli());
        assertThat(row.precisionMs).isEqualTo(1);
        assertThat(row.altitudeMetres).isEqualTo(10_668);
        assertThat(row.labels).isEqualTo("INV 1");
    }

    @Test
    void a_row_is_its_line_and_its_line_number() {
        Rows rows = Rows.of(reader, "STA,,5,179,A1B2C3,1\n\n" + LINE + "\n");
        assertThat(rows.only().row).isEqualTo(3);
        assertThat(rows.texts).containsExactly(LINE);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "-25,-8", "5,2", "1000,305", "35000,10668", "-1,0", "11,3"})
    void feet_become_the_nearest_metre(String feet, int metres) {
        assertThat(Rows.of(reader, LINE.replace("35000", feet)).only().altitudeMetres)
                .isEqualTo(metres);
    }

    @Test
    void half_a_metre_goes_to_the_even_one() {
        assertThat(CraftFields.divideHalfEven(5, 2)).isEqualTo(2);
        assertThat(CraftFields.divideHalfEven(7, 2)).isEqualTo(4);
        assertThat(CraftFields.divideHalfEven(-5, 2)).isEqualTo(-2);
        assertThat(CraftFields.divideHalfEven(-7, 2)).isEqualTo(-4);
    }

    @Test
    void an_aircraft_on_the_ground_has_no_height() {
        String line = LINE.replace("MSG,3", "MSG,2").replaceAll("0$", "-1");
        assertThat(Rows.of(reader, line).only().altitudeMetres).isEqualTo(Draft.NOWHERE);
    }

    @Test
    void an_address_that_a_receiver_made_up_is_not_the_aircrafts() {
        assertThat(Rows.of(reader, LINE.replace("A1B2C3", "~A1B2C3")).only().craft)
                .isEqualTo("other:a1b2c3");
    }

    @Test
    void other_messages_are_neither_rows_nor_faults() {
        String others = LINE.replace("MSG,3", "MSG,4") + "\n" + LINE.replace("-27.54321,-29.12345", ",")
                + "\nSEL,,1,2,A1B2C3,1\nID,,1\nAIR,,1\nCLK,\nMSG,8,1,1,A1B2C3,1,,,,,,,,,,,,,,,,0\n";
        Rows rows = Rows.of(reader, others);
        assertThat(rows.accepted).isEmpty();
        assertThat(rows.rejected).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'MSG,3', 'XYZ,3',               '1  not-sbs'",
        "'MSG,3', 'MSG,x',               '1 type unknown-word'",
        "'MSG,3,', 'MSG,3,1,',           '1  wrong-number-of-cells'",
        "'A1B2C3', 'A1B2G3',             '1 hex not-an-address'",
        "'A1B2C3', '',                   '1 hex missing-value'",
        "'-29.12345', '',                '1 longitude missing-value'",
        "'-27.54321', 'NaN',             '1 latitude not-a-number'",
        "'-29.12345', '-180.1',          '1 longitude longitude-out-of-range'",
        "'-27.54321', '90.0000001',      '1 latitude swapped-coordinates'",
        "'35000', '1e3',                 '1 altitude not-a-number'",
        "'35000', '200001',              '1 altitude out-of-range'",
        "'2026/06/24,10:15:00.250', '2026/06/31,10:15:00.250', '1 date not-a-time'",
        "'10:15:00.250', '10:61:00.250', '1 time not-a-time'",
        "'10:15:00.250', '10:15:00Z',    '1 time not-a-time'",
        "'10:15:00.250', '',             '1 time missing-value'",
        "'INV 1', 'a|b',                 '1 callsign control-character'",
    })
    void what_is_wrong_is_named(String good, String bad, String fault) {
        Rows rows = Rows.of(reader, LINE.replaceFirst(java.util.regex.Pattern.quote(good), bad) + "\n" + LINE);
        assertThat(rows.fault()).isEqualTo(fault);
        assertThat(rows.accepted).hasSize(1);
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> Rows.of(reader, "")).isInstanceOf(Refusal.class);
    }
}
