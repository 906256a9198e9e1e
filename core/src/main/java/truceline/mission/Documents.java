package truceline.mission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;

/// Documents that are too large for one entry: parts come one after the other, and the whole is known by its SHA-256.
public final class Documents {
    /// Most characters of text in one part, so that an entry stays near 16 KiB after escaping.
    private static final int PART = 12_000;

    private final SortedMap<String, byte[]> whole = new TreeMap<>();
    private final StringBuilder open = new StringBuilder();
    private String openHash = "";
    private int nextPart;

    /// No documents.
    Documents() {}

    /// The documents that {@link #write} wrote.
    Documents(ArrayReader in) {
        for (long left = in.number(); left > 0; left--) {
            whole.put(in.text(), in.bytes());
        }
        openHash = in.text();
        nextPart = (int) in.number();
        open.append(in.text());
    }

    /// Writes all documents, and what is there of the one whose parts are not all entered yet.
    void write(ArrayWriter out) {
        out.number(whole.size());
        whole.forEach((hash, bytes) -> out.text(hash).bytes(bytes));
        out.text(nextPart == 0 ? "" : openHash).number(nextPart).text(open.toString());
    }

    /// Cuts a document into entries.
    public static List<Entry.DocumentPart> parts(String kind, byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        String hash = sha256(document);
        List<String> cuts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PART);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            cuts.add(text.substring(from, to));
            from = to;
        }
        List<Entry.DocumentPart> parts = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            parts.add(new Entry.DocumentPart(kind, hash, i, cuts.size(), cuts.get(i)));
        }
        return parts;
    }

    /// SHA-256 in lower-case hexadecimal.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(long index, Entry.DocumentPart part) {
        boolean starts = part.part() == 0;
        boolean goesOn = part.part() == nextPart && part.sha256().equals(openHash);
        if (!starts && !goesOn || starts && nextPart != 0 || part.part() >= part.parts()) {
            throw new CannotCheck(index, "part " + part.part() + " of a document stands out of order");
        }
        if (starts) {
            open.setLength(0);
            openHash = part.sha256();
        }
        open.append(part.text());
        nextPart = part.part() + 1;
        if (nextPart == part.parts()) {
            byte[] bytes = open.toString().getBytes(StandardCharsets.UTF_8);
            if (!sha256(bytes).equals(openHash)) {
                throw new CannotCheck(index, "the document is not the one whose hash it carries");
            }
            whole.put(openHash, bytes);
            open.setLength(0);
            nextPart = 0;
        }
    }

    /// True where the document with that hash is whole.
    public boolean has(String sha256) {
        return whole.containsKey(sha256);
    }

    byte[] get(long index, String sha256) {
        byte[] bytes = whole.get(sha256);
        if (bytes == null) {
            throw new CannotCheck(index, "document " + sha256 + " was not entered before");
        }
        return bytes;
    }
}
