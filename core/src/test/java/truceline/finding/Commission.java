package truceline.finding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Tree;
import truceline.agreement.compile.AgreementCompiler;
import truceline.incident.Family;
import truceline.json.JsonValue;

/// A mission of people for tests: a monitor of two sections, a commission of four seats that decides by three, and one
/// corroborated incident, `5/0`.
final class Commission {
    static final String INCIDENT = "5/0";
    static final String OTHER = "7/0";
    static final String TRACK = "9/0";
    static final long HOUR = 3_600_000;
    static final byte[] FINDING = "{\"v\":1}".getBytes(StandardCharsets.UTF_8);

    static final Agreement AGREEMENT = Objects.requireNonNull(AgreementCompiler.compile(
                    Tree.of("{agreement: 1, id: small, title: {en: Small}, status: agreed, version: 1.0.0, languages:"
                            + " {authentic: [en]}, time-zone: UTC, basis: assumed, sources: {}, parties: {AA: Anland, BB:"
                            + " Benland}, others: {CC: Cenland, DD: Denland}, bodies: {monitor: {may: [observe, verify, attest,"
                            + " task]}, commission: {seats: [AA, BB, CC, DD], decides: 3 of 4, within: 72 h, else: publish"
                            + " without attribution, may: [attribute, settle-reading, set-day]}}, facts: {vote: {attested-by:"
                            + " monitor}}, days: {D: {date: open, set-by: commission}}, provisions: {1: {text: {en: Peace.}},"
                            + " 2: {text: {en: Lists.}, who: each party, must: hand-over, what: documents, to: commission,"
                            + " verify: {by: monitor}}}}"))
            .agreement());

    final Proceedings proceedings = new Proceedings();
    private long index = 100;
    long nowMs;

    Commission() {
        enrol("analyst", "monitor", "", "analysis");
        enrol("colleague", "monitor", "", "analysis");
        enrol("patrol", "monitor", "", "patrols");
        for (String seat : List.of("AA", "BB", "CC", "DD")) {
            enrol(
                    "seat-" + seat.toLowerCase(Locale.ROOT),
                    "commission",
                    seat,
                    "delegation-" + seat.toLowerCase(Locale.ROOT));
        }
        enrol("liaison-bb", "", "BB", "liaison-bb");
    }

    private void enrol(String id, String body, String seat, String section) {
        String objection = enrol(id, body, seat, section, "key+00000000+" + id);
        if (objection != null) {
            throw new IllegalStateException(id + ": " + objection);
        }
    }

    /// Puts a person on the rolls where there is no objection; gives its code otherwise.
    @Nullable
    String enrol(String id, String body, String seat, String section, String key) {
        Person person = new Person(id, body, seat, section, key);
        Objection objection = proceedings.objection(person, AGREEMENT);
        if (objection != null) {
            return objection.code();
        }
        proceedings.enrol(person);
        return null;
    }

    Situation situation() {
        return new Situation(
                nowMs,
                AGREEMENT,
                Commission::standing,
                address -> FINDING,
                source -> source.equals("camera"),
                address -> INCIDENT,
                (item, letter) -> item.equals("5/0") && letter.equals("M") || item.equals("8") && letter.equals("S"));
    }

    private static @Nullable Standing standing(String address) {
        return switch (address) {
            case INCIDENT, OTHER -> new Standing(address, Family.FIRE, false, false, true);
            case TRACK -> new Standing(address, Family.FLIGHT, true, false, true);
            default -> null;
        };
    }

    /// Makes the statement where there is no objection; gives the code of the objection otherwise.
    @Nullable
    String state(String by, Statement statement) {
        Objection objection = proceedings.objection(statement, by, situation());
        if (objection == null) {
            proceedings.apply(index++, statement, by, situation());
            return null;
        }
        return objection.code();
    }

    CaseFile file() {
        return proceedings.docket().file(INCIDENT);
    }

    Verification verification() {
        return file().verification(false, true, file().isClosed(ballot(), nowMs));
    }

    Attribution.Level level() {
        return file().attribution(ballot()).level();
    }

    static Ballot ballot() {
        return Objects.requireNonNull(Finding.ballot(AGREEMENT));
    }

    static Statement verify(String outcome) {
        return statement(
                Act.VERIFY,
                "incident",
                INCIDENT,
                "outcome",
                outcome,
                "alternatives",
                List.of("a demolition: no notice was filed"),
                "reason",
                "the counts agree");
    }

    static Statement assess(String party) {
        return statement(
                Act.ASSESS,
                "incident",
                INCIDENT,
                "party",
                party,
                "level",
                "likely",
                "alternatives",
                List.of("the other side"),
                "reason",
                "two azimuths");
    }

    static Statement vote(String ballot, @Nullable String party, String text) {
        return party == null
                ? statement(Act.VOTE, "incident", INCIDENT, "ballot", ballot, "text", text)
                : statement(Act.VOTE, "incident", INCIDENT, "ballot", ballot, "party", party, "text", text);
    }

    static Statement reply(boolean acknowledges) {
        return statement(
                Act.REPLY, "incident", INCIDENT, "acknowledges", acknowledges, "language", "en", "text", "Not us.");
    }

    static Statement publish() {
        return statement(Act.PUBLISH, "incident", INCIDENT, "sha256", Steps.digest(FINDING));
    }

    static Statement setDay(long dateMs) {
        return statement(Act.SET_DAY, "day", "D", "date", dateMs);
    }

    static Statement statement(Act act, Object... namesAndValues) {
        SortedMap<String, JsonValue> parts = new TreeMap<>();
        parts.put("act", new JsonValue.Str(act.word()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parts.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return Statement.read(new JsonValue.Obj(parts));
    }

    private static JsonValue value(Object value) {
        return switch (value) {
            case String text -> new JsonValue.Str(text);
            case Long number -> new JsonValue.Num(number);
            case Boolean truth -> new JsonValue.Bool(truth);
            case List<?> list ->
                new JsonValue.Arr(
                        list.stream().map(each -> value((Object) each)).toList());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
