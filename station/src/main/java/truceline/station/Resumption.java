package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Policy;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.Restored;

/// Whether a station that came back from a backup may sign again: only once enough witnesses of the policy in its
/// record say, asked now, that they have seen no more of the ledger than it holds. Enough is the policy's quorum,
/// of which any two share an honest witness, so that nothing that was ever sealed is overlooked. What a witness
/// signed earlier, and somebody kept, says nothing about what it has seen since.
///
/// A station that was never restored does not ask this: acceptance depends on no witness.
final class Resumption {
    /// A cosignature that is older than this could have been given before the backup was restored.
    private static final long FRESH_SECONDS = 600;

    private static final String OR_ELSE =
            "; where it is sure that nobody holds a newer checkpoint, restore again with --nobody-holds-newer";

    private Resumption() {}

    /// Asks the witnesses of a folder that waits, and takes the mark from it.
    ///
    /// @param log the keys of the log
    /// @throws Refusal `restored` where too few answer, or too few are named; `rolled-back` where one shows that
    ///     the log signed more
    static void confirm(Path folder, Settings settings, LogKeys log, Clock clock) throws IOException {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        Policy policy = policy(folder);
        if (policy == null || settings.witnesses().isEmpty()) {
            throw waits(
                    folder,
                    "No witness can be asked: " + (policy == null ? "no policy is in force" : "the settings name none")
                            + OR_ELSE);
        }
        long nowSeconds = clock.nowMs() / 1000;
        List<Note.Line> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Countersigning.Gained each : Countersigning.afresh(ledger, policy, settings.witnesses(), clock.nowMs())) {
            WitnessRow row = each.row();
            if (each.seen() > ledger.size()) {
                refuseShown(settings, ledger, log);
            }
            if (each.line() == null) {
                others.add(row.name() + " (" + row.answer() + ")");
            } else if (Math.abs(row.cosignedSeconds() - nowSeconds) > FRESH_SECONDS) {
                others.add(row.name() + " (its clock is far from this one)");
            } else {
                lines.add(each.line());
            }
        }
        if (!isEnough(policy, ledger.note(), lines)) {
            throw waits(
                    folder,
                    "Too few witnesses of its policy say that they have seen no more. Not among them: "
                            + String.join(", ", others) + ". Start again once more of them answer" + OR_ELSE);
        }
        Restored.confirm(folder);
    }

    /// A size is a word that nobody signed: whoever has seen more can show what the log signed. One that shows
    /// nothing has confirmed nothing either.
    private static void refuseShown(Settings settings, ReadOnlyLedger ledger, LogKeys log) {
        try (WitnessMemory memory = WitnessMemory.ask(settings)) {
            memory.check(ledger, log);
        }
    }

    private static Refusal waits(Path folder, String why) {
        return new Refusal(
                "restored",
                folder + " was restored from a backup and signs nothing before it is sure that nobody holds more. "
                        + why);
    }

    /// The policy in force in a folder, or null.
    static @Nullable Policy policy(Path folder) throws IOException {
        return WitnessPolicy.find(
                ReadOnlyStation.open(folder, new At.Now()).picture().policy());
    }

    /// Whether these cosignatures alone, whatever else stands on the note, make the policy's quorum.
    private static boolean isEnough(Policy policy, Note note, List<Note.Line> lines) {
        List<Note.Line> all = new ArrayList<>(note.lines().stream()
                .filter(line -> policy.witnesses().stream()
                        .noneMatch(witness -> witness.key().owns(line)))
                .toList());
        all.addAll(lines);
        try {
            return policy.standing(new Note(note.text(), all)).level() != Policy.Level.ACCEPTED;
        } catch (LedgerException _) {
            return false;
        }
    }
}
