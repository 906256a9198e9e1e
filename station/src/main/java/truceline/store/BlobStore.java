package truceline.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Sha256;

/// Files as they were received, under the SHA-256 of the bytes kept: `blobs/<2>/<sha256>`.
///
/// A public file is kept as it is, a non-public one encrypted under a key of its own, which is wrapped in
/// `vault/blobs/`. A blob that [#keep] returned is durable, name and all. Memory is bounded whatever the size. Safe for
/// many threads.
public final class BlobStore {
    private static final AtomicLong SPOOLED = new AtomicLong();

    private final PosixDisk disk = new PosixDisk();
    private final Path blobs;
    private final Path keys;
    private final byte[] audienceKey;

    /// Blobs of a station's folder.
    ///
    /// @param monitorKey the key of the audience of all blobs that are not public
    public BlobStore(Path stationDir, byte[] monitorKey) {
        blobs = stationDir.resolve("blobs");
        keys = stationDir.resolve("vault").resolve("blobs");
        audienceKey = monitorKey.clone();
    }

    /// Keeps everything `in` holds and closes it. The same public bytes kept again are one blob; an encrypted one is
    /// new each time.
    public Blob keep(InputStream in, boolean isPublic) throws IOException {
        Path spool = blobs.resolve("spool");
        Files.createDirectories(spool);
        Path temporary = spool.resolve(ProcessHandle.current().pid() + "-" + SPOOLED.incrementAndGet());
        try (in) {
            return isPublic ? keepPublic(in, temporary) : keepEncrypted(in, temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Blob keepPublic(InputStream in, Path temporary) throws IOException {
        MessageDigest digest = Sha256.start();
        long size;
        try (FileChannel file = create(temporary)) {
            size = in.transferTo(hashing(file, digest));
            file.force(true);
        }
        return new Blob(place(temporary, digest), size, null);
    }

    private Blob keepEncrypted(InputStream in, Path temporary) throws IOException {
        KeyWrap wrap = new KeyWrap(audienceKey);
        KeyWrap.Secrets secrets = wrap.fresh();
        byte[] prefix = new byte[SegmentCipher.PREFIX_BYTES];
        new SecureRandom().nextBytes(prefix);
        SegmentCipher cipher = new SegmentCipher(secrets.aes(), prefix);
        MessageDigest kept = Sha256.start();
        MessageDigest arrived = Sha256.start();
        long[] size = new long[1];
        try (FileChannel file = create(temporary)) {
            OutputStream out = hashing(file, kept);
            out.write(cipher.header());
            cipher.encrypt(in, out, (bytes, length, last) -> {
                arrived.update(bytes, 0, length);
                size[0] += length;
            });
            file.force(true);
        }
        String name = HexFormat.of().formatHex(((MessageDigest) cloned(kept)).digest());
        storeKey(name, wrap.wrap(secrets));
        place(temporary, kept);
        return new Blob(name, size[0], Commitment.of(secrets.salt(), arrived.digest()));
    }

    private static Object cloned(MessageDigest digest) {
        try {
            return digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be cloned", e);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    private static OutputStream hashing(FileChannel file, MessageDigest digest) {
        return new FilterOutputStream(Channels.newOutputStream(file)) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                digest.update(bytes, offset, length);
                out.write(bytes, offset, length);
            }
        };
    }

    private String place(Path temporary, MessageDigest digest) throws IOException {
        String name = HexFormat.of().formatHex(digest.digest());
        Path path = path(name);
        Path directory = directoryOf(path);
        if (!Files.exists(path)) {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        }
        disk.forceDirectory(directory);
        return name;
    }

    private void storeKey(String name, byte[] wrapped) throws IOException {
        Path path = keyPath(name);
        Path directory = directoryOf(path);
        disk.write(Map.of(path, wrapped));
        disk.forceDirectory(directory);
    }

    /// The directory a file is to stand in, made durable together with those above it.
    private Path directoryOf(Path path) throws IOException {
        Path directory = Objects.requireNonNull(path.getParent());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Path parent = Objects.requireNonNull(directory.getParent());
            disk.forceDirectory(parent);
            disk.forceDirectory(Objects.requireNonNull(parent.getParent()));
        }
        return directory;
    }

    private Path path(String sha256) {
        return path(blobs, sha256);
    }

    private static Path path(Path blobs, String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path keyPath(String sha256) {
        return keys.resolve(sha256.substring(0, 2)).resolve(sha256 + ".key");
    }

    /// The bytes that arrived. Reading fails where the stored bytes do not decrypt or do not fit the commitment, and
    /// with `absent` where the blob is not here or its key has been erased.
    public InputStream open(Blob blob) throws IOException {
        checkName(blob.sha256());
        Hash commitment = blob.commitment();
        if (commitment == null) {
            return openKept(blob.sha256());
        }
        KeyWrap.Secrets secrets = secrets(blob.sha256());
        InputStream in = openKept(blob.sha256());
        MessageDigest arrived = Sha256.start();
        return SegmentCipher.of(secrets.aes(), in).decrypt(in, (bytes, length, last) -> {
            arrived.update(bytes, 0, length);
            if (last && !Commitment.of(secrets.salt(), arrived.digest()).equals(commitment)) {
                throw new IOException("blob " + blob.sha256() + " does not fit its commitment");
            }
        });
    }

    /// The bytes kept, encrypted where the blob is.
    public InputStream openKept(String sha256) throws IOException {
        return openKept(blobs, sha256);
    }

    /// The bytes of a public blob of a station's folder, which takes no key.
    public static InputStream openPublic(Path stationDir, String sha256) throws IOException {
        return openKept(stationDir.resolve("blobs"), sha256);
    }

    private static InputStream openKept(Path blobs, String sha256) throws IOException {
        checkName(sha256);
        try {
            return Files.newInputStream(path(blobs, sha256));
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", "no blob " + sha256, e);
        }
    }

    private KeyWrap.Secrets secrets(String sha256) throws IOException {
        try {
            return new KeyWrap(audienceKey)
                    .unwrap(Files.readAllBytes(keyPath(sha256)))
                    .orElseThrow(() -> new LedgerException("absent", "the key of blob " + sha256 + " is not here"));
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", "the key of blob " + sha256 + " is not here", e);
        }
    }

    /// Makes an encrypted blob unreadable for ever by overwriting its key. The ciphertext and its hash stay.
    public void erase(String sha256) throws IOException {
        checkName(sha256);
        Path key = keyPath(sha256);
        if (Files.exists(key)) {
            try (Disk.Open file = disk.open(key)) {
                file.write(0, ByteBuffer.allocate(KeyWrap.WRAPPED_BYTES));
                file.force();
            }
        }
    }

    /// Forgets a blob that nothing refers to: a fresh encrypted one goes, a public one stays, for it may be another's
    /// too.
    public void discard(Blob unused) throws IOException {
        if (unused.isEncrypted()) {
            Files.deleteIfExists(path(unused.sha256()));
            Files.deleteIfExists(keyPath(unused.sha256()));
        }
    }

    private static void checkName(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new LedgerException("malformed", "a blob is named by 64 hex digits: " + sha256);
        }
    }
}
