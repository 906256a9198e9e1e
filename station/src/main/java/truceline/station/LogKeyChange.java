package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// Hands the log over from key to key: a new one enters beside those in force and all sign each
/// checkpoint; then an old one is retired. The station must not be open elsewhere.
///
/// The private part is kept before the entry is made and deleted after it. Broken off between, a key signs
/// one checkpoint more than it must, and the same call ends the matter.
public final class LogKeyChange {
    private LogKeyChange() {}

    /// What was entered.
    ///
    /// @param entry index of the entry, or -1 where it was made before
    public record Result(Verifier key, long entry) {}

    /// A new key takes up its role beside those in force.
    ///
    /// @param officers keys of officers who vouch for it: none, or two and more of different sections
    public static Result rotate(Path folder, Clock clock, List<Signer> officers) throws IOException {
        LogKeyChain chain = chain(folder);
        Signer next = null;
        for (Signer key : StationKeys.read(folder).logKeys().signers()) {
            next = chain.find(key.verifier().text()) == null ? key : next;
        }
        if (next != null) {
            return enter(folder, clock, "log", next.verifier(), officers);
        }
        Verifier fresh = StationKeys.addLogKey(folder).verifier();
        boolean refused = true;
        try {
            Result entered = enter(folder, clock, "log", fresh, officers);
            refused = false;
            return entered;
        } catch (LedgerException e) {
            refused = e.code().equals("locked"); // else nobody knows what is in the record: the same call ends it
            throw e;
        } catch (IOException | UncheckedIOException e) {
            refused = false;
            throw e;
        } finally {
            if (refused) {
                StationKeys.deleteLogKey(folder, fresh);
            }
        }
    }

    /// A key lays down its role; its private part is deleted, where it is not lost already.
    ///
    /// @param key the key in its text form, or the eight digits of its id
    /// @throws Refusal `not-found` where the log has no such key, `log-key` where it is the last one
    public static Result retire(Path folder, Clock clock, String key, List<Signer> officers) throws IOException {
        LogKeyChain chain = chain(folder);
        Verifier leaving = chain.known().stream()
                .filter(each -> each.text().equals(key) || each.toString().equals(each.name() + "+" + key))
                .findFirst()
                .orElseThrow(() -> new Refusal("not-found", "the log has and had no key " + key));
        Result result = chain.inForce().contains(leaving)
                ? enter(folder, clock, "log-retired", leaving, officers)
                : new Result(leaving, -1);
        StationKeys.deleteLogKey(folder, leaving);
        return result;
    }

    /// The keys of a station's log so far.
    public static LogKeyChain chain(Path folder) {
        return FolderAudit.signers(LedgerStore.openReadOnly(folder));
    }

    private static Result enter(Path folder, Clock clock, String role, Verifier key, List<Signer> officers)
            throws IOException {
        boolean leaves = role.equals("log-retired");
        try (Station station = leaves ? Station.openWithout(folder, clock, key.text()) : Station.open(folder, clock)) {
            LogKeyChain chain = LogKeyChain.of(station.picture().logKeys());
            boolean isIn = chain.inForce().stream().anyMatch(each -> each.text().equals(key.text()));
            boolean isDone = isIn == role.equals("log") && chain.find(key.text()) != null;
            if (isDone) {
                return new Result(key, -1);
            }
            String text = KeysText.log(station.origin(), role, key.text());
            List<Entry.Signature> signatures = new ArrayList<>();
            for (Signer signer : StationKeys.read(folder).logKeys().signers()) {
                boolean isLeaving = leaves && signer.verifier().text().equals(key.text());
                if (!isLeaving) {
                    signatures.add(new Entry.Signature(signer.verifier().text(), SignedText.sign(text, signer)));
                }
            }
            officers.forEach(
                    officer -> signatures.add(new Entry.Signature(officer.name(), SignedText.sign(text, officer))));
            Receipt receipt = station.changeLogKey(role, key.text(), signatures, (index, leaf) -> {});
            return new Result(key, receipt.firstEntry() + receipt.entries() - 1);
        }
    }
}
