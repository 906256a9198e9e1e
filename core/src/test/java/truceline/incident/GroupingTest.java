package truceline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import truceline.geo.Geodesic;
import truceline.geo.Place;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

class GroupingTest {
    private static final long HOUR = 3_600_000;

    @Test
    void two_observations_exactly_a_kilometre_and_six_hours_apart_are_one_incident() {
        Place start = new Place(-300_000_000, 100_000_000);
        Place end = lastWithin(start, 1_000_000);
        assertThat(incidents(row(start, 0, Kind.EXPLOSION), row(end, 6 * HOUR, Kind.EXPLOSION)))
                .isEqualTo(1);
        assertThat(incidents(row(start, 0, Kind.EXPLOSION), row(end, 6 * HOUR + 1, Kind.EXPLOSION)))
                .isEqualTo(2);
        Place beyond = new Place(end.lonE7() + 1, end.latE7());
        assertThat(incidents(row(start, 0, Kind.EXPLOSION), row(beyond, 0, Kind.EXPLOSION)))
                .isEqualTo(2);
    }

    @Test
    void a_late_observation_joins_two_incidents_and_the_first_address_stays() {
        Columns columns = columns(
                row(new Place(0, 0), 0, Kind.SHOT),
                row(new Place(150_000, 0), 0, Kind.SHOT),
                row(new Place(75_000, 0), 0, Kind.BURST));
        Grouping grouping = new Grouping(GroupingRule.FIRST, columns);
        grouping.add(0);
        grouping.add(1);
        assertThat(Incidents.of(columns, 2, grouping.joins(), grouping.joins().size())
                        .size())
                .isEqualTo(2);
        grouping.add(2);
        Incidents after =
                Incidents.of(columns, 3, grouping.joins(), grouping.joins().size());
        assertThat(after.size()).isEqualTo(1);
        assertThat(after.rows(0)).containsExactly(0, 1, 2);
        assertThat(after.joins(0)).hasSize(2);
    }

    @Test
    void kinds_of_another_family_stay_apart_and_a_thermal_anomaly_joins_what_was_seen() {
        Place place = new Place(10_000_000, 20_000_000);
        assertThat(incidents(row(place, 0, Kind.EXPLOSION), row(place, 0, Kind.MOVEMENT_RESTRICTED)))
                .isEqualTo(2);
        assertThat(incidents(row(place, 0, Kind.EXPLOSION), row(place, 0, Kind.THERMAL_ANOMALY)))
                .isEqualTo(1);
        assertThat(incidents(row(place, 0, Kind.EXPLOSION), row(place, 0, Kind.NONE_SEEN)))
                .isEqualTo(1);
    }

    @Test
    void an_observation_without_a_place_is_an_incident_of_its_own() {
        assertThat(incidents(row(null, 0, Kind.EXPLOSION), row(null, 0, Kind.EXPLOSION)))
                .isEqualTo(2);
    }

    @Test
    void reports_that_only_name_the_day_do_not_chain_the_days_together() {
        Draft monday = row(new Place(0, 0), 0, Kind.SHELLING);
        monday.toMs = 24 * HOUR - 1000;
        Draft tuesday = row(new Place(0, 0), 24 * HOUR, Kind.SHELLING);
        tuesday.toMs = 48 * HOUR - 1000;
        assertThat(incidents(monday, tuesday)).isEqualTo(2);
        assertThat(incidents(monday, monday)).isEqualTo(1);
    }

    @Test
    void the_grid_finds_what_comparing_all_pairs_finds() {
        for (long seed = 0; seed < 60; seed++) {
            Draft[] rows = scattered(seed);
            assertThat(incidents(rows)).as("seed " + seed).isEqualTo(componentsByAllPairs(rows));
        }
    }

    @Test
    void the_order_of_arrival_does_not_change_the_groups() {
        for (long seed = 0; seed < 20; seed++) {
            Draft[] rows = scattered(seed);
            int expected = incidents(rows);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                Draft swap = rows[i];
                rows[i] = rows[j];
                rows[j] = swap;
            }
            assertThat(incidents(rows)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void a_flood_of_copies_at_one_place_is_grouped_in_no_time() {
        Columns columns = new Columns(200_000);
        Draft draft = row(new Place(5, 5), 0, Kind.EXPLOSION);
        Grouping grouping = new Grouping(GroupingRule.FIRST, columns);
        for (int i = 0; i < 200_000; i++) {
            columns.add(draft);
            grouping.add(i);
        }
        assertThat(Incidents.of(
                                columns,
                                200_000,
                                grouping.joins(),
                                grouping.joins().size())
                        .size())
                .isEqualTo(1);
    }

    /// Clusters at awkward places: the antimeridian, high latitudes, the poles, the edges of cells.
    private static Draft[] scattered(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] latitudes = {0, 450_000_000, 699_000_000, 899_000_000, -899_999_000, 899_999_999};
        int latitude = latitudes[random.nextInt(latitudes.length)];
        int spread = Math.abs(latitude) > 890_000_000 ? 1_700_000_000 : 600_000;
        Draft[] rows = new Draft[120];
        for (int i = 0; i < rows.length; i++) {
            long lon = 1_800_000_000L + random.nextInt(-spread, spread);
            int wrapped = (int) (lon > 1_800_000_000L ? lon - 3_600_000_000L : lon);
            int lat = Math.clamp(latitude + random.nextInt(-400_000, 400_000), -900_000_000, 900_000_000);
            rows[i] = row(new Place(wrapped, lat), random.nextLong(-20 * HOUR, 20 * HOUR), Kind.EXPLOSION);
        }
        return rows;
    }

    private static int componentsByAllPairs(Draft... rows) {
        int[] group = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean near =
                        Geodesic.distanceMm(rows[i].lonE7, rows[i].latE7, rows[j].lonE7, rows[j].latE7) <= 1_000_000;
                if (near && Math.abs(rows[i].fromMs - rows[j].fromMs) <= 6 * HOUR) {
                    int from = group[i];
                    int to = group[j];
                    for (int k = 0; k < group.length; k++) {
                        group[k] = group[k] == from ? to : group[k];
                    }
                }
            }
        }
        TreeSet<Integer> distinct = new TreeSet<>();
        for (int each : group) {
            distinct.add(each);
        }
        return distinct.size();
    }

    private static Place lastWithin(Place start, long limitMm) {
        int lon = start.lonE7();
        while (Geodesic.distanceMm(start.lonE7(), start.latE7(), lon + 1000, start.latE7()) <= limitMm) {
            lon += 1000;
        }
        while (Geodesic.distanceMm(start.lonE7(), start.latE7(), lon + 1, start.latE7()) <= limitMm) {
            lon++;
        }
        return new Place(lon, start.latE7());
    }

    private static int incidents(Draft... rows) {
        Columns columns = columns(rows);
        Grouping grouping = new Grouping(GroupingRule.FIRST, columns);
        for (int i = 0; i < rows.length; i++) {
            grouping.add(i);
        }
        return Incidents.of(
                        columns, rows.length, grouping.joins(), grouping.joins().size())
                .size();
    }

    private static Columns columns(Draft... rows) {
        Columns columns = new Columns(rows.length);
        for (Draft row : rows) {
            columns.add(row);
        }
        return columns;
    }

    private static Draft row(@org.jspecify.annotations.Nullable Place place, long fromMs, Kind kind) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = kind;
        draft.means = Means.HEARD;
        draft.at(fromMs, 1000);
        if (place != null) {
            draft.lonE7 = place.lonE7();
            draft.latE7 = place.latE7();
            draft.basis = PlaceBasis.POINT;
        }
        return draft;
    }
}
