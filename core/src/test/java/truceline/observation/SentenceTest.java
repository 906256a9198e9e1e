package truceline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Test
    void a_row_of_a_patrol_is_said_in_the_words_of_the_field() {
        Draft draft = heard();
        assertThat(Sentence.of(draft, KYIV))
                .isEqualTo("Heard almost 550 undetermined explosions, 8–10 km NW of the observer,"
                        + " between 22:40 on 20 July 2020 and 03:10 on 21 July 2020 (EEST)");
    }

    @Test
    void the_evidence_alone_says_the_area_and_not_the_directions() {
        Draft draft = heard();
        draft.observer = "OP 3";
        draft.basis = PlaceBasis.SECTORS;
        draft.lonE7 = 374_000_000;
        draft.latE7 = -485_500_000;
        draft.radiusMetres = 2500;
        assertThat(Sentence.ofEvidence(draft, ZoneId.of("UTC")))
                .isEqualTo("Heard almost 550 undetermined explosions, within 2.5 km of 48.55° S, 37.4° E,"
                        + " between 19:40 on 20 July 2020 and 00:10 on 21 July 2020 (UTC)");
        assertThat(Sentence.of(draft, KYIV)).contains("8–10 km NW of the observer at OP 3, between");
    }

    @Test
    void numbers_are_as_vague_as_they_were_reported() {
        assertThat(counted(new Count(Qualifier.EXACT, 1))).isEqualTo("Saw one shot");
        assertThat(counted(new Count(Qualifier.EXACT, 1450))).isEqualTo("Saw 1,450 shots");
        assertThat(counted(new Count(Qualifier.ABOUT, 60))).isEqualTo("Saw about 60 shots");
        assertThat(counted(new Count(Qualifier.UNCOUNTABLE, -1))).isEqualTo("Saw an uncountable number of shots");
        assertThat(counted(Count.NOT_KNOWN)).isEqualTo("Saw shots (number not known)");
    }

    @Test
    void weapon_flight_and_cause_are_assessments() {
        Draft draft = new Draft();
        draft.means = Means.RECORDED;
        draft.kind = Kind.PROJECTILE;
        draft.count = new Count(Qualifier.EXACT, 2);
        draft.description = Description.IN_FLIGHT;
        draft.flightFrom = 12;
        draft.flightTo = 4;
        draft.weapon = Weapon.IFV_CANNON;
        draft.calibreTenthMm = 300;
        draft.claimedSide = "B";
        assertThat(Sentence.of(draft, KYIV))
                .isEqualTo("Recorded 2 projectiles in flight from W to E, assessed as IFV cannon (30 mm),"
                        + " for which the account holds B responsible");
        draft.description = Description.LIVE_FIRE_EXERCISE;
        assertThat(Sentence.of(draft, KYIV)).contains("(30 mm), assessed as a live-fire exercise");
    }

    @Test
    void times_are_as_exact_as_they_were_stated() {
        assertThat(timed("2025-04-20T07:15:00Z", 60_000)).isEqualTo("at 10:15 on 20 April 2025 (EEST)");
        assertThat(timed("2025-04-20T07:15:00Z", 1000)).isEqualTo("at 10:15:00 on 20 April 2025 (EEST)");
        assertThat(timed("2025-04-20T07:15:00.5Z", 100)).isEqualTo("at 10:15:00.500 on 20 April 2025 (EEST)");
        assertThat(timed("2025-01-19T22:00:00Z", 86_400_000)).isEqualTo("on 20 January 2025 (EET)");
        assertThat(timed("2025-01-20T08:00:00Z", 3_600_000))
                .isEqualTo("some time between 10:00 and 11:00 on 20 January 2025 (EET)");
    }

    @Test
    void a_night_in_which_the_clock_changes_names_both_times() {
        Draft draft = new Draft();
        draft.fromMs = Instant.parse("2026-10-24T23:30:00Z").toEpochMilli();
        draft.toMs = Instant.parse("2026-10-25T01:30:00Z").toEpochMilli();
        draft.precisionMs = 60_000;
        assertThat(Sentence.of(draft, KYIV)).endsWith("between 02:30 and 03:30 on 25 October 2026 (EEST, then EET)");
    }

    @Test
    void every_kind_and_means_has_words() {
        for (Kind kind : Kind.values()) {
            for (Means means : Means.values()) {
                Draft draft = new Draft();
                draft.kind = kind;
                draft.means = means;
                draft.count = new Count(Qualifier.EXACT, 2);
                assertThat(Sentence.of(draft, KYIV))
                        .as("%s %s", means, kind)
                        .matches("[A-Z].+")
                        .doesNotContain("null");
            }
        }
    }

    private static Draft heard() {
        Draft draft = new Draft();
        draft.means = Means.HEARD;
        draft.kind = Kind.EXPLOSION;
        draft.count = new Count(Qualifier.ALMOST, 550);
        draft.description = Description.UNDETERMINED;
        draft.sectors = 1 << 14;
        draft.rangeFromMetres = 8000;
        draft.rangeToMetres = 10_000;
        draft.fromMs = Instant.parse("2020-07-20T19:40:00Z").toEpochMilli();
        draft.toMs = Instant.parse("2020-07-21T00:10:00Z").toEpochMilli();
        draft.precisionMs = 60_000;
        return draft;
    }

    private static String counted(Count count) {
        Draft draft = new Draft();
        draft.means = Means.SAW;
        draft.kind = Kind.SHOT;
        draft.count = count;
        return Sentence.of(draft, KYIV);
    }

    private static String timed(String instant, int precisionMs) {
        Draft draft = new Draft();
        draft.at(Instant.parse(instant).toEpochMilli(), precisionMs);
        String sentence = Sentence.of(draft, KYIV);
        return sentence.substring(sentence.indexOf(", ") + 2);
    }
}
