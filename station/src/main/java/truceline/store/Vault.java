package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

/// Protected fields of rows: the entry holds a commitment, the vault the ciphertext and, apart from it, its wrapped
/// key.
///
/// Per submission two files in `vault/rows/<2>/`: `<id>.data`, ciphertext one after the other, and `<id>.keys`, one
/// record of 96 bytes per row and class. Erasing overwrites one record. [#protect] only collects: [#force] must return
/// before an entry that holds the commitment is appended. Safe for many threads, one at a time.
public final class Vault implements AutoCloseable {
    private static final int RECORD_BYTES = 24 + KeyWrap.WRAPPED_BYTES;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int TAG_BITS = 128;

    /// A content key encrypts one text only, so its nonce need not differ.
    private static final GCMParameterSpec ONLY_NONCE = new GCMParameterSpec(TAG_BITS, new byte[12]);

    private final PosixDisk disk = new PosixDisk();
    private final Path rows;
    private final KeyWrap wrap;
    private final Cipher cipher;
    private final TreeMap<String, Appending> open = new TreeMap<>();
    private @Nullable Throwable failure;

    /// The vault of a station's folder.
    ///
    /// @param monitorKey the key of the audience
    public Vault(Path stationDir, byte[] monitorKey) {
        rows = stationDir.resolve("vault").resolve("rows");
        wrap = new KeyWrap(monitorKey);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has AES-GCM", e);
        }
    }

    /// The two files of one submission while rows are being added.
    private static final class Appending implements AutoCloseable {
        final FileChannel data;
        final FileChannel keys;
        final ByteBuffer dataBuffer = ByteBuffer.allocate(BUFFER_BYTES);
        final ByteBuffer keyBuffer = ByteBuffer.allocate(RECORD_BYTES * 4096);
        long dataLength;
        long keysLength;

        Appending(Path dataFile, Path keysFile) throws IOException {
            data = FileChannel.open(dataFile, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            keys = FileChannel.open(keysFile, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            dataLength = data.size();
            keysLength = keys.size() / RECORD_BYTES * RECORD_BYTES;
        }

        void add(byte[] record, byte[] ciphertext) throws IOException {
            if (dataBuffer.remaining() < ciphertext.length || !keyBuffer.hasRemaining()) {
                drain();
            }
            if (ciphertext.length > dataBuffer.capacity()) {
                dataLength = write(data, dataLength, ByteBuffer.wrap(ciphertext));
            } else {
                dataBuffer.put(ciphertext);
            }
            keyBuffer.put(record);
        }

        long nextOffset() {
            return dataLength + dataBuffer.position();
        }

        private void drain() throws IOException {
            dataLength = write(data, dataLength, dataBuffer.flip());
            keysLength = write(keys, keysLength, keyBuffer.flip());
            dataBuffer.clear();
            keyBuffer.clear();
        }

        private static long write(FileChannel file, long position, ByteBuffer bytes) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            return at;
        }

        void force() throws IOException {
            drain();
            data.force(true);
            keys.force(true);
        }

        @Override
        public void close() throws IOException {
            try (data) {
                keys.close();
            }
        }
    }

    /// Encrypts what a row protects for one class and returns the commitment its entry is to hold.
    ///
    /// @param submission names the submission: letters, digits, `-` and `_`, at most 80
    /// @param row the row's number in the submission
    /// @param classLetter the data class, as `M` or `R`
    public synchronized Hash protect(String submission, long row, char classLetter, byte[] plaintext) {
        return protect(submission, row, classLetter, plaintext, wrap.fresh());
    }

    /// The same, for a text whose signer chose the salt of the commitment himself (32 bytes).
    public synchronized Hash protect(String submission, long row, char classLetter, byte[] plaintext, byte[] salt) {
        return protect(submission, row, classLetter, plaintext, wrap.fresh(salt));
    }

    private Hash protect(String submission, long row, char classLetter, byte[] plaintext, KeyWrap.Secrets secrets) {
        try {
            Appending files = appending(submission);
            byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, secrets, aad(submission, row, classLetter), plaintext);
            ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES);
            record.putLong(row).putLong(files.nextOffset()).putInt(ciphertext.length);
            record.putShort((short) classLetter).putShort((short) 0).put(wrap.wrap(secrets));
            files.add(record.array(), ciphertext);
        } catch (IOException e) {
            throw stopped(e);
        }
        return Commitment.of(secrets.salt(), plaintext);
    }

    private Appending appending(String submission) throws IOException {
        if (failure != null) {
            throw new LedgerException("stopped", "the vault stopped writing: " + failure, failure);
        }
        Appending known = open.get(submission);
        if (known == null) {
            Path data = file(submission, ".data");
            createDirectories(Objects.requireNonNull(data.getParent()));
            known = new Appending(data, file(submission, ".keys"));
            open.put(submission, known);
        }
        return known;
    }

    private void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            disk.forceDirectory(rows);
            Path vault = Objects.requireNonNull(rows.getParent());
            disk.forceDirectory(vault);
            disk.forceDirectory(Objects.requireNonNull(vault.getParent()));
        }
    }

    private LedgerException stopped(IOException cause) {
        failure = cause;
        return new LedgerException("stopped", "the vault could not write: " + cause, cause);
    }

    /// Returns once everything protected so far is durable. A failure stops the vault: nothing is retried.
    public synchronized void force() {
        try {
            for (var submission : open.entrySet()) {
                try (Appending files = submission.getValue()) {
                    files.force();
                }
                disk.forceDirectory(Objects.requireNonNull(
                        file(submission.getKey(), ".keys").getParent()));
            }
            open.clear();
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /// The protected text behind a commitment; empty where it was erased or never was here. Refuses with `damaged` what
    /// decrypts to something else.
    public synchronized Optional<byte[]> reveal(String submission, long row, char classLetter, Hash commitment) {
        try {
            for (ByteBuffer record : records(submission, row, classLetter)) {
                byte[] wrapped = new byte[KeyWrap.WRAPPED_BYTES];
                record.get(24, wrapped);
                Optional<KeyWrap.Secrets> secrets = wrap.unwrap(wrapped);
                if (secrets.isPresent()) {
                    byte[] ciphertext = new byte[record.getInt(16)];
                    disk.read(file(submission, ".data"), record.getLong(8), ciphertext);
                    byte[] text =
                            crypt(Cipher.DECRYPT_MODE, secrets.get(), aad(submission, row, classLetter), ciphertext);
                    if (Commitment.of(secrets.get().salt(), text).equals(commitment)) {
                        return Optional.of(text);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes what a row protects for one class unreadable for ever; returns how many records that were.
    ///
    /// Copies of the folder made earlier still hold the key: backups of `vault/` must be short-lived.
    public synchronized int erase(String submission, long row, char classLetter) {
        force();
        Path keys = file(submission, ".keys");
        try {
            int erased = 0;
            for (ByteBuffer record : records(submission, row, classLetter)) {
                try (Disk.Open out = disk.open(keys)) {
                    out.write(
                            record.getLong(record.limit() - Long.BYTES) + 24,
                            ByteBuffer.allocate(KeyWrap.WRAPPED_BYTES));
                    out.force();
                }
                erased++;
            }
            return erased;
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /// The durable key records of a row and class, each followed by its position in the file.
    private List<ByteBuffer> records(String submission, long row, char classLetter) throws IOException {
        List<ByteBuffer> found = new ArrayList<>();
        byte[] all;
        try {
            all = disk.read(file(submission, ".keys"));
        } catch (NoSuchFileException _) {
            return found;
        }
        ByteBuffer keys = ByteBuffer.wrap(all);
        for (int at = 0; at + RECORD_BYTES <= all.length; at += RECORD_BYTES) {
            if (keys.getLong(at) == row && keys.getShort(at + 20) == (short) classLetter) {
                ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES + Long.BYTES);
                found.add(record.put(all, at, RECORD_BYTES).putLong(at).flip());
            }
        }
        return found;
    }

    private byte[] crypt(int mode, KeyWrap.Secrets secrets, byte[] aad, byte[] text) {
        try {
            cipher.init(mode, secrets.aes(), ONLY_NONCE);
            cipher.updateAAD(aad);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new LedgerException("damaged", "a protected field does not decrypt", e);
        }
    }

    private static byte[] aad(String submission, long row, char classLetter) {
        return (submission + "/" + row + "/" + classLetter).getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String submission, String suffix) {
        if (!submission.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new LedgerException("malformed", "not the name of a submission: " + submission);
        }
        return rows.resolve(submission.substring(0, Math.min(2, submission.length())))
                .resolve(submission + suffix);
    }

    /// Makes durable what was protected, unless an earlier failure stopped the vault, and closes.
    @Override
    public synchronized void close() {
        if (failure == null) {
            force();
        }
        try {
            for (Appending files : open.values()) {
                files.close();
            }
        } catch (IOException e) {
            throw stopped(e);
        }
    }
}
