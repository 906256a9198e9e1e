package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.duty.life.Phase;

/// What bodies allow, suspend and end enters by signed statements, and stands in the state of the agreement.
class PowersTest {
    static final String AGREEMENT = """
            agreement: 1
            id: ondral-powers
            title: {en: "A truce of Ondral with powers (invented)"}
            status: agreed
            version: 1.0.0
            languages: {authentic: [en]}
            time-zone: Etc/GMT+2
            runs: {from: D}
            basis: assumed
            source: invented
            sources:
              invented: {date: 2031-05-01, at: "made up for this test"}
            parties: {VA: Vathe, IL: Ilmoss}
            bodies:
              monitor: {may: [observe, inspect, verify, attest, authorise]}
              commission: {seats: [VA, IL], decides: all, within: 72 h, else: publish without attribution,
                           may: [attribute, authorise, suspend, end, extend, settle-reading]}
            days:
              D: {is: start of the truce, date: 2031-05-01 00:00}
            lines:
              contact: {map: line.geojson, accuracy: 200 m, left: VA, right: IL}
            zones:
              buffer: {within: 7.5 km, of: contact}
              guns-out: {within: 50 km, of: contact}
            classes:
              inventory: {kinds: documents}
              listed-guns: {kinds: guns, list: 4}
            verification: {by: monitor}
            provisions:
              1: {text: {en: "All fire stops near the line."}, who: each party, must-not: fire, where: buffer}
              2: {text: {en: "Waters near the line."}}
              2.1: {text: {en: "No vessel enters them."}, who: anyone, must-not: enter, what: vessels, where: buffer,
                    unless: authorised by commission}
              2.2: {text: {en: "No vessel enters them by air."}, who: anyone, must-not: enter, what: aircraft, where: buffer,
                    unless: authorised by monitor}
              3: {text: {en: "Listed guns go back."}, who: each party, must: withdraw, what: listed-guns, out-of: guns-out,
                  by: D+14}
              4: {text: {en: "Each hands over its list."}, who: each party, must: hand-over, what: inventory, to: monitor,
                  by: D+1}
            """;
    private static final String VESSEL = "-28.30,-27.63,10,saw,vessel,,";
    private static final String PERMIT = """
            {"act":"authorise","from":"2031-05-10T08:00:00Z","provision":"2.1","reason":"A repair of the buoys.",\
            "until":"2031-05-10T12:00:00Z"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void what_all_seats_allow_is_no_breach_and_the_same_an_hour_too_late_is_one() throws IOException {
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-09T10:00");
            assertThat(mission.says("analyst", PERMIT)).isEqualTo("no-such-exception");
            assertThat(mission.says("liaison-va", PERMIT)).isEqualTo("no-power");
            assertThat(mission.says("seat-va", PERMIT)).isNull();
            assertThat(mission.says("seat-va", PERMIT)).isEqualTo("seat-has-voted");
            mission.at("2031-05-10T09:00").row("2031-05-10T09:00:00Z," + VESSEL);
            assertThat(mission.state("2.1", "anyone").cases())
                    .as("one seat allows nothing")
                    .isEqualTo(1);
            assertThat(mission.says("seat-il", PERMIT)).isNull();
            mission.at("2031-05-10T10:00").row("2031-05-10T10:00:00Z," + VESSEL);
            assertThat(mission.state("2.1", "anyone").trace().toString())
                    .contains("EXCUSED")
                    .contains("permission-given");
            mission.at("2031-05-12T13:00").row("2031-05-12T13:00:00Z," + VESSEL);
            assertThat(mission.state("2.1", "anyone").trace().getLast().toString())
                    .contains("CANDIDATE");
        }
    }

    @Test
    void a_suspended_article_stands_suspended_with_what_is_below_it_until_it_is_resumed_and_ended() throws IOException {
        String suspend = "{\"act\":\"suspend\",\"provision\":\"2\",\"reason\":\"A storm.\"}";
        String resume = suspend.replace("suspend", "resume");
        String end = suspend.replace("suspend", "end");
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-05T10:00");
            assertThat(mission.says("seat-va", resume)).isEqualTo("not-suspended");
            assertThat(mission.says("analyst", suspend)).isEqualTo("no-power");
            assertThat(mission.says("seat-va", suspend.replace("\"2\"", "\"9\"")))
                    .isEqualTo("unknown-provision");
            assertThat(mission.says("seat-va", suspend)).isNull();
            assertThat(mission.phase("2.1", "anyone")).isEqualTo(Phase.RUNNING);
            assertThat(mission.says("seat-il", suspend)).isNull();
            assertThat(mission.phase("2.1", "anyone")).isEqualTo(Phase.SUSPENDED);
            assertThat(mission.phase("1", "VA")).isEqualTo(Phase.RUNNING);
            assertThat(mission.says("seat-il", suspend)).isEqualTo("already-suspended");
            mission.at("2031-05-06T10:00").row("2031-05-06T10:00:00Z," + VESSEL);
            assertThat(mission.state("2.1", "anyone").cases()).isZero();
            mission.says("seat-va", resume);
            mission.says("seat-il", resume);
            assertThat(mission.phase("2.1", "anyone")).isEqualTo(Phase.RUNNING);
            mission.at("2031-05-20T10:00").says("seat-va", end);
            mission.says("seat-il", end);
            assertThat(mission.phase("2.1", "anyone")).isEqualTo(Phase.CLOSED);
            assertThat(mission.says("seat-il", suspend)).isEqualTo("already-ended");
        }
    }

    @Test
    void the_whole_agreement_is_suspended_and_a_vote_does_not_wait_for_ever() throws IOException {
        String suspend = "{\"act\":\"suspend\",\"reason\":\"Talks are broken off.\"}";
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-05T10:00").says("seat-va", suspend);
            mission.at("2031-05-08T10:00").says("seat-il", suspend);
            assertThat(mission.phase("1", "VA")).as("72 hours have passed").isEqualTo(Phase.RUNNING);
            assertThat(mission.says("seat-va", suspend)).isNull();
            assertThat(mission.phase("1", "VA")).isEqualTo(Phase.SUSPENDED);
            assertThat(mission.phase("3", "IL")).isEqualTo(Phase.SUSPENDED);
        }
    }

    @Test
    void a_body_without_seats_allows_by_two_persons_of_two_sections() throws IOException {
        String permit = PERMIT.replace("2.1", "2.2");
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-10T07:00");
            assertThat(mission.says("analyst", permit)).isNull();
            assertThat(mission.says("analyst", permit)).isEqualTo("same-person");
            assertThat(mission.says("patrol", permit.replace("A repair", "The repair")))
                    .isNull();
            mission.at("2031-05-10T10:00").row("2031-05-10T10:00:00Z,-28.30,-27.63,10,saw,aircraft,,");
            assertThat(mission.state("2.2", "anyone").trace().toString()).contains("EXCUSED");
        }
    }

    @Test
    void of_24_declared_guns_21_are_counted_and_three_are_unaccounted_for() throws IOException {
        String list = "{\"act\":\"list\",\"at\":\"2031-05-01T12:00:00Z\",\"lots\":[[\"guns\",24]],"
                + "\"of\":\"VA\",\"provision\":\"4\"}";
        String count = list.replace("list", "count").replace("24", "21").replace("05-01", "05-20");
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-01T13:00");
            assertThat(mission.says("liaison-il", list)).isEqualTo("no-power");
            assertThat(mission.says("liaison-va", list.replace("guns", "slings")))
                    .isEqualTo("unknown-class");
            assertThat(mission.says("liaison-va", list.replace("\"4\"", "\"1\"")))
                    .isEqualTo("not-a-list");
            assertThat(mission.says("liaison-va", list.replace("VA", "XX"))).isEqualTo("not-bound");
            assertThat(mission.says("liaison-va", list.replace("05-01", "05-02")))
                    .isEqualTo("bad-time");
            assertThat(mission.says("liaison-va", list)).isNull();
            assertThat(mission.says("liaison-va", list.replace("24", "9"))).isEqualTo("already-listed");
            assertThat(mission.phase("4", "VA")).isEqualTo(Phase.FULFILLED);
            assertThat(mission.phase("4", "IL")).isEqualTo(Phase.RUNNING);
            mission.at("2031-05-20T13:00");
            assertThat(mission.says("liaison-va", count)).isEqualTo("no-power");
            assertThat(mission.says("patrol", count)).isNull();
            assertThat(mission.why("4", "VA")).contains("24 declared; 21 counted, 0 seen elsewhere, 3 unaccounted for");
            assertThat(mission.says("patrol", list.replace("24", "22")))
                    .as("who receives it corrects it")
                    .isNull();
            assertThat(mission.why("4", "VA")).contains("22 declared; 21 counted, 0 seen elsewhere, 1 unaccounted for");
        }
    }

    @Test
    void a_deadline_that_all_seats_extend_is_missed_only_at_its_new_moment() throws IOException {
        String extend =
                "{\"act\":\"extend\",\"date\":\"2031-05-25T02:00:00Z\",\"provision\":\"3\",\"reason\":\"Rain.\"}";
        try (Chancery mission = new Chancery(dir, AGREEMENT)) {
            mission.at("2031-05-10T10:00");
            assertThat(mission.says("seat-va", extend.replace("\"3\"", "\"1\"")))
                    .isEqualTo("no-deadline");
            assertThat(mission.says("seat-va", extend.replace("2031-05-25", "2031-05-09")))
                    .isEqualTo("bad-time");
            mission.says("seat-va", extend);
            mission.says("seat-il", extend);
            assertThat(mission.state("3", "VA").dueMs()).isEqualTo(Chancery.ms("2031-05-25T02:00"));
            assertThat(mission.says("seat-il", extend)).isEqualTo("bad-time");
            mission.at("2031-05-20T10:00").row("2031-05-20T10:00:00Z," + VESSEL);
            assertThat(mission.phase("3", "VA")).isEqualTo(Phase.RUNNING);
            mission.at("2031-05-26T10:00").row("2031-05-26T10:00:00Z," + VESSEL);
            assertThat(mission.phase("3", "VA")).isEqualTo(Phase.BREACHED);
        }
    }
}
