package truceline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Up to 256 entries in one file, each after its length as two bytes, high byte first (C2SP tlog-tiles, log entries).
public final class EntryBundle {
    /// The longest entry the length prefix can say.
    public static final int MAX_ENTRY_BYTES = 65_535;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            length += 2 + checked(entry).length;
        }
        byte[] out = new byte[length];
        int at = 0;
        for (byte[] entry : entries) {
            out[at] = (byte) (entry.length >> 8);
            out[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, out, at + 2, entry.length);
            at += 2 + entry.length;
        }
        return out;
    }

    /// Exactly `count` entries and not a byte more.
    public static List<byte[]> decode(byte[] bundle, int count) {
        List<byte[]> entries = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = at + 2 <= bundle.length ? (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff : -1;
            if (length < 0 || at + 2 + length > bundle.length) {
                throw LedgerException.malformed("the bundle ends within entry " + i + " of " + count);
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        if (at != bundle.length) {
            throw LedgerException.malformed((bundle.length - at) + " bytes after the last entry of the bundle");
        }
        return entries;
    }

    /// The first entry of a bundle, whatever follows it.
    public static byte[] first(byte[] bundle) {
        int length = bundle.length >= 2 ? (bundle[0] & 0xff) << 8 | bundle[1] & 0xff : -1;
        if (length < 0 || length + 2 > bundle.length) {
            throw LedgerException.malformed("the bundle ends within its first entry");
        }
        return Arrays.copyOfRange(bundle, 2, 2 + length);
    }

    /// The entry itself, or a refusal of one that is too long.
    public static byte[] checked(byte[] entry) {
        if (entry.length > MAX_ENTRY_BYTES) {
            throw LedgerException.malformed("an entry has at most 65535 bytes, not " + entry.length);
        }
        return entry;
    }
}
