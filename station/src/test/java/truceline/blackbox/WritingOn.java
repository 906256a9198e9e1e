package truceline.blackbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// A process that opens a station's ledger, appends, seals, closes and opens again until it is ended from outside.
///
/// `WritingOn HOME RECEIPTS NAME`; says `opening` before each opening and `open` after it. Each entry is one of its
/// kind: it names NAME and a count. Its line stands in RECEIPTS once the entry is durable.
final class WritingOn {
    private WritingOn() {}

    /// Does it for ever.
    public static void main(String[] args) throws IOException {
        PrintStream say = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(args[0]);
        SplittableRandom random = new SplittableRandom(args[2].hashCode());
        int made = 0;
        try (Writer lines =
                Files.newBufferedWriter(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                say.println("opening");
                try (LedgerStore ledger =
                        LedgerStore.open(home, StationKeys.read(home).log())) {
                    say.println("open");
                    for (int batches = random.nextInt(400); batches > 0; batches--) {
                        made = append(ledger, random, args[2], made, lines);
                    }
                }
            }
        }
    }

    private static int append(LedgerStore ledger, SplittableRandom random, String name, int from, Writer lines) {
        int to = from + 1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 12);
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(EntryText.write(new Entry.SourceEntered(name + "-" + i, 'F', FaultedSubmit.NOW_MS)));
        }
        ledger.append(entries, (index, leaf) -> line(lines, index + " " + leaf.base64() + "\n"));
        if (random.nextInt(25) == 0) {
            ledger.seal();
        }
        return to;
    }

    private static void line(Writer lines, String line) {
        try {
            lines.write(line);
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
