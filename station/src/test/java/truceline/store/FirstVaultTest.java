package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;

/// A vault as the first form kept it is read and erased for ever.
class FirstVaultTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path dir;

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /// Writes one record as `spec/vault.md` says of form 1.
    private Hash add(long row, char letter, String text) throws GeneralSecurityException, IOException {
        KeyWrap wrap = new KeyWrap(KEY);
        KeyWrap.Secrets secrets = wrap.fresh();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, secrets.aes(), new GCMParameterSpec(128, new byte[12]));
        cipher.updateAAD(("old/" + row + "/" + letter).getBytes(StandardCharsets.UTF_8));
        byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer record = ByteBuffer.allocate(96);
        record.putLong(row)
                .putLong(data.size())
                .putInt(sealed.length)
                .putShort((short) letter)
                .putShort((short) 0);
        keys.write(record.put(wrap.wrap(secrets)).array());
        data.write(sealed);
        return Commitment.of(secrets.salt(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_it_holds_is_read_erased_and_added_to_in_the_new_form() throws Exception {
        Hash remark = add(1, 'M', "a remark");
        Hash name = add(1, 'R', "a name");
        Hash second = add(2, 'M', "another remark");
        Path home = Files.createDirectories(dir.resolve("vault/rows/ol"));
        Files.write(home.resolve("old.keys"), keys.toByteArray());
        Files.write(home.resolve("old.data"), data.toByteArray());
        try (Vault vault = new Vault(dir, KEY)) {
            assertThat(vault.reveal("old", 1, 'M', remark)).contains("a remark".getBytes(StandardCharsets.UTF_8));
            assertThat(vault.wraps("old", 1, 'M')).hasSize(1);
            assertThat(vault.erase("old", 1, 'M')).isEqualTo(1);
            assertThat(vault.wraps("old", 1, 'M')).isEmpty();
            assertThat(vault.reveal("old", 1, 'M', remark)).isEmpty();
            assertThat(vault.reveal("old", 1, 'R', name)).isPresent();
            assertThat(vault.reveal("old", 2, 'M', second)).isPresent();
            Hash third = vault.protect("old", 3, 'M', "a third".getBytes(StandardCharsets.UTF_8));
            vault.force();
            assertThat(vault.reveal("old", 3, 'M', third)).isPresent();
        }
        assertThat(Files.readAllBytes(home.resolve("old.data")))
                .startsWith(new byte["a remark".length() + 16])
                .hasSize(data.size());
    }
}
