package truceline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import truceline.ledger.LedgerException;

/// Protected fields as form 1 kept them, for reading and erasing: `<id>.data` and `<id>.keys`, one record of 96 bytes
/// per row and class, wrapped under the station's own key. Nothing is added to it. Format: `spec/vault.md`.
///
/// Not thread-safe.
final class FirstVault {
    static final int RECORD_BYTES = 24 + KeyWrap.WRAPPED_BYTES;

    private static final GCMParameterSpec ONLY_NONCE = new GCMParameterSpec(128, new byte[12]);

    private final PosixDisk disk = new PosixDisk();
    private final KeyWrap wrap;

    FirstVault(byte[] monitorKey) {
        wrap = new KeyWrap(monitorKey);
    }

    /// What the records of a class hold that are not erased, in the order of the file.
    ///
    /// @param stem path of both files without their suffix
    void open(Path stem, char classLetter, Vault.Visitor visitor) throws IOException {
        String owner = String.valueOf(stem.getFileName());
        for (ByteBuffer record : records(stem, classLetter)) {
            byte[] wrapped = new byte[KeyWrap.WRAPPED_BYTES];
            record.get(24, wrapped);
            Optional<KeyWrap.Secrets> secrets = wrap.unwrap(wrapped);
            if (secrets.isPresent()) {
                byte[] ciphertext = new byte[record.getInt(16)];
                disk.read(data(stem), record.getLong(8), ciphertext);
                long row = record.getLong(0);
                byte[] aad = KeyRecords.aad(owner, row, classLetter);
                visitor.item(row, secrets.get().salt(), decrypt(secrets.get(), aad, ciphertext));
            }
        }
    }

    private static byte[] decrypt(KeyWrap.Secrets secrets, byte[] aad, byte[] ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, secrets.aes(), ONLY_NONCE);
            cipher.updateAAD(aad);
            return cipher.doFinal(ciphertext);
        } catch (GeneralSecurityException e) {
            throw new LedgerException("damaged", "a protected field does not decrypt", e);
        }
    }

    /// The wrapped keys of a row and class that are not erased.
    List<byte[]> wraps(Path stem, long row, char classLetter) throws IOException {
        List<byte[]> wraps = new ArrayList<>();
        for (ByteBuffer record : records(stem, classLetter)) {
            byte[] wrapped = new byte[KeyWrap.WRAPPED_BYTES];
            record.get(24, wrapped);
            if (record.getLong(0) == row && !isZero(wrapped)) {
                wraps.add(wrapped);
            }
        }
        return wraps;
    }

    /// The rows of a class of which a key is there that was not erased.
    List<Long> rows(Path stem, char classLetter) throws IOException {
        List<Long> rows = new ArrayList<>();
        for (ByteBuffer record : records(stem, classLetter)) {
            byte[] wrapped = new byte[KeyWrap.WRAPPED_BYTES];
            record.get(24, wrapped);
            if (!isZero(wrapped)) {
                rows.add(record.getLong(0));
            }
        }
        return rows;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /// Overwrites keys and ciphertext; returns how many records that were.
    int erase(Path stem, long row, char classLetter) throws IOException {
        int erased = 0;
        for (ByteBuffer record : records(stem, classLetter)) {
            if (record.getLong(0) != row) {
                continue;
            }
            try (Disk.Open out = disk.open(keys(stem))) {
                long at = record.getLong(record.limit() - Long.BYTES);
                out.write(at + 24, ByteBuffer.allocate(KeyWrap.WRAPPED_BYTES));
                out.force();
            }
            try (Disk.Open out = disk.open(data(stem))) {
                out.write(record.getLong(8), ByteBuffer.allocate(record.getInt(16)));
                out.force();
            }
            erased++;
        }
        return erased;
    }

    /// The records of a class, each followed by its position in the file.
    private List<ByteBuffer> records(Path stem, char classLetter) throws IOException {
        List<ByteBuffer> found = new ArrayList<>();
        byte[] all;
        try {
            all = disk.read(keys(stem));
        } catch (NoSuchFileException _) {
            return found;
        }
        ByteBuffer keys = ByteBuffer.wrap(all);
        for (int at = 0; at + RECORD_BYTES <= all.length; at += RECORD_BYTES) {
            if (keys.getShort(at + 20) == (short) classLetter) {
                ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES + Long.BYTES);
                found.add(record.put(all, at, RECORD_BYTES).putLong(at).flip());
            }
        }
        return found;
    }

    private static Path keys(Path stem) {
        return stem.resolveSibling(stem.getFileName() + ".keys");
    }

    private static Path data(Path stem) {
        return stem.resolveSibling(stem.getFileName() + ".data");
    }
}
