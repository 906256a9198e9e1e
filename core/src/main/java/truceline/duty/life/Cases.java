package truceline.duty.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Certainty;
import truceline.compliance.PlaceReason;
import truceline.compliance.ReadingParts;

/// Holds each act against every prohibition of it, in every world. What is decided is told and not kept, except where
/// an exception was shown, or still may be. Of one thread.
final class Cases {
    private final Board board;
    private final ReadingParts parts;
    private final Matching matching;
    private final Excuses excuses;
    private final Docket docket;
    private final Severity severity;
    private final TreeMap<Verb, SequencedMap<String, List<List<Binding>>>> byVerb = new TreeMap<>();
    /// How sure it is in one world, and by whom it may have been.
    private record Fit(Certainty certainty, Binding binding) {}

    /// What is told alike of several worlds.
    private record Told(Excuses.Answer answer, Severity.@Nullable Grade grade) {}

    Cases(Board board, ReadingParts parts, Matching matching, Excuses excuses, Docket docket) {
        this.board = board;
        this.parts = parts;
        this.matching = matching;
        this.excuses = excuses;
        this.docket = docket;
        this.severity = new Severity(board.agreement(), parts, matching);
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
        SequencedMap<List<Reason>, List<Binding>> doubtful = new LinkedHashMap<>();
        for (List<Binding> bound : worlds) {
            Fit fit = fit(act, bound);
            if (fit != null && fit.certainty == Certainty.YES) {
                sure.add(fit);
            } else if (fit != null && fit.certainty == Certainty.INDETERMINATE) {
                doubtful.computeIfAbsent(doubts(act, bound), _ -> new ArrayList<>(2))
                        .add(fit.binding);
            }
        }
        doubtful.forEach((reasons, bindings) -> changes.add(
                docket.told(entry, act.fromMs(), act, bindings, Change.Outcome.INDETERMINATE, null, reasons)));
        candidate(entry, act, sure, nowMs, changes);
    }

    /// The surest answer for those who may have done it. Where nobody knows who did, it is sure only if it is for
    /// everybody, and everybody is bound.
    private @Nullable Fit fit(Evidence act, List<Binding> bound) {
        Fit best = null;
        boolean isSureForAll = true;
        int parties = 0;
        for (Binding binding : bound) {
            if (act.by() != null && binding.actor != null && !binding.actor.equals(act.by())) {
                continue;
            }
            Certainty certainty = certainty(binding, act);
            parties +=
                    binding.actor != null ? 1 : board.agreement().partyCodes().size();
            isSureForAll &= certainty == Certainty.YES;
            if (best == null || certainty.compareTo(best.certainty) > 0) {
                best = new Fit(certainty, binding);
            }
        }
        if (best == null || best.certainty == Certainty.NO) {
            return null;
        }
        boolean isAnybodys = best.binding.actor == null;
        boolean isSure = act.by() != null
                || isAnybodys
                || isSureForAll && parties >= board.agreement().partyCodes().size();
        return isSure ? best : new Fit(Certainty.INDETERMINATE, best.binding);
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

    /// Judges a sure case in each world by the reading of that world; what is the same is told once.
    private void candidate(long entry, Evidence act, List<Fit> sure, long nowMs, List<Change> changes) {
        SequencedMap<Told, List<Binding>> told = new LinkedHashMap<>();
        boolean isNew = true;
        for (Fit fit : sure) {
            Reason place = Reason.place(matching.place(ground(fit.binding, act), act));
            Excuses.Answer answer = excuses.of(fit.binding, act, place, nowMs);
            Severity.Grade grade = null;
            if (answer.outcome() == Change.Outcome.CANDIDATE) {
                grade = severity.of(fit.binding, act, isNew);
                isNew = false;
                docket.count(fit.binding, act);
            }
            told.computeIfAbsent(new Told(answer, grade), _ -> new ArrayList<>(2))
                    .add(fit.binding);
        }
        told.forEach((each, bindings) -> {
            Excuses.Answer answer = each.answer;
            changes.add(
                    docket.told(entry, act.fromMs(), act, bindings, answer.outcome(), each.grade, answer.reasons()));
            if (answer.closesMs() != Excuses.NEVER) {
                excuses.keep(answer.closesMs(), entry, act, bindings);
            }
        });
    }

    private List<Reason> doubts(Evidence act, List<Binding> bound) {
        List<Reason> reasons = new ArrayList<>();
        for (Binding binding : bound) {
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

    /// Judges an act that a body attributed; tells which provisions it breaches, by world. What is excused breaches
    /// nothing.
    Map<Reader, List<String>> found(Occurrence.Found found, List<Change> changes, Map<Reader, Severity.Grade> grades) {
        Evidence act = found.evidence().by(found.against());
        Map<Reader, List<String>> breached = new LinkedHashMap<>();
        SequencedMap<String, List<List<Binding>>> provisions = byVerb.get(act.verb());
        if (provisions == null) {
            return breached;
        }
        for (List<List<Binding>> worlds : provisions.values()) {
            SequencedMap<Told, List<Binding>> told = new LinkedHashMap<>();
            for (List<Binding> bound : worlds) {
                Fit fit = fit(act, bound);
                if (fit == null || fit.certainty != Certainty.YES) {
                    continue;
                }
                Told own = attribute(fit.binding, found, act, bound);
                told.computeIfAbsent(own, _ -> new ArrayList<>(2)).add(fit.binding);
                if (own.answer.outcome() == Change.Outcome.ATTRIBUTED) {
                    Reader reader = fit.binding.reader;
                    breached.computeIfAbsent(reader, _ -> new ArrayList<>()).add(fit.binding.id());
                    graver(grades, reader, own.grade);
                }
            }
            told.forEach((each, bindings) -> changes.add(docket.told(
                    found.entry(),
                    act.fromMs(),
                    act,
                    bindings,
                    each.answer.outcome(),
                    each.grade,
                    each.answer.reasons())));
        }
        return breached;
    }

    private static void graver(Map<Reader, Severity.Grade> grades, Reader reader, Severity.@Nullable Grade grade) {
        if (grade != null) {
            grades.merge(reader, grade, (one, two) -> two.level().compareTo(one.level()) > 0 ? two : one);
        }
    }

    /// An attributed case is one of that party; where it was counted for all, because nobody knew who it was, no more.
    private Told attribute(Binding binding, Occurrence.Found found, Evidence act, List<Binding> bound) {
        Evidence observed = found.evidence();
        boolean wasCounted = wasCounted(binding, found, bound);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("attributed", String.valueOf(act.by())));
        List<Reason> excuse = excuses.excuse(binding, observed, act, wasCounted, found.knownMs());
        if (excuse != null) {
            reasons.addAll(excuse);
            return new Told(new Excuses.Answer(Change.Outcome.EXCUSED, Excuses.NEVER, reasons), null);
        }
        binding.attributed++;
        if (observed.by() == null) {
            binding.cases++;
            if (wasCounted) {
                docket.discount(binding, observed);
            }
        }
        binding.cases = Math.max(binding.cases, binding.attributed);
        Excuses.Answer answer = new Excuses.Answer(Change.Outcome.ATTRIBUTED, Excuses.NEVER, reasons);
        return new Told(answer, severity.of(binding, act, false));
    }

    private boolean wasCounted(Binding binding, Occurrence.Found found, List<Binding> bound) {
        Fit before = fit(found.evidence(), bound);
        return before != null
                && (found.evidence().by() == null || before.binding == binding)
                && before.certainty == Certainty.YES
                && !excuses.wasDoubtful(binding, found.evidence(), found.knownMs());
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
