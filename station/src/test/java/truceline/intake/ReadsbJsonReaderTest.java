package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

class ReadsbJsonReaderTest {
    private static final String AIRCRAFT = "{\"hex\":\"a1b2c3\",\"flight\":\"INV123  \",\"alt_baro\":35000,"
            + "\"alt_geom\":35625,\"lat\":-27.54321,\"lon\":-29.12345,\"nac_p\":9,\"seen_pos\":0.3}";

    private final Reader reader = new ReadsbJsonReader();

    private Rows snapshot(String aircraft) {
        return Rows.of(reader, "{\"now\":1782296100.5,\"aircraft\":[" + aircraft + "]}");
    }

    @Test
    void an_aircraft_with_a_position_is_a_row() {
        Rows rows = snapshot(AIRCRAFT);
        Draft row = rows.only();
        assertThat(row.kind).isEqualTo(Kind.AIRCRAFT);
        assertThat(row.means).isEqualTo(Means.ADS_B);
        assertThat(row.craft).isEqualTo("icao:a1b2c3");
        assertThat(row.latE7).isEqualTo(-275_432_100);
        assertThat(row.lonE7).isEqualTo(-291_234_500);
        assertThat(row.radiusMetres).isEqualTo(30);
        assertThat(row.fromMs).isEqualTo(1_782_296_100_200L);
        assertThat(row.altitudeMetres).isEqualTo(10_858);
        assertThat(row.labels).isEqualTo("INV123");
        assertThat(rows.texts).containsExactly(AIRCRAFT);
    }

    @Test
    void the_same_aircraft_in_two_snapshots_is_two_rows_and_in_one_file_twice_is_one() {
        String two = "{\"now\":1,\"aircraft\":[" + AIRCRAFT + "]}\n{\"now\":2.5,\"aircraft\":[" + AIRCRAFT + "]}";
        List<Draft> rows = Rows.of(reader, two).accepted;
        assertThat(rows).extracting(row -> row.clientId).containsExactly("icao:a1b2c3 1", "icao:a1b2c3 2.5");
        assertThat(rows).extracting(row -> row.row).containsExactly(1L, 2L);
        assertThat(rows).extracting(row -> row.fromMs).containsExactly(700L, 2200L);
    }

    @ParameterizedTest
    @CsvSource({"11,3", "10,10", "9,30", "8,93", "7,185", "6,556", "5,926", "4,1852", "3,3704", "2,7408", "1,18520"})
    void the_accuracy_that_it_states_is_its_radius(int grade, int metres) {
        assertThat(snapshot(AIRCRAFT.replace("\"nac_p\":9", "\"nac_p\":" + grade))
                        .only()
                        .radiusMetres)
                .isEqualTo(metres);
    }

    @Test
    void without_a_stated_accuracy_the_radius_is_the_default() {
        assertThat(snapshot(AIRCRAFT.replace("\"nac_p\":9,", "")).only().radiusMetres)
                .isEqualTo(100);
    }

    @Test
    void height_is_geometric_where_it_is_sent_and_none_on_the_ground() {
        String without = AIRCRAFT.replace("\"alt_geom\":35625,", "");
        assertThat(snapshot(without).only().altitudeMetres).isEqualTo(10_668);
        assertThat(snapshot(without.replace("35000", "\"ground\"")).only().altitudeMetres)
                .isEqualTo(Draft.NOWHERE);
    }

    @Test
    void an_aircraft_without_a_position_is_neither_row_nor_fault() {
        Rows rows = snapshot("{\"hex\":\"a1b2c3\",\"lastPosition\":{\"lat\":1,\"lon\":2}}");
        assertThat(rows.accepted).isEmpty();
        assertThat(rows.rejected).isEmpty();
    }

    @Test
    void an_address_of_no_aircraft_is_kept_apart_and_how_it_came_about_is_a_label() {
        Draft row = snapshot(AIRCRAFT.replace("\"hex\":\"", "\"type\":\"mlat\",\"hex\":\"~"))
                .only();
        assertThat(row.craft).isEqualTo("other:a1b2c3");
        assertThat(row.labels).isEqualTo("INV123|mlat");
    }

    @ParameterizedTest
    @CsvSource({
        "'a1b2c3', 'xyz',                         '1 hex not-an-address'",
        "'\"hex\"', '\"hey\"',                    '1 hex missing-value'",
        "'\"lat\":-27.54321,', '',                '1 lat missing-value'",
        "'-29.12345', '\"west\"',                 '1 lon not-a-number'",
        "'-27.54321', '-90.1',                    '1 latitude swapped-coordinates'",
        "'-29.12345', '-181',                     '1 longitude longitude-out-of-range'",
        "'\"nac_p\":9', '\"nac_p\":12',           '1 nac_p out-of-range'",
        "',\"seen_pos\":0.3', '',                 '1 seen_pos missing-value'",
        "'\"seen_pos\":0.3', '\"seen_pos\":-0.3', '1 seen_pos out-of-range'",
        "'\"seen_pos\":0.3', '\"seen_pos\":9e9',  '1 now time-out-of-range'",
        "'35625', '9999999',                      '1 alt_geom out-of-range'",
        "'INV123', 'I\\u0007',                    '1 flight control-character'",
        "'\"hex\"', 'hex',                        '1  not-json'",
    })
    void what_is_wrong_is_named_and_the_others_are_read(String good, String bad, String fault) {
        Rows rows = snapshot(AIRCRAFT.replace(good, bad) + "," + AIRCRAFT);
        assertThat(rows.fault()).isEqualTo(fault);
        assertThat(rows.accepted).hasSize(1);
    }

    @Test
    void a_snapshot_without_its_time_is_no_use_and_takes_none_from_the_one_before() {
        Rows rows = Rows.of(
                reader,
                "{\"now\":1,\"aircraft\":[" + AIRCRAFT + "]}\n{\"aircraft\":[" + AIRCRAFT + "]}\n" + AIRCRAFT
                        + "\n7\n");
        assertThat(rows.accepted).hasSize(1);
        assertThat(rows.faults()).containsExactly("2 now time-missing", "3  not-a-snapshot", "4  not-a-snapshot");
    }

    @Test
    void a_snapshot_that_is_cut_keeps_what_was_whole() {
        Rows rows = Rows.of(reader, "{\"now\":1.5,\"aircraft\":[" + AIRCRAFT + "," + AIRCRAFT.substring(0, 40));
        assertThat(rows.accepted).hasSize(1);
        assertThat(rows.fault()).isEqualTo("2  truncated-json");
    }

    @Test
    void a_list_without_aircraft_is_fine_and_a_file_without_a_list_is_not() {
        assertThat(Rows.of(reader, "{\"now\":1,\"aircraft\":[]}").accepted).isEmpty();
        assertThatThrownBy(() -> Rows.of(reader, "\n")).isInstanceOf(Refusal.class);
    }
}
