package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.act;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.disc;
import static truceline.duty.life.Tale.maps;
import static truceline.duty.life.Tale.parallel;

import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

class WhoAndWhenTest {
    private static final String D = "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel}";

    private static Tale line(String who) {
        Agreement text = agreement(
                D + ", lines: {LoC: {map: l.geojson, left: AA, right: BB, accuracy: 200 m}}, classes: {boats: {kinds:"
                        + " vessels}}",
                "2: {who: " + who + ", must-not: cross, where: LoC}");
        return new Tale(text, maps("LoC", parallel(50)), "2026-03-01");
    }

    /// AA holds the north.
    @Test
    void a_line_that_nobody_may_cross_is_crossed_by_each_side_on_the_others_ground_and_by_others_on_any() {
        Tale tale = line("anyone")
                .acted(act(Verb.CROSS, "C1", "2026-03-05T10:00", "AA", disc(15, 49.9)))
                .acted(act(Verb.CROSS, "C2", "2026-03-05T11:00", "AA", disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C3", "2026-03-05T12:00", "BB", disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C4", "2026-03-05T13:00", null, disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C5", "2026-03-05T14:00", "GG", disc(15, 49.9)))
                .acted(act(Verb.CROSS, "C6", "2026-03-05T15:00", null, disc(15, 50.001)));
        assertThat(tale.lines())
                .containsExactly(
                        "2 C1 by AA: candidate",
                        "2 C3 by BB: candidate",
                        "2 C4 by null: candidate",
                        "2 C5 by GG: candidate",
                        "2 C6 by null: indeterminate");
        assertThat(tale.why("2", "anyone", ""))
                .contains("3 cases, 0 of them attributed; 1 cases of which nobody knows who it was");
    }

    @Test
    void a_class_is_bound_whoever_it_belongs_to() {
        Tale tale = line("boats")
                .acted(act(Verb.CROSS, "C1", "2026-03-05T10:00", null, disc(15, 49.9), "boats"))
                .acted(act(Verb.CROSS, "C2", "2026-03-05T11:00", "BB", disc(15, 50.1), "boats"));
        assertThat(tale.lines()).containsExactly("2 C1 by null: candidate", "2 C2 by BB: candidate");
    }
}
