package truceline.agreement.compile;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.phrase.TimePhrase;

/// Times of one norm that stand in the wrong order, where both are counted from the same day or are dates: it ends
/// before it starts, or is done before it is begun. A day without a clock starts at 00:00 and ends at 24:00.
final class TimeLints {
    private static final int DAY_MINUTES = 24 * 60;

    private final Agreement agreement;
    private final Function<String, Node> at;

    TimeLints(Agreement agreement, Function<String, Node> at) {
        this.agreement = agreement;
        this.at = at;
    }

    /// Minutes after the start of a day; the day is empty for dates, which count from 1970.
    private record Counted(String day, long startMinutes, long endMinutes) {
        static @Nullable Counted of(@Nullable TimePhrase phrase) {
            return switch (phrase) {
                case TimePhrase.DayCount(String day, int offset, LocalTime clock) -> of(day, offset, clock);
                case TimePhrase.Date date -> of("", date.date().toEpochDay(), null);
                case TimePhrase.Instant(var time) -> of("", time.toLocalDate().toEpochDay(), time.toLocalTime());
                case null, default -> null;
            };
        }

        private static Counted of(String day, long days, @Nullable LocalTime clock) {
            long minutes = days * DAY_MINUTES;
            return clock == null
                    ? new Counted(day, minutes, minutes + DAY_MINUTES)
                    : new Counted(day, minutes + clock.toSecondOfDay() / 60, minutes + clock.toSecondOfDay() / 60);
        }
    }

    void run(Set<Note> notes) {
        for (Provision provision : agreement.provisions().values()) {
            List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
            norms.add(provision.norm(null));
            norms.forEach(norm -> norm(notes, provision.id(), norm));
        }
    }

    private void norm(Set<Note> notes, String id, Norm norm) {
        Identity identity = agreement.identity();
        TimePhrase from = norm.timing().from() == null
                ? identity.runsFrom()
                : norm.timing().from();
        TimePhrase until = norm.timing().until() == null
                ? identity.runsUntil()
                : norm.timing().until();
        Counted start = Counted.of(from);
        Counted end = Counted.of(until);
        boolean own = norm.timing().from() != null || norm.timing().until() != null;
        if (own
                && start != null
                && end != null
                && start.day().equals(end.day())
                && start.startMinutes() >= end.endMinutes()) {
            note(notes, id, "ends (" + text(until) + ") before it starts (" + text(from) + ")");
        }
        Counted begin = Counted.of(norm.timing().beginBy());
        Counted done = Counted.of(norm.timing().by());
        if (begin != null && done != null && begin.day().equals(done.day()) && begin.endMinutes() > done.endMinutes()) {
            note(
                    notes,
                    id,
                    "is to be done (" + text(norm.timing().by()) + ") before it is to be begun ("
                            + text(norm.timing().beginBy()) + ")");
        }
    }

    private void note(Set<Note> notes, String id, String what) {
        Node node = at.apply(id);
        notes.add(new Note(node.line(), node.column(), "wrong-order", "Provision " + id + " " + what + "."));
    }

    private static String text(@Nullable TimePhrase phrase) {
        return phrase == null ? "" : phrase.text();
    }
}
