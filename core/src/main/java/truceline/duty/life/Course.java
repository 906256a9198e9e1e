package truceline.duty.life;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Day;
import truceline.agreement.Identity;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.TimePhrase;
import truceline.agreement.phrase.Verb;
import truceline.duty.Periods;
import truceline.duty.Truth;

/// Where a binding stands, as a function of what is held for it, of its conditions, and of the moment. Of one thread.
final class Course {
    private final Board board;
    private final Memory memory;
    private final Conditions conditions;
    private final StepOrder steps;
    private final Deeds deeds;
    private final long enteredMs;
    private final InForce inForce;

    /// @param enteredMs when the agreement was entered
    Course(Board board, Memory memory, Conditions conditions, long enteredMs, InForce inForce) {
        this.board = board;
        this.memory = memory;
        this.conditions = conditions;
        this.steps = new StepOrder(board);
        this.deeds = new Deeds(memory);
        this.enteredMs = enteredMs;
        this.inForce = inForce;
    }

    Verdict of(Binding binding, long nowMs) {
        Norm norm = binding.norm;
        if (norm.kind() == NormKind.TEXT) {
            return Verdict.of(Phase.TEXT_ONLY, Reason.of("text-only"));
        }
        if (binding.isEnded) {
            return closed(binding, Reason.of("ended"));
        }
        Moment end = conditions.end(binding);
        binding.endMs = Math.min(
                inForce.untilMs(), end instanceof Moment.Known(long firstMs, long lastMs) ? lastMs : Long.MAX_VALUE);
        if (binding.endMs <= nowMs) {
            return closed(binding, Reason.of("over", Moments.utc(binding.endMs)))
                    .at(binding.endMs);
        }
        if (binding.suspendedMs != null) {
            return Verdict.of(Phase.SUSPENDED, Reason.of("suspended", Moments.utc(binding.suspendedMs)))
                    .at(binding.suspendedMs)
                    .next(binding.endMs);
        }
        return beginning(binding, nowMs).next(binding.endMs);
    }

    private static Verdict closed(Binding binding, Reason reason) {
        Phase last = binding.phase == Phase.CLOSED ? binding.lastOpen : binding.phase;
        binding.lastOpen = last;
        String stood = last == null ? "" : ClosedWords.word(last);
        return Verdict.of(Phase.CLOSED, reason, Reason.of("stood-last", stood));
    }

    private Verdict beginning(Binding binding, long nowMs) {
        Moment start = conditions.start(binding);
        Long byMs = by(binding);
        boolean isEarly = isDueBeforeStart(binding, start, byMs);
        binding.startMs = start == null || isEarly
                ? Long.MIN_VALUE
                : start instanceof Moment.Known(long startMs, long endMs) ? startMs : Long.MAX_VALUE;
        binding.startMs = Math.max(binding.startMs, inForce.since(binding.id()));
        if (start instanceof Moment.Pending(String waitsFor) && !isEarly) {
            return Verdict.of(Phase.PENDING, Reason.of("waits-for", waitsFor));
        }
        if (binding.startMs > nowMs) {
            return Verdict.of(Phase.PENDING, Reason.of("begins", Moments.utc(binding.startMs)))
                    .due(byMs)
                    .next(binding.startMs);
        }
        if (isEarly && isDaySetLate(binding, byMs)) {
            return Verdict.of(Phase.EXCUSED, Reason.of("day-set-late", Moments.utc(Objects.requireNonNull(byMs))));
        }
        return running(binding, byMs, nowMs);
    }

    /// When the norm falls due, with the time for which it was held or suspended; null where no clock runs.
    private @Nullable Long by(Binding binding) {
        TimePhrase by = binding.norm.timing().by();
        if (by == null || by instanceof TimePhrase.Clock) {
            return null;
        }
        return conditions.moment(binding.reader, by) instanceof Moment.Known(long firstMs, long lastMs)
                ? Long.valueOf(Math.max(
                        Math.max(lastMs + binding.pausedMs + binding.heldMs, binding.leastDueMs),
                        Math.max(binding.extendedMs, inForce.since(binding.id()))))
                : null;
    }

    /// What is due before the agreement begins runs as soon as it is agreed.
    private boolean isDueBeforeStart(Binding binding, @Nullable Moment start, @Nullable Long byMs) {
        return board.agreement().identity().status() == Identity.Status.AGREED
                && binding.norm.timing().from() == null
                && byMs != null
                && start instanceof Moment.Known(long startMs, long endMs)
                && byMs <= startMs;
    }

    /// Whether what is due before the agreement begins was so before anybody knew of it.
    private boolean isDaySetLate(Binding binding, @Nullable Long byMs) {
        return byMs != null
                && (isKnownLate(binding, byMs)
                        || binding.norm.timing().by() instanceof TimePhrase.DayCount
                                && setMs(binding) == null
                                && enteredMs >= byMs);
    }

    /// Whether the day that it is counted from was set only after it was due.
    private boolean isKnownLate(Binding binding, long byMs) {
        Long setMs = setMs(binding);
        return setMs != null && setMs >= byMs;
    }

    /// When the day became known from which the deadline is counted, or null where the text dates it.
    private @Nullable Long setMs(Binding binding) {
        String name = day(binding.norm.timing().by());
        for (int steps = board.agreement().days().size(); name != null && steps > 0; steps--) {
            Long setMs = memory.daysKnown.get(name);
            Day day = board.agreement().days().get(name);
            if (setMs != null || day == null) {
                return setMs;
            }
            name = day(day.terms().in(binding.reader.holder()).date());
        }
        return null;
    }

    private static @Nullable String day(@Nullable TimePhrase phrase) {
        if (phrase instanceof TimePhrase.DayCount(String day, int offset, LocalTime clock)) {
            return day;
        }
        Event event = event(phrase);
        return event != null && event.type() == Event.Type.DAY ? event.name() : null;
    }

    private Verdict running(Binding binding, @Nullable Long byMs, long nowMs) {
        Norm norm = binding.norm;
        if (norm.kind() == NormKind.GUARANTEE) {
            return guarantee(binding, Objects.requireNonNull(norm.guarantee()), nowMs);
        }
        if (norm.kind() == NormKind.STEPS) {
            return steps.head(binding);
        }
        if (norm.kind() == NormKind.STEP) {
            List<Reason> held = steps.held(binding, nowMs);
            if (!held.isEmpty() && binding.doneMs == null) {
                return new Verdict(Phase.HELD, null, null, Long.MAX_VALUE, held, List.of());
            }
        }
        return running(binding, norm.kind() == NormKind.STEP ? by(binding) : byMs, norm, nowMs);
    }

    private Verdict running(Binding binding, @Nullable Long byMs, Norm norm, long nowMs) {
        List<Check> checks = new ArrayList<>();
        Condition onlyIf = norm.onlyIf();
        if (onlyIf != null && !binding.hasRun) {
            Check check = conditions.of(binding, onlyIf, norm.modal() == Modal.MUST, nowMs);
            checks.add(check);
            if (check.truth() != Truth.HOLDS) {
                return pending(check).with(checks).due(byMs);
            }
            binding.hasRun = norm.modal() == Modal.MUST;
            Long sinceMs = check.sinceMs();
            binding.metMs = sinceMs == null ? nowMs : Math.min(sinceMs, nowMs);
        }
        Condition unless = norm.unless();
        if (unless != null && !isOfActs(norm)) {
            Check check = conditions.of(binding, unless, false, nowMs);
            checks.add(check);
            if (check.truth() == Truth.HOLDS) {
                return Verdict.of(Phase.EXCUSED, check.reason()).with(checks);
            }
        }
        Verdict verdict = obligation(binding, byMs, nowMs);
        return checks.isEmpty() ? verdict : verdict.with(checks);
    }

    private static Verdict pending(Check check) {
        List<Reason> reasons = check.atoms().stream()
                .filter(atom -> atom.truth() != Truth.HOLDS)
                .map(Check::reason)
                .toList();
        List<Reason> all = new ArrayList<>();
        all.add(Reason.of(check.truth() == Truth.UNKNOWN ? "if-unknown" : "if-not", check.text()));
        all.addAll(reasons);
        return new Verdict(Phase.PENDING, null, null, Long.MAX_VALUE, all, List.of());
    }

    static boolean isOfActs(Norm norm) {
        return norm.modal() == Modal.MUST_NOT
                && !norm.verbs().isEmpty()
                && norm.verbs().getFirst().course(Modal.MUST_NOT) == Verb.Course.ACT;
    }

    private Verdict guarantee(Binding binding, Norm.Guarantee guarantee, long nowMs) {
        List<Check> checks = new ArrayList<>();
        Check trigger = conditions.of(binding, guarantee.triggeredBy(), true, nowMs);
        checks.add(trigger);
        binding.triggeredMs = trigger.truth() == Truth.HOLDS
                ? Long.valueOf(trigger.sinceMs() == null ? nowMs : trigger.sinceMs())
                : null;
        Condition voids = guarantee.voidIf();
        List<Reason> silent = new ArrayList<>();
        if (voids != null) {
            Check check = conditions.of(binding, voids, true, nowMs);
            checks.add(check);
            if (check.truth() == Truth.HOLDS) {
                return Verdict.of(Phase.VOID, Reason.of("void", check.text()), check.reason())
                        .with(checks);
            }
            check.atoms().stream()
                    .map(Check::reason)
                    .filter(reason -> reason.key().equals("breach-silent"))
                    .forEach(silent::add);
        }
        if (binding.triggeredMs != null) {
            silent.addAll(0, List.of(Reason.of("triggered", trigger.text()), trigger.reason()));
            return new Verdict(Phase.TRIGGERED, binding.triggeredMs, null, Long.MAX_VALUE, silent, List.of())
                    .with(checks);
        }
        List<Reason> missing = new ArrayList<>();
        missing.add(Reason.of("not-triggered", trigger.text()));
        trigger.atoms().stream()
                .filter(atom -> atom.truth() != Truth.HOLDS)
                .forEach(atom -> missing.add(atom.reason()));
        missing.addAll(silent);
        return new Verdict(Phase.RUNNING, null, null, Long.MAX_VALUE, missing, List.of()).with(checks);
    }

    private Verdict obligation(Binding binding, @Nullable Long byMs, long nowMs) {
        Norm norm = binding.norm;
        Modal modal = Objects.requireNonNull(norm.modal());
        if (modal == Modal.MAY) {
            return Verdict.of(Phase.RUNNING, Reason.of("permitted"));
        }
        if (isOfActs(norm)) {
            return Verdict.of(Phase.RUNNING, Reason.of("forbidden-now"));
        }
        return switch (binding.verb().course(modal)) {
            case ACT, STATE -> deeds.kept(binding, board.agreement().facts().keySet());
            case ACHIEVE, PROCEDURE ->
                modal == Modal.MUST_NOT
                        ? deeds.kept(binding, board.agreement().facts().keySet())
                        : norm.timing().every() != null ? every(binding, nowMs) : due(binding, byMs, nowMs);
        };
    }

    private Verdict due(Binding binding, @Nullable Long byMs, long nowMs) {
        Check done = deeds.done(binding);
        Long doneMs = done.sinceMs();
        binding.doneMs = doneMs;
        if (doneMs != null) {
            binding.present.values().removeIf(at -> at < doneMs);
        }
        List<Check> checks = List.of(done);
        if (doneMs != null && !binding.present.isEmpty()) {
            return new Verdict(
                    Phase.BREACHED,
                    binding.present.values().stream().min(Long::compare).orElse(nowMs),
                    byMs,
                    Long.MAX_VALUE,
                    List.of(Reason.of("returned", Moments.utc(doneMs))),
                    checks);
        }
        if (doneMs != null) {
            boolean couldBeMissed =
                    byMs != null && (binding.metMs == null || byMs > binding.metMs) && !isKnownLate(binding, byMs);
            boolean isLate = couldBeMissed && doneMs > Objects.requireNonNull(byMs);
            Reason reason = isLate
                    ? Reason.of("done-late", Moments.utc(doneMs), Moments.utc(Objects.requireNonNull(byMs)))
                    : Reason.of("done", Moments.utc(doneMs));
            Phase phase = isLate ? Phase.FULFILLED_LATE : Phase.FULFILLED;
            return new Verdict(phase, doneMs, byMs, Long.MAX_VALUE, List.of(reason, done.reason()), checks);
        }
        Long metMs = binding.metMs;
        if (byMs != null && metMs != null && byMs <= metMs) {
            Reason late = Reason.of("deadline-before-condition", Moments.utc(byMs), Moments.utc(metMs));
            return new Verdict(Phase.RUNNING, metMs, null, Long.MAX_VALUE, List.of(late, done.reason()), checks);
        }
        if (byMs != null && byMs <= nowMs && isKnownLate(binding, byMs)) {
            Reason late = Reason.of("day-set-late", Moments.utc(byMs));
            return new Verdict(Phase.EXCUSED, null, byMs, Long.MAX_VALUE, List.of(late, done.reason()), checks);
        }
        if (byMs != null && byMs <= nowMs) {
            Reason passed = Reason.of("deadline-passed", Moments.utc(byMs));
            return new Verdict(Phase.BREACHED, byMs, byMs, Long.MAX_VALUE, List.of(passed, done.reason()), checks);
        }
        Reason reason = byMs == null
                ? Reason.of(binding.norm.timing().by() == null ? "no-deadline" : "deadline-waits", waitsFor(binding))
                : Reason.of("due-by", Moments.utc(byMs));
        long next = byMs == null ? Long.MAX_VALUE : byMs;
        return new Verdict(Phase.RUNNING, null, byMs, next, List.of(reason, done.reason()), checks);
    }

    private String waitsFor(Binding binding) {
        TimePhrase by = binding.norm.timing().by();
        return by != null && conditions.moment(binding.reader, by) instanceof Moment.Pending(String first) ? first : "";
    }

    private static @Nullable Periods periods(Binding binding) {
        Leaf<DurationPhrase> every = binding.norm.timing().every();
        DurationPhrase period = every == null ? null : every.find().orElse(null);
        if (period == null || binding.startMs == Long.MIN_VALUE) {
            return null;
        }
        LocalTime clock = binding.norm.timing().by() instanceof TimePhrase.Clock(LocalTime time) ? time : null;
        return new Periods(binding.startMs, period, clock, binding.reader.zone());
    }

    /// Whether a deed was done in the period that ended at a moment, its last moment included.
    static boolean isOfPeriod(Binding binding, long endMs, long atMs) {
        Periods periods = periods(binding);
        return periods != null && atMs >= binding.startMs && periods.nextDue(atMs - 1) == endMs;
    }

    /// One duty a period. A period without a deed breaches it until the next deed.
    private Verdict every(Binding binding, long nowMs) {
        Periods periods = periods(binding);
        if (periods == null) {
            return Verdict.of(Phase.RUNNING, Reason.of("period-open"));
        }
        Long known = binding.periodDueMs;
        long dueMs = known == null ? periods.nextDue(binding.startMs) : known;
        while (dueMs <= nowMs) {
            long end = dueMs;
            boolean isDone = binding.deeds.removeIf(at -> at <= end);
            binding.periodsMissed += isDone ? 0 : 1;
            binding.missedMs = isDone ? null : Long.valueOf(end);
            binding.periodEndedMs = end;
            dueMs = periods.nextDue(end);
        }
        binding.periodDueMs = dueMs;
        if (!binding.deeds.isEmpty()) {
            binding.missedMs = null;
        }
        List<Reason> reasons = new ArrayList<>();
        Long missedMs = binding.missedMs;
        if (missedMs != null) {
            reasons.add(Reason.of("period-missed", Moments.utc(missedMs), binding.periodsMissed));
        }
        reasons.add(Reason.of("period-due", Moments.utc(dueMs)));
        Phase phase = missedMs == null ? Phase.RUNNING : Phase.BREACHED;
        return new Verdict(phase, missedMs, dueMs, dueMs, reasons, List.of());
    }

    /// Events that a time phrase of the text waits for.
    static @Nullable Event event(@Nullable TimePhrase phrase) {
        return switch (phrase) {
            case TimePhrase.Span(DurationPhrase duration, boolean before, Event event) -> event;
            case TimePhrase.After(Event event) -> event;
            case null, default -> null;
        };
    }
}
