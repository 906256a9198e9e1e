package truceline.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Verifier;
import truceline.mission.Picture;

/// Whether a station has the private part of every key of its log that is in force: a checkpoint without the line
/// of one of them is believed by nobody. Refuses with `missing-key`.
final class SigningKeys {
    private SigningKeys() {}

    /// The keys in force of which the private part is not there.
    static List<Verifier> missing(List<Verifier> inForce, LogKeys own) {
        return inForce.stream()
                .filter(key -> own.verifiers().stream().noneMatch(each -> isSame(each, key)))
                .toList();
    }

    private static boolean isSame(Verifier one, Verifier other) {
        return one.text().equals(other.text());
    }

    /// Before a ledger is opened, which signs what it recovers. The locked checkpoint bears the line of every key
    /// that was in force; only where one of them is not there is the record asked whether it still is.
    ///
    /// @param leaving text of a key that is to be retired and need not be there, or null
    static void refuseBefore(Path folder, LogKeys own, @Nullable String leaving) throws IOException {
        Note locked;
        try {
            locked = Note.parse(Files.readAllBytes(folder.resolve("lock/checkpoint")));
        } catch (NoSuchFileException _) {
            return; // opening says what is missing
        }
        boolean isCovered = locked.lines().stream()
                .filter(line -> line.name().equals(own.origin()))
                .allMatch(line -> own.verifiers().stream().anyMatch(key -> key.owns(line)));
        if (!isCovered) {
            refuse(without(missing(FolderAudit.keys(folder, null), own), leaving), own);
        }
    }

    /// Once everything is folded, before anything more is signed.
    static void refuseAfter(Picture picture, LogKeys own, @Nullable String leaving) {
        refuse(without(missing(LogKeyChain.of(picture.logKeys()).inForce(), own), leaving), own);
    }

    private static List<Verifier> without(List<Verifier> keys, @Nullable String leaving) {
        return keys.stream().filter(key -> !key.text().equals(leaving)).toList();
    }

    /// Refuses where anything is missing.
    static void refuse(List<Verifier> missing, LogKeys own) {
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Verifier::toString).collect(Collectors.joining(", "));
            throw new Refusal(
                    "missing-key",
                    "the private part of " + names + " is missing, which is in force; there are " + own
                            + ". A checkpoint without its line is believed by nobody: copy it back into keys/");
        }
    }
}
