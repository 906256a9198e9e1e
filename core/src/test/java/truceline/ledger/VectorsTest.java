package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The cases of `vectors/ledger`, for whoever writes another implementation. Run with `-Dtruceline.record=true` to
/// write
/// them anew, then read the diff.
class VectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("truceline.root", "."), "vectors", "ledger");
    private static final Signer KEY = Signer.of("ledger.example/vectors", seed());

    private static byte[] seed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private static void same(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("truceline.record")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, text);
        }
        assertThat(text).as(file).isEqualTo(Files.readString(path));
    }

    private static byte[] entry(int index) {
        return Integer.toString(index).getBytes(StandardCharsets.UTF_8);
    }

    private static final class Tree {
        final TreeMap<String, byte[]> tiles = new TreeMap<>();
        final TileBuilder builder = new TileBuilder((tile, bytes) -> tiles.put(tile.path(), bytes));

        Tree(int size) {
            for (int i = 0; i < size; i++) {
                builder.append(Hash.leaf(entry(i)).bytes(), 0, 1);
            }
            builder.partials((tile, bytes) -> tiles.put(tile.path(), bytes));
        }

        HashReader hashes() {
            return new TileHashes(builder.size(), tile -> tiles.get(tile.path()));
        }
    }

    private static String joined(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).collect(Collectors.joining(" "));
    }

    @Test
    void roots_and_proofs_are_those_recorded() throws IOException {
        StringBuilder roots = new StringBuilder("# size, root; entry i is the decimal text of i\n");
        StringBuilder inclusion = new StringBuilder("# index, size, hashes from the leaf up\n");
        StringBuilder consistency = new StringBuilder("# older size, newer size, hashes\n");
        for (int size : List.of(0, 1, 2, 3, 7, 8, 255, 256, 257, 1000)) {
            Tree tree = new Tree(size);
            roots.append(size).append('\t').append(tree.builder.root().base64()).append('\n');
            for (int index = 0; index < size; index += 1 + size / 3) {
                inclusion.append(index).append('\t').append(size).append('\t');
                inclusion
                        .append(joined(Proofs.inclusion(tree.hashes(), index, size)))
                        .append('\n');
            }
            for (int older = 1; older <= size; older += 1 + size / 3) {
                consistency.append(older).append('\t').append(size).append('\t');
                consistency
                        .append(joined(Proofs.consistency(tree.hashes(), older, size)))
                        .append('\n');
            }
        }
        same("roots.tsv", roots.toString());
        same("inclusion.tsv", inclusion.toString());
        same("consistency.tsv", consistency.toString());
    }

    @Test
    void keys_and_checkpoints_are_those_recorded() throws IOException {
        same("key.txt", KEY.text() + "\n" + KEY.verifier().text() + "\n");
        String text = new Checkpoint(KEY.name(), 257, new Tree(257).builder.root()).text();
        Note note = Note.sign(text, List.of(KEY));
        same("checkpoint.txt", new String(note.encode(), StandardCharsets.UTF_8));
        assertThat(Signer.parse(KEY.text()).text()).isEqualTo(KEY.text());
        assertThat(Checkpoint.open(Files.readAllBytes(FOLDER.resolve("checkpoint.txt")), KEY.verifier()))
                .isEqualTo(Checkpoint.parse(text));
    }

    @Test
    void the_proof_of_an_entry_is_the_one_recorded_and_in_the_specification() throws IOException {
        Tree tree = new Tree(257);
        Note note = new Checkpoint(KEY.verifier().name(), 257, tree.builder.root()).sign(KEY);
        EntryProof proof = new EntryProof(256, Proofs.inclusion(tree.hashes(), 256, 257), note);
        String text = new String(proof.encode(), StandardCharsets.UTF_8);
        same("proof.txt", text);
        assertThat(Files.readString(FOLDER.resolve("../../spec/proof.md"))).contains(text);
        assertThat(EntryProof.parse(proof.encode())
                        .verify(entry(256), KEY.verifier())
                        .size())
                .isEqualTo(257);
    }

    @Test
    void tile_paths_are_read_and_written_as_listed_and_no_other_way() throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve("tile-paths.tsv"))) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("refused")) {
                assertThatThrownBy(() -> Tile.parse(fields[1])).as(line).isInstanceOf(LedgerException.class);
            } else if (!line.startsWith("#")) {
                int level = fields[0].equals("entries") ? Tile.ENTRIES : Integer.parseInt(fields[0]);
                Tile tile = new Tile(level, Long.parseLong(fields[1]), Integer.parseInt(fields[2]));
                assertThat(tile.path()).isEqualTo(fields[3]);
                assertThat(Tile.parse(fields[3])).isEqualTo(tile);
            }
        }
    }

    @Test
    void notes_that_could_be_read_two_ways_are_refused() throws IOException {
        String good = Files.readString(FOLDER.resolve("checkpoint.txt"));
        List<String> refused = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("refused-notes.tsv"))) {
            if (!line.startsWith("#")) {
                String[] fields = line.split("\t", -1);
                String from = unescaped(fields[1]);
                assertThat(good).as(line).contains(from);
                String bad = good.replaceFirst(Pattern.quote(from), unescaped(fields[2]));
                byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> Checkpoint.open(bytes, KEY.verifier()))
                        .as(line)
                        .isInstanceOfSatisfying(
                                LedgerException.class, e -> assertThat(e.code()).isEqualTo(fields[0]));
                refused.add(line);
            }
        }
        assertThat(refused).hasSizeGreaterThan(10);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
    }
}
