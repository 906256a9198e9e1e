package truceline.duty.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that the record tells and that may change where a provision stands. Moments are milliseconds UTC.
public sealed interface Occurrence {
    /// Index of the entry that tells it.
    long entry();

    /// When it was known: the time of the fold, which never runs back.
    long knownMs();

    /// Time passed, and nothing else.
    record Ticked(long entry, long knownMs) implements Occurrence {}

    /// An act was observed. Who did it is as the evidence says, and may be unknown.
    record Acted(long entry, long knownMs, Evidence evidence) implements Occurrence {}

    /// A body attributed an act, or the party owned to it.
    record Found(long entry, long knownMs, Evidence evidence, String against) implements Occurrence {}

    /// A thing was seen at a place; the evidence's id names the thing, so that it is known again.
    record Seen(long entry, long knownMs, Evidence evidence) implements Occurrence {}

    /// A list was handed over: so many of each class.
    ///
    /// @param provision under which it was handed over
    record Listed(long entry, long knownMs, String provision, String by, long atMs, List<Lot> lots)
            implements Occurrence {
        public Listed {
            lots = List.copyOf(lots);
        }
    }

    /// Things of a list were counted where they are to be.
    ///
    /// @param provision under which the list was handed over
    record Counted(long entry, long knownMs, String provision, String of, long atMs, List<Lot> lots)
            implements Occurrence {
        public Counted {
            lots = List.copyOf(lots);
        }
    }

    /// So many things of one class.
    record Lot(String what, long count) {}

    /// Somebody's word on a fact, or on whether a provision is fulfilled or kept.
    ///
    /// @param fact name of a fact, or id of a provision
    /// @param about code of the actor it concerns, null for nobody
    /// @param holds false where he denies it
    /// @param incident the act it concerns, null where it concerns none
    record Said(
            long entry,
            long knownMs,
            String fact,
            @Nullable String about,
            String by,
            boolean holds,
            long atMs,
            @Nullable String incident)
            implements Occurrence {}

    /// Something that a provision asks for was done, whole or in part: a notice, a report, a visit, a decision, a
    /// quantity handed over, a measure of ground left.
    ///
    /// @param thousandths how much, -1 where it is not said
    record Done(long entry, long knownMs, String provision, String by, long atMs, long thousandths)
            implements Occurrence {}

    /// A notice to a body or party.
    record Noticed(long entry, long knownMs, String to, String by, long atMs) implements Occurrence {}

    /// A body allowed something for a time.
    ///
    /// @param provision whose exception it is, null for any
    /// @param whom code of the actor, null for anybody
    record Permitted(
            long entry,
            long knownMs,
            String by,
            @Nullable String provision,
            @Nullable String whom,
            long fromMs,
            long untilMs)
            implements Occurrence {}

    /// A named day was set.
    record DaySet(long entry, long knownMs, String day, long dateMs) implements Occurrence {}

    /// A reading was settled; it counts from here on.
    ///
    /// @param name of the provision, day, line or zone that was read differently
    record Settled(long entry, long knownMs, String name, String holder) implements Occurrence {}

    /// A provision, or where it is null the whole agreement, is suspended, resumed or ended.
    record Stopped(long entry, long knownMs, @Nullable String provision, Stop stop) implements Occurrence {}

    /// A deadline was moved to a later moment.
    record Extended(long entry, long knownMs, String provision, long untilMs) implements Occurrence {}

    /// How a provision stops.
    enum Stop {
        SUSPENDED,
        RESUMED,
        ENDED
    }
}
