package truceline.store;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Hash;

/// A snapshot in a file: a head that says of which tree it is and is sealed with a key of the station, and the bytes of
/// the state, known by the SHA-256 of the SHA-256 of its parts, so that several threads can check them. Layout:
/// `spec/snapshot.md`.
///
/// Written beside its final name and moved there whole. What does not hold in every part is not found; it is never a
/// fault, because a snapshot can always be made again.
///
/// @param size entries of the tree that it stands for
/// @param root root of that tree, as the writer knew it
/// @param sha256 over the SHA-256 of each part of the state
/// @param state the bytes, mapped from the file
public record SnapshotFile(long size, Hash root, Hash sha256, MemorySegment state) {
    private static final long MAGIC = 0x32504E53434C5254L;
    private static final int VERSION_AT = 8;
    private static final int SIZE_AT = 16;
    private static final int ROOT_AT = 24;
    private static final int LENGTH_AT = 56;
    private static final int SHA256_AT = 64;
    private static final int SEAL_AT = 96;
    private static final int HEAD = 128;
    private static final int PART = 1 << 20;
    private static final byte[] PURPOSE = "truceline/snapshot/v1".getBytes(StandardCharsets.US_ASCII);

    /// Where a station keeps its snapshot.
    public static Path in(Path stationDir) {
        return stationDir.resolve("state").resolve("snapshot");
    }

    /// Writes a snapshot in place of the one before.
    ///
    /// @param key secret of the station, from which the key of the seal is made
    /// @param state writes the state's bytes
    public static void write(Path file, byte[] key, int version, long size, Hash root, Consumer<OutputStream> state)
            throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = KeyFiles.create(fresh)) {
                channel.position(HEAD);
                Digesting bytes = new Digesting(channel);
                state.accept(bytes);
                ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
                head.putLong(MAGIC).putLong(version).putLong(size).put(root.bytes());
                head.putLong(bytes.length).put(bytes.hash().bytes());
                head.put(seal(key, Arrays.copyOf(head.array(), SEAL_AT))).flip();
                channel.position(0);
                while (head.hasRemaining()) {
                    channel.write(head);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            new PosixDisk().forceDirectory(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// The snapshot in a file, where it is whole, of this version, and sealed with this station's key.
    public static Optional<SnapshotFile> find(Path file, byte[] key, int version) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all = map(channel);
            if (all.byteSize() < HEAD) {
                return Optional.empty();
            }
            byte[] bytes = all.asSlice(0, HEAD).toArray(ValueLayout.JAVA_BYTE);
            ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            MemorySegment state = all.asSlice(HEAD);
            Hash sha256 = Hash.at(bytes, SHA256_AT);
            boolean holds = head.getLong(0) == MAGIC
                    && head.getLong(VERSION_AT) == version
                    && head.getLong(LENGTH_AT) == state.byteSize()
                    && MessageDigest.isEqual(
                            seal(key, Arrays.copyOf(bytes, SEAL_AT)), Arrays.copyOfRange(bytes, SEAL_AT, HEAD))
                    && sha256(state).equals(sha256);
            return holds
                    ? Optional.of(new SnapshotFile(head.getLong(SIZE_AT), Hash.at(bytes, ROOT_AT), sha256, state))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // mapped as long as anything reads from it
    private static MemorySegment map(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }

    /// The hash of what a writer writes.
    public static Hash sha256(Consumer<OutputStream> state) {
        Digesting bytes = new Digesting(null);
        state.accept(bytes);
        return bytes.hash();
    }

    private static Hash sha256(MemorySegment state) {
        MessageDigest whole = WalFormat.sha256();
        LongStream.range(0, Math.ceilDiv(state.byteSize(), (long) PART))
                .parallel()
                .mapToObj(part -> sha256(state, part * PART))
                .forEachOrdered(whole::update);
        return Hash.of(whole.digest());
    }

    private static byte[] sha256(MemorySegment state, long from) {
        byte[] part = new byte[(int) Math.min(PART, state.byteSize() - from)];
        MemorySegment.copy(state, ValueLayout.JAVA_BYTE, from, part, 0, part.length);
        return WalFormat.sha256().digest(part);
    }

    private static byte[] seal(byte[] key, byte[] head) {
        return hmac(hmac(key, PURPOSE), head);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    /// Hashes and counts what passes through to a file, where there is one.
    private static final class Digesting extends OutputStream {
        private final @Nullable FileChannel channel;
        private final MessageDigest part = WalFormat.sha256();
        private final MessageDigest whole = WalFormat.sha256();
        private long length;

        Digesting(@Nullable FileChannel channel) {
            this.channel = channel;
        }

        Hash hash() {
            if (length % PART > 0) {
                whole.update(part.digest());
            }
            return Hash.of(whole.digest());
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int at = from; at < from + count; ) {
                int some = Math.min(from + count - at, PART - (int) (length % PART));
                part.update(bytes, at, some);
                length += some;
                at += some;
                if (length % PART == 0) {
                    whole.update(part.digest());
                }
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
            while (channel != null && buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
