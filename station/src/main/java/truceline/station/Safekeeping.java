package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Verifier;
import truceline.store.Backup;
import truceline.store.CopyFolder;
import truceline.store.VaultCopy;

/// Backs up a station: record and received files to one folder, the vault to another. What was shredded or
/// discarded in
/// the station leaves these copies too; what the record names and the station lost stays in them. The station
/// may go on
/// meanwhile.
public final class Safekeeping {
    private Safekeeping() {}

    /// What was done.
    public record Result(Backup.Result record, VaultCopy.Result vault) {
        /// Whether both copies hold, byte for byte, what they should.
        public boolean isWhole() {
            return record.isWhole() && vault.bad().isEmpty();
        }
    }

    /// Backs up a station.
    ///
    /// @param vault folder for the copy of the vault; null to leave the vault out
    /// @throws truceline.intake.Refusal where there is no ledger
    /// @throws truceline.ledger.LedgerException as [CopyFolder#check], for both folders before either is changed,
    ///     [Backup#run] and [VaultCopy#run]
    public static Result run(Path station, Path copy, @Nullable Path vault) throws IOException {
        List<Verifier> everInForce = FolderAudit.everInForce(station, null);
        Verifier first = everInForce.getFirst();
        CopyFolder recordCopy = CopyFolder.check(CopyFolder.Kind.RECORD, copy, station, vault, first);
        CopyFolder vaultCopy =
                vault == null ? null : CopyFolder.check(CopyFolder.Kind.VAULT, vault, station, copy, first);
        Named named = new Named(station);
        Backup.Result record = Backup.run(
                station, recordCopy, FolderAudit.keys(station, null), everInForce, Settings.FILE, named.unless(true));
        VaultCopy.Result kept = vaultCopy == null
                ? VaultCopy.Result.NONE
                : VaultCopy.run(station.resolve("vault"), vaultCopy, named.unless(false));
        return new Result(record, kept);
    }

    /// What the record names, read only once it is asked for: that takes a fold of the whole record.
    private static final class Named {
        private final Path station;
        private @Nullable Set<String> names;
        private @Nullable Set<String> shredded;

        private Named(Path station) {
            this.station = station;
        }

        /// @param isFile whether what was decided to be shredded does not count: of a received file that is
        /// public
        ///     nothing is left, of all else an empty key stays
        private Predicate<String> unless(boolean isFile) {
            return name -> names().contains(name) && !(isFile && shredded().contains(name));
        }

        private Set<String> names() {
            Set<String> known = names;
            if (known == null) {
                read();
                known = names;
            }
            return known == null ? Set.of() : known;
        }

        private Set<String> shredded() {
            Set<String> known = shredded;
            return known == null ? Set.of() : known;
        }

        private void read() {
            try {
                ReadOnlyStation read = ReadOnlyStation.open(station, new At.Now());
                names = Shredder.named(station, read.ledger(), read.picture());
                shredded = Shredder.shredded(station, read.ledger(), read.picture());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
