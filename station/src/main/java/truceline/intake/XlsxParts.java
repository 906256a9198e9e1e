package truceline.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The XML parts of a spreadsheet file, unpacked. What a small archive swells to is measured while it is unpacked, so
/// that none takes more memory than {@link #MOST_BYTES}. Format: ZIP (PKWARE APPNOTE 6.3), stored or deflated.
/// Immutable.
final class XlsxParts {
    static final int MOST_FILE_BYTES = 32 << 20;
    static final int MOST_BYTES = 64 << 20;
    static final int MOST_PARTS = 1000;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DEFLATED = 8;

    private final SortedMap<String, byte[]> parts = new TreeMap<>();
    private long left = MOST_BYTES;

    /// Goes through the directory at the archive's end. Entries are unpacked to their end, whatever size they state, as
    /// some writers state none.
    private XlsxParts(ByteBuffer file) throws DataFormatException {
        int end = directoryEnd(file);
        int count = file.getShort(end + 10) & 0xFFFF;
        if (count > MOST_PARTS) {
            throw tooLarge();
        }
        int entry = file.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            if (file.getInt(entry) != ENTRY) {
                throw damaged();
            }
            part(file, entry);
            entry += ENTRY_BYTES
                    + (file.getShort(entry + 28) & 0xFFFF)
                    + (file.getShort(entry + 30) & 0xFFFF)
                    + (file.getShort(entry + 32) & 0xFFFF);
        }
    }

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
        try {
            return new XlsxParts(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException damaged) {
            throw damaged();
        }
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

    private static int directoryEnd(ByteBuffer file) {
        for (int at = file.limit() - END_BYTES; at >= 0; at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw damaged();
    }

    private void part(ByteBuffer file, int entry) throws DataFormatException {
        byte[] letters = new byte[file.getShort(entry + 28) & 0xFFFF];
        file.get(entry + ENTRY_BYTES, letters);
        String name = key(new String(letters, StandardCharsets.UTF_8));
        if ((file.getShort(entry + 8) & 1) != 0) {
            throw new Refusal("wrong-format", "The file has a password; save it without one.");
        }
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        int local = file.getInt(entry + 42);
        if (file.getInt(local) != LOCAL) {
            throw damaged();
        }
        int from = local + LOCAL_BYTES + (file.getShort(local + 26) & 0xFFFF) + (file.getShort(local + 28) & 0xFFFF);
        byte[] part = file.getShort(entry + 10) == DEFLATED ? inflated(file, from) : stored(file, entry, from);
        CRC32 sum = new CRC32();
        sum.update(part);
        if ((int) sum.getValue() != file.getInt(entry + 16) || parts.put(name, part) != null) {
            throw damaged();
        }
    }

    private byte[] stored(ByteBuffer file, int entry, int from) {
        if (file.getShort(entry + 10) != 0) {
            throw damaged();
        }
        int size = file.getInt(entry + 24);
        left -= size;
        if (size < 0 || left < 0) {
            throw tooLarge();
        }
        byte[] part = new byte[size];
        file.get(from, part);
        return part;
    }

    private byte[] inflated(ByteBuffer file, int from) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file.slice(from, file.limit() - from));
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 14];
            while (!inflater.finished()) {
                int some = inflater.inflate(chunk);
                if (some == 0 && !inflater.finished()) {
                    throw damaged();
                }
                left -= some;
                if (left < 0) {
                    throw tooLarge();
                }
                part.write(chunk, 0, some);
            }
            return part.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }
}
