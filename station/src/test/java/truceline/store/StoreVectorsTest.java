package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;

/// What the store writes against cases that were computed from the specifications by other means.
class StoreVectorsTest {
    private static final Path VECTORS = Path.of(System.getProperty("truceline.root"), "vectors", "ledger");
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void a_commitment_is_the_one_of_the_vectors() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("commitments.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Hash commitment = Commitment.of(HEX.parseHex(cells[0]), HEX.parseHex(cells[1]));
            assertThat(HEX.formatHex(commitment.bytes())).isEqualTo(cells[2]);
        }
        assertThat(lines).hasSize(5);
    }

    @Test
    void a_segment_and_a_frame_are_those_of_the_vectors() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("wal.txt"));
        byte[] salt = HEX.parseHex(value(lines, "salt"));
        byte[] chain = new byte[WalFormat.HASH];
        long number = Long.parseLong(value(lines, "number"));
        long first = Long.parseLong(value(lines, "first"));
        List<byte[]> entries = new ArrayList<>();
        for (String entry : value(lines, "entries").split(" ", -1)) {
            entries.add(HEX.parseHex(entry));
        }
        byte[] segment = new WalFormat.Segment(number, first, salt, chain.clone()).encode();
        byte[] frame = WalFormat.encode(salt, chain, first, entries);
        assertThat(HEX.formatHex(segment)).startsWith(value(lines, "segment"));
        assertThat(HEX.formatHex(frame)).startsWith(value(lines, "frame"));
        assertThat(frame).hasSize(WalFormat.PAGE);
        assertThat(HEX.formatHex(WalFormat.mark(salt, first + entries.size()))).isEqualTo(value(lines, "mark"));
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
