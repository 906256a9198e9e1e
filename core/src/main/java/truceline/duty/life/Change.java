package truceline.duty.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Level;

/// What followed from an occurrence. Moments are milliseconds UTC.
public sealed interface Change {
    /// Index of the entry from which it follows.
    long entry();

    /// When it came about.
    long atMs();

    /// Id of the provision.
    String provision();

    /// The holders of readings in whose worlds it is so; empty where nothing is disputed.
    List<String> worlds();

    /// Why.
    List<Reason> reasons();

    /// The same in other worlds.
    Change in(List<String> worlds);

    /// A provision stands otherwise for somebody.
    ///
    /// @param who code of the actor, or the words of the text
    record Moved(
            long entry,
            long atMs,
            String provision,
            String who,
            List<String> worlds,
            Phase from,
            Phase to,
            List<Reason> reasons)
            implements Change {
        public Moved {
            worlds = List.copyOf(worlds);
            reasons = List.copyOf(reasons);
        }

        @Override
        public Moved in(List<String> worlds) {
            return new Moved(entry, atMs, provision, who, worlds, from, to, reasons);
        }
    }

    /// One act, or one thing, that may be a breach of a provision; or what came of it since.
    ///
    /// @param id of the incident or thing
    /// @param who code of who did it; null where nobody knows
    /// @param level how grave, null where the text does not say
    /// @param row name of the severity row that decides, or null
    record Judged(
            long entry,
            long atMs,
            String provision,
            String id,
            @Nullable String who,
            List<String> worlds,
            Outcome outcome,
            @Nullable Level level,
            @Nullable String row,
            List<Reason> reasons)
            implements Change {
        public Judged {
            worlds = List.copyOf(worlds);
            reasons = List.copyOf(reasons);
        }

        @Override
        public Judged in(List<String> worlds) {
            return new Judged(entry, atMs, provision, id, who, worlds, outcome, level, row, reasons);
        }
    }

    /// What became of a case.
    enum Outcome {
        /// It fits what the provision forbids.
        CANDIDATE,
        /// Place, time, class or actor is too close to say: never a breach.
        INDETERMINATE,
        /// An exception was shown.
        EXCUSED,
        /// No exception was shown while there was time to.
        NOT_EXCUSED,
        /// A body attributed it, or the party owned to it.
        ATTRIBUTED,
        /// Of a handed-over list it is neither where it is to be nor anywhere else.
        UNACCOUNTED
    }
}
