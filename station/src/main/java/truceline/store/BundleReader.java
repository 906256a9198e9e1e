package truceline.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import truceline.ledger.EntryBundle;
import truceline.ledger.LedgerException;
import truceline.ledger.Sha256;
import truceline.ledger.Tile;

/// Reads a bundle that anybody may have made: nothing is unpacked to disk, and memory is bounded.
///
/// Any zip file will do, compressed or not, that keeps within the limits below and whose names stay below its root;
/// all else is refused with `malformed` when it is opened. Safe for many threads.
public final class BundleReader implements AutoCloseable {
    /// Files in one bundle.
    public static final int MOST_FILES = 200_000;

    /// Bytes of all files together, 64 GiB.
    public static final long MOST_BYTES = 1L << 36;

    /// The largest file that is read as a whole: a full bundle of the longest entries.
    public static final int MOST_WHOLE_BYTES = Tile.WIDTH * (2 + EntryBundle.MAX_ENTRY_BYTES);

    /// Compressed text seldom shrinks to a thirtieth; whatever grows more than this is made to fill a machine.
    private static final int MOST_GROWTH = 100;

    private static final int SMALL_BYTES = 1 << 16;
    private static final int LONGEST_NAME = 255;

    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

    private BundleReader(ZipFile zip) {
        this.zip = zip;
    }

    /// Opens a bundle and checks its list of files.
    ///
    /// @param streamed beginning of the names of files that are only ever streamed and may be large
    public static BundleReader open(Path file, String streamed) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            throw new LedgerException("malformed", "it is not a whole zip file", e);
        }
        BundleReader reader = new BundleReader(zip);
        try {
            reader.list(Files.size(file), streamed);
        } catch (LedgerException | IllegalArgumentException e) {
            zip.close();
            throw new LedgerException("malformed", String.valueOf(e.getMessage()), e);
        }
        return reader;
    }

    private void list(long fileBytes, String streamed) {
        if (zip.size() > MOST_FILES) {
            throw malformed("it holds more than " + MOST_FILES + " files");
        }
        long packed = 0;
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            checkName(name);
            long size = entry.getSize();
            packed += entry.getCompressedSize();
            unpacked += size;
            boolean grows = size > SMALL_BYTES && size / MOST_GROWTH > entry.getCompressedSize();
            if (size < 0 || grows || packed > fileBytes || unpacked > MOST_BYTES) {
                throw malformed("'" + name + "' would unpack to more than its bytes can honestly hold");
            }
            if (size > MOST_WHOLE_BYTES && !name.startsWith(streamed)) {
                throw malformed("'" + name + "' has " + size + " bytes, more than any file of its kind");
            }
            if (!entry.isDirectory() && entries.put(name, entry) != null) {
                throw malformed("'" + name + "' stands in it twice");
            }
        }
    }

    private static void checkName(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean good = path.length() <= LONGEST_NAME && path.chars().noneMatch(c -> c < 0x20 || c == '\\' || c == ':');
        for (String part : path.split("/", -1)) {
            good &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        if (!good) {
            throw malformed("a name in it leads elsewhere or is none: '" + printable(name) + "'");
        }
    }

    private static String printable(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    private static LedgerException malformed(String sentence) {
        return new LedgerException("malformed", sentence);
    }

    /// The names of all files, sorted.
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /// The bytes of a file that is not a streamed one; of a damaged one those that can still be read.
    public byte[] read(String name) {
        ZipEntry entry = entry(name);
        byte[] out = new byte[(int) Math.min(entry.getSize(), MOST_WHOLE_BYTES)];
        int at = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(out, at, out.length - at); read > 0; read = in.read(out, at, out.length - at)) {
                at += read;
            }
        } catch (ZipException | EOFException _) {
            return Arrays.copyOf(out, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return at == out.length ? out : Arrays.copyOf(out, at);
    }

    /// The SHA-256 of a file in lower-case hexadecimal; the empty text where its bytes are not those the zip file's
    /// list tells of.
    public String sha256(String name) {
        ZipEntry entry = entry(name);
        MessageDigest digest = Sha256.start();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read > 0 && size <= entry.getSize(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                crc.update(buffer, 0, read);
                size += read;
            }
        } catch (ZipException | EOFException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean whole = size == entry.getSize() && crc.getValue() == entry.getCrc();
        return whole ? HexFormat.of().formatHex(digest.digest()) : "";
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new LedgerException("absent", "the bundle holds no " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
