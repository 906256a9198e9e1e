package truceline.agreement.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbTest {
    private static void only(String verbs, Modal... modals) {
        for (String verb : verbs.split(" ", -1)) {
            assertThat(ClosedWords.find(Verb.class, verb))
                    .as(verb)
                    .hasValueSatisfying(found -> assertThat(found.modals()).containsExactlyInAnyOrder(modals));
        }
    }

    @Test
    void there_are_thirty_two_and_each_has_its_modals() {
        assertThat(Verb.values()).hasSize(32);
        only(
                "withdraw remove gather hand-over release destroy hold-open transmit notify report meet consult",
                Modal.MUST);
        only("advance lay jam harm detain stop", Modal.MUST_NOT);
        only("leave bring-about", Modal.MUST, Modal.MUST_NOT);
        only("provide decide inspect", Modal.MUST, Modal.MAY);
        only("fire enter cross build bring-in hinder transfer", Modal.MUST_NOT, Modal.MAY);
        only("keep deploy", Modal.MUST, Modal.MUST_NOT, Modal.MAY);
    }

    @Test
    void leaving_is_an_act_only_where_it_is_forbidden() {
        assertThat(Verb.LEAVE.course(Modal.MUST)).isEqualTo(Verb.Course.ACHIEVE);
        assertThat(Verb.LEAVE.course(Modal.MUST_NOT)).isEqualTo(Verb.Course.ACT);
    }

    @Test
    void every_needed_slot_is_taken() {
        for (Verb verb : Verb.values()) {
            verb.needed()
                    .forEach(choice -> assertThat(verb.taken()).as(verb.name()).containsAll(choice));
        }
        assertThat(Verb.HINDER.needed()).containsExactly(List.of(Slot.WHAT, Slot.WHOM));
    }

    @Test
    void every_closed_word_is_found_by_its_own_name_and_no_other() {
        for (Class<? extends Enum<?>> words : List.of(Kind.class, Power.class, Means.class, Basis.class, Say.class)) {
            for (Enum<?> constant : words.getEnumConstants()) {
                assertThat(ClosedWords.word(constant)).matches("[a-z]+(-[a-z]+)*");
            }
        }
        assertThat(Arrays.asList(Kind.values())).hasSize(46);
        assertThat(Power.values()).hasSize(17);
        assertThat(ClosedWords.find(Kind.class, "anti-tank-weapons")).contains(Kind.ANTI_TANK_WEAPONS);
        assertThat(ClosedWords.find(Kind.class, "ANTI_TANK_WEAPONS")).isEmpty();
        assertThat(ClosedWords.find(Kind.class, "anti_tank_weapons")).isEmpty();
    }
}
