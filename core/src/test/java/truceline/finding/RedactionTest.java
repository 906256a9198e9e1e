package truceline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.json.JsonException;

/// Who may shred, hand out and read what is protected.
class RedactionTest {
    private static final Statement REDACT =
            Commission.statement(Act.REDACT, "item", "5/0", "class", "M", "reason", "danger-to-person");
    private static final Statement READ =
            Commission.statement(Act.ACCESS, "item", "5/0", "class", "M", "reason", "to verify 5/0");

    @Test
    void two_persons_of_two_sections_decide_and_nobody_alone_or_outside_the_monitor() {
        Commission people = new Commission();
        people.nowMs = 86_400_000;
        for (String other : List.of("seat-aa", "seat-bb", "liaison-bb")) {
            assertThat(people.state(other, REDACT)).isEqualTo("no-power");
        }
        assertThat(people.state("administrator", REDACT)).isEqualTo("not-enrolled");
        assertThat(people.state("analyst", REDACT)).isNull();
        assertThat(people.state("analyst", REDACT)).isEqualTo("same-person");
        assertThat(people.state("colleague", REDACT)).isEqualTo("same-section");
        assertThat(people.proceedings.docket().redactions()).isEmpty();
        assertThat(people.state("patrol", REDACT)).isNull();
        assertThat(people.proceedings.docket().redactions())
                .containsExactly(new Redaction("5/0", 'M', "danger-to-person", 100, 101, 86_400_000));
        Redaction decided = people.proceedings.docket().redactions().getFirst();
        assertThat(decided.words()).isEqualTo("withheld: redacted on 1970-01-02 by decision at 101");
        assertThat(people.state("patrol", REDACT)).isEqualTo("redacted");
        assertThat(people.state("analyst", READ)).isEqualTo("redacted");
    }

    @Test
    void two_reasons_are_two_proposals_and_none_is_decided() {
        Commission people = new Commission();
        assertThat(people.state("analyst", REDACT)).isNull();
        assertThat(people.state(
                        "patrol",
                        Commission.statement(Act.REDACT, "item", "5/0", "class", "M", "reason", "personal-data")))
                .isNull();
        assertThat(people.proceedings.docket().redactions()).isEmpty();
        assertThat(people.state("analyst", READ)).isNull();
    }

    @Test
    void what_the_record_does_not_protect_is_neither_shredded_nor_read() {
        Commission people = new Commission();
        for (String[] absent : new String[][] {{"5/0", "R"}, {"5/1", "M"}, {"5", "M"}, {"8", "M"}}) {
            for (Act act : List.of(Act.REDACT, Act.ACCESS)) {
                Statement statement =
                        Commission.statement(act, "item", absent[0], "class", absent[1], "reason", "danger-to-person");
                assertThat(people.state("analyst", statement)).isEqualTo("unknown-item");
            }
        }
        assertThatThrownBy(() ->
                        Commission.statement(Act.REDACT, "item", "5/0/1", "class", "M", "reason", "danger-to-person"))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() ->
                        Commission.statement(Act.REDACT, "item", "5/0", "class", "M", "reason", "it names somebody"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void a_release_takes_two_signatures_each_time_and_class_r_is_never_handed_out() {
        Commission people = new Commission();
        Statement first = Commission.statement(Act.RELEASE, "class", "M", "to", "the court", "reason", "its order 4");
        Statement second = Commission.statement(Act.RELEASE, "class", "M", "to", "the court", "reason", "agreed");
        assertThat(people.state("analyst", first)).isNull();
        assertThat(people.state("analyst", second)).isEqualTo("same-person");
        assertThat(people.state("colleague", second)).isEqualTo("same-section");
        assertThat(people.state("patrol", second)).isNull();
        assertThat(people.proceedings.docket().releases()).containsExactly(new Release('M', "the court", 101, 0));
        assertThat(people.state("patrol", first)).isNull();
        assertThat(people.proceedings.docket().releases()).hasSize(1);
        assertThat(people.state("analyst", second)).isNull();
        assertThat(people.proceedings.docket().releases()).hasSize(2);
        assertThatThrownBy(() -> Commission.statement(Act.RELEASE, "class", "R", "to", "x", "reason", "y"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void two_persons_enrol_the_key_of_an_audience_and_the_last_key_holds() {
        Commission people = new Commission();
        for (String unknown : List.of("party:XX", "press", "AA")) {
            assertThat(people.state("analyst", audience(unknown, "k"))).isEqualTo("unknown-audience");
        }
        assertThat(people.state("liaison-bb", audience("party:BB", "k"))).isEqualTo("no-power");
        for (String key : List.of("first", "second", "first")) {
            assertThat(people.state("analyst", audience("party:AA", key))).isNull();
            assertThat(people.state("colleague", audience("party:AA", key))).isEqualTo("same-section");
            assertThat(people.state("patrol", audience("party:AA", key))).isNull();
        }
        assertThat(people.proceedings.docket().audiences())
                .extracting(AudienceChange::key)
                .containsExactly("first", "second", "first");
    }

    private static Statement audience(String name, String key) {
        return Commission.statement(Act.AUDIENCE, "audience", name, "key", key, "reason", "their key");
    }

    @Test
    void a_note_is_of_class_m_unless_its_statement_says_another() {
        String committed = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq=";
        Statement plain = Commission.statement(Act.TASK, "id", "t", "status", "given", "note", committed);
        assertThat(plain.noteClass()).isEqualTo('M');
        Statement shared =
                Commission.statement(Act.TASK, "id", "t", "status", "given", "note", committed, "noteClass", "S");
        assertThat(shared.noteClass()).isEqualTo('S');
        assertThatThrownBy(() -> Commission.statement(
                        Act.HARM,
                        "dead",
                        0L,
                        "injured",
                        1L,
                        "qualifier",
                        "exact",
                        "objects",
                        "a house",
                        "status",
                        "reported",
                        "noteClass",
                        "S"))
                .hasMessageContaining("noteClass");
    }
}
