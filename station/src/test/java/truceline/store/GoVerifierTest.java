package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Signer;

/// A verifier that shares no line with ours agrees with us, about whole ledgers and about damaged ones.
class GoVerifierTest {
    @TempDir
    static Path built;

    @TempDir
    Path dir;

    private record Outcome(int exit, String text) {}

    @BeforeAll
    static void build() throws Exception {
        GoVerifier.assumeInstalled();
        GoVerifier.build(built);
    }

    private static Outcome run(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private Outcome verify(Path... older) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                built.resolve("verify").toString(),
                "-proofs",
                "1000",
                dir.resolve("ledger").toString(),
                LedgerStoreTest.KEY.verifier().text()));
        for (Path checkpoint : older) {
            command.add(checkpoint.toString());
        }
        return run(new ProcessBuilder(command));
    }

    @Test
    void it_finds_our_ledger_whole_at_every_size_and_each_size_the_beginning_of_the_next() throws Exception {
        List<Path> older = new ArrayList<>();
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            int from = 0;
            for (int size : List.of(1, 2, 255, 256, 257, 700, 70_000)) {
                store.append(LedgerStoreTest.entries(from, size)).await();
                store.seal();
                from = size;
                Outcome outcome = verify(older.toArray(Path[]::new));
                assertThat(outcome.text())
                        .isEqualTo("ok: size %d, entries %d, inclusion proofs %d, older checkpoints %d\n"
                                .formatted(size, size, Math.min(size, 1000), older.size()));
                assertThat(outcome.exit()).isZero();
                older.add(Files.copy(dir.resolve("ledger/checkpoint"), dir.resolve("checkpoint-" + size)));
            }
        }
    }

    @Test
    void a_changed_byte_is_found_at_its_entry() throws Exception {
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            store.append(LedgerStoreTest.entries(0, 300)).await();
        }
        Path bundle = dir.resolve("ledger/tile/entries/001.p/44");
        byte[] whole = Files.readAllBytes(bundle);
        byte[] changed = whole.clone();
        changed[11 * 7 + 5] ^= 1;
        Files.write(bundle, changed);
        Outcome outcome = verify();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).startsWith("differs: entry 263: tile/entries/001.p/44");
        Files.write(bundle, whole);
        assertThat(verify().exit()).isZero();
    }

    @Test
    void what_our_audit_finds_it_finds_too() throws Exception {
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            store.append(LedgerStoreTest.entries(0, 600)).await();
        }
        Random random = new Random(600);
        List<Path> files = List.of(
                dir.resolve("ledger/checkpoint"),
                dir.resolve("ledger/tile/0/000"),
                dir.resolve("ledger/tile/0/002.p/88"),
                dir.resolve("ledger/tile/1/000.p/2"),
                dir.resolve("ledger/tile/entries/001"),
                dir.resolve("ledger/tile/entries/002.p/88"));
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 15; i++) {
                byte[] changed = whole.clone();
                int at = random.nextInt(whole.length);
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                assertThat(verify().exit()).as("byte %d of %s", at, file).isEqualTo(1);
            }
            Files.write(file, whole);
        }
        assertThat(verify().exit()).isZero();
    }

    @Test
    void it_takes_our_proofs_of_entries_and_of_no_other() throws Exception {
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            store.append(LedgerStoreTest.entries(0, 700)).await();
            store.seal();
        }
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(dir);
        Path proof = dir.resolve("a.tlog-proof");
        Path entry = dir.resolve("entry");
        ProcessBuilder command = new ProcessBuilder(
                built.resolve("verify").toString(),
                "-entry",
                entry.toString(),
                proof.toString(),
                LedgerStoreTest.KEY.verifier().text());
        for (int index : List.of(0, 1, 255, 256, 511, 512, 698, 699)) {
            Files.write(proof, ledger.proof(index).encode());
            byte[] bytes = ledger.entry(index);
            Files.write(entry, bytes);
            assertThat(run(command).text()).isEqualTo("ok: entry " + index + " of 700\n");
            bytes[0] ^= 1;
            Files.write(entry, bytes);
            assertThat(run(command).exit()).as("entry %d changed", index).isEqualTo(1);
        }
    }

    @Test
    void the_wrong_key_is_refused() throws Exception {
        LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY).close();
        byte[] seed = new byte[32];
        seed[0] = 9;
        String other = Signer.of(LedgerStoreTest.KEY.name(), seed).verifier().text();
        Outcome outcome = run(new ProcessBuilder(
                built.resolve("verify").toString(), dir.resolve("ledger").toString(), other));
        assertThat(outcome.exit()).isEqualTo(1);
    }
}
