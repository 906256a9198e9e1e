package truceline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.geo.Geodesic;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Place;
import truceline.geo.Side;
import truceline.incident.Grouping;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.incident.Joins;
import truceline.incident.TrackRule;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Observations;
import truceline.observation.PlaceBasis;

class TrackCasesTest {
    private static final long START = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;

    /// A line along a meridian in the Black Sea; the zone reaches 10 km to each side.
    private static final LineIndex LINE =
            LineIndex.of(List.of(new Path(new int[] {310_000_000, 310_000_000}, new int[] {440_000_000, 460_000_000})));

    private static final Zone LANE = new Zone.Depth("lane", LINE, 10_000_000, Side.ON, 0);
    private static final Zone LAYER = new Zone.Volume("low-air", LANE, 0, 3_000_000, true);
    private static final Zone OVER_GROUND = new Zone.Volume("low-air", LANE, 0, 3_000_000, false);

    @Test
    void an_aircraft_through_the_volume_is_a_candidate_that_says_when_and_how_high() {
        World world = world(Kind.AIRCRAFT, "icao:4b1814", crossing(600));
        List<Case> cases = world.cases(enter(LAYER, of("aircraft")));
        assertThat(cases).singleElement().satisfies(found -> {
            assertThat(found.certainty()).isEqualTo(Certainty.YES);
            assertThat(world.reason(found))
                    .startsWith("entered at 2027-01-15T08:02:00Z at 600 m (44.9994, 30.")
                    .contains(", last inside at 2027-01-15T08:04:00Z, outside at 2027-01-15T08:05:00Z: ")
                    .contains("600 m above sea is in the layer of low-air, 0 to 3000 m above sea");
        });
    }

    @Test
    void an_aircraft_over_the_volume_is_nothing_and_one_at_its_top_is_inside() {
        assertThat(judged(LAYER, Kind.AIRCRAFT, crossing(3_001))).isEmpty();
        assertThat(judged(LAYER, Kind.AIRCRAFT, crossing(3_000))).containsExactly(Certainty.YES);
        Zone high = new Zone.Volume("high-air", LANE, 6_000_000, 9_000_000, true);
        assertThat(judged(high, Kind.AIRCRAFT, crossing(5_999))).isEmpty();
        assertThat(judged(high, Kind.AIRCRAFT, crossing(6_000))).containsExactly(Certainty.YES);
    }

    @Test
    void an_unknown_height_and_one_that_the_ground_may_decide_are_indeterminate() {
        World unknown = world(Kind.AIRCRAFT, "icao:4b1814", crossing(Draft.NOWHERE));
        Case found = unknown.cases(enter(LAYER, of("aircraft"))).getFirst();
        assertThat(found.certainty()).isEqualTo(Certainty.INDETERMINATE);
        assertThat(unknown.reason(found))
                .startsWith("may have been inside")
                .contains("its height is not known, so it may be in");
        assertThat(judged(OVER_GROUND, Kind.AIRCRAFT, crossing(600))).containsExactly(Certainty.YES);
        assertThat(judged(OVER_GROUND, Kind.AIRCRAFT, crossing(5_000))).containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(OVER_GROUND, Kind.AIRCRAFT, crossing(10_000))).isEmpty();
    }

    @Test
    void what_floats_or_stands_is_not_in_the_air_above() {
        assertThat(judged(LAYER, Kind.VESSEL, slowly(crossing(Draft.NOWHERE)))).isEmpty();
    }

    @Test
    void a_vessel_is_of_the_general_class_and_perhaps_of_a_narrower_one() {
        List<Draft> rows = slowly(crossing(Draft.NOWHERE));
        assertThat(judged(enter(LANE, of("vessels")), Kind.VESSEL, rows)).containsExactly(Certainty.YES);
        assertThat(judged(enter(LANE, of("warships")), Kind.VESSEL, rows)).containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(enter(LANE, of("aircraft")), Kind.VESSEL, rows)).isEmpty();
        assertThat(judged(enter(LANE, of("helicopters")), Kind.AIRCRAFT, rows))
                .containsExactly(Certainty.INDETERMINATE);
    }

    @Test
    void a_ship_that_leaves_its_lane_is_a_candidate_and_one_that_stays_or_comes_is_not() {
        Norm leave = new Norm("5", "leave", List.of(of("vessels")), LANE, START, Long.MAX_VALUE);
        List<Draft> rows = crossing(Draft.NOWHERE);
        World world = world(Kind.VESSEL, "mmsi:244660000", slowly(rows));
        List<Case> cases = world.cases(leave);
        assertThat(cases).singleElement().satisfies(found -> {
            assertThat(found.certainty()).isEqualTo(Certainty.YES);
            assertThat(world.reason(found))
                    .startsWith("inside at 2027-01-15T09:20:00Z (44.9988, 31.")
                    .contains(", outside at 2027-01-15T09:40:00Z");
        });
        assertThat(judged(leave, Kind.VESSEL, slowly(rows.subList(0, 5)))).isEmpty();
        assertThat(judged(leave, Kind.VESSEL, slowly(rows.subList(2, 5)))).isEmpty();
    }

    @Test
    void a_ship_that_leaves_through_the_band_of_a_line_still_left() {
        Zone banded = new Zone.Depth("lane", LINE, 10_000_000, Side.ON, 2_000_000);
        Norm leave = new Norm("5", "leave", List.of(of("vessels")), banded, START, Long.MAX_VALUE);
        List<Draft> rows = new ArrayList<>();
        int[] metres = {0, 5_000, 10_500, 16_000};
        for (int i = 0; i < metres.length; i++) {
            rows.add(row(Geodesic.direct(310_000_000, 450_000_000, 90, metres[i]), i * (10 * MINUTE)));
        }
        assertThat(judged(leave, Kind.VESSEL, rows)).containsExactly(Certainty.YES);
        assertThat(judged(leave, Kind.VESSEL, rows.subList(0, 3))).containsExactly(Certainty.INDETERMINATE);
    }

    @Test
    void forty_ships_that_jump_into_a_zone_breach_nothing() {
        List<Draft> rows = new ArrayList<>();
        for (int ship = 0; ship < 40; ship++) {
            for (int minute = 0; minute < 30; minute++) {
                boolean isAway = minute >= 10 && minute < 20;
                Place from = isAway ? new Place(310_000_000, 450_000_000) : new Place(370_000_000, 440_000_000);
                Draft row = row(Geodesic.direct(from.lonE7(), from.latE7(), ship * 9, minute * 30), minute * MINUTE);
                row.kind = Kind.VESSEL;
                row.craft = "mmsi:" + ship;
                rows.add(row);
            }
        }
        World world = new World(rows);
        assertThat(world.cases(enter(LANE, of("vessels")))).isEmpty();
        assertThat(world.cases(enter(new Zone.Everywhere(), of("vessels")))).hasSize(40);
    }

    @Test
    void two_senders_of_one_name_breach_nothing() {
        List<Draft> rows = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            Place from = minute % 2 == 0 ? new Place(310_000_000, 450_000_000) : new Place(350_000_000, 450_000_000);
            rows.add(row(from, minute * MINUTE));
        }
        assertThat(judged(enter(new Zone.Everywhere(), of("vessels")), Kind.VESSEL, rows))
                .isEmpty();
    }

    @Test
    void a_permission_keeps_the_case_indeterminate_and_the_reason_names_it() {
        Norm.Doubt allowed = new Norm.Doubt("may be allowed by F.3", List.of(of("aircraft")), false);
        Norm norm = new Norm(
                "9",
                "enter",
                List.of(WeaponClass.ANY),
                LANE,
                START,
                Long.MAX_VALUE,
                "allowed by F.3 or authorised by MAC",
                List.of(allowed));
        World plane = world(Kind.AIRCRAFT, "icao:4b1814", crossing(600));
        Case found = plane.cases(norm).getFirst();
        assertThat(found.certainty()).isEqualTo(Certainty.INDETERMINATE);
        assertThat(plane.reason(found))
                .startsWith("entered at ")
                .endsWith("; may be allowed by F.3; its exception is not shown: allowed by F.3 or authorised by MAC");
        assertThat(judged(norm, Kind.VESSEL, slowly(crossing(Draft.NOWHERE)))).containsExactly(Certainty.YES);
    }

    @Test
    void what_people_saw_inside_entered_and_a_flight_that_they_saw_may_have_been_higher() {
        Draft seen = row(new Place(310_000_000, 450_000_000), 0);
        seen.means = Means.SAW;
        for (Kind kind : List.of(Kind.AIRCRAFT, Kind.UAV_FLIGHT, Kind.VESSEL, Kind.ARMED_PRESENCE)) {
            seen.kind = kind;
            assertThat(new World(List.of(seen)).cases(enter(LANE, WeaponClass.ANY)))
                    .as(kind.word())
                    .singleElement()
                    .satisfies(found -> assertThat(found.certainty()).isEqualTo(Certainty.YES));
        }
        seen.kind = Kind.UAV_FLIGHT;
        World world = new World(List.of(seen));
        Case found = world.cases(enter(LAYER, of("uavs"))).getFirst();
        assertThat(found.certainty()).isEqualTo(Certainty.INDETERMINATE);
        assertThat(world.reason(found)).contains("its height is not known");
    }

    private static Norm enter(Zone zone, WeaponClass what) {
        return new Norm("3", "enter", List.of(what), zone, START, Long.MAX_VALUE);
    }

    private static WeaponClass of(String kind) {
        return new WeaponClass(List.of(kind), 0, Integer.MAX_VALUE);
    }

    private static List<Certainty> judged(Zone zone, Kind kind, List<Draft> rows) {
        return judged(enter(zone, WeaponClass.ANY), kind, rows);
    }

    private static List<Certainty> judged(Norm norm, Kind kind, List<Draft> rows) {
        return world(kind, "id:1", rows).cases(norm).stream()
                .map(Case::certainty)
                .toList();
    }

    private static World world(Kind kind, String craft, List<Draft> rows) {
        rows.forEach(row -> {
            row.kind = kind;
            row.craft = craft;
        });
        return new World(rows);
    }

    /// From 23 km west of the line to 17 km east of it, 8 km a minute.
    private static List<Draft> crossing(int altitudeMetres) {
        List<Draft> rows = new ArrayList<>();
        Place west = Geodesic.direct(310_000_000, 450_000_000, 270, 23_200);
        for (int minute = 0; minute <= 5; minute++) {
            Place place = Geodesic.direct(west.lonE7(), west.latE7(), 90, minute * 8_000);
            Draft row = row(place, minute * MINUTE);
            row.altitudeMetres = altitudeMetres;
            rows.add(row);
        }
        return rows;
    }

    /// The same way in twenty times the time, as a ship can go it.
    private static List<Draft> slowly(List<Draft> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).at(START + i * (20 * MINUTE), 1000);
        }
        return rows;
    }

    private static Draft row(Place place, long afterMs) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = Kind.VESSEL;
        draft.means = Means.AIS;
        draft.at(START + afterMs, 1000);
        draft.lonE7 = place.lonE7();
        draft.latE7 = place.latE7();
        draft.basis = PlaceBasis.POINT;
        return draft;
    }

    private static final class World {
        private final Observations observations = new Observations();
        private final Incidents incidents;

        World(List<Draft> rows) {
            Columns columns = new Columns(rows.size());
            rows.forEach(columns::add);
            observations.add(0, 0, columns);
            Grouping grouping = new Grouping(GroupingRule.FIRST, observations.columns());
            for (int row = 0; row < rows.size(); row++) {
                grouping.add(row);
            }
            Joins joins = grouping.joins();
            incidents = Incidents.of(observations.columns(), rows.size(), joins, joins.size(), TrackRule.FIRST);
        }

        List<Case> cases(Norm norm) {
            return CaseFinder.find(new Norms(List.of(norm), List.of()), observations.columns(), incidents);
        }

        String reason(Case found) {
            return CaseFinder.reason(found, observations.columns(), incidents);
        }
    }
}
