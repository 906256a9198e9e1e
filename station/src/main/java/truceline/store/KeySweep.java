package truceline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Finds copies of wrapped keys anywhere in a station's folder, byte for byte, and overwrites them: of `vault/` copied
/// aside, of a key file saved under another name. The record itself, its lock and log, and received files are not
/// looked into; the keys' own files are left to [Vault] and [BlobStore], which come last. Stateless.
public final class KeySweep {
    private static final List<String> LEFT_ALONE = List.of("ledger", "wal", "lock", "keys");
    private static final String OWN = "vault/rows/[^/]{1,2}/[A-Za-z0-9_-]+(\\.[0-9]+)?(\\.[A-Z])?\\.(keys|data)"
            + "|vault/blobs/[0-9a-f]{2}/[0-9a-f]{64}\\.keys?"
            + "|blobs/[0-9a-f]{2}/[0-9a-f]{64}";
    private static final int BLOCK = 1 << 20;

    private KeySweep() {}

    /// Overwrites every copy and returns once that is durable; returns how many there were.
    public static int erase(Path stationDir, List<byte[]> wraps) throws IOException {
        List<byte[]> wanted = new ArrayList<>();
        for (byte[] wrap : wraps) {
            int each = wrap.length % KeyRecords.WRAP_BYTES == 0 ? KeyRecords.WRAP_BYTES : wrap.length;
            for (int at = 0; at < wrap.length; at += each) {
                wanted.add(Arrays.copyOfRange(wrap, at, at + each));
            }
        }
        if (wanted.isEmpty()) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(stationDir)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            isSearched(stationDir.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
        int erased = 0;
        for (Path file : files) {
            erased += eraseIn(file, wanted);
        }
        return erased;
    }

    private static boolean isSearched(String path) {
        int slash = path.indexOf('/');
        return !LEFT_ALONE.contains(slash < 0 ? path : path.substring(0, slash)) && !path.matches(OWN);
    }

    private static int eraseIn(Path file, List<byte[]> wanted) throws IOException {
        List<Long> places = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        boolean[] starts = new boolean[1 << 16];
        wanted.forEach(each -> starts[start(each, 0)] = true);
        int longest = wanted.stream().mapToInt(each -> each.length).max().orElseThrow();
        byte[] block = new byte[BLOCK + longest];
        long base = 0;
        int held = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.readNBytes(block, held, block.length - held);
                int length = held + read;
                boolean isLast = length < block.length;
                int end = isLast ? length - 1 : length - longest;
                for (int at = 0; at < end; at++) {
                    if (starts[start(block, at)]) {
                        note(block, at, length, base, wanted, places, lengths);
                    }
                }
                if (isLast) {
                    break;
                }
                System.arraycopy(block, end, block, 0, longest);
                held = longest;
                base += end;
            }
        }
        overwrite(file, places, lengths);
        return places.size();
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static void note(
            byte[] block,
            int at,
            int length,
            long base,
            List<byte[]> wanted,
            List<Long> places,
            List<Integer> lengths) {
        for (byte[] each : wanted) {
            if (at + each.length <= length && Arrays.equals(block, at, at + each.length, each, 0, each.length)) {
                places.add(base + at);
                lengths.add(each.length);
            }
        }
    }

    private static void overwrite(Path file, List<Long> places, List<Integer> lengths) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        try (Disk.Open out = new PosixDisk().open(file)) {
            for (int i = 0; i < places.size(); i++) {
                out.write(places.get(i), ByteBuffer.allocate(lengths.get(i)));
            }
            out.force();
        }
    }
}
