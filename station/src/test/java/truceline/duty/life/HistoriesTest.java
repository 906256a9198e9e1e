package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.History.act;
import static truceline.duty.life.History.weapon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.agreement.phrase.Verb;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// Short invented histories under the real agreements, on the maps that stand beside them, compared with texts that
/// people can read. The parties bear letters, and nothing here happened. `-Dtruceline.record=true` writes the texts
/// anew: then read the difference.
class HistoriesTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("truceline.root"), "station/src/test/resources/truceline/duty/life");

    private static void compare(String name, History history) throws IOException {
        Path file = TEXTS.resolve(name + ".txt");
        String text = history.text();
        if (Boolean.getBoolean("truceline.record")) {
            Files.createDirectories(TEXTS);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /// AA holds the south, BB the north.
    @Test
    void korea_the_breadth_of_the_waters_is_read_twice_and_the_zone_is_left_late() throws IOException {
        History korea = new History("korean-armistice-1953", "1953-07-27T01:00:00Z", "1", "6", "9", "15");
        korea.clock("1953-07-27T13:00:00Z")
                .says("1953-07-30T09:00:00Z", "MAC", "1", "AA")
                .clock("1953-07-30T14:00:00Z")
                .says("1953-07-31T09:00:00Z", "MAC", "1", "BB")
                .acted(
                        "BB fires in the zone",
                        act(Verb.FIRE, "E1", "1953-08-02T03:00:00Z", "BB", Kind.BURST, 127.45, 38.33))
                .acted(
                        "somebody fires in the zone",
                        act(Verb.FIRE, "E2", "1953-08-02T04:00:00Z", null, Kind.BURST, 127.45, 38.33))
                .acted(
                        "a warship of AA, seven nautical miles off the northern coast",
                        ship("S1", "1953-08-05T03:00:00Z", "AA", 124.974, 39.0))
                .acted(
                        "a warship of AA, two nautical miles off",
                        ship("S2", "1953-08-06T03:00:00Z", "AA", 125.082, 39.0))
                .allows("1953-08-07T00:00:00Z", "MAC", "9", null, "1953-08-08T00:00:00Z")
                .acted(
                        "people of AA enter the zone with leave",
                        act(Verb.ENTER, "E3", "1953-08-07T05:00:00Z", "AA", Kind.ARMED_PRESENCE, 127.45, 38.33))
                .acted(
                        "people of AA enter it a day later",
                        act(Verb.ENTER, "E4", "1953-08-09T05:00:00Z", "AA", Kind.ARMED_PRESENCE, 127.45, 38.33));
        compare("korea", korea);
    }

    private static Evidence ship(String id, String when, String by, double lon, double lat) {
        return act(Verb.ENTER, id, when, by, Kind.VESSEL, lon, lat, "warships");
    }

    /// BB gives up one area and CC the other; nobody enters before the 91st day.
    @Test
    void dayton_an_area_is_vacated_in_45_days_and_entered_from_the_91st() throws IOException {
        History dayton = new History(
                "dayton-1a-1995", "1995-12-14T12:00:00Z", "4.2.a", "4.2.b", "4.3.a", "4.3.b", "4.3.c", "4.3.d");
        dayton.clock("1995-12-20T10:00:00Z")
                .says("1996-01-15T10:00:00Z", "JMC", "4.2.a", "AA")
                .says("1996-01-16T10:00:00Z", "JMC", "4.2.a", "BB")
                .clock("1996-01-22T10:00:00Z")
                .says("1996-02-02T10:00:00Z", "JMC", "4.3.b", "CC")
                .says("1996-02-06T10:00:00Z", "JMC", "4.3.a", "BB")
                .acted(
                        "soldiers of BB in the area that CC left, day 60",
                        troops("E1", "1996-02-18T08:00:00Z", "BB", 18.40, 43.85))
                .seen(
                        "a gun of CC in the zone of separation",
                        weapon("W1", "1996-02-20T08:00:00Z", "CC", Weapon.ARTILLERY, 1050, null, 18.53, 44.06))
                .clock("1996-03-20T00:00:00Z")
                .acted(
                        "soldiers of BB in the same area, day 92",
                        troops("E2", "1996-03-21T08:00:00Z", "BB", 18.40, 43.85));
        compare("dayton", dayton);
    }

    private static Evidence troops(String id, String when, String by, double lon, double lat) {
        return act(Verb.ENTER, id, when, by, Kind.ARMED_PRESENCE, lon, lat, "soldiers");
    }

    /// Fire answered by the book is excused; fire without the call and the notice is not.
    @Test
    void july_2020_an_answer_is_excused_only_with_order_call_and_notice() throws IOException {
        History july = new History("minsk-additional-measures-2020", "2020-07-22T12:00:00Z", "0", "a.1", "b", "c");
        july.says("2020-07-26T10:00:00Z", "TCG", "orders-issued", "AA")
                .clock("2020-07-27T06:00:00Z")
                .says("2020-07-28T10:00:00Z", "TCG", "orders-issued", "BB")
                .acted(
                        "BB moves a position over the line",
                        act(Verb.ADVANCE, "E1", "2020-08-01T08:00:00Z", "BB", Kind.ARMED_PRESENCE, 39.15, 48.74))
                .acted("AA fires", act(Verb.FIRE, "E2", "2020-08-01T08:20:00Z", "AA", Kind.BURST, 39.15, 48.72))
                .saysOf("2020-08-01T09:00:00Z", "AA", "order-given", "AA", "E2")
                .saysOf("2020-08-01T10:00:00Z", "JCCC", "call-failed", null, "E2")
                .notice("2020-08-01T12:00:00Z", "AA", "TCG")
                .clock("2020-08-03T00:00:00Z")
                .acted(
                        "BB fires, and says only that the order was given",
                        act(Verb.FIRE, "E3", "2020-08-10T08:00:00Z", "BB", Kind.BURST, 39.15, 48.70))
                .saysOf("2020-08-10T09:00:00Z", "BB", "order-given", "BB", "E3")
                .clock("2020-08-12T00:00:00Z")
                .seen(
                        "a howitzer of AA in a settlement",
                        weapon("W1", "2020-08-13T08:00:00Z", "AA", Weapon.ARTILLERY, 1520, null, 39.23, 48.74));
        compare("july-2020", july);
    }

    /// The same rocket launcher is far enough for one distance and too near for another.
    @Test
    void memorandum_the_distance_depends_on_the_system() throws IOException {
        History memorandum = new History("minsk-memorandum-2014", "2014-09-19T20:00:00Z", "3", "4.a", "4.b", "6.a");
        memorandum
                .says("2014-09-20T15:00:00Z", "SMM", "4.a", "AA")
                .clock("2014-09-21T06:00:00Z")
                .seen(
                        "a launcher of AA, known to be a Grad, about 20 km off",
                        weapon("W1", "2014-09-22T08:00:00Z", "AA", Weapon.MLRS, 1220, "Grad", 39.10, 48.90))
                .seen(
                        "a launcher of AA at the same place, of no known system",
                        weapon("W2", "2014-09-22T09:00:00Z", "AA", Weapon.MLRS, -1, null, 39.10, 48.90))
                .seen(
                        "a howitzer of BB, about 8 km off",
                        weapon("W3", "2014-09-22T10:00:00Z", "BB", Weapon.ARTILLERY, 1520, "2S19", 39.10, 48.63))
                .acted(
                        "somebody lays mines near the line",
                        act(Verb.LAY, "E1", "2014-09-25T08:00:00Z", null, Kind.MINE, 39.10, 48.71, "mines"))
                .acted("AA fires", act(Verb.FIRE, "E2", "2014-09-26T08:00:00Z", "AA", Kind.BURST, 39.10, 48.71));
        compare("memorandum", memorandum);
    }

    /// Papers are due each day by noon; the end of the initiative is read twice.
    @Test
    void grain_the_daily_papers_and_an_end_that_is_read_twice() throws IOException {
        History grain = new History("black-sea-grain-2022", "2022-07-22T12:00:00Z", "P.2", "P.3", "7");
        grain.clock("2023-05-14T00:00:00Z")
                .done("2023-05-14T08:00:00Z", "P.2", "AA", -1)
                .done("2023-05-14T12:00:00Z", "P.3", "JCC", -1)
                .clock("2023-05-15T10:00:00Z")
                .acted(
                        "a warship of BB six nautical miles from the corridor",
                        ship("S1", "2023-05-16T08:00:00Z", "BB", 31.20, 45.60))
                .clock("2023-05-20T00:00:00Z")
                .acted(
                        "the same, after the earlier of the two ends",
                        ship("S2", "2023-05-21T08:00:00Z", "BB", 31.20, 45.60));
        compare("grain", grain);
    }

    /// Thirty percent of a list by the ninetieth day, which there are two of.
    @Test
    void colombia_a_part_of_a_list_is_handed_over_between_two_ninetieth_days() throws IOException {
        History colombia = new History("colombia-ceasefire-2016", "2016-09-01T05:00:00Z", "C.1", "C.5");
        colombia.listed("2016-12-05T15:00:00Z", "C.1", "BB", "small-arms", 1000)
                .done("2017-02-20T15:00:00Z", "C.5", "BB", 200)
                .clock("2017-03-05T06:00:00Z")
                .done("2017-03-08T15:00:00Z", "C.5", "BB", 120)
                .clock("2017-03-20T06:00:00Z");
        compare("colombia", colombia);
    }

    /// The border is handed over from the day after elections, provided that the constitution is done.
    @Test
    void package_the_border_waits_for_elections_and_the_constitution() throws IOException {
        History minsk = new History("minsk-package-2015", "2015-02-12T12:00:00Z", "4.a", "9", "11", "12");
        minsk.clock("2015-02-15T00:00:00Z")
                .daySet("2015-02-25T12:00:00Z", "W", "2015-02-25T22:00:00Z")
                .says("2015-10-20T12:00:00Z", "XB", "local-elections", "AA")
                .says("2015-12-10T12:00:00Z", "TCG", "11", "AA")
                .clock("2016-01-02T12:00:00Z");
        compare("minsk-package", minsk);
    }

    /// Nothing runs before the first day is set; then papers, visits and the monitor's way are owed.
    @Test
    void paris_nothing_runs_until_its_first_day_is_set() throws IOException {
        History paris = new History("paris-framework-20", "2026-02-01T00:00:00Z", "2.5", "14.4", "14.5", "5.a.1");
        paris.acted("the monitor is stopped by BB, before D", barred("E1", "2026-02-10T08:00:00Z"))
                .daySet("2026-02-20T00:00:00Z", "D", "2026-02-28T22:00:00Z")
                .listed("2026-03-02T10:00:00Z", "14.4", "AA", "guns", 240)
                .clock("2026-03-03T10:00:00Z")
                .acted("the monitor is stopped by BB", barred("E2", "2026-03-05T08:00:00Z"))
                .done("2026-03-12T10:00:00Z", "14.5", "monitor", -1)
                .clock("2026-04-01T00:00:00Z");
        compare("paris", paris);
    }

    private static Evidence barred(String id, String when) {
        Evidence act = act(Verb.HINDER, id, when, "BB", Kind.MOVEMENT_RESTRICTED, 37.0, 48.0);
        return new Evidence(
                id,
                Verb.HINDER,
                act.fromMs(),
                act.toMs(),
                act.place(),
                null,
                act.altitudeMetres(),
                act.kind(),
                act.weapon(),
                -1,
                null,
                List.of(),
                List.of("monitor"),
                -1,
                "BB");
    }
}
