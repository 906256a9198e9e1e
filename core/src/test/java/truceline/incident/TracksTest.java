package truceline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import truceline.geo.Geodesic;
import truceline.geo.Place;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Observations;
import truceline.observation.PlaceBasis;

class TracksTest {
    private static final long MINUTE = 60_000;
    private static final Place SEA = new Place(310_000_000, 460_000_000);
    private static final Place AIRPORT = new Place(380_000_000, 450_000_000);

    @Test
    void forty_ships_that_jump_to_an_airport_and_back_are_one_interference_and_forty_movements() {
        List<Draft> rows = new ArrayList<>();
        for (int ship = 0; ship < 40; ship++) {
            for (int minute = 0; minute < 90; minute++) {
                boolean isAway = minute >= 30 && minute < 60;
                Place own = Geodesic.direct(SEA.lonE7() + ship * 200_000, SEA.latE7(), 90, minute * 300.0);
                Place shown = Geodesic.direct(AIRPORT.lonE7(), AIRPORT.latE7(), ship * 9.0, minute * 15.0);
                rows.add(ship(ship, minute * MINUTE + ship * 200L, isAway ? shown : own));
            }
        }
        World world = world(rows);
        List<Facts> interference = world.facts(false);
        assertThat(interference).hasSize(1);
        assertThat(interference.getFirst().kind()).isEqualTo(Kind.INTERFERENCE);
        assertThat(interference.getFirst().count().value()).isEqualTo(40);
        int best = interference.getFirst().bestRow();
        assertThat(Geodesic.distanceMm(world.place(best), AIRPORT)).isLessThan(1_000_000);
        List<Facts> movements = world.facts(true);
        assertThat(movements).hasSize(40).allMatch(facts -> facts.kind() == Kind.VESSEL);
        assertThat(movements)
                .allMatch(facts -> world.incidents.rowCount(facts.incident()) == 60)
                .allMatch(facts -> facts.count().value() == 1);
        assertThat(Tracks.of(world.columns(), world.incidents)).hasSize(80);
    }

    @Test
    void a_short_hop_to_an_airport_that_becomes_reachable_in_time_stays_suspect() {
        Place near = Geodesic.direct(SEA.lonE7(), SEA.latE7(), 0, 30_000);
        List<Draft> rows = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            rows.add(ship(1, minute * MINUTE, minute >= 10 && minute < 50 ? near : SEA));
        }
        World world = world(rows);
        assertThat(world.facts(true)).hasSize(1);
        assertThat(world.facts(false)).hasSize(1);
        assertThat(world.incidents.rowCount(world.facts(false).getFirst().incident()))
                .isEqualTo(40);
    }

    @Test
    void two_senders_of_one_name_are_one_conflict_and_no_movement() {
        Place far = Geodesic.direct(SEA.lonE7(), SEA.latE7(), 180, 300_000);
        List<Draft> rows = new ArrayList<>();
        for (int minute = 0; minute < 40; minute++) {
            Place from = minute % 2 == 0 ? SEA : far;
            rows.add(ship(7, minute * MINUTE, Geodesic.direct(from.lonE7(), from.latE7(), 90, minute * 200.0)));
        }
        World world = world(rows);
        assertThat(world.incidents.size()).isEqualTo(1);
        assertThat(world.facts(false)).singleElement().satisfies(facts -> {
            assertThat(facts.kind()).isEqualTo(Kind.INTERFERENCE);
            assertThat(facts.isMovement()).isFalse();
            assertThat(facts.count().value()).isEqualTo(1);
        });
    }

    @Test
    void the_greatest_speed_counts_as_possible_and_a_millimetre_more_does_not() {
        // 50 m/s over 100 s and the second that a moment is stated to.
        assertThat(isJump(Kind.VESSEL, 5_050_000, 100_000)).isFalse();
        assertThat(isJump(Kind.VESSEL, 5_050_001, 100_000)).isTrue();
        assertThat(isJump(Kind.AIRCRAFT, 101_000_000, 100_000)).isFalse();
        assertThat(isJump(Kind.AIRCRAFT, 101_000_001, 100_000)).isTrue();
    }

    @Test
    void a_jump_under_two_kilometres_never_counts_and_radii_are_taken_off() {
        Columns columns = columns(ship(1, 0, SEA), ship(1, 1000, SEA));
        assertThat(TrackRule.FIRST.isPossible(columns, 0, 1, 1_999_999)).isTrue();
        assertThat(TrackRule.FIRST.isPossible(columns, 0, 1, 2_000_000)).isFalse();
        Draft coarse = ship(1, 0, SEA);
        coarse.radiusMetres = 700;
        Draft coarser = ship(1, 1000, SEA);
        coarser.radiusMetres = 800;
        Columns wide = columns(coarse, coarser);
        assertThat(TrackRule.FIRST.isPossible(wide, 0, 1, 3_499_999)).isTrue();
        assertThat(TrackRule.FIRST.isPossible(wide, 0, 1, 3_500_000)).isFalse();
    }

    @Test
    void the_short_answer_is_the_one_of_the_exact_distance() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int lat = random.nextInt(-900_000_000, 900_000_001);
            int lon = random.nextBoolean() ? 1_799_900_000 : random.nextInt(-1_800_000_000, 1_800_000_001);
            int spread = 1 << random.nextInt(10, 24);
            int toLat = Math.clamp((long) lat + random.nextInt(-spread, spread), -900_000_000, 900_000_000);
            long toLon = (long) lon + random.nextInt(-spread, spread);
            long turned = toLon < -1_800_000_000 ? toLon + 3_600_000_000L : toLon;
            Place to = new Place((int) (turned > 1_800_000_000 ? turned - 3_600_000_000L : turned), toLat);
            Columns columns = columns(ship(1, 0, new Place(lon, lat)), ship(1, random.nextLong(100_000), to));
            assertThat(TrackRule.FIRST.isPossible(columns, 0, 1))
                    .as("seed " + seed)
                    .isEqualTo(TrackRule.FIRST.isPossible(columns, 0, 1, TrackRule.distanceMm(columns, 0, 1)));
        }
    }

    @Test
    void a_crowd_of_jumps_is_joined_as_comparing_all_pairs_joins_it() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Draft> rows = new ArrayList<>();
            for (int ship = 0; ship < 80; ship++) {
                rows.add(ship(ship, -MINUTE, new Place(SEA.lonE7() - ship * 1_000_000, SEA.latE7())));
                Place place =
                        Geodesic.direct(AIRPORT.lonE7(), AIRPORT.latE7(), random.nextInt(360), random.nextInt(12_000));
                rows.add(ship(ship, random.nextLong(40 * MINUTE), place));
            }
            World world = world(rows);
            for (int one = 1; one < rows.size(); one += 2) {
                for (int two = 1; two < one; two += 2) {
                    boolean near = TrackRule.distanceMm(world.columns(), one, two) <= 2_000_000
                            && Math.abs(rows.get(one).fromMs - rows.get(two).fromMs) <= 10 * MINUTE;
                    assertThat(!near || world.incidents.ofRow(one) == world.incidents.ofRow(two))
                            .as("seed " + seed)
                            .isTrue();
                }
                assertThat(world.incidents.isSuspectRow(one)).isTrue();
            }
        }
    }

    @Test
    void a_silence_of_an_hour_is_one_track_and_a_longer_one_two() {
        assertThat(world(List.of(ship(1, 0, SEA), ship(1, 60 * MINUTE, SEA))).facts(true))
                .hasSize(1);
        assertThat(world(List.of(ship(1, 0, SEA), ship(1, 60 * MINUTE + 1, SEA)))
                        .facts(true))
                .hasSize(2);
    }

    @Test
    void a_late_position_takes_its_place_in_the_track() {
        Place half = Geodesic.direct(SEA.lonE7(), SEA.latE7(), 90, 4_000);
        Place end = Geodesic.direct(SEA.lonE7(), SEA.latE7(), 90, 8_000);
        World world = world(List.of(ship(1, 0, SEA), ship(1, 10 * MINUTE, end), ship(1, 5 * MINUTE, half)));
        assertThat(Tracks.of(world.columns(), world.incidents)).singleElement().satisfies(track -> {
            assertThat(track.rows()).containsExactly(0, 2, 1);
            assertThat(track.craft()).isEqualTo("mmsi:1");
            assertThat(track.isSuspect()).isFalse();
        });
        assertThat(world.incidents.joins(0)).hasSize(2);
    }

    @Test
    void what_people_saw_is_never_joined_to_what_a_craft_says_of_itself() {
        Draft seen = ship(1, 0, SEA);
        seen.craft = null;
        assertThat(world(List.of(ship(1, 0, SEA), seen, ship(2, 0, SEA)))
                        .incidents
                        .size())
                .isEqualTo(3);
    }

    @Test
    void the_order_of_arrival_does_not_change_the_groups() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Draft> rows = wandering(random);
            TreeSet<String> expected = world(rows).groups();
            for (int turn = 0; turn < 3; turn++) {
                for (int i = rows.size() - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    Draft swap = rows.get(i);
                    rows.set(i, rows.get(j));
                    rows.set(j, swap);
                }
                assertThat(world(rows).groups()).as("seed " + seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void fewer_rows_give_what_they_alone_would_give_and_every_join_merges_two_groups() {
        for (long seed = 0; seed < 30; seed++) {
            List<Draft> rows = wandering(new SplittableRandom(seed));
            World whole = world(rows);
            int part = rows.size() / 2;
            Incidents early = Incidents.of(whole.columns(), part, new Joins(), 0, TrackRule.FIRST);
            assertThat(new World(whole.observations, early).groups())
                    .as("seed " + seed)
                    .isEqualTo(world(rows.subList(0, part)).groups());
            for (int incident = 0; incident < whole.incidents.size(); incident++) {
                assertThat(whole.incidents.joins(incident))
                        .as("seed " + seed)
                        .hasSize(whole.incidents.rowCount(incident) - 1);
            }
        }
    }

    /// A few crafts that move, fall silent, and are shown at one of two other places now and then.
    private static List<Draft> wandering(SplittableRandom random) {
        List<Draft> rows = new ArrayList<>();
        for (int ship = 0; ship < 5; ship++) {
            long at = 0;
            Place away = random.nextBoolean() ? AIRPORT : new Place(310_000_000, 465_000_000);
            boolean isAway = false;
            for (int i = 0; i < 30; i++) {
                at += random.nextInt(10) == 0 ? 90 * MINUTE : random.nextLong(5 * MINUTE);
                isAway = random.nextInt(6) == 0 != isAway;
                Place own = Geodesic.direct(SEA.lonE7(), SEA.latE7(), 20.0 * ship, at / 200.0);
                Place shown = Geodesic.direct(away.lonE7(), away.latE7(), random.nextInt(360), random.nextInt(2_500));
                rows.add(ship(ship, at, isAway ? shown : own));
            }
        }
        return rows;
    }

    private static boolean isJump(Kind kind, long distanceMm, long gapMs) {
        Draft one = ship(1, 0, SEA);
        Draft two = ship(1, gapMs, SEA);
        one.kind = kind;
        two.kind = kind;
        return !TrackRule.FIRST.isPossible(columns(one, two), 0, 1, distanceMm);
    }

    private static Draft ship(int number, long fromMs, Place place) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = Kind.VESSEL;
        draft.means = Means.AIS;
        draft.craft = "mmsi:" + number;
        draft.at(fromMs, 1000);
        draft.lonE7 = place.lonE7();
        draft.latE7 = place.latE7();
        draft.basis = PlaceBasis.POINT;
        return draft;
    }

    private static Columns columns(Draft... rows) {
        Columns columns = new Columns(rows.length);
        for (Draft row : rows) {
            columns.add(row);
        }
        return columns;
    }

    private static World world(List<Draft> rows) {
        Observations observations = new Observations();
        observations.add(0, 0, columns(rows.toArray(new Draft[0])));
        Grouping grouping = new Grouping(GroupingRule.FIRST, observations.columns());
        for (int row = 0; row < rows.size(); row++) {
            grouping.add(row);
        }
        Joins joins = grouping.joins();
        return new World(
                observations, Incidents.of(observations.columns(), rows.size(), joins, joins.size(), TrackRule.FIRST));
    }

    private record World(Observations observations, Incidents incidents) {
        Columns columns() {
            return observations.columns();
        }

        Place place(int row) {
            return new Place(columns().lonE7(row), columns().latE7(row));
        }

        List<Facts> facts(boolean isMovement) {
            Assessment assessment = new Assessment(observations, incidents);
            List<Facts> found = new ArrayList<>();
            for (int incident = 0; incident < incidents.size(); incident++) {
                Facts facts = assessment.facts(incident);
                if (facts.isMovement() == isMovement) {
                    found.add(facts);
                }
            }
            return found;
        }

        /// The incidents without the numbers of rows: what stands together, and whether it is suspect.
        TreeSet<String> groups() {
            TreeSet<String> groups = new TreeSet<>();
            for (int incident = 0; incident < incidents.size(); incident++) {
                TreeSet<String> members = new TreeSet<>();
                for (int row : incidents.rows(incident)) {
                    members.add(columns().text(truceline.observation.Field.CRAFT, row) + " "
                            + columns().fromMs(row) + " " + place(row) + " " + incidents.isSuspectRow(row));
                }
                groups.add(members.toString());
            }
            return groups;
        }
    }
}
