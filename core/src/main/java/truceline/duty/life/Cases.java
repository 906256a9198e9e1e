package truceline.duty.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Certainty;
import truceline.compliance.PlaceReason;
import truceline.compliance.ReadingParts;
import truceline.duty.Truth;

/// Holds each act against every prohibition of it, in every world. A case whose exception may still be shown stays open
/// until there is no time left to show it; what is decided is told and not kept. Of one thread.
final class Cases {
    private final Board board;
    private final ReadingParts parts;
    private final Matching matching;
    private final ActConditions exceptions;
    private final Severity severity;
    private final Memory memory;
    private final TreeMap<Verb, SequencedMap<String, List<List<Binding>>>> byVerb = new TreeMap<>();
    private final PriorityQueue<Open> open = new PriorityQueue<>((one, two) -> one.closesMs == two.closesMs
            ? Long.compare(one.number, two.number)
            : Long.compare(one.closesMs, two.closesMs));
    private long opened;

    /// A case that still may be excused.
    private record Open(long number, long closesMs, long entry, Evidence act, List<Binding> bindings) {}

    /// How sure it is in one world, and by whom it may have been.
    private record Fit(Certainty certainty, Binding binding, boolean isOfKnown) {}

    Cases(Board board, ReadingParts parts, Matching matching, ActConditions exceptions, Memory memory) {
        this.board = board;
        this.parts = parts;
        this.matching = matching;
        this.exceptions = exceptions;
        this.severity = new Severity(board.agreement(), parts, matching);
        this.memory = memory;
        read();
    }

    /// Compiles where every norm holds; again after a reading was settled.
    void read() {
        byVerb.clear();
        severity.read();
        for (Binding binding : board.all()) {
            var norm = binding.norm;
            binding.things = Matching.things(norm);
            var reader = binding.reader;
            var names = norm.where().isEmpty() ? norm.outOf().isEmpty() ? norm.into() : norm.outOf() : norm.where();
            boolean isLine =
                    !norm.verbs().isEmpty() && (binding.verb() == Verb.CROSS || binding.verb() == Verb.ADVANCE);
            binding.beyond = parts.beyond(names, reader.holder(), binding.actor, reader.settled());
            binding.where =
                    isLine ? binding.beyond : parts.zone(names, reader.holder(), binding.actor, reader.settled());
            binding.beyondForParties = !isLine || binding.actor != null
                    ? List.of()
                    : board.agreement().partyCodes().stream()
                            .map(party -> parts.beyond(names, reader.holder(), party, reader.settled()))
                            .toList();
            if (Course.isOfActs(norm)) {
                norm.verbs().forEach(verb -> index(verb, binding));
            }
        }
    }

    private void index(Verb verb, Binding binding) {
        List<List<Binding>> worlds = byVerb.computeIfAbsent(verb, _ -> new LinkedHashMap<>())
                .computeIfAbsent(binding.id(), _ -> {
                    List<List<Binding>> none = new ArrayList<>();
                    board.readers().forEach(_ -> none.add(new ArrayList<>()));
                    return none;
                });
        worlds.get(board.readers().indexOf(binding.reader)).add(binding);
    }

    /// Judges an act that was observed.
    void acted(long entry, Evidence act, long nowMs, List<Change> changes) {
        SequencedMap<String, List<List<Binding>>> provisions = byVerb.get(act.verb());
        if (provisions != null) {
            provisions.values().forEach(worlds -> judge(entry, act, worlds, nowMs, changes));
        }
    }

    private void judge(long entry, Evidence act, List<List<Binding>> worlds, long nowMs, List<Change> changes) {
        List<Fit> sure = new ArrayList<>(2);
        List<Fit> doubtful = new ArrayList<>(2);
        for (List<Binding> bound : worlds) {
            Fit fit = fit(act, bound);
            if (fit != null && fit.certainty == Certainty.YES) {
                sure.add(fit);
            } else if (fit != null && fit.certainty == Certainty.INDETERMINATE) {
                doubtful.add(fit);
            }
        }
        if (!doubtful.isEmpty()) {
            changes.add(judged(entry, act, doubtful, Change.Outcome.INDETERMINATE, doubts(act, worlds)));
        }
        if (!sure.isEmpty()) {
            candidate(entry, act, sure, nowMs, changes);
        }
    }

    /// The surest answer for those who may have done it. Where nobody knows who did, it is sure only if it is for
    /// everybody, and everybody is bound.
    private @Nullable Fit fit(Evidence act, List<Binding> bound) {
        Fit best = null;
        boolean isSureForAll = true;
        int parties = 0;
        for (Binding binding : bound) {
            boolean isHis = binding.actor == null || binding.actor.equals(act.by());
            if (!isHis && act.by() != null) {
                continue;
            }
            Certainty certainty = certainty(binding, act);
            parties +=
                    binding.actor != null ? 1 : board.agreement().partyCodes().size();
            isSureForAll &= certainty == Certainty.YES;
            if (best == null || certainty.compareTo(best.certainty) > 0) {
                best = new Fit(certainty, binding, isHis);
            }
        }
        if (best == null || best.certainty == Certainty.NO) {
            return null;
        }
        boolean isAnybodys = best.binding.actor == null;
        boolean isSure = act.by() != null
                || isAnybodys
                || isSureForAll && parties >= board.agreement().partyCodes().size();
        return isSure ? best : new Fit(Certainty.INDETERMINATE, best.binding, false);
    }

    Certainty certainty(Binding binding, Evidence act) {
        Certainty time = time(binding, act);
        if (time == Certainty.NO || matching.whom(binding.norm.whom(), act) == Certainty.NO) {
            return Certainty.NO;
        }
        Certainty where = where(binding, act).and(time);
        if (where == Certainty.NO) {
            return where;
        }
        return where.and(matching.things(binding.things, act));
    }

    /// Whether it was where the norm holds. Who crosses a line is beyond it on whichever side he is not at home; of him
    /// who holds a position and is not known, nobody can say on which side he is at home.
    private Certainty where(Binding binding, Evidence act) {
        if (binding.beyondForParties.isEmpty()) {
            return matching.where(binding.where, act);
        }
        int own = act.by() == null ? -1 : board.agreement().partyCodes().indexOf(act.by());
        if (own >= 0) {
            return matching.where(binding.beyondForParties.get(own), act);
        }
        Certainty beyondAny = Certainty.NO;
        Certainty beyondAll = Certainty.YES;
        for (ReadingParts.Ground ground : binding.beyondForParties) {
            Certainty beyond = matching.where(ground, act);
            beyondAny = beyondAny.or(beyond);
            beyondAll = beyondAll.and(beyond);
        }
        boolean isSure = act.verb() == Verb.CROSS || beyondAny == beyondAll;
        return isSure ? beyondAny : Certainty.INDETERMINATE;
    }

    /// The part of the ground that tells most of an act.
    private ReadingParts.@Nullable Ground ground(Binding binding, Evidence act) {
        List<ReadingParts.Ground> all = binding.beyondForParties;
        int own = act.by() == null ? -1 : board.agreement().partyCodes().indexOf(act.by());
        return all.isEmpty()
                ? binding.where
                : own >= 0
                        ? all.get(own)
                        : all.stream()
                                .max(Comparator.comparing(ground -> matching.where(ground, act)))
                                .orElseThrow();
    }

    private static Certainty time(Binding binding, Evidence act) {
        Long suspendedMs = binding.suspendedMs;
        boolean isStopped = suspendedMs != null && act.fromMs() >= suspendedMs;
        boolean waits = binding.phase == Phase.PENDING || binding.phase == Phase.EXCUSED;
        if (isStopped || waits || act.toMs() < binding.startMs || act.fromMs() >= binding.endMs) {
            return Certainty.NO;
        }
        return act.fromMs() >= binding.startMs && act.toMs() <= binding.endMs ? Certainty.YES : Certainty.INDETERMINATE;
    }

    private void candidate(long entry, Evidence act, List<Fit> sure, long nowMs, List<Change> changes) {
        Binding first = sure.getFirst().binding;
        Condition unless = first.norm.unless();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.place(matching.place(ground(first, act), act)));
        if (unless == null) {
            changes.add(judged(entry, act, sure, Change.Outcome.CANDIDATE, reasons));
            return;
        }
        Check check = exceptions.of(first, unless, act, nowMs);
        if (check.truth() == Truth.HOLDS) {
            changes.add(judged(entry, act, sure, Change.Outcome.EXCUSED, shown(check)));
            return;
        }
        long closesMs = closes(unless, act);
        reasons.addAll(shown(check));
        if (isDoubtful(unless, check)) {
            changes.add(judged(entry, act, sure, Change.Outcome.INDETERMINATE, reasons));
        } else if (closesMs > nowMs && !isLost(check)) {
            reasons.add(Reason.of("exception-open", Moments.utc(closesMs)));
            changes.add(judged(entry, act, sure, Change.Outcome.CANDIDATE, reasons));
            open.add(new Open(opened++, closesMs, entry, act, bindings(sure)));
        } else {
            changes.add(judged(entry, act, sure, Change.Outcome.CANDIDATE, reasons));
        }
    }

    private static List<Binding> bindings(List<Fit> fits) {
        List<Binding> bindings = new ArrayList<>(fits.size());
        fits.forEach(fit -> bindings.add(fit.binding));
        return bindings;
    }

    /// Whether another provision may allow it: then nobody can say that it is forbidden.
    private static boolean isDoubtful(Condition unless, Check check) {
        return unless instanceof Condition.Allowed && check.truth() == Truth.UNKNOWN;
    }

    /// Whether nothing can show the exception any more, because it asks for something of him who acted, and nobody
    /// knows
    /// who did.
    private static boolean isLost(Check check) {
        if (check.parts().isEmpty()) {
            return check.reason().key().equals("actor-unknown");
        }
        return check.reason().key().equals("all-of")
                ? check.parts().stream().anyMatch(Cases::isLost)
                : check.reason().key().equals("any-of")
                        && check.parts().stream().allMatch(Cases::isLost);
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
    /// reply.
    private long closes(Condition unless, Evidence act) {
        long spanMs = longest(unless);
        var clocks = board.agreement().clocks();
        Leaf<DurationPhrase> reply = clocks == null ? null : clocks.limits().get("reply");
        if (reply instanceof Leaf.Given<DurationPhrase>(DurationPhrase given)) {
            spanMs = Math.max(spanMs, Findings.longest(given));
        }
        return act.toMs() + spanMs;
    }

    static long longest(Condition condition) {
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) ->
                parts.stream().mapToLong(Cases::longest).max().orElse(0);
            case Condition.AnyOf(List<Condition> parts) ->
                parts.stream().mapToLong(Cases::longest).max().orElse(0);
            case Condition.Not(Condition part) -> longest(part);
            case Condition.Notice notice -> Findings.longest(notice.within());
            case Condition.OtherParty other -> Findings.longest(other.within());
            default -> 0;
        };
    }

    /// Closes every case whose time to show an exception has run out by then.
    void close(long nowMs, List<Change> changes) {
        while (!open.isEmpty() && open.element().closesMs <= nowMs) {
            Open due = open.remove();
            decide(due, due.closesMs, true, changes);
        }
    }

    long nextMs() {
        return open.isEmpty() ? Long.MAX_VALUE : open.element().closesMs;
    }

    /// Looks again at the cases of one act, because somebody spoke of it.
    void look(String incident, long nowMs, List<Change> changes) {
        List<Open> own = open.stream()
                .filter(each -> each.act.id().equals(incident))
                .sorted((one, two) -> Long.compare(one.number, two.number))
                .toList();
        for (Open each : own) {
            if (decide(each, nowMs, false, changes)) {
                open.remove(each);
            }
        }
    }

    private boolean decide(Open due, long nowMs, boolean isLast, List<Change> changes) {
        Binding first = due.bindings.getFirst();
        Condition unless = first.norm.unless();
        Check check = unless == null ? null : exceptions.of(first, unless, due.act, nowMs);
        boolean isShown = check != null && check.truth() == Truth.HOLDS;
        if (!isShown && !isLast) {
            return false;
        }
        List<Fit> fits = new ArrayList<>(due.bindings.size());
        due.bindings.forEach(binding -> fits.add(new Fit(Certainty.YES, binding, true)));
        Change.Outcome outcome = isShown ? Change.Outcome.EXCUSED : Change.Outcome.NOT_EXCUSED;
        changes.add(told(due.entry, nowMs, due.act, fits, outcome, null, check == null ? List.of() : shown(check)));
        if (isLast) {
            memory.words.forget(due.act.id());
        }
        return true;
    }

    private List<Reason> doubts(Evidence act, List<List<Binding>> worlds) {
        List<Reason> reasons = new ArrayList<>();
        for (Binding binding : worlds.getFirst()) {
            if (act.by() != null && binding.actor != null && !binding.actor.equals(act.by())) {
                continue;
            }
            ReadingParts.Ground ground = ground(binding, act);
            List<String> lines = ground == null ? List.of() : ground.from();
            reasons.add(Reason.placeFor(binding.who, matching.place(ground, act), lines));
        }
        if (act.by() == null) {
            reasons.add(Reason.of("actor-unknown"));
        }
        return reasons;
    }

    private Change judged(long entry, Evidence act, List<Fit> fits, Change.Outcome outcome, List<Reason> reasons) {
        boolean isCase = outcome != Change.Outcome.INDETERMINATE;
        Severity.Grade grade = isCase ? severity.of(fits.getFirst().binding, act, true) : null;
        if (isCase) {
            for (Fit fit : fits) {
                count(fit.binding, act);
            }
        }
        return told(entry, act.fromMs(), act, fits, outcome, grade, reasons);
    }

    /// Counts a case for him who did it, or where nobody knows who did, for all that the provision binds.
    void count(Binding binding, Evidence act) {
        if (act.by() != null) {
            binding.cases++;
        } else {
            board.of(binding.reader, binding.id()).forEach(each -> each.unnamed++);
        }
    }

    /// Keeps a change in the trace of those whom it concerns.
    void remember(Binding binding, Evidence act, Change change) {
        if (act.by() != null) {
            binding.remember(change);
        } else {
            board.of(binding.reader, binding.id()).forEach(each -> each.remember(change));
        }
    }

    private Change told(
            long entry,
            long atMs,
            Evidence act,
            List<Fit> fits,
            Change.Outcome outcome,
            Severity.@Nullable Grade grade,
            List<Reason> reasons) {
        List<String> worlds = new ArrayList<>();
        fits.forEach(fit -> worlds.addAll(fit.binding.reader.names()));
        Change change = new Change.Judged(
                entry,
                atMs,
                fits.getFirst().binding.id(),
                act.id(),
                act.by(),
                worlds,
                outcome,
                grade == null ? null : grade.level(),
                grade == null ? null : grade.row(),
                reasons);
        fits.forEach(fit -> remember(fit.binding, act, change));
        return change;
    }

    /// Judges an act that a body attributed; tells which provisions it breaches, by world.
    Map<Reader, List<String>> found(Occurrence.Found found, List<Change> changes, Map<Reader, Severity.Grade> grades) {
        Evidence act = found.evidence().by(found.against());
        Map<Reader, List<String>> breached = new LinkedHashMap<>();
        SequencedMap<String, List<List<Binding>>> provisions = byVerb.get(act.verb());
        if (provisions == null) {
            return breached;
        }
        for (List<List<Binding>> worlds : provisions.values()) {
            List<Fit> sure = new ArrayList<>();
            for (List<Binding> bound : worlds) {
                Fit fit = fit(act, bound);
                if (fit != null && fit.certainty == Certainty.YES) {
                    sure.add(fit);
                    attribute(fit.binding, found, bound);
                    breached.computeIfAbsent(fit.binding.reader, _ -> new ArrayList<>())
                            .add(fit.binding.id());
                }
            }
            if (!sure.isEmpty()) {
                Severity.Grade grade = severity.of(sure.getFirst().binding, act, false);
                for (Fit fit : sure) {
                    if (grade != null) {
                        grades.merge(
                                fit.binding.reader,
                                grade,
                                (one, two) -> two.level().compareTo(one.level()) > 0 ? two : one);
                    }
                }
                Reason by = Reason.of("attributed", String.valueOf(act.by()));
                changes.add(
                        told(found.entry(), act.fromMs(), act, sure, Change.Outcome.ATTRIBUTED, grade, List.of(by)));
            }
        }
        return breached;
    }

    /// An attributed case is one of that party; where it was counted for all, because nobody knew who it was, no more.
    private void attribute(Binding binding, Occurrence.Found found, List<Binding> bound) {
        Evidence observed = found.evidence();
        binding.attributed++;
        if (observed.by() == null) {
            binding.cases++;
            Fit before = fit(observed, bound);
            Condition unless = binding.norm.unless();
            boolean wasDoubtful =
                    unless != null && isDoubtful(unless, exceptions.of(binding, unless, observed, found.knownMs()));
            if (before != null && before.certainty == Certainty.YES && !wasDoubtful) {
                board.of(binding.reader, binding.id()).forEach(each -> each.unnamed = Math.max(0, each.unnamed - 1));
            }
        }
        binding.cases = Math.max(binding.cases, binding.attributed);
    }

    /// Whether a thing is where a duty or prohibition says that it may not be.
    Certainty isMisplaced(Binding binding, Evidence thing) {
        Modal modal = binding.norm.modal();
        Certainty what = matching.things(binding.things, thing);
        if (what == Certainty.NO || modal == null) {
            return Certainty.NO;
        }
        Certainty inside = matching.where(binding.where, thing);
        if (binding.verb() == Verb.GATHER) {
            return what.and(not(inside));
        }
        ReadingParts.Ground beyond = binding.beyond;
        boolean withBeyond = modal == Modal.MUST && beyond != null && beyond.zone() != null && thing.by() != null;
        return what.and(withBeyond ? inside.or(matching.where(beyond, thing)) : inside);
    }

    private static Certainty not(Certainty certainty) {
        return switch (certainty) {
            case YES -> Certainty.NO;
            case NO -> Certainty.YES;
            case INDETERMINATE -> Certainty.INDETERMINATE;
        };
    }

    List<PlaceReason> place(Binding binding, Evidence thing) {
        return matching.place(binding.where, thing);
    }

    Severity severity() {
        return severity;
    }
}
