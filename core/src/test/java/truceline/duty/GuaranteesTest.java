package truceline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.Sketch.at;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Level;

class GuaranteesTest {
    private static final String FIRE = "1: {text: {en: Peace.}, who: each party, must-not: fire}, ";
    private static final String TWINS = FIRE
            + "G.a: {text: {en: One.}, protects: AA, given-by: GG, triggered-by: {any-of: [attack by BB,"
            + " at least 3 serious findings on 1 against BB in 72 h]}, void-if: G.b triggered, twin: G.b},"
            + " G.a.1: {who: GG, must: notify, to: BB, by: 24 h after 1 breached by BB},"
            + " G.a.2: {who: GG, must: decide, by: 72 h after G.a, if: at least 2 findings on 1 against BB in 72 h},"
            + " G.b: {text: {en: Other.}, protects: BB, given-by: GG, triggered-by: {any-of: [attack by AA,"
            + " at least 3 serious findings on 1 against AA in 72 h]}, void-if: G.a triggered, twin: G.a},"
            + " G.b.1: {who: GG, must: notify, to: AA, by: 24 h after 1 breached by AA},"
            + " G.b.2: {who: GG, must: decide, by: 72 h after G.b, if: at least 2 findings on 1 against AA in 72 h}";

    private static List<GuaranteeStatus> twins(World world) {
        return Guarantees.status(Sketch.with("D: {date: 2026-03-01}", TWINS), null, world);
    }

    private static GuaranteeStatus triggered(String condition, World world) {
        Agreement agreement = Sketch.with(
                "D: {date: 2026-03-01}, E: {date: open, set-by: panel}",
                FIRE + "2: {who: AA, must: meet, from: E}, G: {text: {en: One.}, triggered-by: " + condition + "}");
        return Guarantees.status(agreement, null, world).getFirst();
    }

    @Test
    void while_the_agreement_waits_for_its_day_a_guarantee_is_pending() {
        Agreement agreement = Sketch.with("D: {date: open, set-by: panel}", TWINS);
        World attacked = new Sketch.Story()
                .says("panel", "attack", "BB", true, "2026-03-02T00:00:00Z")
                .until("2026-03-10T00:00:00Z");
        GuaranteeStatus first = Guarantees.status(agreement, null, attacked).getFirst();
        assertThat(first.state()).isEqualTo(GuaranteeStatus.State.PENDING);
        assertThat(first.waitsFor()).isEqualTo("D");
        assertThat(first.openedMs()).isNull();
        assertThat(first.clocks())
                .flatExtracting(GuaranteeStatus.Clock::times)
                .extracting(Timeline.Row::waitsFor)
                .containsExactly("1 breached by BB", "G.a");

        World set = new Sketch.Story().day("D", "2026-03-05T10:00:00Z").until("2026-03-10T00:00:00Z");
        assertThat(Guarantees.status(agreement, null, set).getFirst().state()).isEqualTo(GuaranteeStatus.State.CLOSED);
        World early = new Sketch.Story().day("D", "2026-03-12T10:00:00Z").until("2026-03-10T00:00:00Z");
        assertThat(Guarantees.status(agreement, null, early).getFirst().state())
                .isEqualTo(GuaranteeStatus.State.PENDING);
    }

    @Test
    void a_fact_that_nobody_attested_is_unknown_and_findings_that_are_not_there_do_not_hold() {
        GuaranteeStatus first = twins(World.empty(at("2026-03-10T00:00:00Z"))).getFirst();

        assertThat(first.state()).isEqualTo(GuaranteeStatus.State.CLOSED);
        assertThat(first.trigger().truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(first.trigger().parts())
                .extracting(Requirement::text, Requirement::truth, Requirement::has)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("attack by BB", Truth.UNKNOWN, "0 of 1 attested (panel)"),
                        org.assertj.core.groups.Tuple.tuple(
                                "at least 3 serious findings on 1 against BB in 72 h", Truth.DOES_NOT_HOLD, "0 of 3"));
        assertThat(first.missing())
                .containsExactly("one of: attack by BB: 0 of 1 attested (panel);"
                        + " at least 3 serious findings on 1 against BB in 72 h: 0 of 3");
    }

    @Test
    void findings_open_it_at_the_one_that_completes_the_pattern() {
        Sketch.Story story = new Sketch.Story()
                .finding("1", "BB", Level.GRAVE, "2026-03-02T00:00:00Z")
                .finding("1", "BB", Level.SERIOUS, "2026-03-03T00:00:00Z")
                .finding("1", "AA", Level.SERIOUS, "2026-03-03T12:00:00Z")
                .finding("1", "BB", Level.MINOR, "2026-03-03T12:00:00Z");
        GuaranteeStatus before = twins(story.until("2026-03-04T00:00:00Z")).getFirst();
        assertThat(before.state()).isEqualTo(GuaranteeStatus.State.CLOSED);
        assertThat(before.trigger().parts().getLast().has()).isEqualTo("2 of 3");

        story.finding("1", "BB", Level.SERIOUS, "2026-03-05T00:00:00Z");
        GuaranteeStatus after = twins(story.until("2026-03-20T00:00:00Z")).getFirst();
        assertThat(after.state()).isEqualTo(GuaranteeStatus.State.OPEN);
        assertThat(after.openedMs()).isEqualTo(at("2026-03-05T00:00:00Z"));
        assertThat(after.missing()).isEmpty();
        assertThat(after.clocks().getLast().times().getFirst().atMs()).isEqualTo(at("2026-03-08T00:00:00Z"));
        assertThat(after.clocks().getFirst().times().getFirst().atMs()).isEqualTo(at("2026-03-03T00:00:00Z"));
        assertThat(after.clocks().getLast().condition())
                .extracting(Requirement::truth, Requirement::has)
                .containsExactly(Truth.DOES_NOT_HOLD, "0 of 2");
    }

    @Test
    void three_findings_over_more_than_the_span_do_not_open_it() {
        World world = new Sketch.Story()
                .finding("1", "BB", Level.SERIOUS, "2026-03-02T00:00:00Z")
                .finding("1", "BB", Level.SERIOUS, "2026-03-03T00:00:00Z")
                .finding("1", "BB", Level.SERIOUS, "2026-03-05T00:00:01Z")
                .until("2026-03-20T00:00:00Z");
        assertThat(twins(world).getFirst().state()).isEqualTo(GuaranteeStatus.State.CLOSED);
    }

    @Test
    void a_finding_without_a_level_makes_it_unknown() {
        World world = new Sketch.Story()
                .finding("1", "BB", null, "2026-03-02T00:00:00Z")
                .finding("1", "BB", Level.SERIOUS, "2026-03-03T00:00:00Z")
                .until("2026-03-20T00:00:00Z");
        assertThat(triggered("at least 2 serious findings on 1 against BB in 72 h", world)
                        .trigger())
                .extracting(Requirement::truth, Requirement::has)
                .containsExactly(Truth.UNKNOWN, "1 of 2, more without a level");
    }

    @Test
    void the_last_word_of_those_who_attest_counts_and_nobody_elses() {
        Sketch.Story story = new Sketch.Story().says("AA", "attack", "BB", true, "2026-03-02T00:00:00Z");
        assertThat(twins(story.until("2026-03-09T00:00:00Z")).getFirst().state())
                .isEqualTo(GuaranteeStatus.State.CLOSED);
        story.says("panel", "attack", "BB", true, "2026-03-03T00:00:00Z");
        assertThat(twins(story.until("2026-03-09T00:00:00Z")).getFirst().openedMs())
                .isEqualTo(at("2026-03-03T00:00:00Z"));
        story.says("panel", "attack", "BB", false, "2026-03-04T00:00:00Z");
        GuaranteeStatus denied = twins(story.until("2026-03-09T00:00:00Z")).getFirst();
        assertThat(denied.state()).isEqualTo(GuaranteeStatus.State.CLOSED);
        assertThat(denied.trigger().truth()).isEqualTo(Truth.DOES_NOT_HOLD);
        assertThat(denied.missing().getFirst()).contains("denied by panel");
        assertThat(twins(story.until("2026-03-03T12:00:00Z")).getFirst().state())
                .isEqualTo(GuaranteeStatus.State.OPEN);
    }

    @Test
    void what_voids_a_guarantee_must_be_shown() {
        Sketch.Story story = new Sketch.Story().says("panel", "attack", "BB", true, "2026-03-03T00:00:00Z");
        GuaranteeStatus open = twins(story.until("2026-03-09T00:00:00Z")).getFirst();
        assertThat(open.voidIf()).extracting(Requirement::truth).isEqualTo(Truth.UNKNOWN);
        assertThat(open.state()).isEqualTo(GuaranteeStatus.State.OPEN);
        story.says("panel", "attack", "AA", true, "2026-03-04T00:00:00Z");
        assertThat(twins(story.until("2026-03-09T00:00:00Z")))
                .extracting(GuaranteeStatus::state)
                .containsExactly(GuaranteeStatus.State.VOID, GuaranteeStatus.State.VOID);
    }

    @Test
    void every_kind_of_condition_says_what_there_is() {
        World world = new Sketch.Story()
                .says("AA", "word", null, true, "2026-03-03T00:00:00Z")
                .finding("1", "BB", Level.SERIOUS, "2026-03-08T00:00:00Z")
                .notice("panel", "2026-03-08T00:00:00Z")
                .until("2026-03-10T00:00:00Z");
        assertThat(List.of(
                        "word",
                        "whose",
                        "D is set",
                        "E is set",
                        "1 breached",
                        "1 breached by AA",
                        "1 running",
                        "2 running",
                        "2 fulfilled",
                        "1 excused",
                        "no findings on 1 for 60 days",
                        "no grave findings for 3 days",
                        "no findings on 2 for 3 days",
                        "notice to panel within 24 h",
                        "notice to panel within 72 h"))
                .extracting(condition -> {
                    Requirement trigger = triggered(condition, world).trigger();
                    return condition + " | " + trigger.truth() + " | " + trigger.has();
                })
                .containsExactly(
                        "word | UNKNOWN | 1 of 2 attested (AA, BB)",
                        "whose | UNKNOWN | the text does not say who attests it",
                        "D is set | HOLDS | set",
                        "E is set | DOES_NOT_HOLD | not set",
                        "1 breached | HOLDS | 1 attributed findings",
                        "1 breached by AA | DOES_NOT_HOLD | 0 attributed findings",
                        "1 running | HOLDS | it runs",
                        "2 running | DOES_NOT_HOLD | it waits for E",
                        "2 fulfilled | UNKNOWN | 0 of 1 attested (panel)",
                        "1 excused | UNKNOWN | nobody has recorded that it is excused",
                        "no findings on 1 for 60 days | DOES_NOT_HOLD | 2 of 60 days",
                        "no grave findings for 3 days | HOLDS | 3 of 3 days",
                        "no findings on 2 for 3 days | DOES_NOT_HOLD | 0 of 3 days: the count waits for E",
                        "notice to panel within 24 h | DOES_NOT_HOLD | 0 notices in the last 24 h",
                        "notice to panel within 72 h | HOLDS | 1 notices in the last 72 h");
    }

    @Test
    void twins_stand_alike_when_the_sides_are_swapped() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Sketch.Story story = new Sketch.Story();
            Sketch.Story mirrored = new Sketch.Story();
            for (int i = random.nextInt(6); i > 0; i--) {
                String day = "2026-03-0" + (1 + random.nextInt(9)) + "T0" + random.nextInt(10) + ":00:00Z";
                Level level = Level.values()[random.nextInt(4)];
                boolean first = random.nextBoolean();
                if (random.nextInt(4) == 0) {
                    boolean holds = random.nextBoolean();
                    story.says("panel", "attack", first ? "AA" : "BB", holds, day);
                    mirrored.says("panel", "attack", first ? "BB" : "AA", holds, day);
                } else {
                    story.finding("1", first ? "AA" : "BB", level, day);
                    mirrored.finding("1", first ? "BB" : "AA", level, day);
                }
            }
            List<String> swapped = new ArrayList<>(twins(mirrored.until("2026-03-10T00:00:00Z")).stream()
                    .sorted(Comparator.comparing(GuaranteeStatus::provision).reversed())
                    .map(status -> swap(status.toString()))
                    .toList());
            assertThat(twins(story.until("2026-03-10T00:00:00Z")))
                    .as("seed %d", seed)
                    .extracting(GuaranteeStatus::toString)
                    .isEqualTo(swapped);
        }
    }

    private static String swap(String text) {
        return text.replace("AA", "##")
                .replace("BB", "AA")
                .replace("##", "BB")
                .replace("G.a", "##")
                .replace("G.b", "G.a")
                .replace("##", "G.b");
    }
}
