package truceline.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import truceline.finding.Act;
import truceline.finding.Objection;
import truceline.finding.Person;
import truceline.json.JsonException;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Verifier;
import truceline.mission.CannotCheck;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Mission;
import truceline.mission.PictureDigest;
import truceline.mission.StatementText;

/// Folds the entries of a ledger again and compares what the station said of them with what follows from them.
///
/// Give the entries in order to {@link #entry}; ask for the outcome at the end. Not thread-safe.
public final class Recomputation {
    private final Mission mission = new Mission();
    private final List<Difference> differences = new ArrayList<>();
    private long next;
    private long recomputed;
    private long differ;
    private long couldNotCheck;
    private boolean stopped;
    private String origin = "";

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
            switch (entry) {
                case Entry.KeyEntered key when key.role().equals("log") -> origin = nameOf(key.key());
                case Entry.Ticked tick -> compare(index, tick);
                case Entry.Stated stated -> compare(index, stated);
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

    public Outcome outcome() {
        return new Outcome(recomputed, differ, couldNotCheck, differences);
    }

    /// The mission as recomputed.
    public Mission mission() {
        return mission;
    }

    private static String nameOf(String key) {
        int plus = key.indexOf('+');
        return plus < 0 ? key : key.substring(0, plus);
    }

    /// A statement must bear its signer's signature; a publication must be of what is recomputed.
    private void compare(long index, Entry.Stated stated) {
        Person person = mission.picture().docket().persons().get(stated.by());
        String text = StatementText.of(origin, stated.id(), stated.statement());
        if (person == null || !isSigned(text, person.key(), stated.signature())) {
            differ++;
            differences.add(new Difference(index, "", "statement-signature"));
        }
        if (stated.statement().act() == Act.PUBLISH) {
            Objection objection = mission.objection(stated.statement(), stated.by(), stated.id(), stated.receivedMs());
            if (objection != null && objection.code().equals("digest-differs")) {
                differ++;
                differences.add(new Difference(index, "", "finding-digest"));
            } else {
                recomputed++;
            }
        }
    }

    private static boolean isSigned(String text, String key, String signature) {
        try {
            return SignedText.verify(text, Verifier.parse(key), signature);
        } catch (LedgerException _) {
            return false;
        }
    }

    private void compare(long index, Entry.Ticked tick) {
        if (PictureDigest.of(mission.picture()).equals(tick.picture())) {
            recomputed++;
        } else {
            differ++;
            differences.add(new Difference(index, "", "picture-digest"));
        }
    }
}
