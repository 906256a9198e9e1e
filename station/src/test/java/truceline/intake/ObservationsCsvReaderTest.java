package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;
import truceline.observation.Qualifier;
import truceline.observation.Weapon;

class ObservationsCsvReaderTest {
    @Test
    void every_column_has_its_place_in_the_draft() {
        Draft draft = read(
                "id,time,time_to,reported,longitude,latitude,radius_m,basis,place,kind,means,number,description,"
                        + "flight_from,flight_to,weapon,calibre_mm,credibility,lineage,claimed_side,labels,observer,"
                        + "observer_lon,observer_lat,sectors,range_from_m,range_to_m,remark,person,craft,altitude_metres",
                "p-7,2025-04-20T10:15+03:00,2025-04-20T10:20:30+03:00,2025-04-20T09:00:00.250Z,37.1234567,48.5,12.2,area,"
                        + "Ford,tracer round,Heard,\"at least 1,450\",in flight,W,ese,heavy_machine_gun,12.7,2,\"a\n  b\","
                        + "B,night|fog,OP 3,37.0,48.4,\"NW, WNW\",8000,10000,fog,J. Doe,icao:a1b2c3,1202.5");
        assertThat(draft.clientId).isEqualTo("p-7");
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString("2025-04-20T07:15:00Z");
        assertThat(Instant.ofEpochMilli(draft.toMs)).hasToString("2025-04-20T07:20:30Z");
        assertThat(draft.precisionMs).isEqualTo(60_000);
        assertThat(Instant.ofEpochMilli(draft.reportedMs)).hasToString("2025-04-20T09:00:00.250Z");
        assertThat(draft.lonE7).isEqualTo(371_234_567);
        assertThat(draft.latE7).isEqualTo(485_000_000);
        assertThat(draft.radiusMetres).isEqualTo(13);
        assertThat(draft.basis).isEqualTo(PlaceBasis.AREA);
        assertThat(draft.place).isEqualTo("Ford");
        assertThat(draft.craft).isEqualTo("icao:a1b2c3");
        assertThat(draft.altitudeMetres).isEqualTo(1202);
        assertThat(draft.kind).isEqualTo(Kind.TRACER_ROUND);
        assertThat(draft.means).isEqualTo(Means.HEARD);
        assertThat(draft.count).isEqualTo(new Count(Qualifier.AT_LEAST, 1450));
        assertThat(draft.description).isEqualTo(Description.IN_FLIGHT);
        assertThat(draft.flightFrom).isEqualTo(12);
        assertThat(draft.flightTo).isEqualTo(5);
        assertThat(draft.weapon).isEqualTo(Weapon.HEAVY_MACHINE_GUN);
        assertThat(draft.calibreTenthMm).isEqualTo(127);
        assertThat(draft.credibility).isEqualTo(2);
        assertThat(draft.lineage).isEqualTo("a b");
        assertThat(draft.claimedSide).isEqualTo("B");
        assertThat(draft.labels).isEqualTo("night|fog");
        assertThat(draft.observer).isEqualTo("OP 3");
        assertThat(draft.observerLonE7).isEqualTo(370_000_000);
        assertThat(draft.observerLatE7).isEqualTo(484_000_000);
        assertThat(draft.sectors).isEqualTo(1 << 14 | 1 << 13);
        assertThat(draft.rangeFromMetres).isEqualTo(8000);
        assertThat(draft.rangeToMetres).isEqualTo(10_000);
        assertThat(draft.remark).isEqualTo("fog");
        assertThat(draft.person).isEqualTo("J. Doe");
    }

    @Test
    void what_a_row_does_not_say_stays_unknown() {
        Draft draft = read("time,kind,longitude,latitude,number", "2025-04-20T10:15Z,,,,");
        assertThat(draft.kind).isEqualTo(Kind.UNSPECIFIED);
        assertThat(draft.count).isEqualTo(Count.NOT_KNOWN);
        assertThat(draft.basis).isEqualTo(PlaceBasis.NONE);
        assertThat(draft.lonE7).isEqualTo(Draft.NOWHERE);
        assertThat(draft.credibility).isEqualTo(6);
        assertThat(draft.hasMonitorPart()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-04-20T10:15             |              | time missing-zone",
                "2025-04-20                   |              | time missing-zone",
                "2025-04-20T10:15             | Europe/Kiew  | zone unknown-zone",
                "2025-04-20T10:15             | any          | zone unknown-zone",
                "20/04/2025                   | Europe/Kyiv  | time day-first-date",
                "20.04.2025 10:15             | Europe/Kyiv  | time day-first-date",
                "4/20/25 10:15                | Europe/Kyiv  | time day-first-date",
                "20-04-2025                   | Europe/Kyiv  | time day-first-date",
                "2025-04-31                   | Europe/Kyiv  | time not-a-time",
                "2025-04-20T10                | Europe/Kyiv  | time not-a-time",
                "2025-04-20T10:60             | Europe/Kyiv  | time not-a-time",
                "2025-04-20T10:15:60          | Europe/Kyiv  | time not-a-time",
                "2025-04-20T10:15 UTC         |              | time not-a-time",
                "1745130000                   |              | time not-a-time",
                "0025-04-20                   | Europe/Kyiv  | time time-out-of-range",
                "                             |              | time missing-value",
                "2026-03-29 03:30             | Europe/Kyiv  | time time-does-not-exist",
                "2026-10-25 03:30             | Europe/Kyiv  | time ambiguous-time"
            })
    void a_time_that_is_not_certain_is_not_read(String time, String zone, String fault) {
        String row = (time == null ? "" : time) + "," + (zone == null ? "" : zone);
        assertThat(rows("time,zone", row).fault()).isEqualTo("2 " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25 03:30+03:00 | Europe/Kyiv | 2026-10-25T00:30:00Z | 60000",
                "2026-10-25 03:30+0200  | Europe/Kyiv | 2026-10-25T01:30:00Z | 60000",
                "2026-10-25 03:30+02    | Europe/Kyiv | 2026-10-25T01:30:00Z | 60000",
                "2026-10-25 04:30       | Europe/Kyiv | 2026-10-25T02:30:00Z | 60000",
                "2026-03-29 04:00:00    | Europe/Kyiv | 2026-03-29T01:00:00Z | 1000",
                "2026-03-29             | Europe/Kyiv | 2026-03-28T22:00:00Z | 82800000",
                "2026-10-25             | Europe/Kyiv | 2026-10-24T21:00:00Z | 90000000",
                "2026-06-24T24:00Z      |             | 2026-06-25T00:00:00Z | 60000",
                "2026-06-24T10:00:00.5Z |             | 2026-06-24T10:00:00.500Z | 100",
                "2999-01-01T00:00Z      |             | 2999-01-01T00:00:00Z | 60000"
            })
    void a_certain_time_is_read_as_exactly_as_it_is_stated(String time, String zone, String instant, int precision) {
        Draft draft = read("time,zone", time + "," + (zone == null ? "" : zone));
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString(instant);
        assertThat(draft.precisionMs).isEqualTo(precision);
    }

    @Test
    void an_end_before_its_start_is_rejected() {
        assertThat(rows("time,time_to", "2025-04-20T10:15Z,2025-04-20T10:14Z").fault())
                .isEqualTo("2 time_to end-before-start");
        assertThat(read("time,time_to,zone", "2025-04-20T10:15Z,2025-04-20,UTC").toMs)
                .as("an end known to the day may be the start's day")
                .isEqualTo(Instant.parse("2025-04-20T10:15:00Z").toEpochMilli());
    }

    @Test
    void a_stated_precision_counts_instead_of_the_digits() {
        assertThat(read("time,precision", "2025-04-20T10:15Z,PT5M").precisionMs).isEqualTo(300_000);
        assertThat(read("time,precision", "2025-04-20T10:15Z,Hour").precisionMs).isEqualTo(3_600_000);
        assertThat(rows("time,precision", "2025-04-20T10:15Z,PT9000000H").fault())
                .isEqualTo("2 precision not-a-duration");
        assertThat(rows("time,precision", "2025-04-20T10:15Z,soon").fault()).isEqualTo("2 precision not-a-duration");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN      | 48        | longitude not-a-number",
                "1e400    | 48        | longitude not-a-number",
                "Infinity | 48        | longitude not-a-number",
                "-Inf     | 48        | longitude not-a-number",
                "0x25     | 48        | longitude not-a-number",
                "37.5d    | 48        | longitude not-a-number",
                "37 30    | 48        | longitude not-a-number",
                "'37,5'   | 48        | longitude not-a-number",
                "３７     | 48        | longitude not-a-number",
                "180.0000001 | 48     | longitude longitude-out-of-range",
                "999      | 48        | longitude longitude-out-of-range",
                "120      | 90.0000001 | latitude latitude-out-of-range",
                "37       | 200       | latitude latitude-out-of-range",
                "48       | 137       | latitude swapped-coordinates",
                "37       |           | latitude missing-value",
                "         | 48        | longitude missing-value"
            })
    void a_position_that_is_none_is_rejected(String longitude, String latitude, String fault) {
        String lon = longitude == null ? "" : longitude;
        String lat = latitude == null ? "" : latitude;
        Rows rows = rows("time,longitude,latitude", "2025-04-20T10:15Z,\"" + lon + "\",\"" + lat + "\"");
        assertThat(rows.fault()).isEqualTo("2 " + fault);
    }

    @Test
    void decimals_become_whole_units_without_passing_through_a_double() {
        Draft draft =
                read("time,longitude,latitude", "2025-04-20T10:15Z,-0.00000005000000000000000000001,+89.99999995");
        assertThat(draft.lonE7).isEqualTo(-1);
        assertThat(draft.latE7).isEqualTo(900_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind      | bang         | unknown-word",
                "means     | telepathy    | unknown-word",
                "weapon    | catapult     | unknown-word",
                "number    | a few        | not-a-count",
                "number    | -3           | not-a-count",
                "credibility | 7          | out-of-range",
                "credibility | B          | out-of-range",
                "calibre_mm | 0           | out-of-range",
                "calibre_mm | big         | not-a-number",
                "sectors   | up           | unknown-word",
                "flight_to | NNNE         | unknown-word",
                "range_to_m | -1          | out-of-range",
                "radius_m  | -1           | out-of-range",
                "radius_m  | 1e3          | not-a-number",
                "craft     | a1b2c3       | unknown-word",
                "altitude_metres | high   | not-a-number",
                "altitude_metres | 100001 | out-of-range",
                "place     | =1+2         | formula-like-cell",
                "place     | ' +1'        | formula-like-cell",
                "remark    | -cmd         | formula-like-cell",
                "person    | @SUM(A1)     | formula-like-cell",
                "id        | '\t=1'       | formula-like-cell",
                "remark    | be\u0007ll   | control-character"
            })
    void a_cell_that_cannot_be_used_says_why(String column, String cell, String code) {
        assertThat(rows("time," + column, "2025-04-20T10:15Z,\"" + cell + "\"").fault())
                .isEqualTo("2 " + column + " " + code);
    }

    @Test
    void a_bad_row_stops_no_good_one() {
        Rows rows = rows(
                "time,place",
                "x,a\n2025-04-20T10:15Z,b\n2025-04-20T10:15Z\n2025-04-20T10:15Z,c,d\n2025-04-20T10:15Z,e");
        assertThat(rows.accepted).extracting(draft -> draft.row).containsExactly(3L, 6L);
        assertThat(rows.faults())
                .containsExactly("2 time not-a-time", "4  wrong-number-of-cells", "5  wrong-number-of-cells");
        assertThat(rows.texts).contains("2025-04-20T10:15Z,c,d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,lattitude    | unknown-column",
                "kind,place        | missing-column",
                "time;kind         | wrong-separator",
                "time,kind,Time    | duplicate-column"
            })
    void a_header_that_is_not_ours_is_refused(String header, String code) {
        assertThatThrownBy(() -> rows(header, "2025-04-20T10:15Z,x"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_spreadsheet_file_is_told_from_text() {
        assertThatThrownBy(() -> Rows.of(new ObservationsCsvReader(), "PK\u0003\u0004zzzz\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("XLSX");
    }

    private static Draft read(String header, String row) {
        return rows(header, row).only();
    }

    private static Rows rows(String header, String row) {
        return Rows.of(new ObservationsCsvReader(), header + "\n" + row + "\n");
    }
}
