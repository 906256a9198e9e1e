package truceline.blackbox;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import truceline.audit.TreeAudit;
import truceline.intake.ObservationsCsvReader;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.station.Delivery;
import truceline.station.FolderAudit;
import truceline.station.Receipt;
import truceline.station.Station;
import truceline.store.FolderCheck;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.StationKeys;

/// What a submitter was told, kept apart from the station, and whether the station still keeps its word.
final class Receipts {
    private static final int HASH_CHARACTERS = 44;

    private Receipts() {}

    /// One line: the entry at `index` has this leaf hash (base64).
    record Line(long index, String leaf) {}

    /// The whole lines of a file of receipts; a last line that its writer did not finish was never given
    /// to anybody.
    static List<Line> read(Path file) throws IOException {
        List<Line> out = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                int space = text.indexOf(' ', from);
                if (end - space - 1 != HASH_CHARACTERS) {
                    throw new IllegalStateException("not a receipt: " + text.substring(from, end));
                }
                out.add(new Line(Long.parseLong(text.substring(from, space)), text.substring(space + 1, end)));
                from = end + 1;
            }
        }
        return out;
    }

    /// The first receipt that a station's published ledger does not keep, or an empty text.
    static String broken(Path home, List<Line> receipts) {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(home);
        List<String> leaves = new ArrayList<>();
        ledger.forEach(
                0,
                ledger.checkpoint().size(),
                (index, entry) -> leaves.add(Hash.leaf(entry).base64()));
        for (Line line : receipts) {
            if (line.index() >= leaves.size()) {
                return "entry " + line.index() + " was receipted and is gone: there are " + leaves.size();
            }
            if (!leaves.get((int) line.index()).equals(line.leaf())) {
                return "entry " + line.index() + " is not what was receipted";
            }
        }
        return "";
    }

    /// What `fsck` and `audit` say against a folder, with checkpoints known from before that it must
    /// continue.
    static String faults(Path home, List<Checkpoint> older) {
        List<Verifier> log = FolderAudit.keys(home, null);
        FolderCheck.Result check = FolderCheck.run(home, log, true);
        if (!check.isOk() || !check.beyond().isEmpty()) {
            return "fsck: " + check;
        }
        FolderAudit.Result audit = FolderAudit.of(home, null);
        if (!audit.tree().isEmpty() || !audit.recomputed().differences().isEmpty()) {
            return "audit: " + audit.tree() + audit.recomputed().differences();
        }
        TreeAudit.Result tree = TreeAudit.run(
                FolderCheck.treeFiles(home.resolve("ledger")), log, List.of(), older, (index, entry) -> {});
        return tree.isOk() ? "" : "continues an older checkpoint: " + tree.differences();
    }

    /// The signed checkpoints that a folder shows and locks, whichever can be read.
    static List<Checkpoint> checkpoints(Path home) throws IOException {
        List<Checkpoint> out = new ArrayList<>();
        Verifier log = StationKeys.read(home).log().verifier();
        for (String name : List.of("ledger/checkpoint", "lock/checkpoint")) {
            Path file = home.resolve(name);
            if (Files.exists(file)) {
                try {
                    out.add(Checkpoint.open(Files.readAllBytes(file), log));
                } catch (LedgerException e) {
                    throw new IllegalStateException(file + " is half written", e);
                }
            }
        }
        return out;
    }

    /// Submits a file as it was submitted before.
    static Receipt submit(Station station, String source, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return station.admit(new Delivery(source, new ObservationsCsvReader(), null, in), (index, leaf) -> {});
        }
    }

    /// A file of observations with protected remarks, the same for the same seed.
    static Path rows(Path file, int rows, long seed, String prefix) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,time,longitude,latitude,radius_m,means,kind,number,remark\n");
            for (int row = 0; row < rows; row++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s%d,2031-05-%02dT%02d:%02d:00Z,%.6f,%.6f,150,heard,explosion,%d,remark %d\n",
                        prefix,
                        row,
                        1 + random.nextInt(20),
                        random.nextInt(24),
                        random.nextInt(60),
                        -28.9 + random.nextDouble(),
                        -27.9 + random.nextDouble(),
                        1 + random.nextInt(5),
                        row));
            }
        }
        return file;
    }
}
