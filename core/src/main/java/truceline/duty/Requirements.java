package truceline.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.Identity;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

/// Holds the conditions and times of an agreement against one world, in one reading. What belongs to a
/// single act (who fired first, a permission, an order for it) is judged case by case and is unknown
/// here. Of one thread.
final class Requirements {
    private final Agreement agreement;
    private final @Nullable String holder;
    private final World world;
    private final Days days;
    private final Attestations attestations;
    private final FindingCounts counts;
    private final List<String> asking = new ArrayList<>();

    Requirements(Agreement agreement, @Nullable String holder, World world) {
        this.agreement = agreement;
        this.holder = holder;
        this.world = world;
        this.days = world.days(agreement, holder);
        this.attestations = new Attestations(agreement, world);
        this.counts = new FindingCounts(agreement, world);
    }

    Norm norm(String provision) {
        return agreement.getProvision(provision).norm(holder);
    }

    Attestations attestations() {
        return attestations;
    }

    /// When a time phrase is, with what has happened.
    Moment moment(TimePhrase phrase) {
        return days.resolve(phrase, this::happened);
    }

    /// From when a norm runs; null where the text gives no start.
    @Nullable
    Moment start(Norm norm) {
        TimePhrase from = norm.timing().from();
        TimePhrase phrase = from == null ? agreement.identity().runsFrom() : from;
        return phrase == null ? null : moment(phrase);
    }

    /// Until when a norm runs; null where the text gives no end.
    @Nullable
    Moment end(Norm norm) {
        TimePhrase until = norm.timing().until();
        TimePhrase phrase = until == null ? agreement.identity().runsUntil() : until;
        return phrase == null ? null : moment(phrase);
    }

    /// A condition as it stands now; with `ever`, patterns of findings count if they ever occurred.
    Requirement of(Condition condition, boolean ever) {
        String text = condition.text();
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> Requirement.allOf(text, each(parts, ever));
            case Condition.AnyOf(List<Condition> parts) -> Requirement.anyOf(text, each(parts, ever));
            case Condition.Not(Condition part) -> Requirement.not(text, of(part, ever));
            case Condition.Attested(String fact, String by) -> attestations.fact(text, fact, by);
            case Condition.InState inState -> inState(text, inState);
            case Condition.DaySet(String day) -> daySet(text, day);
            case Condition.AtLeastFindings asked -> counts.atLeast(text, asked, ever);
            case Condition.NoFindings asked -> none(text, asked);
            case Condition.Notice notice -> notice(text, notice);
            case Condition.Authorised authorised -> unknown(text, "judged for each act");
            case Condition.Allowed allowed -> unknown(text, "judged for each act");
            case Condition.OtherParty other -> unknown(text, "judged for each act");
            case Condition.Open open -> unknown(text, "left open by the drafters");
        };
    }

    private List<Requirement> each(List<Condition> parts, boolean ever) {
        return parts.stream().map(part -> of(part, ever)).toList();
    }

    private static Requirement unknown(String text, String has) {
        return Requirement.atom(text, Truth.UNKNOWN, has, null);
    }

    private Requirement inState(String text, Condition.InState asked) {
        return switch (asked.state()) {
            case TRIGGERED -> triggered(text, asked.provision());
            case BREACHED -> breached(text, asked.provision(), asked.by());
            case FULFILLED -> attestations.fulfilled(text, asked.provision(), norm(asked.provision()), asked.by());
            case RUNNING -> running(text, norm(asked.provision()));
            case SUSPENDED, EXCUSED ->
                unknown(text, "nobody has recorded that it is " + ClosedWords.word(asked.state()));
        };
    }

    /// Whether a guarantee's condition has come about while it runs.
    Requirement triggered(String text, String provision) {
        Norm.Guarantee guarantee = norm(provision).guarantee();
        if (guarantee == null) {
            return unknown(text, provision + " is no guarantee");
        }
        return whileRunning(text, provision, () -> {
            Requirement condition = of(guarantee.triggeredBy(), true);
            return Requirement.atom(text, condition.truth(), condition.has(), condition.sinceMs());
        });
    }

    private Requirement breached(String text, String provision, @Nullable String by) {
        return whileRunning(text, provision, () -> counts.any(text, new Condition.Which(null, provision, by)));
    }

    /// Nothing is triggered or breached of a norm that waits for its first moment.
    private Requirement whileRunning(String text, String provision, Supplier<Requirement> asked) {
        if (asking.contains(provision)) {
            return unknown(text, "it waits for itself");
        }
        asking.addLast(provision);
        String waitsFor = waitsFor(norm(provision));
        Requirement found = waitsFor == null
                ? asked.get()
                : Requirement.atom(text, Truth.DOES_NOT_HOLD, provision + " waits for " + waitsFor, null);
        asking.removeLast();
        return found;
    }

    /// What keeps a norm from running now, or null.
    @Nullable
    String waitsFor(Norm norm) {
        return switch (start(norm)) {
            case null -> null;
            case Moment.Pending(String first) -> first;
            case Moment.Known(long startMs, long endMs) ->
                startMs <= world.foldMs() ? null : "its first moment, which lies ahead";
        };
    }

    /// What keeps the clocks of a norm from running: its own beginning, or that of a draft.
    @Nullable
    String waitsForStart(Norm norm) {
        boolean mayPrecede = agreement.identity().status() == Identity.Status.AGREED
                && norm.timing().from() == null;
        return !mayPrecede && start(norm) instanceof Moment.Pending(String first) ? first : null;
    }

    private Requirement running(String text, Norm norm) {
        return switch (start(norm)) {
            case null -> Requirement.atom(text, Truth.HOLDS, "it runs from the beginning", null);
            case Moment.Pending(String waitsFor) ->
                Requirement.atom(text, Truth.DOES_NOT_HOLD, "it waits for " + waitsFor, null);
            case Moment.Known(long startMs, long endMs) -> {
                boolean isOver =
                        end(norm) instanceof Moment.Known(long firstMs, long lastMs) && lastMs <= world.foldMs();
                boolean runs = startMs <= world.foldMs() && !isOver;
                String has = runs ? "it runs" : isOver ? "it is over" : "it has not begun";
                yield Requirement.atom(text, Truth.of(runs), has, startMs);
            }
        };
    }

    private Requirement daySet(String text, String day) {
        return switch (moment(new TimePhrase.DayCount(day, 0, null))) {
            case Moment.Known(long startMs, long endMs) -> Requirement.atom(text, Truth.HOLDS, "set", startMs);
            case Moment.Pending(String waitsFor) ->
                Requirement.atom(
                        text,
                        Truth.DOES_NOT_HOLD,
                        waitsFor.equals(day) ? "not set" : "not set: it waits for " + waitsFor,
                        null);
        };
    }

    private Requirement none(String text, Condition.NoFindings asked) {
        String provision = asked.which().provision();
        TimePhrase runsFrom = agreement.identity().runsFrom();
        Moment start = provision != null ? start(norm(provision)) : runsFrom == null ? null : moment(runsFrom);
        return switch (start) {
            case null -> counts.none(text, asked, null);
            case Moment.Known(long startMs, long endMs) -> counts.none(text, asked, startMs);
            case Moment.Pending(String waitsFor) ->
                Requirement.atom(
                        text,
                        Truth.DOES_NOT_HOLD,
                        "0 of " + asked.during().text() + ": the count waits for " + waitsFor,
                        null);
        };
    }

    private Requirement notice(String text, Condition.Notice asked) {
        DurationPhrase within = asked.within();
        long fromMs = Spans.before(world.foldMs(), within, agreement.timeZone());
        List<Long> moments = world.notices().stream()
                .filter(notice -> notice.to().equals(asked.to().name()) && notice.atMs() >= fromMs)
                .map(World.Notice::atMs)
                .sorted()
                .toList();
        return Requirement.atom(
                text,
                Truth.of(!moments.isEmpty()),
                moments.size() + " notices in the last " + within.text(),
                moments.isEmpty() ? null : moments.getFirst());
    }

    private Optional<Instant> happened(Event event) {
        String name = event.name();
        Requirement found = switch (event.type()) {
            case FACT -> attestations.fact(name, name, event.by());
            case FULFILLED -> attestations.fulfilled(name, name, norm(name), event.by());
            case TRIGGERED -> triggered(name, name);
            case BREACHED -> breached(name, name, event.by());
            case DAY -> throw new IllegalStateException("a day does not happen: " + name);
        };
        Long sinceMs = found.sinceMs();
        return sinceMs == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sinceMs));
    }

    Agreement agreement() {
        return agreement;
    }

    long foldMs() {
        return world.foldMs();
    }
}
