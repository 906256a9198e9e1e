package truceline.duty.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.ObjectClass;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Certainty;
import truceline.duty.life.Change.Outcome;

/// Holds things that were seen against duties to take them away and against prohibitions to keep them, and against the
/// lists on which they stand. Of one thread.
final class Sightings {
    private final Board board;
    private final Memory memory;
    private final Cases cases;
    private final Docket docket;
    private final SequencedMap<String, List<List<Binding>>> byProvision = new LinkedHashMap<>();

    Sightings(Board board, Memory memory, Cases cases, Docket docket) {
        this.board = board;
        this.memory = memory;
        this.cases = cases;
        this.docket = docket;
        read();
    }

    /// Finds what rests on things that are seen; again after a reading was settled.
    void read() {
        byProvision.clear();
        for (Binding binding : board.all()) {
            binding.listId = list(binding);
            if (isOfThings(binding)) {
                int world = board.readers().indexOf(binding.reader);
                byProvision
                        .computeIfAbsent(binding.id(), _ -> {
                            List<List<Binding>> none = new ArrayList<>();
                            board.readers().forEach(_ -> none.add(new ArrayList<>()));
                            return none;
                        })
                        .get(world)
                        .add(binding);
            }
        }
    }

    private @Nullable String list(Binding binding) {
        for (var what : binding.norm.what()) {
            ObjectClass declared = board.agreement().classes().get(what.name());
            if (declared != null && declared.list() != null) {
                return declared.list();
            }
        }
        return null;
    }

    private static boolean isOfThings(Binding binding) {
        Modal modal = binding.norm.modal();
        if (modal == null || modal == Modal.MAY) {
            return false;
        }
        Verb verb = binding.verb();
        return modal == Modal.MUST
                ? verb == Verb.WITHDRAW || verb == Verb.LEAVE || verb == Verb.REMOVE || verb == Verb.GATHER
                : verb == Verb.KEEP || verb == Verb.DEPLOY;
    }

    /// Judges a thing that was seen; gives the bindings that may stand otherwise now.
    List<Binding> seen(long entry, Evidence thing, List<Change> changes) {
        List<Binding> touched = new ArrayList<>();
        for (List<List<Binding>> worlds : byProvision.values()) {
            List<Binding> sure = new ArrayList<>();
            List<Binding> doubtful = new ArrayList<>();
            for (List<Binding> bound : worlds) {
                judge(bound, thing, sure, doubtful, touched);
            }
            tell(entry, thing, sure, Outcome.CANDIDATE, changes);
            tell(entry, thing, doubtful, Outcome.INDETERMINATE, changes);
        }
        String owner = thing.by();
        if (owner != null) {
            for (String known : thing.known()) {
                Provision list = board.agreement().findProvision(known).orElse(null);
                if (list != null) {
                    memory.stocks.seen(known, owner, thing.id(), thing.fromMs());
                    tellStock(entry, known, owner, thing.fromMs(), changes);
                }
            }
        }
        return touched;
    }

    private void judge(
            List<Binding> bound, Evidence thing, List<Binding> sure, List<Binding> doubtful, List<Binding> touched) {
        boolean isSureForAll = true;
        Binding best = null;
        Certainty surest = Certainty.NO;
        for (Binding binding : bound) {
            boolean isHis = binding.actor == null || binding.actor.equals(thing.by());
            if (!isHis && thing.by() != null) {
                continue;
            }
            Certainty misplaced = cases.isMisplaced(binding, thing);
            if (misplaced == Certainty.NO && thing.by() != null && binding.present.remove(thing.id()) != null) {
                touched.add(binding);
            }
            Certainty breach = isBreachable(binding, thing) ? misplaced : Certainty.NO;
            isSureForAll &= breach == Certainty.YES;
            if (breach.compareTo(surest) > 0) {
                surest = breach;
                best = binding;
            }
        }
        if (best == null) {
            return;
        }
        boolean isSure = surest == Certainty.YES
                && (thing.by() != null || best.actor == null || isSureForAll && bound.size() > 1);
        if (!isSure) {
            doubtful.add(best);
        } else if (thing.by() == null && best.actor != null || best.present.put(thing.id(), thing.fromMs()) == null) {
            sure.add(best);
            touched.add(best);
        }
    }

    /// From when on it is a breach to be there: while it is forbidden; after it was to be gone; after it had gone.
    private static boolean isBreachable(Binding binding, Evidence thing) {
        if (binding.phase == Phase.PENDING
                || binding.phase == Phase.HELD
                || binding.phase == Phase.EXCUSED
                || binding.phase == Phase.SUSPENDED
                || binding.phase == Phase.CLOSED) {
            return false;
        }
        if (binding.norm.modal() == Modal.MUST_NOT) {
            return thing.fromMs() >= binding.startMs && thing.toMs() <= binding.endMs;
        }
        Long doneMs = binding.doneMs;
        Long dueMs = binding.dueMs;
        return doneMs != null && thing.fromMs() >= doneMs || dueMs != null && thing.fromMs() >= dueMs;
    }

    private void tell(long entry, Evidence thing, List<Binding> bindings, Outcome outcome, List<Change> changes) {
        if (bindings.isEmpty()) {
            return;
        }
        Binding first = bindings.getFirst();
        List<Reason> reasons = new ArrayList<>();
        for (Binding each : thing.by() == null ? board.of(first.reader, first.id()) : List.of(first)) {
            List<String> lines = each.where == null ? List.of() : each.where.from();
            reasons.add(Reason.placeFor(each.who, cases.place(each, thing), lines));
        }
        if (thing.by() == null) {
            reasons.add(Reason.of("actor-unknown"));
        }
        Severity.Grade grade = outcome == Outcome.CANDIDATE ? cases.severity().of(first, thing, true) : null;
        List<String> worlds = new ArrayList<>();
        bindings.forEach(binding -> worlds.addAll(binding.reader.names()));
        Change change = new Change.Judged(
                entry,
                thing.fromMs(),
                first.id(),
                thing.id(),
                thing.by(),
                worlds,
                outcome,
                grade == null ? null : grade.level(),
                grade == null ? null : grade.row(),
                reasons);
        for (Binding binding : bindings) {
            if (outcome == Outcome.CANDIDATE) {
                docket.count(binding, thing);
            }
            docket.remember(binding, thing, change);
        }
        changes.add(change);
    }

    /// Tells what of a list is unaccounted for, where that has changed.
    void tellStock(long entry, String provision, String of, long atMs, List<Change> changes) {
        Stocks.Unaccounted news = memory.stocks.news(provision, of);
        if (news == null) {
            return;
        }
        List<String> worlds = new ArrayList<>();
        board.readers().forEach(reader -> worlds.addAll(reader.names()));
        Change change = new Change.Judged(
                entry,
                atMs,
                provision,
                provision + "/" + of,
                of,
                worlds,
                Outcome.UNACCOUNTED,
                null,
                null,
                List.of(
                        Reason.of("list-declared", news.declared()),
                        Reason.of("list-counted", news.counted(), news.elsewhere(), news.missing())));
        changes.add(change);
    }
}
