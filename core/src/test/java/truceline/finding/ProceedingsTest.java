package truceline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.json.JsonException;
import truceline.json.JsonValue;

/// The table of who may do what, and what follows from what people did.
class ProceedingsTest {
    private static final List<String> POSTS =
            List.of("analyst", "colleague", "patrol", "seat-aa", "seat-bb", "seat-cc", "seat-dd", "liaison-bb");

    @Test
    void two_persons_of_two_sections_verify_and_one_section_does_not() {
        Commission people = new Commission();
        assertThat(people.state("analyst", Commission.verify("verified"))).isNull();
        assertThat(people.verification()).isEqualTo(Verification.V2);
        assertThat(people.state("analyst", Commission.verify("verified"))).isEqualTo("same-person");
        assertThat(people.state("colleague", Commission.verify("verified"))).isEqualTo("same-section");
        assertThat(people.state("seat-aa", Commission.verify("verified"))).isEqualTo("no-power");
        assertThat(people.verification()).isEqualTo(Verification.V2);
        assertThat(people.state("patrol", Commission.verify("verified"))).isNull();
        assertThat(people.verification()).isEqualTo(Verification.V3);
        assertThat(people.level()).isEqualTo(Attribution.Level.A0);
    }

    @Test
    void a_verification_without_an_alternative_is_no_statement() {
        JsonValue.Obj written = (JsonValue.Obj) JsonValue.parse("""
                {"act":"verify","alternatives":[],"incident":"5/0","outcome":"verified","reason":"sure"}""".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Statement.read(written))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("alternatives");
    }

    @Test
    void who_verifies_a_provision_or_receives_what_it_hands_over_attests_that_it_was_done() {
        Commission people = new Commission();
        people.nowMs = 1;
        assertThat(people.state("analyst", attest("2", "5/0", 3L))).isNull();
        assertThat(people.state("seat-cc", attest("2", "5/0", 3L))).isNull();
        assertThat(people.state("liaison-bb", attest("2", "5/0", 3L))).isEqualTo("no-power");
        assertThat(people.state("analyst", attest("1", "5/0", 3L))).isEqualTo("not-an-attester");
        assertThat(people.state("analyst", attest("9", "5/0", 3L))).isEqualTo("unknown-fact");
        assertThat(people.state("analyst", attest("2", "66/0", 3L))).isEqualTo("unknown-incident");
    }

    @Test
    void nobody_attests_what_has_not_happened_yet() {
        Commission people = new Commission();
        people.nowMs = 1000;
        assertThat(people.state("analyst", word(1001L))).isEqualTo("bad-time");
        assertThat(people.state("analyst", word(253_402_300_799_000L))).isEqualTo("bad-time");
        assertThat(people.state("analyst", word(1000L))).isNull();
        assertThat(people.state("analyst", word(-5L)))
                .as("what happened long ago may be told late")
                .isNull();
    }

    private static Statement word(long atMs) {
        return Commission.statement(Act.ATTEST, "fact", "vote", "date", atMs, "text", "Seen.");
    }

    private static Statement attest(String fact, String incident, long count) {
        return Commission.statement(
                Act.ATTEST, "fact", fact, "date", 1L, "text", "Seen.", "incident", incident, "count", count);
    }

    @Test
    void three_of_four_seats_attribute_and_the_dissent_is_kept() {
        Commission people = verified();
        assertThat(people.state("seat-aa", Commission.vote("attribute", "BB", "Two azimuths.")))
                .isNull();
        assertThat(people.state("seat-cc", Commission.vote("attribute", "BB", "As seat AA.")))
                .isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A0);
        assertThat(people.state("seat-dd", Commission.vote("attribute", "BB", "As seat AA.")))
                .isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A3);
        assertThat(people.state("analyst", Commission.publish())).isEqualTo("vote-open");
        assertThat(people.state("seat-bb", Commission.vote("do-not-attribute", null, "No launch point was visited.")))
                .isNull();
        assertThat(people.state("seat-bb", Commission.vote("abstain", null, "Again.")))
                .isEqualTo("seat-has-voted");
        assertThat(people.state("analyst", Commission.publish())).isNull();
        assertThat(people.file().published()).isNull();
        assertThat(people.state("analyst", Commission.publish())).isEqualTo("same-person");
        assertThat(people.state("colleague", Commission.publish())).isEqualTo("same-section");
        assertThat(people.state("patrol", Commission.publish())).isNull();
        assertThat(people.file().published()).isNotNull();
        assertThat(people.verification()).isEqualTo(Verification.V4);
        assertThat(people.state("liaison-bb", Commission.reply(true))).isNull();
    }

    @Test
    void without_a_quorum_in_72_hours_the_facts_are_published_without_attribution() {
        Commission people = verified();
        assertThat(people.state("seat-aa", Commission.vote("attribute", "BB", "Two azimuths.")))
                .isNull();
        people.nowMs += 72 * Commission.HOUR - 1;
        assertThat(people.state("analyst", Commission.publish())).isEqualTo("vote-open");
        people.nowMs += 1;
        assertThat(people.state("seat-cc", Commission.vote("attribute", "BB", "Too late.")))
                .isEqualTo("lapsed");
        assertThat(people.state("analyst", Commission.publish())).isNull();
        assertThat(people.state("patrol", Commission.publish())).isNull();
        assertThat(people.file().published()).isNotNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A0);
    }

    @Test
    void only_the_party_itself_acknowledges() {
        Commission people = verified();
        assertThat(people.state("analyst", Commission.reply(true))).isEqualTo("not-a-party");
        assertThat(people.state("seat-cc", Commission.reply(true))).isEqualTo("not-a-party");
        assertThat(people.state("liaison-bb", Commission.reply(true))).isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A4);
    }

    @Test
    void the_monitor_reaches_likely_at_most_and_only_by_two() {
        Commission people = verified();
        assertThat(people.state("analyst", Commission.assess("BB"))).isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A0);
        assertThat(people.state("patrol", Commission.assess("BB"))).isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A2);
    }

    @Test
    void a_day_is_set_by_the_seats_that_the_rule_asks_for() {
        Commission people = new Commission();
        assertThat(people.state("analyst", Commission.setDay(1000))).isEqualTo("no-power");
        people.state("seat-aa", Commission.setDay(1000));
        people.state("seat-bb", Commission.setDay(2000));
        people.state("seat-cc", Commission.setDay(1000));
        assertThat(people.proceedings.docket().daysSet()).isEmpty();
        people.state("seat-dd", Commission.setDay(1000));
        assertThat(people.proceedings.docket().daysSet()).containsEntry("D", 1000L);
        assertThat(people.state("seat-bb", Commission.setDay(1000))).isEqualTo("day-is-set");
    }

    @Test
    void one_key_under_two_names_is_one_person_and_a_seat_must_be_the_bodys() {
        Commission people = new Commission();
        assertThat(people.enrol("twin", "monitor", "", "patrols", "key+11111111+analyst"))
                .isEqualTo("already-enrolled");
        assertThat(people.enrol("guest", "commission", "XX", "guests", "key+11111111+guest"))
                .isEqualTo("no-seat");
        assertThat(people.enrol("Guest", "monitor", "", "guests", "key+11111111+guest"))
                .isEqualTo("bad-name");
        assertThat(people.enrol("guest", "monitor", "", "Patrols ", "key+11111111+guest"))
                .isEqualTo("bad-name");
    }

    @Test
    void what_two_persons_decided_is_neither_merged_away_nor_split_by_one() {
        Commission people = verified();
        Statement merge = Commission.statement(
                Act.MERGE, "incidents", List.of(Commission.INCIDENT, Commission.OTHER), "reason", "one event");
        assertThat(people.state("analyst", merge)).isEqualTo("already-decided");
        Statement split = Commission.statement(
                Act.SPLIT, "incident", Commission.INCIDENT, "observations", List.of("6/0"), "reason", "two events");
        assertThat(people.state("analyst", split)).isEqualTo("already-decided");
    }

    @Test
    void incidents_of_two_families_are_not_merged() {
        Commission people = new Commission();
        Statement merge = Commission.statement(
                Act.MERGE, "incidents", List.of(Commission.INCIDENT, Commission.TRACK), "reason", "one event");
        assertThat(people.state("analyst", merge)).isEqualTo("not-alike");
    }

    @Test
    void no_reply_holds_up_a_publication_and_the_latest_word_of_a_party_counts() {
        Commission people = verified();
        people.nowMs += 72 * Commission.HOUR;
        assertThat(people.state("liaison-bb", Commission.reply(true))).isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A4);
        assertThat(people.state("liaison-bb", Commission.reply(false))).isNull();
        assertThat(people.level()).isEqualTo(Attribution.Level.A0);
        assertThat(people.state("analyst", Commission.publish())).isNull();
        assertThat(people.state("liaison-bb", Commission.reply(false))).isEqualTo("publication-under-way");
        assertThat(people.state("patrol", Commission.publish())).isNull();
        assertThat(people.state("liaison-bb", Commission.reply(false))).isNull();
    }

    @Test
    void a_seat_that_changes_its_vote_counts_for_its_latest_only() {
        Commission people = new Commission();
        people.state("seat-aa", Commission.setDay(1000));
        people.state("seat-aa", Commission.setDay(2000));
        people.state("seat-bb", Commission.setDay(1000));
        people.state("seat-cc", Commission.setDay(1000));
        assertThat(people.proceedings.docket().daysSet()).isEmpty();
    }

    /// Every person, every sequence of statements up to six, refused ones included: nobody gets anywhere alone.
    @Test
    void one_person_reaches_neither_verification_nor_attribution_nor_publication_by_any_six_statements() {
        List<Statement> sayings = sayings();
        long tried = 0;
        for (String post : POSTS) {
            for (boolean isVerified : new boolean[] {false, true}) {
                tried += explore(post, isVerified, sayings, new ArrayList<>());
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    private static List<Statement> sayings() {
        return List.of(
                Commission.verify("verified"),
                Commission.verify("refuted"),
                Commission.verify("not-verifiable"),
                Commission.assess("AA"),
                Commission.assess("BB"),
                Commission.vote("attribute", "AA", "a"),
                Commission.vote("attribute", "BB", "b"),
                Commission.vote("do-not-attribute", null, "c"),
                Commission.reply(false),
                Commission.publish());
    }

    /// A refused statement changes nothing, so that sequences with refused ones reach what shorter ones reach.
    private static long explore(String post, boolean isVerified, List<Statement> sayings, List<Statement> said) {
        Commission people = isVerified ? verified() : new Commission();
        people.nowMs += 100 * Commission.HOUR;
        Attribution.Level before = people.level();
        said.forEach(saying -> people.state(post, saying));
        assertThat(people.file().isVerified()).as(post + " " + said).isEqualTo(isVerified);
        assertThat(people.level()).as(post + " " + said).isEqualTo(before);
        assertThat(people.file().published()).as(post + " " + said).isNull();
        assertThat(people.file().decided().size()).as(post + " " + said).isEqualTo(isVerified ? 2 : 0);
        long tried = 1;
        if (said.size() < 6) {
            for (Statement saying : sayings) {
                if (people.proceedings.objection(saying, post, people.situation()) == null) {
                    List<Statement> more = new ArrayList<>(said);
                    more.add(saying);
                    tried += explore(post, isVerified, sayings, more);
                } else {
                    tried++;
                }
            }
        }
        return tried;
    }

    private static Commission verified() {
        Commission people = new Commission();
        assertThat(people.state("analyst", Commission.verify("verified"))).isNull();
        assertThat(people.state("patrol", Commission.verify("verified"))).isNull();
        return people;
    }
}
