package truceline.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import truceline.finding.Act;
import truceline.finding.Objection;
import truceline.json.JsonException;
import truceline.mission.CannotCheck;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Mission;
import truceline.mission.PictureDigest;

/// Folds the entries of a ledger again and compares what the station said of them with what follows from
/// them.
///
/// Give the entries in order to {@link #entry}; ask for the outcome at the end. Not thread-safe.
public final class Recomputation {
    private final Mission mission = new Mission();
    private final Signatures signatures = new Signatures(mission);
    private final List<Difference> differences = new ArrayList<>();
    private final TreeSet<String> signedIds = new TreeSet<>();
    private long next;
    private long recomputed;
    private long differ;
    private long couldNotCheck;
    private boolean stopped;
    private final LogKeyChain chain = new LogKeyChain();

    /// What came of it.
    ///
    /// @param recomputed statements of the station that came out the same
    /// @param differ statements that came out otherwise
    /// @param couldNotCheck entries that this program does not know, with all that rests on them
    public record Outcome(long recomputed, long differ, long couldNotCheck, List<Difference> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /// Takes in the next entry.
    public void entry(long index, byte[] bytes) {
        if (stopped) {
            couldNotCheck++;
            return;
        }
        try {
            next = index;
            Entry entry = EntryText.read(bytes);
            if (!Arrays.equals(EntryText.write(entry), bytes)) {
                differences.add(new Difference(index, "", "not-canonical"));
            }
            for (String fault : signatures.faults(chain.origin(), entry)) {
                differs(index, fault);
            }
            if (entry instanceof Entry.Submitted submitted
                    && submitted.signed() != null
                    && !signedIds.add(submitted.id())) {
                differs(index, "submission-replayed");
            }
            switch (entry) {
                case Entry.KeyEntered key -> {
                    if (!chain.add(key)) {
                        differs(index, LogKeyChain.FAULT);
                    }
                }
                case Entry.Ticked tick -> compare(index, tick);
                case Entry.Stated stated when stated.statement().act() == Act.PUBLISH -> compare(index, stated);
                default -> {
                    // Nothing was said of it that could differ.
                }
            }
            mission.apply(index, entry);
        } catch (CannotCheck | JsonException e) {
            stopped = true;
            couldNotCheck++;
            differences.add(new Difference(next, "", "could-not-check: " + e.getMessage()));
        }
    }

    private void differs(long index, String what) {
        differ++;
        differences.add(new Difference(index, "", what));
    }

    public Outcome outcome() {
        return new Outcome(recomputed, differ, couldNotCheck, differences);
    }

    /// The mission as recomputed.
    public Mission mission() {
        return mission;
    }

    /// A publication must be of what is recomputed.
    private void compare(long index, Entry.Stated stated) {
        Objection objection = mission.objection(stated.statement(), stated.by(), stated.id(), stated.receivedMs());
        if (objection != null && objection.code().equals("digest-differs")) {
            differs(index, "finding-digest");
        } else {
            recomputed++;
        }
    }

    private void compare(long index, Entry.Ticked tick) {
        if (PictureDigest.of(mission.picture()).equals(tick.picture())) {
            recomputed++;
        } else {
            differs(index, "picture-digest");
        }
    }
}
