package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;

/// Files of the vault as the vectors hold them open to what the vectors say. The vectors are language-neutral.
class VaultVectorsTest {
    private static final Path FILE = Path.of(System.getProperty("truceline.root"), "vectors", "vault", "item.txt");
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path dir = Path.of("");

    private static Map<String, String> vector() throws IOException {
        Map<String, String> vector = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            int space = line.indexOf(' ');
            vector.put(line.substring(0, space), line.substring(space + 1));
        }
        return vector;
    }

    @Test
    void an_item_opens_for_both_audiences_to_its_text_and_salt() throws IOException {
        Map<String, String> vector = vector();
        Path home = Files.createDirectories(dir.resolve("vault/rows/9f"));
        Files.write(home.resolve("9f2c.S.keys"), HEX.parseHex(vector.get("keys")));
        Files.write(home.resolve("9f2c.S.data"), HEX.parseHex(vector.get("data")));
        byte[] salt = HEX.parseHex(vector.get("salt"));
        byte[] text = Objects.requireNonNull(vector.get("text")).getBytes(StandardCharsets.UTF_8);
        Hash commitment = Hash.fromBase64(Objects.requireNonNull(vector.get("commitment")));
        assertThat(Commitment.of(salt, text)).isEqualTo(commitment);
        try (Vault vault = new Vault(dir, new byte[32])) {
            for (String who : new String[] {"monitor", "party"}) {
                AudienceSecret secret = AudienceSecret.parse(Objects.requireNonNull(vector.get(who)));
                assertThat(vault.reveal("9f2c", 7, 'S', commitment, secret)).contains(text);
                vault.open("9f2c", 'S', secret, (row, found, same) -> {
                    assertThat(row).isEqualTo(7);
                    assertThat(found).isEqualTo(salt);
                    assertThat(same).isEqualTo(text);
                });
            }
            assertThat(vault.reveal("9f2c", 7, 'S', commitment)).isEmpty();
        }
        assertThat(AudienceSecret.ofStation(HEX.parseHex(vector.get("machine"))).text())
                .isEqualTo(vector.get("station"));
    }
}
