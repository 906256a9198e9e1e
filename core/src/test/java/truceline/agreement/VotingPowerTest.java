package truceline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;

class VotingPowerTest {
    private static final List<String> PARTIES = List.of("UA", "RU");

    private static Agreement agreement(String bodies, String more) {
        Compilation compilation = AgreementCompiler.compile(Tree.of(
                "{agreement: 1, id: small, title: {en: Small}, status: agreed, version: 1.0.0, languages: {authentic:"
                        + " [en]}, time-zone: Europe/Kyiv, basis: assumed, sources: {}, parties: {UA: Ukraine, RU:"
                        + " Russia}, others: {US: States, GB: Kingdom, CoW: {name: Coalition, members: [GB, US]}, TR:"
                        + " Turkey}, bodies: {" + bodies + "}, days: {D: {date: open}}, provisions: {1: {text: {en:"
                        + " Peace.}}" + more + "}}"));
        assertThat(compilation.faults()).isEmpty();
        return Objects.requireNonNull(compilation.agreement());
    }

    private static VotingPower power(String body, String more) {
        return VotingPower.of(agreement("panel: {" + body + "}", more)).getFirst();
    }

    private static List<VotingPower.Coalition> againstRu(VotingPower power) {
        return Objects.requireNonNull(power.against(PARTIES).get("RU"));
    }

    private static List<String> texts(List<VotingPower.Coalition> coalitions) {
        return coalitions.stream().map(VotingPower.Coalition::text).toList();
    }

    @Test
    void three_of_four_are_four_smallest_coalitions_of_which_one_each_can_decide_against_a_party() {
        VotingPower power = power("seats: [UA, RU, US, CoW], decides: 3 of 4, within: 72 h, else: no act", "");
        assertThat(texts(power.winning()))
                .containsExactly("UA + RU + US", "UA + RU + CoW", "UA + US + CoW", "RU + US + CoW");
        assertThat(texts(againstRu(power))).containsExactly("UA + US + CoW");
        assertThat(power.ofOneSideAgainst("RU", PARTIES)).isEmpty();
    }

    @Test
    void who_gives_a_guarantee_is_bound_to_the_party_that_it_protects() {
        String guarantee = ", 5: {text: {en: Help.}, protects: UA, given-by: CoW, triggered-by: 1 breached}";
        VotingPower power = power("seats: [UA, RU, US, CoW], decides: 3 of 4", guarantee);
        assertThat(texts(power.ofOneSideAgainst("RU", PARTIES)))
                .containsExactly("UA + US (bound to UA) + CoW (bound to UA)");
        assertThat(power.ofOneSideAgainst("UA", PARTIES)).isEmpty();
        assertThat(power.holders().get(2).bonds())
                .containsExactly(new Bonds.Bond("UA", "member of CoW, which gives 5"));
    }

    @Test
    void who_is_bound_to_both_sides_is_of_neither() {
        String guarantees = ", 5: {text: {en: Help.}, protects: [UA, RU], given-by: TR, triggered-by: 1 breached}";
        VotingPower power = power("seats: [UA, RU, TR], decides: 2 of 3", guarantees);
        assertThat(texts(againstRu(power))).containsExactly("UA + TR (bound to UA and RU)");
        assertThat(power.ofOneSideAgainst("RU", PARTIES)).isEmpty();
    }

    @Test
    void where_each_party_must_agree_nobody_decides_against_one() {
        VotingPower power = power("seats: [3 UA, RU, TR], decides: each party, quorum: 4 of 5", "");
        assertThat(texts(power.winning())).containsExactly("UA + RU");
        assertThat(power.against(PARTIES).values()).allMatch(List::isEmpty);
    }

    @Test
    void seats_count_with_their_number_and_the_quorum_is_met_by_the_coalition_itself() {
        VotingPower power = power("seats: [2 UA, RU, TR], decides: 2 of 4, quorum: 3 of 4", "");
        assertThat(texts(power.winning())).containsExactly("UA + RU", "UA + TR");
    }

    @Test
    void a_lead_that_decides_when_time_is_over_stands_by_itself() {
        VotingPower power = power("lead: TR, seats: [UA, RU, TR], decides: all, within: 72 h, else: lead decides", "");
        assertThat(texts(power.winning())).containsExactly("UA + RU + TR");
        assertThat(power.lead()).extracting(VotingPower.Holder::actor).containsExactly("TR");
    }

    @Test
    void what_is_open_is_told_as_unknown() {
        assertThat(power("seats: [UA, RU]", "").unknown()).isEqualTo(VotingPower.Unknown.NO_RULE);
        assertThat(power("seats: [UA, RU], decides: open", "").unknown()).isEqualTo(VotingPower.Unknown.RULE_OPEN);
        assertThat(power("seats: [UA, RU], decides: 1 of 2, quorum: open", "").unknown())
                .isEqualTo(VotingPower.Unknown.RULE_OPEN);
        assertThat(power("seats: [UA, open], decides: all", "").unknown()).isEqualTo(VotingPower.Unknown.SEAT_OPEN);
    }

    /// Against a definition that needs no bits: a coalition wins when its seats reach the number, and is smallest when
    /// without its lightest member it does not.
    @Test
    void coalitions_by_count_are_those_of_the_definition() {
        List<String> codes = List.of("UA", "RU", "US", "GB", "CoW", "TR");
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 200; round++) {
            int[] seats = new int[codes.size()];
            int sum = 0;
            List<String> words = new ArrayList<>();
            for (int i = 0; i < seats.length; i++) {
                seats[i] = random.nextInt(1, 6);
                sum += seats[i];
                words.add(seats[i] + " " + codes.get(i));
            }
            int needed = random.nextInt(1, sum + 1);
            VotingPower power =
                    power("seats: [" + String.join(", ", words) + "], decides: " + needed + " of " + sum, "");
            int expected = 0;
            for (int set = 1; set < 1 << seats.length; set++) {
                int votes = 0;
                int least = Integer.MAX_VALUE;
                for (int i = 0; i < seats.length; i++) {
                    if ((set >> i & 1) == 1) {
                        votes += seats[i];
                        least = Math.min(least, seats[i]);
                    }
                }
                expected += votes >= needed && votes - least < needed ? 1 : 0;
            }
            assertThat(power.winning()).as("seed 6, round %d", round).hasSize(expected);
        }
    }
}
