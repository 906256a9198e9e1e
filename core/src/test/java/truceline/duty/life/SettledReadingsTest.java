package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.at;
import static truceline.duty.life.Tale.maps;

import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;

class SettledReadingsTest {
    private static final Agreement WHO = agreement(
            "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel}",
            "2: {text: {en: Words.}, must: meet, by: D+20, readings: {AA: { who: BB}, BB: { who: AA}}}");

    private static Tale settled(Tale tale, String known) {
        return tale.tell(new Occurrence.Settled(tale.next(), at(known), "2", "BB"));
    }

    @Test
    void a_settled_reading_of_who_binds_the_same_in_every_world_and_is_told() {
        Tale tale = new Tale(WHO, maps(), "2026-03-01");
        assertThat(tale.evaluation().states("2", null)).hasSize(2);
        settled(tale, "2026-03-05");
        assertThat(tale.evaluation().states("2", null)).hasSize(1);
        assertThat(tale.state("2", "AA", "").worlds()).containsExactlyInAnyOrder("AA", "BB");
        assertThat(tale.why("2", "AA", "")).contains("the reading of BB is settled");
        tale.tick("2026-03-30");
        assertThat(tale.phase("2", "AA")).isEqualTo(Phase.BREACHED);
        assertThat(tale.lines()).endsWith("2 AA running > breached at 2026-03-22T00:00:00Z in AA,BB");
    }

    @Test
    void what_was_done_in_the_world_of_the_settled_reading_is_done_in_all() {
        Tale tale = new Tale(WHO, maps(), "2026-03-01").done("2026-03-03", "2", "AA", 0);
        assertThat(tale.phase("2", "AA", "BB")).isEqualTo(Phase.FULFILLED);
        settled(tale, "2026-03-05").tick("2026-03-30");
        assertThat(tale.evaluation().states("2", null)).hasSize(1);
        assertThat(tale.phase("2", "AA", "AA")).isEqualTo(Phase.FULFILLED);
    }
}
