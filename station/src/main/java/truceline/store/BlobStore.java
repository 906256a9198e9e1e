package truceline.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
    private final BlobKeys keys;
    private final ConcurrentMap<String, KeyWrap.Secrets> fresh = new ConcurrentHashMap<>();

    /// Blobs of a station's folder for which no audience is enrolled.
    ///
    /// @param monitorKey the station's own key
    public BlobStore(Path stationDir, byte[] monitorKey) {
        this(stationDir, monitorKey, Readers.stationOnly(monitorKey));
    }

    /// Blobs of a station's folder. One that is not public holds whatever arrived, and so is for those who may read
    /// class R.
    public BlobStore(Path stationDir, byte[] monitorKey, Readers readers) {
        blobs = stationDir.resolve("blobs");
        keys = new BlobKeys(stationDir, monitorKey, readers);
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
        KeyWrap.Secrets secrets = keys.fresh();
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
        keys.store(name, secrets);
        place(temporary, kept);
        fresh.put(name, secrets);
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
        Path directory = BlobKeys.durableDirectory(disk, path);
        if (!Files.exists(path)) {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        }
        disk.forceDirectory(directory);
        return name;
    }

    private Path path(String sha256) {
        return path(blobs, sha256);
    }

    private static Path path(Path blobs, String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// Forgets the key of a blob that was just kept: from now on only its audience opens it.
    public void settle(Blob kept) {
        fresh.remove(kept.sha256());
    }

    /// The bytes that arrived, by the station's own key, or while a blob is being read for the first time. Reading
    /// fails
    /// where the stored bytes do not decrypt or do not fit the commitment, and with `absent` where the blob is not
    /// here, its key has been erased, or is for others.
    public InputStream open(Blob blob) throws IOException {
        return open(blob, keys.station());
    }

    /// The bytes that arrived, by an audience's key.
    public InputStream open(Blob blob, AudienceSecret audience) throws IOException {
        checkName(blob.sha256());
        Hash commitment = blob.commitment();
        if (commitment == null) {
            return openKept(blob.sha256());
        }
        KeyWrap.Secrets secrets = secrets(blob.sha256(), audience);
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

    private KeyWrap.Secrets secrets(String sha256, AudienceSecret audience) throws IOException {
        KeyWrap.Secrets known = fresh.get(sha256);
        return known != null
                ? known
                : keys.find(sha256, audience)
                        .orElseThrow(() -> new LedgerException(
                                "absent",
                                "the key of blob " + sha256 + " is not here for "
                                        + audience.key().name()));
    }

    /// Makes a blob unreadable for ever and returns once that is durable: of an encrypted one the key is overwritten,
    /// the ciphertext and its hash stay; a public one is overwritten and removed.
    public void erase(String sha256) throws IOException {
        checkName(sha256);
        fresh.remove(sha256);
        keys.erase(sha256);
        if (!keys.has(sha256) && Files.exists(path(sha256))) {
            remove(path(sha256));
        }
    }

    private void remove(Path file) throws IOException {
        BlobKeys.overwrite(disk, file, 0);
        Files.delete(file);
        disk.forceDirectory(Objects.requireNonNull(file.getParent()));
    }

    /// True once nothing in this folder opens the blob any more.
    public boolean isErased(String sha256) throws IOException {
        checkName(sha256);
        return keys.has(sha256) ? keys.wraps(sha256).isEmpty() : !Files.exists(path(sha256));
    }

    /// The wrapped keys of a blob that are not erased, for finding copies of them.
    public List<byte[]> wraps(String sha256) throws IOException {
        return keys.wraps(sha256);
    }

    /// Says of a file that was read to its end which of its protected rows were held already, by their identities: a
    /// redaction of such a row must reach this file too. Durable once it returns.
    public void noteHeld(String sha256, Collection<String> identities) throws IOException {
        checkName(sha256);
        keys.noteHeld(sha256, identities);
    }

    /// Whether a file may hold a row of that identity that was held before it came; true where nobody noted it.
    public boolean mayHold(String sha256, String identity) throws IOException {
        return keys.mayHold(sha256, identity);
    }

    /// Forgets a blob that nothing refers to: a fresh encrypted one goes, a public one stays, for it may be another's
    /// too.
    public void discard(Blob unused) throws IOException {
        if (unused.isEncrypted()) {
            erase(unused.sha256());
            Files.deleteIfExists(path(unused.sha256()));
            keys.delete(unused.sha256());
        }
    }

    /// Erases and removes whatever no entry refers to: files on their way when a crash came, and blobs that a crash
    /// kept
    /// from being entered. Returns how many files that were.
    ///
    /// @param named every blob that an entry names
    public int removeUnnamed(Set<String> named) throws IOException {
        int removed = 0;
        for (Path folder : List.of(blobs, keys.folder())) {
            for (Path file : filesIn(folder)) {
                String name = String.valueOf(file.getFileName());
                boolean isName = name.matches("[0-9a-f]{64}(\\.[a-z]+)?");
                boolean isSpooled = file.startsWith(blobs.resolve("spool"));
                if (isSpooled || isName && !named.contains(name.substring(0, 64))) {
                    remove(file);
                    removed++;
                }
            }
        }
        return removed;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static void checkName(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new LedgerException("malformed", "a blob is named by 64 hex digits: " + sha256);
        }
    }
}
