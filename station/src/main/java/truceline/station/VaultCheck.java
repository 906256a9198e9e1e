package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.observation.Field;
import truceline.store.AudienceSecret;
import truceline.store.BlobStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.StationKeys;
import truceline.store.Vault;

/// Compares what the record commits to, and nobody decided to shred, with the vault: `vault-missing` where there is
/// no key of it, `vault-damaged` where the station's own key opens something else or nothing. What is for others
/// can only be found missing; whether it opens, its holder must say. Reads only.
final class VaultCheck {
    private static final int MOST_ITEMS = 50_000;

    private final ReadOnlyLedger ledger;
    private final Picture picture;
    private final Vault vault;
    private final @Nullable AudienceSecret station;
    private final SortedSet<String> redacted = new TreeSet<>();
    private final SortedMap<String, SortedMap<Long, Item>> waiting = new TreeMap<>();
    private final SortedMap<String, Difference> found = new TreeMap<>();
    private int waitingItems;

    private record Item(long index, Hash commitment) {}

    private VaultCheck(ReadOnlyLedger ledger, Picture picture, Vault vault, @Nullable AudienceSecret station) {
        this.ledger = ledger;
        this.picture = picture;
        this.vault = vault;
        this.station = station;
        picture.docket().redactions().forEach(each -> redacted.add(each.item() + each.classLetter()));
    }

    /// One difference a file of the vault at most, with the index of an entry that it belongs to.
    ///
    /// @param shredded names of received files that were decided to be shredded
    static List<Difference> of(Path folder, ReadOnlyLedger ledger, Picture picture, SortedSet<String> shredded)
            throws IOException {
        byte[] monitor = monitor(folder);
        AudienceSecret station = monitor == null ? null : AudienceSecret.ofStation(monitor);
        byte[] key = monitor == null ? new byte[32] : monitor;
        try (Vault vault = new Vault(folder, key)) {
            VaultCheck check = new VaultCheck(ledger, picture, vault, station);
            check.items();
            check.files(new BlobStore(folder, key), shredded);
            return new ArrayList<>(check.found.values());
        }
    }

    private static byte @Nullable [] monitor(Path folder) {
        try {
            return StationKeys.read(folder).monitor();
        } catch (LedgerException _) {
            return null; // a copy without its keys
        }
    }

    private void items() {
        for (long index = 0; index < ledger.size(); index++) {
            byte[] bytes = ledger.entry(index);
            switch (EntryLine.type(bytes)) {
                case "observations" -> rows(index, bytes);
                case "statement" -> note(index, bytes);
                default -> {
                    // Commits to nothing in vault/rows/.
                }
            }
            if (waitingItems >= MOST_ITEMS) {
                compare();
            }
        }
        compare();
    }

    private void rows(long index, byte[] bytes) {
        if (!(EntryText.read(bytes) instanceof Entry.Observed observed)) {
            return;
        }
        Submission submission = picture.submissions().get(observed.submission());
        for (int position = 0; submission != null && position < observed.rows().size(); position++) {
            String name = submission.entered().id();
            long row = observed.rows().number(Field.ROW, position);
            String item = index + "/" + position;
            add(name, 'M', row, index, item, observed.rows().text(Field.MONITOR_PART, position));
            add(name, 'R', row, index, item, observed.rows().text(Field.RESTRICTED_PART, position));
        }
    }

    private void note(long index, byte[] bytes) {
        if (EntryText.read(bytes) instanceof Entry.Stated stated
                && stated.statement().act().protectedPart() != null) {
            String commitment = stated.statement().findText("note");
            add(stated.id(), stated.statement().noteClass(), 0, index, String.valueOf(index), commitment);
        }
    }

    private void add(String name, char letter, long row, long index, String item, @Nullable String commitment) {
        if (commitment != null && !redacted.contains(item + letter)) {
            waiting.computeIfAbsent(name + "." + letter, _ -> new TreeMap<>())
                    .put(row, new Item(index, Hash.fromBase64(commitment)));
            waitingItems++;
        }
    }

    private void compare() {
        waiting.forEach((file, items) -> compare(file.substring(0, file.length() - 2), file, items));
        waiting.clear();
        waitingItems = 0;
    }

    private void compare(String name, String file, SortedMap<Long, Item> items) {
        char letter = file.charAt(file.length() - 1);
        String path = "vault/rows/" + name.substring(0, Math.min(2, name.length())) + "/" + file + ".keys";
        long first = items.values().iterator().next().index();
        try {
            SortedSet<Long> there = vault.rows(name, letter);
            items.forEach((row, item) -> {
                if (!there.contains(row)) {
                    found.putIfAbsent(path, new Difference(item.index(), path, "vault-missing"));
                }
            });
            if (station != null) {
                vault.open(name, letter, station, (row, salt, text) -> {
                    Item item = items.get(row);
                    if (item != null && !Commitment.of(salt, text).equals(item.commitment())) {
                        found.putIfAbsent(path, new Difference(item.index(), path, "vault-damaged"));
                    }
                });
            }
        } catch (LedgerException _) {
            found.putIfAbsent(path, new Difference(first, path, "vault-damaged"));
        }
    }

    private void files(BlobStore blobs, SortedSet<String> shredded) throws IOException {
        for (Submission each : picture.submissions().values()) {
            String name = each.entered().blob();
            if (each.entered().commitment() != null
                    && !shredded.contains(name)
                    && blobs.wraps(name).isEmpty()) {
                String path = "vault/blobs/" + name.substring(0, 2) + "/" + name + ".keys";
                found.putIfAbsent(path, new Difference(each.index(), path, "vault-missing"));
            }
        }
    }
}
