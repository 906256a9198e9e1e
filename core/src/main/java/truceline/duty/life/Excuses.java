package truceline.duty.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.duty.Truth;

/// The exceptions of cases, each in the reading of its own world: those that were shown, and those that still may be.
/// An act that was excused stays so, also when it becomes known who acted; of what is decided otherwise nothing is
/// kept. Of one thread.
final class Excuses {
    static final long NEVER = Long.MIN_VALUE;

    private final Board board;
    private final ActConditions conditions;
    private final Memory memory;
    private final Docket docket;
    private final PriorityQueue<Open> open = new PriorityQueue<>((one, two) -> one.closesMs == two.closesMs
            ? Long.compare(one.number, two.number)
            : Long.compare(one.closesMs, two.closesMs));
    /// How many open cases there are of an act, by its id.
    private final SortedMap<String, Integer> openOf = new TreeMap<>();

    private final SortedSet<String> excused = new TreeSet<>();
    private long opened;

    /// A case that still may be excused.
    private record Open(
            long number, long closesMs, long entry, Evidence act, List<Binding> bindings, boolean isAttributed) {}

    /// What an exception makes of an act in one world.
    ///
    /// @param closesMs until when it may still be shown, or {@link #NEVER}
    record Answer(Change.Outcome outcome, long closesMs, List<Reason> reasons) {}

    Excuses(Board board, ActConditions conditions, Memory memory, Docket docket) {
        this.board = board;
        this.conditions = conditions;
        this.memory = memory;
        this.docket = docket;
    }

    /// What the exception of a provision makes of an act that was observed there.
    Answer of(Binding binding, Evidence act, Reason place, long nowMs) {
        Condition unless = binding.norm.unless();
        if (unless == null) {
            return new Answer(Change.Outcome.CANDIDATE, NEVER, List.of(place));
        }
        Check check = conditions.of(binding, unless, act, nowMs);
        if (check.truth() == Truth.HOLDS) {
            excused.add(key(binding, act));
            return new Answer(Change.Outcome.EXCUSED, NEVER, shown(check));
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(place);
        reasons.addAll(shown(check));
        if (isDoubtful(unless, check)) {
            return new Answer(Change.Outcome.INDETERMINATE, NEVER, reasons);
        }
        long closesMs = closes(unless, Math.max(act.toMs(), nowMs));
        if (closesMs <= nowMs || isLost(check)) {
            return new Answer(Change.Outcome.CANDIDATE, NEVER, reasons);
        }
        reasons.add(Reason.of("exception-open", Moments.utc(closesMs)));
        return new Answer(Change.Outcome.CANDIDATE, closesMs, reasons);
    }

    /// What excuses an act that was attributed, or null. It is asked anew of an act of which nobody knew who it was,
    /// and
    /// of one whose exception may still be shown.
    ///
    /// @param act as it was observed
    /// @param binding of him to whom it was attributed
    @Nullable
    List<Reason> excuse(Binding binding, Evidence act, Evidence attributed, boolean wasCounted, long nowMs) {
        if (excused.contains(key(binding, act))) {
            return List.of();
        }
        Condition unless = binding.norm.unless();
        Open waiting = find(binding, act);
        if (unless == null || act.by() != null && waiting == null) {
            return null;
        }
        Check check = conditions.of(binding, unless, attributed, nowMs);
        boolean isShown = check.truth() == Truth.HOLDS;
        if (waiting != null) {
            take(waiting);
            List<Binding> others = waiting.bindings.stream()
                    .filter(each -> each.reader != binding.reader)
                    .toList();
            if (!others.isEmpty()) {
                put(waiting.closesMs, waiting.entry, waiting.act, others, waiting.isAttributed);
            }
            if (!isShown) {
                put(waiting.closesMs, waiting.entry, attributed, List.of(binding), true);
            }
        }
        if (!isShown) {
            return null;
        }
        excused.add(key(binding, act));
        if (wasCounted) {
            docket.discount(binding, act);
        }
        return shown(check);
    }

    /// Whether nobody could say that an act is forbidden, because another provision may allow it.
    boolean wasDoubtful(Binding binding, Evidence act, long nowMs) {
        Condition unless = binding.norm.unless();
        return unless instanceof Condition.Allowed && isDoubtful(unless, conditions.of(binding, unless, act, nowMs));
    }

    private @Nullable Open find(Binding binding, Evidence act) {
        if (!openOf.containsKey(act.id())) {
            return null;
        }
        return open.stream()
                .filter(each -> each.act.id().equals(act.id())
                        && each.act.verb() == act.verb()
                        && each.bindings.stream()
                                .anyMatch(one ->
                                        one.reader == binding.reader && one.id().equals(binding.id())))
                .findFirst()
                .orElse(null);
    }

    private static String key(Binding binding, Evidence act) {
        return act.id() + " " + act.verb() + " " + binding.id() + " " + binding.reader.holder();
    }

    /// Keeps a case open until its exception can be shown no more.
    void keep(long closesMs, long entry, Evidence act, List<Binding> bindings) {
        put(closesMs, entry, act, bindings, false);
    }

    private void put(long closesMs, long entry, Evidence act, List<Binding> bindings, boolean isAttributed) {
        open.add(new Open(opened++, closesMs, entry, act, bindings, isAttributed));
        openOf.merge(act.id(), 1, Integer::sum);
    }

    private void take(Open each) {
        open.remove(each);
        openOf.computeIfPresent(each.act.id(), (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /// Closes every case whose time to show an exception has run out by then.
    void close(long nowMs, List<Change> changes) {
        while (!open.isEmpty() && open.element().closesMs <= nowMs) {
            Open due = open.element();
            take(due);
            decide(due, due.closesMs, true, changes);
            if (!openOf.containsKey(due.act.id())) {
                memory.words.forget(due.act.id());
            }
        }
    }

    long nextMs() {
        return open.isEmpty() ? Long.MAX_VALUE : open.element().closesMs;
    }

    /// Looks again at the cases of one act, because somebody spoke of it.
    void look(String incident, long nowMs, List<Change> changes) {
        if (!openOf.containsKey(incident)) {
            return;
        }
        List<Open> own = open.stream()
                .filter(each -> each.act.id().equals(incident))
                .sorted((one, two) -> Long.compare(one.number, two.number))
                .toList();
        for (Open each : own) {
            List<Binding> waiting = decide(each, nowMs, false, changes);
            if (waiting.size() < each.bindings.size()) {
                take(each);
                if (!waiting.isEmpty()) {
                    put(each.closesMs, each.entry, each.act, waiting, each.isAttributed);
                }
            }
        }
    }

    /// Tells what is decided, and returns those for whom nothing is yet.
    private List<Binding> decide(Open due, long nowMs, boolean isLast, List<Change> changes) {
        SequencedMap<Answer, List<Binding>> decided = new LinkedHashMap<>();
        List<Binding> waiting = new ArrayList<>();
        for (Binding binding : due.bindings) {
            Condition unless = binding.norm.unless();
            Check check = unless == null ? null : conditions.of(binding, unless, due.act, nowMs);
            boolean isShown = check != null && check.truth() == Truth.HOLDS;
            if (!isShown && !isLast) {
                waiting.add(binding);
                continue;
            }
            if (isShown) {
                excused.add(key(binding, due.act));
                docket.discount(binding, due.act);
                binding.attributed -= due.isAttributed ? 1 : 0;
            }
            Change.Outcome outcome = isShown ? Change.Outcome.EXCUSED : Change.Outcome.NOT_EXCUSED;
            Answer answer = new Answer(outcome, NEVER, check == null ? List.of() : shown(check));
            decided.computeIfAbsent(answer, _ -> new ArrayList<>()).add(binding);
        }
        decided.forEach((answer, bindings) ->
                changes.add(docket.told(due.entry, nowMs, due.act, bindings, answer.outcome, null, answer.reasons)));
        return waiting;
    }

    /// Whether another provision may allow it: then nobody can say that it is forbidden.
    private static boolean isDoubtful(Condition unless, Check check) {
        return unless instanceof Condition.Allowed && check.truth() == Truth.UNKNOWN;
    }

    /// Whether nothing can show the exception any more, because it asks for something of him who acted, and nobody
    /// knows who did.
    private static boolean isLost(Check check) {
        if (check.parts().isEmpty()) {
            return check.reason().key().equals("actor-unknown");
        }
        return check.reason().key().equals("all-of")
                ? check.parts().stream().anyMatch(Excuses::isLost)
                : check.reason().key().equals("any-of")
                        && check.parts().stream().allMatch(Excuses::isLost);
    }

    /// What an exception shows and what it does not.
    private static List<Reason> shown(Check check) {
        List<Reason> reasons = new ArrayList<>();
        for (Check atom : check.atoms()) {
            String key = switch (atom.truth()) {
                case HOLDS -> "shown";
                case DOES_NOT_HOLD -> "not-shown";
                case UNKNOWN -> "unknown-excuses-nobody";
            };
            reasons.add(Reason.of(key, atom.text()));
            reasons.add(atom.reason());
        }
        return reasons;
    }

    /// Until when an exception may be shown: the longest span that it names, and the time that the parties have to
    /// reply, both from the moment at which the act is over and known.
    private long closes(Condition unless, long knownMs) {
        long spanMs = longest(unless);
        var clocks = board.agreement().clocks();
        Leaf<DurationPhrase> reply = clocks == null ? null : clocks.limits().get("reply");
        if (reply instanceof Leaf.Given<DurationPhrase>(DurationPhrase given)) {
            spanMs = Math.max(spanMs, Findings.longest(given));
        }
        return knownMs + spanMs;
    }

    static long longest(Condition condition) {
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) ->
                parts.stream().mapToLong(Excuses::longest).max().orElse(0);
            case Condition.AnyOf(List<Condition> parts) ->
                parts.stream().mapToLong(Excuses::longest).max().orElse(0);
            case Condition.Not(Condition part) -> longest(part);
            case Condition.Notice notice -> Findings.longest(notice.within());
            case Condition.OtherParty other -> Findings.longest(other.within());
            default -> 0;
        };
    }
}
