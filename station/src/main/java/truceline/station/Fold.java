package truceline.station;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import truceline.json.JsonException;
import truceline.mission.CannotCheck;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.LedgerStore;

/// The mission as of everything durable, and beside it where each submission and statement stands by its id.
///
/// The ids are a convenience made anew at every start: whoever answers by them reads the entry again. One thread
/// applies, in the order of the ledger; any may ask.
final class Fold {
    private final ReentrantLock lock = new ReentrantLock();
    private final Mission mission;
    private final LedgerStore ledger;
    private final long restored;
    private boolean recalled;
    private final IdIndex submissions = new IdIndex();
    private final IdIndex statements = new IdIndex();
    private final Set<String> conflicts = new HashSet<>();

    /// @param mission what a snapshot restored, or a new one
    /// @param ledger read again where something is asked for by an id from before the snapshot
    Fold(Mission mission, LedgerStore ledger) {
        this.mission = mission;
        this.ledger = ledger;
        this.restored = mission.size();
        mission.picture()
                .submissions()
                .values()
                .forEach(each -> submissions.add(each.entered().id(), each.index()));
    }

    /// Entries taken in.
    long size() {
        return ask(Mission::size);
    }

    /// Takes in the entry at `index`, which must be the next one.
    void apply(long index, byte[] bytes) {
        Entry entry;
        try {
            entry = EntryText.read(bytes);
        } catch (JsonException e) {
            throw new CannotCheck(index, String.valueOf(e.getMessage()));
        }
        lock.lock();
        try {
            mission.apply(index, entry);
            remember(index, entry);
        } finally {
            lock.unlock();
        }
    }

    /// Asks the mission while nothing is applied to it.
    <T> T ask(Function<Mission, T> question) {
        lock.lock();
        try {
            return question.apply(mission);
        } finally {
            lock.unlock();
        }
    }

    Picture picture() {
        return ask(Mission::picture);
    }

    /// Index of the entry of the submission with that id, where there is one.
    OptionalLong findSubmission(String id) {
        return find(submissions, id);
    }

    /// Index of the entry of the statement with that id, where there is one.
    OptionalLong findStatement(String id) {
        recall();
        return find(statements, id);
    }

    private OptionalLong find(IdIndex indexes, String id) {
        lock.lock();
        try {
            return indexes.find(id);
        } finally {
            lock.unlock();
        }
    }

    /// Whether a conflict with that signature is in the record.
    boolean hasConflict(String signature) {
        recall();
        lock.lock();
        try {
            return conflicts.contains(signature);
        } finally {
            lock.unlock();
        }
    }

    /// Reads once what a snapshot does not hold: ids of statements and signatures of conflicts from before it.
    private synchronized void recall() {
        if (recalled) {
            return;
        }
        ledger.forEach(0, restored, (index, bytes) -> {
            String type = EntryLine.type(bytes);
            if (type.equals("statement") || type.equals("conflict")) {
                lock.lock();
                try {
                    remember(index, EntryText.read(bytes));
                } finally {
                    lock.unlock();
                }
            }
        });
        recalled = true;
    }

    private void remember(long index, Entry entry) {
        switch (entry) {
            case Entry.Submitted submitted -> submissions.add(submitted.id(), index);
            case Entry.Stated stated -> statements.add(stated.id(), index);
            case Entry.Conflicted conflicted ->
                conflicts.add(conflicted.signed().signature());
            default -> {
                // Nothing else is asked for by an id.
            }
        }
    }

    /// The mission itself, for whoever holds the writing lane and has settled it.
    Mission settled() {
        return mission;
    }
}
