package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Qualifier;
import truceline.observation.Sentence;
import truceline.observation.Weapon;

class PatrolCsvReaderTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final String HEADER =
            "SMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"\n";

    @Test
    void what_a_patrol_writes_survives_as_the_sentence_it_would_say() {
        Draft draft = only("OP 3,8-10km NW,Heard,almost 550,Explosions,Undetermined,N/K,\"20 Jul 2020, 22:40-03:10\"");
        assertThat(Sentence.of(draft, KYIV))
                .isEqualTo("Heard almost 550 undetermined explosions, 8–10 km NW of the observer at OP 3,"
                        + " between 22:40 on 20 July 2020 and 03:10 on 21 July 2020 (EEST)");
        assertThat(draft.kind).isEqualTo(Kind.EXPLOSION);
        assertThat(draft.means).isEqualTo(Means.HEARD);
        assertThat(draft.count).isEqualTo(new Count(Qualifier.ALMOST, 550));
        assertThat(draft.description).isEqualTo(Description.UNDETERMINED);
        assertThat(draft.weapon).isEqualTo(Weapon.NOT_KNOWN);
        assertThat(draft.rangeFromMetres).isEqualTo(8000);
        assertThat(draft.rangeToMetres).isEqualTo(10_000);
        assertThat(draft.sectors).isEqualTo(1 << 14);
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString("2020-07-20T19:40:00Z");
        assertThat(Instant.ofEpochMilli(draft.toMs)).hasToString("2020-07-21T00:10:00Z");
        assertThat(draft.precisionMs).isEqualTo(60_000);
        assertThat(draft.place).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'2-10km NW, WNW and ENE' | 2000 | 10000 | 24584 | ",
                "3km N                    | 3000 | 3000  | 1     | ",
                "about 1.5km SSE          | 1500 | 1500  | 128   | event location: about 1.5km SSE",
                "350-600m north-west      | 350  | 600   | 16384 | ",
                "NW                       | -1   | -1    | 16384 | ",
                "4–6 km                   | 4000 | 6000  | 0     | "
            })
    void an_event_location_is_directions_and_distances(String written, int from, int to, int sectors, String remark) {
        Draft draft = only("OP,\"" + written + "\",Saw,1,Shot,,,2020-07-20 22:40");
        assertThat(draft.rangeFromMetres).isEqualTo(from);
        assertThat(draft.rangeToMetres).isEqualTo(to);
        assertThat(draft.sectors).isEqualTo(sectors);
        assertThat(draft.remark).isEqualTo(remark);
        assertThat(draft.place).isNull();
    }

    @Test
    void a_location_by_name_stays_a_name() {
        assertThat(only("OP,2km S of Ford,Saw,1,Shot,,,2020-07-20 22:40").place).isEqualTo("2km S of Ford");
        assertThat(only("OP,Ford,Saw,1,Shot,,,2020-07-20 22:40").place).isEqualTo("Ford");
        assertThat(fault("OP,2km S and 3km N,Saw,1,Shot,,,2020-07-20 22:40"))
                .isEqualTo("2 Event location not-a-location");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mortar (120mm)           | MORTAR            | 1200 | ",
                "IFV (BMP-2) cannon (30mm)| IFV_CANNON        | 300  | BMP-2",
                "HMG                      | HEAVY_MACHINE_GUN | -1   | ",
                "SAF                      | SMALL_ARMS        | -1   | ",
                "N/K                      | NOT_KNOWN         | -1   | ",
                "'MLRS (BM-21 Grad, 122mm)' | MLRS            | 1220 | BM-21 Grad",
                "Artillery (type N/K)     | ARTILLERY         | -1   | "
            })
    void a_weapon_is_its_class_its_calibre_and_its_name(String written, Weapon weapon, int calibre, String labels) {
        Draft draft = only("OP,NW,Heard,1,Shot,Outgoing,\"" + written + "\",2020-07-20 22:40");
        assertThat(draft.weapon).isEqualTo(weapon);
        assertThat(draft.calibreTenthMm).isEqualTo(calibre);
        assertThat(draft.labels).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Undetermined                    | UNDETERMINED          | -1 | -1 | ",
                "N/K                             | UNDETERMINED          | -1 | -1 | ",
                "Incoming/Impact                 | INCOMING              | -1 | -1 | ",
                "'In flight, W to E'             | IN_FLIGHT             | 12 | 4  | ",
                "In flight from WNW to ESE       | IN_FLIGHT             | 13 | 5  | ",
                "Airburst                        | AIRBURST              | -1 | -1 | ",
                "Assessed as live-fire exercise  | LIVE_FIRE_EXERCISE    | -1 | -1 | ",
                "'Outgoing, assessed as a live-fire exercise' | LIVE_FIRE_EXERCISE | -1 | -1 | outgoing",
                "Controlled detonation           | CONTROLLED_DETONATION | -1 | -1 | "
            })
    void a_description_is_direction_and_cause(String written, Description word, int from, int to, String labels) {
        Draft draft = only("OP,NW,Saw,1,Projectile,\"" + written + "\",,2020-07-20 22:40");
        assertThat(draft.description).isEqualTo(word);
        assertThat(draft.flightFrom).isEqualTo(from);
        assertThat(draft.flightTo).isEqualTo(to);
        assertThat(draft.labels).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 Jul 2020, 22:40-03:10            | 2020-07-20T19:40:00Z | 2020-07-21T00:10:00Z",
                "2020-07-20 22:40                    | 2020-07-20T19:40:00Z | 2020-07-20T19:40:00Z",
                "2020-07-20 22:40-23:10              | 2020-07-20T19:40:00Z | 2020-07-20T20:10:00Z",
                "2020-07-20 22:40 – 2020-07-22 01:00 | 2020-07-20T19:40:00Z | 2020-07-21T22:00:00Z",
                "20-Jul-2020 9:05                    | 2020-07-20T06:05:00Z | 2020-07-20T06:05:00Z",
                "2020-07-20T22:40+00:00              | 2020-07-20T22:40:00Z | 2020-07-20T22:40:00Z",
                "2020-07-20T22:40Z/2020-07-20T23:00Z | 2020-07-20T22:40:00Z | 2020-07-20T23:00:00Z",
                "31 December 2020, 23:30-00:15       | 2020-12-31T21:30:00Z | 2020-12-31T22:15:00Z",
                "20 July 2020                        | 2020-07-19T21:00:00Z | 2020-07-19T21:00:00Z"
            })
    void a_time_over_midnight_ends_on_the_next_day(String written, String from, String to) {
        Draft draft = only("OP,NW,Saw,1,Shot,,,\"" + written + "\"");
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString(from);
        assertThat(Instant.ofEpochMilli(draft.toMs)).hasToString(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20/07/2020 22:40             | day-first-date",
                "20.07.2020                   | day-first-date",
                "20 Jul, 22:40-03:10          | missing-year",
                "yesterday                    | not-a-time",
                "2020-07-20 25:10             | not-a-time",
                "29 March 2026 03:30          | time-does-not-exist",
                "25 October 2026 03:30        | ambiguous-time",
                "2020-07-20 22:40/2020-07-20 21:00 | end-before-start"
            })
    void a_time_that_could_mean_two_things_is_not_read(String written, String code) {
        assertThat(fault("OP,NW,Saw,1,Shot,,,\"" + written + "\"")).isEqualTo("2 Date, time " + code);
    }

    @Test
    void without_a_zone_no_clock_time_is_read() {
        String row = HEADER + "OP,NW,Saw,1,Shot,,,2020-07-20 22:40\n";
        assertThat(Rows.of(new PatrolCsvReader(null), row).fault()).isEqualTo("2 Date, time missing-zone");
    }

    @Test
    void further_columns_may_stand_beside_the_table() {
        String file = """
                observation,MEANS,date and time,zone,observer latitude,Observer longitude,Person,Region,Id
                Bursts,Heard,2020-07-20 22:40,UTC,48.5,38.25,J. Doe,North,7
                """;
        Draft draft = Rows.of(new PatrolCsvReader(null), file).only();
        assertThat(draft.observerLatE7).isEqualTo(485_000_000);
        assertThat(draft.observerLonE7).isEqualTo(382_500_000);
        assertThat(draft.person).isEqualTo("J. Doe");
        assertThat(draft.labels).isEqualTo("region: North");
        assertThat(draft.clientId).isEqualTo("7");
    }

    @Test
    void unknown_words_and_columns_are_named() {
        assertThat(fault("OP,NW,Smelled,1,Shot,,,2020-07-20 22:40")).isEqualTo("2 Means unknown-word");
        assertThat(fault("OP,NW,Saw,1,Bang,,,2020-07-20 22:40")).isEqualTo("2 Observation unknown-word");
        assertThat(fault("OP,NW,Saw,some,Shot,,,2020-07-20 22:40")).isEqualTo("2 No. not-a-count");
        assertThat(fault("OP,NW,Saw,1,Shot,,Catapult,2020-07-20 22:40")).isEqualTo("2 Weapon unknown-word");
        assertThat(fault("=1+1,NW,Saw,1,Shot,,,2020-07-20 22:40")).isEqualTo("2 SMM position formula-like-cell");
        assertThatThrownBy(() -> Rows.of(new PatrolCsvReader(KYIV), "Observation,Time,Date,Mood\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Mood");
    }

    private static Draft only(String row) {
        return Rows.of(new PatrolCsvReader(KYIV), HEADER + row + "\n").only();
    }

    private static String fault(String row) {
        return Rows.of(new PatrolCsvReader(KYIV), HEADER + row + "\n").fault();
    }
}
