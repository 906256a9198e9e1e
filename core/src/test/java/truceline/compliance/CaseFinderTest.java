package truceline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Side;
import truceline.incident.Grouping;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Observations;
import truceline.observation.PlaceBasis;
import truceline.observation.Weapon;

class CaseFinderTest {
    private static final long START = 1_000_000_000L;

    /// A line along the equator from west to east; the buffer is 7.5 km deep and the line known to 250 m.
    private static final LineIndex LINE =
            LineIndex.of(List.of(new Path(new int[] {-10_000_000, 10_000_000}, new int[] {0, 0})));

    private static final Zone BUFFER = new Zone.Depth("buffer", LINE, 7_500_000, Side.ON, 250_000);
    private static final WeaponClass HEAVY =
            new WeaponClass(List.of("guns", "howitzers", "mortars"), 1000, Integer.MAX_VALUE);

    @Test
    void fire_well_inside_a_zone_is_a_candidate_and_well_outside_is_nothing() {
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 5_000))).containsExactly(Certainty.YES);
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 9_000))).isEmpty();
    }

    @Test
    void a_point_100_metres_inside_with_a_line_known_to_250_metres_is_indeterminate() {
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 7_400)))
                .containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 7_600)))
                .containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 7_240))).containsExactly(Certainty.YES);
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.EXPLOSION, 7_760))).isEmpty();
    }

    @Test
    void a_thermal_anomaly_opens_no_case_and_moves_none() {
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.THERMAL_ANOMALY, 1_000)))
                .isEmpty();
        Draft heard = row(Kind.EXPLOSION, 7_400);
        heard.radiusMetres = 300;
        Draft cue = row(Kind.THERMAL_ANOMALY, 7_000);
        assertThat(judged(BUFFER, WeaponClass.ANY, heard, cue)).containsExactly(Certainty.INDETERMINATE);
    }

    @Test
    void the_order_of_arrival_takes_no_case_away() {
        Draft inside = row(Kind.EXPLOSION, 7_100);
        Draft outside = row(Kind.EXPLOSION, 7_900);
        assertThat(judged(BUFFER, WeaponClass.ANY, inside, outside)).containsExactly(Certainty.YES);
        assertThat(judged(BUFFER, WeaponClass.ANY, outside, inside)).containsExactly(Certainty.YES);
    }

    @Test
    void fire_beside_what_is_no_act_is_still_a_case() {
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.ILLUMINATION_FLARE, 1_000), row(Kind.TRACER_ROUND, 1_000)))
                .containsExactly(Certainty.YES);
        assertThat(judged(BUFFER, WeaponClass.ANY, row(Kind.ILLUMINATION_FLARE, 1_000)))
                .isEmpty();
    }

    @Test
    void an_unknown_weapon_is_indeterminate_and_a_known_one_beside_it_decides() {
        Draft unknown = row(Kind.EXPLOSION, 1_000);
        Draft mortar = row(Kind.EXPLOSION, 1_000);
        mortar.weapon = Weapon.MORTAR;
        mortar.calibreTenthMm = 1200;
        Draft small = row(Kind.EXPLOSION, 1_000);
        small.weapon = Weapon.MORTAR;
        small.calibreTenthMm = 820;
        assertThat(judged(BUFFER, HEAVY, unknown)).containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(BUFFER, HEAVY, unknown, mortar)).containsExactly(Certainty.YES);
        assertThat(judged(BUFFER, HEAVY, small)).isEmpty();
        mortar.calibreTenthMm = -1;
        assertThat(judged(BUFFER, HEAVY, mortar)).containsExactly(Certainty.INDETERMINATE);
    }

    @Test
    void an_event_before_the_norm_is_none_and_one_across_its_start_is_indeterminate() {
        Draft before = row(Kind.EXPLOSION, 1_000);
        before.at(START - 60_000, 60_000);
        Draft across = row(Kind.EXPLOSION, 1_000);
        across.at(START - 60_000, 60_000);
        across.toMs = START + 60_000;
        Draft on = row(Kind.EXPLOSION, 1_000);
        on.at(START, 60_000);
        assertThat(judged(BUFFER, WeaponClass.ANY, before)).isEmpty();
        assertThat(judged(BUFFER, WeaponClass.ANY, across)).containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(BUFFER, WeaponClass.ANY, on)).containsExactly(Certainty.YES);
    }

    @Test
    void an_event_without_a_place_is_indeterminate_in_a_zone_and_a_candidate_everywhere() {
        Draft nowhere = row(Kind.EXPLOSION, 1_000);
        nowhere.lonE7 = Draft.NOWHERE;
        nowhere.latE7 = Draft.NOWHERE;
        assertThat(judged(BUFFER, WeaponClass.ANY, nowhere)).containsExactly(Certainty.INDETERMINATE);
        assertThat(judged(new Zone.Everywhere(), WeaponClass.ANY, nowhere)).containsExactly(Certainty.YES);
    }

    @Test
    void a_side_of_the_line_is_left_or_right_of_the_drawn_direction() {
        Zone left = new Zone.Beside("north", LINE, Side.LEFT, 250_000);
        Zone right = new Zone.Beside("south", LINE, Side.RIGHT, 250_000);
        assertThat(judged(left, WeaponClass.ANY, row(Kind.SHOT, 1_000))).containsExactly(Certainty.YES);
        assertThat(judged(right, WeaponClass.ANY, row(Kind.SHOT, 1_000))).isEmpty();
        assertThat(judged(right, WeaponClass.ANY, row(Kind.SHOT, -1_000))).containsExactly(Certainty.YES);
        assertThat(judged(left, WeaponClass.ANY, row(Kind.SHOT, -200))).containsExactly(Certainty.INDETERMINATE);
    }

    private static List<Certainty> judged(Zone zone, WeaponClass what, Draft... rows) {
        Observations observations = new Observations();
        Columns columns = new Columns(rows.length);
        for (Draft row : rows) {
            columns.add(row);
        }
        observations.add(0, 0, columns);
        Grouping grouping = new Grouping(GroupingRule.FIRST, observations.columns());
        for (int row = 0; row < rows.length; row++) {
            grouping.add(row);
        }
        Incidents incidents = Incidents.of(
                observations.columns(),
                rows.length,
                grouping.joins(),
                grouping.joins().size());
        assertThat(incidents.size()).isEqualTo(1);
        Norms norms = new Norms(List.of(new Norm("1", "fire", List.of(what), zone, START, Long.MAX_VALUE)), List.of());
        return CaseFinder.find(norms, observations.columns(), incidents).stream()
                .map(Case::certainty)
                .toList();
    }

    /// An observation so many metres north of the line, an hour after the norm began.
    private static Draft row(Kind kind, int metresNorth) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = kind;
        draft.means = Means.HEARD;
        draft.at(START + 3_600_000, 60_000);
        draft.lonE7 = 0;
        draft.latE7 = (int) StrictMath.round(metresNorth / 110_574.3 * 1e7);
        draft.basis = PlaceBasis.POINT;
        return draft;
    }
}
