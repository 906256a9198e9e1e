package truceline.duty.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Moment;
import truceline.agreement.NormKind;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;
import truceline.duty.Spans;
import truceline.duty.Truth;

/// Holds conditions and times of the text against what is recorded, in the world of a binding. What only a single
/// act can show is unknown here, and judged by {@link ActConditions}. Of one thread.
final class Conditions {
    private final Board board;
    private final Memory memory;

    Conditions(Board board, Memory memory) {
        this.board = board;
        this.memory = memory;
    }

    /// When a time phrase is, with what has happened.
    Moment moment(Reader reader, TimePhrase phrase) {
        return reader.moment(phrase, event -> happened(reader, event));
    }

    @Nullable
    Moment start(Binding binding) {
        TimePhrase from = binding.norm.timing().from();
        TimePhrase phrase = from == null ? board.agreement().identity().runsFrom() : from;
        return phrase == null ? null : moment(binding.reader, phrase);
    }

    @Nullable
    Moment end(Binding binding) {
        TimePhrase until = binding.norm.timing().until();
        TimePhrase phrase = until == null ? board.agreement().identity().runsUntil() : until;
        return phrase == null ? null : moment(binding.reader, phrase);
    }

    private Optional<Instant> happened(Reader reader, Event event) {
        String name = event.name();
        Long at = switch (event.type()) {
            case FACT -> memory.words.fact(name, name, event.by()).sinceMs();
            case FULFILLED -> doneMs(reader, name, event.by());
            case TRIGGERED -> triggeredMs(reader, name);
            case BREACHED -> breachedMs(reader, name, event.by());
            case DAY -> throw new IllegalStateException("a day does not happen: " + name);
        };
        return at == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /// When all whom it binds had done it, or null.
    private @Nullable Long doneMs(Reader reader, String provision, @Nullable String by) {
        long latest = Long.MIN_VALUE;
        for (Binding each : board.of(reader, provision)) {
            if (by != null && !by.equals(each.actor)) {
                continue;
            }
            if (each.doneMs == null) {
                return null;
            }
            latest = Math.max(latest, each.doneMs);
        }
        return latest == Long.MIN_VALUE ? null : Long.valueOf(latest);
    }

    private @Nullable Long triggeredMs(Reader reader, String provision) {
        return board.of(reader, provision).getFirst().triggeredMs;
    }

    /// The first finding that a body attributed, or the first deadline that passed, or null.
    private @Nullable Long breachedMs(Reader reader, String provision, @Nullable String by) {
        Long first = reader.findings().first(new Condition.Which(null, provision, by));
        for (Binding each : board.of(reader, provision)) {
            boolean isMeant = by == null || by.equals(each.actor);
            if (isMeant && each.phase == Phase.BREACHED && each.sinceMs != null) {
                first = first == null ? each.sinceMs : Long.valueOf(Math.min(first, each.sinceMs));
            }
        }
        return first;
    }

    /// A condition as it stands now; with `ever`, patterns of findings count if they ever occurred.
    Check of(Binding binding, Condition condition, boolean ever, long nowMs) {
        String text = condition.text();
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> Check.allOf(text, each(binding, parts, ever, nowMs));
            case Condition.AnyOf(List<Condition> parts) -> Check.anyOf(text, each(binding, parts, ever, nowMs));
            case Condition.Not(Condition part) -> Check.not(text, of(binding, part, ever, nowMs));
            case Condition.Attested(String fact, String by) -> memory.words.fact(text, fact, by);
            case Condition.InState asked ->
                binding.norm.kind() == NormKind.GUARANTEE && asked.state() == Condition.NormState.BREACHED
                        ? shownBreach(binding.reader, text, asked)
                        : inState(binding.reader, text, asked);
            case Condition.DaySet(String day) -> daySet(binding.reader, text, day);
            case Condition.AtLeastFindings asked -> binding.reader.findings().atLeast(text, asked, ever, nowMs);
            case Condition.NoFindings asked -> none(binding.reader, text, asked, nowMs);
            case Condition.Notice(Reference to, var within) -> {
                long fromMs = Spans.before(nowMs, within, binding.reader.zone());
                Occurrence.Noticed notice = memory.notice(to.name(), binding.actor, fromMs, nowMs);
                yield notice == null
                        ? Check.unknown(text, "notice-none", to.name(), within.text())
                        : Check.atom(
                                text,
                                Truth.HOLDS,
                                Reason.of("notice-given", to.name(), Moments.utc(notice.atMs())),
                                notice.atMs(),
                                Spans.after(notice.atMs(), within, binding.reader.zone()) + 1);
            }
            case Condition.Authorised(Reference by) -> authorised(binding, text, by, nowMs);
            case Condition.Allowed _, Condition.OtherParty _ -> Check.unknown(text, "judged-by-act");
            case Condition.Open _ -> Check.unknown(text, "left-open");
        };
    }

    private List<Check> each(Binding binding, List<Condition> parts, boolean ever, long nowMs) {
        List<Check> checks = new ArrayList<>();
        parts.forEach(part -> checks.add(of(binding, part, ever, nowMs)));
        return checks;
    }

    private Check authorised(Binding binding, String text, Reference by, long nowMs) {
        Occurrence.Permitted given = memory.permission(by.name(), binding.id(), binding.actor, nowMs, nowMs);
        return given == null
                ? Check.unknown(text, "permission-none", by.name())
                : Check.atom(
                        text,
                        Truth.HOLDS,
                        Reason.of("permission-given", by.name(), Moments.utc(given.fromMs())),
                        given.fromMs(),
                        given.untilMs() + 1);
    }

    /// Whether it is breached, as a guarantee asks: a deadline that passed while nobody said anything is unknown.
    private Check shownBreach(Reader reader, String text, Condition.InState asked) {
        String id = asked.provision();
        Long first = reader.findings().first(new Condition.Which(null, id, asked.by()));
        boolean isSilent = false;
        for (Binding each : board.of(reader, id)) {
            boolean isMeant = asked.by() == null || asked.by().equals(each.actor);
            if (isMeant && each.phase == Phase.BREACHED && each.sinceMs != null) {
                boolean isShown = isShown(each);
                isSilent |= !isShown;
                first = !isShown ? first : first == null ? each.sinceMs : Long.valueOf(Math.min(first, each.sinceMs));
            }
        }
        return first == null && isSilent
                ? Check.unknown(text, "breach-silent", id)
                : state(text, id, ClosedWords.word(asked.state()), first != null, first);
    }

    /// Whether more than the time speaks for a breach: what was seen or counted, or those who verify it deny it.
    private boolean isShown(Binding binding) {
        boolean isOfTime = binding.reasons.stream()
                .map(Reason::key)
                .anyMatch(key -> key.equals("deadline-passed") || key.equals("period-missed"));
        return !isOfTime
                || memory.words
                                .fulfilled(binding.id(), binding.norm, binding.actor, binding.isAlone)
                                .truth()
                        == Truth.DOES_NOT_HOLD;
    }

    Check inState(Reader reader, String text, Condition.InState asked) {
        String id = asked.provision();
        String word = ClosedWords.word(asked.state());
        if (asked.state() == Condition.NormState.BREACHED) {
            Long at = breachedMs(reader, id, asked.by());
            return state(text, id, word, at != null, at);
        }
        if (asked.state() == Condition.NormState.FULFILLED) {
            Long at = doneMs(reader, id, asked.by());
            return state(text, id, word, at != null, at);
        }
        if (asked.state() == Condition.NormState.TRIGGERED) {
            Long at = triggeredMs(reader, id);
            return state(text, id, word, at != null, at);
        }
        long latest = Long.MIN_VALUE;
        boolean holds = true;
        for (Binding each : board.of(reader, id)) {
            if (asked.by() == null || asked.by().equals(each.actor)) {
                holds &= is(each.phase, asked.state());
                latest = Math.max(latest, Objects.requireNonNullElse(each.sinceMs, Long.MIN_VALUE));
            }
        }
        return state(text, id, word, holds, latest);
    }

    private static Check state(String text, String id, String word, boolean holds, @Nullable Long sinceMs) {
        return Check.atom(
                text,
                holds ? Truth.HOLDS : Truth.DOES_NOT_HOLD,
                Reason.of(holds ? "stands-so" : "stands-otherwise", id, word),
                sinceMs,
                Long.MAX_VALUE);
    }

    private static boolean is(Phase phase, Condition.NormState state) {
        return switch (state) {
            case FULFILLED -> phase.isDone();
            case RUNNING -> phase == Phase.RUNNING || phase == Phase.BREACHED;
            case BREACHED -> phase == Phase.BREACHED;
            case SUSPENDED -> phase == Phase.SUSPENDED;
            case EXCUSED -> phase == Phase.EXCUSED;
            case TRIGGERED -> phase == Phase.TRIGGERED || phase == Phase.VOID;
        };
    }

    private Check daySet(Reader reader, String text, String day) {
        return switch (moment(reader, new TimePhrase.DayCount(day, 0, null))) {
            case Moment.Known(long startMs, long endMs) ->
                Check.atom(text, Truth.HOLDS, Reason.of("day-set", day, Moments.utc(startMs)), startMs, Long.MAX_VALUE);
            case Moment.Pending(String waitsFor) ->
                Check.atom(text, Truth.DOES_NOT_HOLD, Reason.of("day-not-set", waitsFor), null, Long.MAX_VALUE);
        };
    }

    private Check none(Reader reader, String text, Condition.NoFindings asked, long nowMs) {
        String provision = asked.which().provision();
        TimePhrase runsFrom = board.agreement().identity().runsFrom();
        Moment start = provision != null
                ? start(board.of(reader, provision).getFirst())
                : runsFrom == null ? null : moment(reader, runsFrom);
        return switch (start) {
            case null -> reader.findings().none(text, asked, null, nowMs);
            case Moment.Known(long startMs, long endMs) -> reader.findings().none(text, asked, startMs, nowMs);
            case Moment.Pending(String waitsFor) ->
                Check.atom(text, Truth.DOES_NOT_HOLD, Reason.of("count-waits", waitsFor), null, Long.MAX_VALUE);
        };
    }
}
