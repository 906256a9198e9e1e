package truceline.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Power;

/// The table of who may do what: every kind of statement, the power that its body must have in the agreement, how many
/// distinct persons it takes until it has an effect, and the parts it is made of. The table is data; {@link
/// Proceedings} enforces it. In words: `spec/statement.md`.
public enum Act {
    VERIFY(
            "verify",
            Power.VERIFY,
            2,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.word("outcome", "verified", "refuted", "not-verifiable"),
            Part.needed("alternatives", Part.Type.TEXTS),
            Part.needed("reason", Part.Type.TEXT),
            Part.optionalWord("cause", "access", "time", "weather", "capacity")),
    ASSESS(
            "assess",
            Power.VERIFY,
            2,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.needed("party", Part.Type.NAME),
            Part.word("level", "consistent", "likely"),
            Part.needed("alternatives", Part.Type.TEXTS),
            Part.needed("reason", Part.Type.TEXT)),
    VOTE(
            "vote",
            Power.ATTRIBUTE,
            0,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.word("ballot", "attribute", "do-not-attribute", "abstain"),
            Part.optional("party", Part.Type.NAME),
            Part.needed("text", Part.Type.TEXT)),
    REPLY(
            "reply",
            null,
            1,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.needed("acknowledges", Part.Type.FLAG),
            Part.needed("language", Part.Type.NAME),
            Part.needed("text", Part.Type.TEXT)),
    PUBLISH(
            "publish",
            Power.VERIFY,
            2,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.needed("sha256", Part.Type.HASH)),
    MERGE(
            "merge",
            Power.VERIFY,
            1,
            Part.needed("incidents", Part.Type.ADDRESSES),
            Part.needed("reason", Part.Type.TEXT)),
    SPLIT(
            "split",
            Power.VERIFY,
            1,
            Part.needed("incident", Part.Type.ADDRESS),
            Part.needed("observations", Part.Type.ADDRESSES),
            Part.needed("reason", Part.Type.TEXT)),
    SETTLE_READING(
            "settle-reading",
            Power.SETTLE_READING,
            0,
            Part.needed("provision", Part.Type.NAME),
            Part.needed("holder", Part.Type.NAME)),
    SET_DAY("set-day", Power.SET_DAY, 0, Part.needed("day", Part.Type.NAME), Part.needed("date", Part.Type.TIME)),
    ATTEST(
            "attest",
            Power.ATTEST,
            1,
            Part.needed("fact", Part.Type.NAME),
            Part.needed("date", Part.Type.TIME),
            Part.needed("text", Part.Type.TEXT),
            Part.optional("about", Part.Type.NAME),
            Part.optional("denies", Part.Type.FLAG),
            Part.optional("incident", Part.Type.ADDRESS),
            Part.optional("count", Part.Type.NUMBER)),
    GRADE(
            "grade",
            Power.VERIFY,
            1,
            Part.needed("source", Part.Type.NAME),
            Part.word("grade", "A", "B", "C", "D", "E", "F"),
            Part.word("owner", "monitor", "party", "other"),
            Part.optional("party", Part.Type.NAME),
            Part.needed("reason", Part.Type.TEXT)),
    HAND_OVER(
            "hand-over",
            Power.OBSERVE,
            1,
            Part.needed("from", Part.Type.TIME),
            Part.needed("to", Part.Type.TIME),
            Part.needed("open", Part.Type.NUMBER),
            Part.needed("next", Part.Type.NAME),
            Part.optional("note", Part.Type.NOTE)),
    CALL(
            "call",
            Power.OBSERVE,
            1,
            Part.needed("started", Part.Type.TIME),
            Part.optional("ended", Part.Type.TIME),
            Part.needed("from", Part.Type.NAME),
            Part.needed("to", Part.Type.NAME),
            Part.word("outcome", "answered", "not-answered", "refused", "line-down"),
            Part.needed("about", Part.Type.TEXT),
            Part.optional("incident", Part.Type.ADDRESS),
            Part.optional("note", Part.Type.NOTE)),
    REPAIR_WINDOW(
            "repair-window",
            Power.OBSERVE,
            1,
            Part.needed("id", Part.Type.NAME),
            Part.needed("what", Part.Type.TEXT),
            Part.needed("area", Part.Type.TEXT),
            Part.needed("from", Part.Type.TIME),
            Part.needed("until", Part.Type.TIME),
            Part.word("status", "agreed", "kept", "broken", "cancelled"),
            Part.optional("note", Part.Type.NOTE)),
    TASK(
            "task",
            Power.TASK,
            1,
            Part.needed("id", Part.Type.NAME),
            Part.word("status", "given", "under-way", "done", "not-possible"),
            Part.optional("due", Part.Type.TIME),
            Part.optional("incident", Part.Type.ADDRESS),
            Part.optional("restriction", Part.Type.NAME),
            Part.needed("note", Part.Type.NOTE)),
    RESTRICTION(
            "restriction",
            Power.OBSERVE,
            1,
            Part.needed("id", Part.Type.NAME),
            Part.word("kind", "denial", "delay", "condition", "jamming", "regular", "other"),
            Part.needed("from", Part.Type.TIME),
            Part.needed("until", Part.Type.TIME),
            Part.needed("area", Part.Type.TEXT),
            Part.needed("by", Part.Type.TEXT),
            Part.needed("reason", Part.Type.TEXT),
            Part.needed("outcome", Part.Type.TEXT),
            Part.needed("announced", Part.Type.FLAG),
            Part.optional("party", Part.Type.NAME),
            Part.optional("incident", Part.Type.ADDRESS),
            Part.optional("line", Part.Type.NAME),
            Part.optional("spans", Part.Type.SPANS),
            Part.optional("note", Part.Type.NOTE)),
    HARM(
            "harm",
            Power.OBSERVE,
            1,
            Part.optional("incident", Part.Type.ADDRESS),
            Part.needed("dead", Part.Type.NUMBER),
            Part.needed("injured", Part.Type.NUMBER),
            Part.word("qualifier", "exact", "at-least", "about"),
            Part.needed("objects", Part.Type.TEXT),
            Part.word("status", "reported", "followed-up", "corroborated"),
            Part.optional("note", Part.Type.NOTE)),
    WATCH(
            "watch",
            Power.OBSERVE,
            1,
            Part.needed("source", Part.Type.NAME),
            Part.needed("line", Part.Type.NAME),
            Part.word("means", "patrol", "camera", "uav", "acoustic", "radar", "satellite"),
            Part.needed("spans", Part.Type.SPANS)),
    HEARTBEAT(
            "heartbeat",
            Power.OBSERVE,
            1,
            Part.needed("source", Part.Type.NAME),
            Part.needed("at", Part.Type.TIME),
            Part.needed("next", Part.Type.TIME)),
    REDACT(
            "redact",
            Power.VERIFY,
            2,
            Part.needed("item", Part.Type.ITEM),
            Part.word("class", "S", "C", "M", "R"),
            Part.word(
                    "reason",
                    "danger-to-person",
                    "personal-data",
                    "consent-withdrawn",
                    "entered-by-mistake",
                    "order-of-court")),
    RELEASE(
            "release",
            Power.VERIFY,
            2,
            Part.word("class", "S", "C", "M"),
            Part.needed("to", Part.Type.TEXT),
            Part.needed("reason", Part.Type.TEXT)),
    AUDIENCE(
            "audience",
            Power.VERIFY,
            2,
            Part.needed("audience", Part.Type.NAME),
            Part.needed("key", Part.Type.TEXT),
            Part.needed("reason", Part.Type.TEXT)),
    ACCESS(
            "access",
            Power.OBSERVE,
            1,
            Part.needed("item", Part.Type.ITEM),
            Part.word("class", "S", "C", "M", "R"),
            Part.needed("reason", Part.Type.TEXT)),
    AUTHORISE(
            "authorise",
            Power.AUTHORISE,
            0,
            Part.optional("provision", Part.Type.NAME),
            Part.optional("party", Part.Type.NAME),
            Part.needed("from", Part.Type.TIME),
            Part.needed("until", Part.Type.TIME),
            Part.needed("reason", Part.Type.TEXT)),
    SUSPEND(
            "suspend",
            Power.SUSPEND,
            0,
            Part.optional("provision", Part.Type.NAME),
            Part.needed("reason", Part.Type.TEXT)),
    RESUME(
            "resume",
            Power.SUSPEND,
            0,
            Part.optional("provision", Part.Type.NAME),
            Part.needed("reason", Part.Type.TEXT)),
    END("end", Power.END, 0, Part.optional("provision", Part.Type.NAME), Part.needed("reason", Part.Type.TEXT)),
    EXTEND(
            "extend",
            Power.EXTEND,
            0,
            Part.needed("provision", Part.Type.NAME),
            Part.needed("date", Part.Type.TIME),
            Part.needed("reason", Part.Type.TEXT)),
    LIST(
            "list",
            null,
            1,
            Part.needed("provision", Part.Type.NAME),
            Part.needed("of", Part.Type.NAME),
            Part.needed("at", Part.Type.TIME),
            Part.needed("lots", Part.Type.LOTS)),
    COUNT(
            "count",
            null,
            1,
            Part.needed("provision", Part.Type.NAME),
            Part.needed("of", Part.Type.NAME),
            Part.needed("at", Part.Type.TIME),
            Part.needed("lots", Part.Type.LOTS));

    /// Name of the part that says of which class the note is; M where it is absent.
    static final String NOTE_CLASS = "noteClass";

    private final String word;
    private final @Nullable Power power;
    private final int persons;
    // Never written to after construction: List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Part> parts;

    Act(String word, @Nullable Power power, int persons, Part... parts) {
        this.word = word;
        this.power = power;
        this.persons = persons;
        boolean hasNote = Stream.of(parts).anyMatch(part -> part.type() == Part.Type.NOTE);
        this.parts = hasNote
                ? Stream.concat(Stream.of(parts), Stream.of(Part.optionalWord(NOTE_CLASS, "S", "C", "M")))
                        .toList()
                : List.of(parts);
    }

    /// The act with that word.
    public static Optional<Act> find(String word) {
        for (Act act : values()) {
            if (act.word.equals(word)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return word;
    }

    /// The power that the person's body must have; null where a party speaks for itself, or the provision says who.
    public @Nullable Power power() {
        return power;
    }

    /// Distinct persons, each of another section, until the act has an effect; 0 where the body's seats vote.
    public int persons() {
        return persons;
    }

    List<Part> parts() {
        return parts;
    }

    /// True where a statement is one seat's vote in its body.
    public boolean isVote() {
        return persons == 0;
    }

    /// True where a body uses a power over the provisions: by its own rule where it has seats, else by two persons of
    /// two sections.
    public boolean isPower() {
        return switch (this) {
            case AUTHORISE, SUSPEND, RESUME, END, EXTEND -> true;
            default -> false;
        };
    }

    /// True where the statement is about one incident and moves its case file.
    public boolean isAboutIncident() {
        return switch (this) {
            case VERIFY, ASSESS, VOTE, REPLY, PUBLISH -> true;
            default -> false;
        };
    }

    /// Names of the parts that are moments in milliseconds UTC, for those who write them as text.
    public List<String> times() {
        return parts.stream()
                .filter(part -> part.type() == Part.Type.TIME)
                .map(Part::name)
                .toList();
    }

    /// Name of the part whose text is protected, or null where it has none.
    public @Nullable String protectedPart() {
        return parts.stream().anyMatch(part -> part.type() == Part.Type.NOTE) ? "note" : null;
    }
}
