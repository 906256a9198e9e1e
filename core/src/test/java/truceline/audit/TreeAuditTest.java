package truceline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.Note;
import truceline.ledger.Signer;
import truceline.ledger.Tile;
import truceline.ledger.TileBuilder;

class TreeAuditTest {
    private static final Signer KEY = Signer.of("ledger.example/audit", new byte[32]);
    private static final Signer WITNESS = Signer.of("witness.example", Hash.EMPTY_TREE.bytes());

    /// A ledger folder in memory, with every partial tile of the sizes it was sealed at.
    private static final class Folder {
        final TreeMap<String, byte[]> files = new TreeMap<>();
        final List<byte[]> entries = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();

        Folder(int... sizes) {
            TileBuilder builder = new TileBuilder((tile, bytes) -> files.put(tile.path(), bytes));
            for (int size : sizes) {
                while (entries.size() < size) {
                    byte[] entry = Integer.toString(entries.size()).getBytes(StandardCharsets.UTF_8);
                    entries.add(entry);
                    builder.append(Hash.leaf(entry).bytes(), 0, 1);
                }
                builder.partials((tile, bytes) -> files.put(tile.path(), bytes));
                for (long i = 0; i * Tile.WIDTH < size; i++) {
                    Tile bundle = Tile.of(Tile.ENTRIES, i, size);
                    int first = (int) bundle.firstEntry();
                    files.put(bundle.path(), EntryBundle.encode(entries.subList(first, first + bundle.width())));
                }
                checkpoints.add(new Checkpoint(KEY.name(), size, builder.root()));
            }
            sign(checkpoints.getLast());
        }

        byte[] file(String path) {
            return Objects.requireNonNull(files.get(path), path);
        }

        void sign(Checkpoint checkpoint) {
            files.put("checkpoint", checkpoint.sign(KEY).encode());
        }

        TreeFiles tree() {
            return new TreeFiles(List.copyOf(files.keySet()), this::file);
        }

        TreeAudit.Result audit() {
            return TreeAudit.run(tree(), KEY.verifier(), List.of(), List.of(), (index, entry) -> {});
        }

        List<Difference> differences() {
            return audit().differences();
        }
    }

    @Test
    void a_ledger_as_it_was_written_passes_and_hands_over_every_entry() {
        for (int size : List.of(0, 1, 2, 255, 256, 257, 300, 512, 513, 65_536, 65_793)) {
            Folder folder = new Folder(size);
            List<byte[]> seen = new ArrayList<>();
            TreeAudit.Result result = TreeAudit.run(
                    folder.tree(), KEY.verifier(), List.of(), folder.checkpoints, (index, entry) -> seen.add(entry));
            assertThat(result.differences()).as("size %d", size).isEmpty();
            assertThat(result.beyond()).isEmpty();
            assertThat(seen).usingElementComparator(Arrays::compare).isEqualTo(folder.entries);
        }
    }

    @Test
    void any_changed_byte_of_any_tile_is_found_and_its_entry_named() {
        Folder folder = new Folder(20, 259);
        Checkpoint checkpoint = folder.checkpoints.getLast();
        int positions = 0;
        for (String path : List.copyOf(folder.files.keySet())) {
            byte[] bytes = folder.file(path);
            if (path.equals("checkpoint")) {
                continue;
            }
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= (byte) (1 << i % 8);
                List<Difference> found = TreeAudit.tiles(folder.tree(), checkpoint);
                assertThat(found).as("byte %d of %s", i, path).isNotEmpty();
                Difference first = found.getFirst();
                assertThat(first.file()).as("byte %d of %s: %s", i, path, found).isEqualTo(path);
                assertThat(first.index())
                        .as("byte %d of %s: %s", i, path, found)
                        .isEqualTo(entryAt(folder, path, i));
                bytes[i] ^= (byte) (1 << i % 8);
                positions++;
            }
        }
        assertThat(positions).isGreaterThan(10_000);
        assertThat(TreeAudit.tiles(folder.tree(), checkpoint)).isEmpty();
    }

    /// The entry a byte belongs to.
    private static long entryAt(Folder folder, String path, int position) {
        Tile tile = Tile.parse(path);
        if (tile.level() != Tile.ENTRIES) {
            return tile.firstEntry() + (position / Hash.BYTES << 8 * tile.level());
        }
        int entry = (int) tile.firstEntry();
        for (int left = position; left >= 2 + folder.entries.get(entry).length; entry++) {
            left -= 2 + folder.entries.get(entry).length;
        }
        return entry;
    }

    @Test
    void any_changed_byte_of_the_checkpoint_is_found() {
        Folder folder = new Folder(3);
        byte[] bytes = folder.file("checkpoint");
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit += 3) {
                bytes[i] ^= (byte) (1 << bit);
                List<Difference> found = folder.differences();
                assertThat(found).as("byte %d bit %d", i, bit).isNotEmpty();
                assertThat(found.getFirst().file()).isEqualTo("checkpoint");
                bytes[i] ^= (byte) (1 << bit);
            }
        }
    }

    @Test
    void a_missing_an_empty_a_cut_and_a_strange_file_are_named() {
        for (String path : new Folder(300).files.keySet()) {
            Folder missing = new Folder(300);
            missing.files.remove(path);
            assertThat(missing.differences()).as(path).isNotEmpty();
            assertThat(missing.differences().getFirst().file()).isEqualTo(path);
            for (int cut : List.of(0, 1, 31)) {
                Folder shorter = new Folder(300);
                shorter.files.put(path, Arrays.copyOf(shorter.file(path), cut));
                assertThat(shorter.differences()).as("%s cut to %d", path, cut).isNotEmpty();
                assertThat(shorter.differences().getFirst().file()).isEqualTo(path);
            }
            Folder longer = new Folder(300);
            longer.files.put(path, Arrays.copyOf(longer.file(path), longer.file(path).length + 1));
            assertThat(longer.differences()).as("%s and a byte", path).isNotEmpty();
            assertThat(longer.differences().getFirst().file()).isEqualTo(path);
        }
        Folder strange = new Folder(300);
        strange.files.put("tile/0/index.html", new byte[1]);
        assertThat(strange.differences()).containsExactly(new Difference(-1, "tile/0/index.html", "unexpected-file"));
    }

    @Test
    void what_a_writer_adds_before_the_next_checkpoint_is_told_apart_from_damage() {
        Folder grown = new Folder(300, 600);
        grown.sign(grown.checkpoints.getFirst());
        TreeAudit.Result result = grown.audit();
        assertThat(result.differences()).isEmpty();
        assertThat(result.beyond())
                .contains("tile/entries/001", "tile/0/001", "tile/entries/002.p/88", "tile/1/000.p/2");
        grown.files.remove("tile/entries/001.p/44");
        grown.files.remove("tile/0/001.p/44");
        assertThat(grown.differences()).as("a full tile serves for its part").isEmpty();
    }

    @Test
    void every_size_the_tree_ever_had_is_compared_with_what_was_signed_then() {
        Folder folder = new Folder(600);
        CompactRange range = new CompactRange();
        List<Checkpoint> every = new ArrayList<>(List.of(new Checkpoint(KEY.name(), 0, range.root())));
        for (byte[] entry : folder.entries) {
            range.append(Hash.leaf(entry).bytes(), 0);
            every.add(new Checkpoint(KEY.name(), range.size(), range.root()));
        }
        every.addAll(List.copyOf(every));
        assertThat(TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), every, (index, entry) -> {})
                        .differences())
                .isEmpty();
        for (int size : List.of(1, 2, 255, 256, 257, 512, 599, 600)) {
            List<Checkpoint> oneForged = new ArrayList<>(every);
            oneForged.set(size, new Checkpoint(KEY.name(), size, Hash.leaf(new byte[] {1})));
            assertThat(TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), oneForged, (index, entry) -> {})
                            .differences())
                    .containsExactly(new Difference(size, "checkpoint", "inconsistent"));
        }
        List<Checkpoint> larger = List.of(new Checkpoint(KEY.name(), 601, Hash.leaf(new byte[0])));
        assertThat(TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), larger, (index, entry) -> {})
                        .differences())
                .containsExactly(new Difference(601, "checkpoint", "inconsistent"));
    }

    @Test
    void a_rewritten_history_is_found_by_whoever_kept_an_older_checkpoint() {
        Folder folder = new Folder(100, 300);
        Folder other = new Folder(300);
        other.entries.set(50, new byte[] {1});
        CompactRange range = new CompactRange();
        other.entries
                .subList(0, 100)
                .forEach(entry -> range.append(Hash.leaf(entry).bytes(), 0));
        List<Checkpoint> forged = List.of(new Checkpoint(KEY.name(), 100, range.root()));
        TreeAudit.Result result = TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), forged, (index, entry) -> {});
        assertThat(result.differences()).containsExactly(new Difference(100, "checkpoint", "inconsistent"));
        assertThat(TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), folder.checkpoints, (index, entry) -> {})
                        .isOk())
                .isTrue();
        Checkpoint longer =
                new Checkpoint(KEY.name(), 301, folder.checkpoints.getLast().root());
        assertThat(TreeAudit.run(folder.tree(), KEY.verifier(), List.of(), List.of(longer), (index, entry) -> {})
                        .isOk())
                .as("a shorter ledger than one seen before")
                .isFalse();
    }

    @Test
    void signatures_of_unknown_keys_are_named_and_those_of_known_keys_must_hold() {
        Folder folder = new Folder(3);
        String text = folder.checkpoints.getLast().text();
        byte[] both = Note.sign(text, List.of(KEY, WITNESS)).encode();
        folder.files.put("checkpoint", both);
        assertThat(folder.audit().unknownSigners()).containsExactly("witness.example");
        TreeAudit.Result known = TreeAudit.run(
                folder.tree(), KEY.verifier(), List.of(WITNESS.verifier()), List.of(), (index, entry) -> {});
        assertThat(known.isOk()).isTrue();
        assertThat(known.unknownSigners()).isEmpty();
        Note wrong = Note.sign("another text\n", List.of(WITNESS));
        List<Note.Line> lines = new ArrayList<>(Note.sign(text, List.of(KEY)).lines());
        lines.addAll(wrong.lines());
        folder.files.put("checkpoint", new Note(text, lines).encode());
        assertThat(TreeAudit.run(
                                folder.tree(),
                                KEY.verifier(),
                                List.of(WITNESS.verifier()),
                                List.of(),
                                (index, entry) -> {})
                        .differences())
                .containsExactly(new Difference(-1, "checkpoint", "checkpoint-signature"));
    }
}
