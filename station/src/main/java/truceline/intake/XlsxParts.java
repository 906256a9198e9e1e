package truceline.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The XML parts of a spreadsheet file, unpacked. What a small archive swells to is measured while it is unpacked, so
/// that none takes more memory than {@link #MOST_BYTES}. Immutable.
final class XlsxParts {
    static final int MOST_FILE_BYTES = 32 << 20;
    static final int MOST_BYTES = 64 << 20;
    static final int MOST_PARTS = 1000;

    private final SortedMap<String, byte[]> parts = new TreeMap<>();

    private XlsxParts() {}

    /// @throws Refusal where the file is no ZIP archive, is damaged, or is too large
    /// @throws IOException where the disk fails
    static XlsxParts read(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_FILE_BYTES + 1);
        if (bytes.length == 0) {
            throw new Refusal("empty-file", "The file is empty; it needs at least a header row.");
        }
        if (bytes.length > MOST_FILE_BYTES) {
            throw tooLarge();
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw new Refusal(
                    "wrong-format", "This is an old XLS file or one with a password; save it as XLSX without one.");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new Refusal("wrong-format", "This is no XLSX file.");
        }
        XlsxParts unpacked = new XlsxParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            unpacked.unpack(zip);
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged();
        }
        return unpacked;
    }

    /// The bytes of a part, or null where the file has none of that name. Case makes no difference.
    byte @Nullable [] find(String name) {
        return parts.get(key(name));
    }

    static Refusal damaged() {
        return new Refusal("damaged-xlsx", "The spreadsheet file is damaged; save it anew and send it again.");
    }

    static Refusal tooLarge() {
        return new Refusal(
                "too-large",
                "The spreadsheet is larger than is unpacked; save the sheet as CSV, which has no such limit.");
    }

    private void unpack(ZipInputStream zip) throws IOException {
        long left = MOST_BYTES;
        byte[] chunk = new byte[1 << 14];
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++count > MOST_PARTS) {
                throw tooLarge();
            }
            String name = key(entry.getName());
            boolean wanted = name.endsWith(".xml") || name.endsWith(".rels");
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw tooLarge();
                }
                if (wanted) {
                    part.write(chunk, 0, read);
                }
            }
            if (wanted && parts.put(name, part.toByteArray()) != null) {
                throw damaged();
            }
        }
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }
}
