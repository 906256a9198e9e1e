package truceline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.compliance.Reconciled.Outcome;
import truceline.geo.Disc;
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

class ReconciliationTest {
    private static final long START = 1_000_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final int LON = -290_000_000;
    private static final int LAT = -270_000_000;
    private static final Norms EVERYWHERE = norms(new Zone.Everywhere(), WeaponClass.ANY);
    private static final Reconciliation.Observed SEEN = (from, to, lon, lat) -> 83;
    private static final Reconciliation.Observed UNSEEN = (from, to, lon, lat) -> 12;

    /// A ledger in the making: row 0 is the first that is added.
    private static final class Ledger {
        private final Observations observations = new Observations();
        private Norms norms = EVERYWHERE;

        Ledger with(int source, Draft... rows) {
            Columns columns = new Columns(rows.length);
            for (Draft row : rows) {
                columns.add(row);
            }
            observations.add(observations.size(), source, columns);
            return this;
        }

        Ledger under(Norms others) {
            norms = others;
            return this;
        }

        Reconciliation told(Reconciliation.Observed observed) {
            Grouping grouping = new Grouping(GroupingRule.FIRST, observations.columns());
            for (int row = 0; row < observations.size(); row++) {
                grouping.add(row);
            }
            Incidents incidents = Incidents.of(
                    observations.columns(),
                    observations.size(),
                    grouping.joins(),
                    grouping.joins().size());
            return Reconciliation.of(
                    observations, observations.size(), incidents, norms, ReconciliationRule.FIRST, observed);
        }

        Reconciled last(Reconciliation.Observed observed) {
            return told(observed).claims().getLast();
        }
    }

    @Test
    void a_claim_near_an_incident_of_its_family_is_matched_and_says_how_near() {
        Reconciled claim = new Ledger()
                .with(0, seen(Kind.EXPLOSION, 0, 0))
                .with(1, claim(Kind.SHELLING, 2100, 15, "B"))
                .last(UNSEEN);
        assertThat(claim.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(claim.incident()).isZero();
        assertThat(claim.why()).isEqualTo("2.1 km and 14 min from incident 0/0, same family");
    }

    @ParameterizedTest
    @CsvSource({
        "2999, 0, 0, MATCHED",
        "3001, 0, 0, NOT_OBSERVED",
        "3499, 500, 0, MATCHED",
        "0, 0, 121, MATCHED",
        "0, 0, 122, NOT_OBSERVED"
    })
    void the_bounds_are_three_kilometres_between_rims_and_two_hours_between_ends(
            int metres, int radius, int minutes, Outcome outcome) {
        Draft claim = claim(Kind.SHELLING, metres, minutes, "B");
        claim.radiusMetres = radius;
        assertThat(new Ledger()
                        .with(0, seen(Kind.EXPLOSION, 0, 0))
                        .with(1, claim)
                        .last(UNSEEN)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void of_several_incidents_the_nearest_in_place_then_in_time_then_the_first_is_taken() {
        Draft none = seen(Kind.MINE, 1000, 0);
        assertThat(new Ledger()
                        .with(0, none, seen(Kind.SHOT, 2900, 60), seen(Kind.SHOT, 0, 700), seen(Kind.SHOT, -1500, 60))
                        .with(1, claim(Kind.SHELLING, 1000, 60, "B"))
                        .last(UNSEEN)
                        .incident())
                .isEqualTo(1);
        Draft early = seen(Kind.SHOT, -2000, 0);
        early.radiusMetres = 5000;
        Draft late = seen(Kind.SHOT, 2000, 60);
        late.radiusMetres = 5000;
        assertThat(new Ledger()
                        .with(0, early, late)
                        .with(1, claim(Kind.SHELLING, 0, 70, "B"))
                        .last(UNSEEN)
                        .incident())
                .isEqualTo(1);
        Draft left = seen(Kind.SHOT, 0, 0);
        left.radiusMetres = 5000;
        Draft right = seen(Kind.SHOT, 2000, 0);
        right.radiusMetres = 5000;
        assertThat(new Ledger()
                        .with(0, left, right)
                        .with(1, claim(Kind.SHELLING, 1000, 0, "B"))
                        .last(UNSEEN)
                        .incident())
                .isZero();
    }

    @Test
    void a_cue_or_a_track_alone_matches_nothing() {
        assertThat(new Ledger()
                        .with(0, seen(Kind.THERMAL_ANOMALY, 0, 0))
                        .with(1, claim(Kind.SHELLING, 0, 0, "B"))
                        .last(UNSEEN)
                        .outcome())
                .isEqualTo(Outcome.NOT_OBSERVED);
        Draft track = seen(Kind.SHOT, 0, 0);
        track.craft = "icao:4b1814";
        assertThat(new Ledger()
                        .with(0, track)
                        .with(1, claim(Kind.SHELLING, 0, 0, "B"))
                        .last(UNSEEN)
                        .outcome())
                .isEqualTo(Outcome.NOT_OBSERVED);
    }

    @Test
    void a_claim_without_coordinates_is_matched_by_the_name_of_the_place_or_cannot_be_checked() {
        Draft observed = seen(Kind.SHOT, 0, 0);
        observed.place = "Mill Bridge";
        Draft named = claim(Kind.SHELLING, 0, 30, "B");
        named.lonE7 = Draft.NOWHERE;
        named.latE7 = Draft.NOWHERE;
        named.place = " mill BRIDGE ";
        Reconciled matched = new Ledger().with(0, observed).with(1, named).last(SEEN);
        assertThat(matched.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(matched.why()).isEqualTo("the same place name and 29 min from incident 0/0, same family");
        named.place = "Ferry Hill";
        Reconciled unknown = new Ledger().with(0, observed).with(1, named).last(SEEN);
        assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_OBSERVED);
        assertThat(unknown.why()).isEqualTo("no place that can be checked");
    }

    @Test
    void what_nobody_watched_is_not_held_against_the_claim() {
        Ledger ledger = new Ledger().with(1, claim(Kind.SHELLING, 0, 0, "B"));
        assertThat(ledger.last(SEEN).outcome()).isEqualTo(Outcome.UNMATCHED_OBSERVED);
        assertThat(ledger.last(SEEN).why())
                .isEqualTo(
                        "no incident of the family fire within 3.0 km and 120 min; 83 % of the time was observed there");
        assertThat(ledger.last(UNSEEN).outcome()).isEqualTo(Outcome.NOT_OBSERVED);
        assertThat(ledger.last((from, to, lon, lat) -> 50).outcome()).isEqualTo(Outcome.UNMATCHED_OBSERVED);
        assertThat(ledger.last((from, to, lon, lat) -> 49).outcome()).isEqualTo(Outcome.NOT_OBSERVED);
        assertThatThrownBy(() -> ledger.last((from, to, lon, lat) -> 101)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_claim_that_its_own_list_makes_before_is_a_duplicate_and_another_list_s_is_not() {
        Draft first = claim(Kind.SHELLING, 0, 0, "B");
        Draft again = claim(Kind.EXPLOSION, 1000, 30, "B");
        Reconciliation one = new Ledger().with(1, first, again).told(SEEN);
        assertThat(one.claims().getLast().outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(one.claims().getLast().other()).isZero();
        assertThat(one.claims().getLast().why())
                .isEqualTo("1.0 km and 29 min from claim 0/0 of the same list, same family, same party accused");
        assertThat(new Ledger().with(1, first).with(2, again).last(SEEN).outcome())
                .isEqualTo(Outcome.UNMATCHED_OBSERVED);
        assertThat(new Ledger()
                        .with(1, first, claim(Kind.EXPLOSION, 1000, 30, "A"))
                        .last(SEEN)
                        .outcome())
                .isEqualTo(Outcome.UNMATCHED_OBSERVED);
    }

    @Test
    void near_claims_are_not_chained_into_one() {
        Reconciliation told = new Ledger()
                .with(
                        1,
                        claim(Kind.SHELLING, 0, 0, "B"),
                        claim(Kind.SHELLING, 2500, 0, "B"),
                        claim(Kind.SHELLING, 5000, 0, "B"))
                .told(SEEN);
        assertThat(told.claims().stream().map(Reconciled::outcome))
                .containsExactly(Outcome.UNMATCHED_OBSERVED, Outcome.DUPLICATE, Outcome.UNMATCHED_OBSERVED);
    }

    @Test
    void what_touches_no_provision_is_out_of_scope_and_says_why() {
        Ledger place = new Ledger()
                .under(norms(new Zone.Near("the ferry", new Disc(LON, LAT, 0), 2_000_000), WeaponClass.ANY));
        assertThat(place.with(1, claim(Kind.SHELLING, 9050, 0, "B")).last(SEEN).why())
                .contains("9.0 km from the ferry")
                .contains("provision 1");
        assertThat(place.with(1, claim(Kind.SHELLING, 1000, 500, "B"))
                        .last(SEEN)
                        .outcome())
                .isEqualTo(Outcome.UNMATCHED_OBSERVED);
        Draft before = claim(Kind.SHELLING, 0, 0, "B");
        before.at(START - 7_200_000, 1000);
        assertOutside("its time lies outside", before);
        assertOutside("its kind, uav-flight, is evidence of no act", claim(Kind.UAV_FLIGHT, 0, 0, "B"));
        Draft small = claim(Kind.SHELLING, 0, 0, "B");
        small.weapon = Weapon.SMALL_ARMS;
        Reconciled weapon = new Ledger()
                .under(norms(new Zone.Everywhere(), new WeaponClass(List.of("mortars"), 0, Integer.MAX_VALUE)))
                .with(1, small)
                .last(SEEN);
        assertThat(weapon.why()).isEqualTo("its weapon, small-arms, is of no class that is forbidden there");
    }

    private static void assertOutside(String why, Draft claim) {
        Reconciled told = new Ledger().with(1, claim).last(SEEN);
        assertThat(told.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        assertThat(told.why()).startsWith(why);
    }

    @Test
    void two_long_lists_are_reconciled_in_seconds_and_every_claim_has_one_outcome() {
        Random random = new Random(2900);
        Ledger ledger = new Ledger();
        ledger.with(0, drafts(5000, random, () -> seen(Kind.EXPLOSION, 0, 0)));
        ledger.with(1, drafts(1000, random, () -> claim(Kind.SHELLING, 0, 0, "B")));
        ledger.with(2, drafts(2900, random, () -> claim(Kind.SHELLING, 0, 0, "A")));
        long start = System.nanoTime();
        Reconciliation told = ledger.told((from, to, lon, lat) -> Math.floorMod(lon, 101));
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(told.claims().stream().map(Reconciled::row).toList())
                .isEqualTo(IntStream.range(5000, 8900).boxed().toList());
        assertThat(told.totals()).extracting(Reconciliation.Total::claims).containsExactly(1000L, 2900L);
        for (Reconciliation.Total total : told.totals()) {
            for (Outcome outcome : Outcome.values()) {
                long rows = told.claims().stream()
                        .filter(claim -> claim.source() == total.source() && claim.outcome() == outcome)
                        .count();
                assertThat(count(total, outcome)).as("%s of %s", outcome, total).isEqualTo(rows);
            }
        }
        assertThat(told.claims().stream().map(Reconciled::outcome).distinct().count())
                .isGreaterThanOrEqualTo(4);
    }

    /// Rows on one day along one parallel, the hardest case for a search by time.
    private static Draft[] drafts(int count, Random random, java.util.function.Supplier<Draft> make) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = make.get();
            draft.lonE7 = LON + random.nextInt(200_000_000);
            draft.fromMs = START + random.nextInt(86_400_000);
            draft.toMs = draft.fromMs;
            draft.precisionMs = i % 3 == 0 ? 86_400_000 : 60_000;
            drafts.add(draft);
        }
        return drafts.toArray(new Draft[0]);
    }

    private static long count(Reconciliation.Total total, Outcome outcome) {
        return switch (outcome) {
            case MATCHED -> total.matched();
            case UNMATCHED_OBSERVED -> total.unmatchedObserved();
            case NOT_OBSERVED -> total.notObserved();
            case DUPLICATE -> total.duplicate();
            case OUT_OF_SCOPE -> total.outOfScope();
        };
    }

    @Test
    void swapped_parties_get_swapped_totals_and_nothing_else_changes() {
        for (int seed = 0; seed < 20; seed++) {
            Reconciliation one = mirrored(seed, "A", "B");
            Reconciliation two = mirrored(seed, "B", "A");
            assertThat(two.claims()).as("seed %d", seed).isEqualTo(one.claims());
            assertThat(two.totals().stream().map(ReconciliationTest::swapped).sorted(ReconciliationTest::byGroup))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(one.totals());
        }
    }

    private static Reconciliation mirrored(int seed, String one, String two) {
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        ledger.with(0, scattered(30, random, Kind.EXPLOSION, ""));
        ledger.with(1, scattered(30, random, Kind.SHELLING, one));
        ledger.with(2, scattered(60, random, Kind.SHOT, two));
        ledger.with(1, scattered(10, random, Kind.SHELLING, two));
        return ledger.told((from, to, lon, lat) -> (int) (from / 1000 % 101));
    }

    private static Draft[] scattered(int count, Random random, Kind kind, String accused) {
        Draft[] drafts = new Draft[count];
        for (int i = 0; i < count; i++) {
            int metres = random.nextInt(60_000);
            int minutes = random.nextInt(1440);
            drafts[i] = accused.isEmpty() ? seen(kind, metres, minutes) : claim(kind, metres, minutes, accused);
        }
        return drafts;
    }

    private static Reconciliation.Total swapped(Reconciliation.Total total) {
        return new Reconciliation.Total(
                total.source(),
                total.accused().equals("A") ? "B" : "A",
                total.claims(),
                total.matched(),
                total.unmatchedObserved(),
                total.notObserved(),
                total.duplicate(),
                total.outOfScope());
    }

    private static int byGroup(Reconciliation.Total one, Reconciliation.Total two) {
        int bySource = Integer.compare(one.source(), two.source());
        return bySource != 0 ? bySource : one.accused().compareTo(two.accused());
    }

    private static Norms norms(Zone zone, WeaponClass what) {
        return new Norms(
                List.of(new Norm("1", "fire", List.of(what), zone, START - 3_600_000, Long.MAX_VALUE)), List.of());
    }

    private static Draft seen(Kind kind, int metresNorth, int minutes) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = kind;
        draft.means = Means.HEARD;
        draft.at(START + minutes * MINUTE, (int) MINUTE);
        draft.lonE7 = LON;
        draft.latE7 = LAT + (int) StrictMath.round(metresNorth / 110_804.0 * 1e7);
        draft.basis = PlaceBasis.POINT;
        return draft;
    }

    private static Draft claim(Kind kind, int metresNorth, int minutes, String accused) {
        Draft draft = seen(kind, metresNorth, minutes);
        draft.means = Means.CLAIM;
        draft.claimedSide = accused;
        return draft;
    }
}
