package truceline.store;

import java.util.Arrays;
import truceline.ledger.LedgerException;

/// Text of a length that tells little: the text, the byte 80, and zeros up to 256, 1,024, 4,096, 16,384 or 65,536
/// bytes,
/// beyond that up to the next multiple of 65,536. Stateless.
final class PaddedText {
    private static final int SMALLEST = 256;
    private static final int LARGEST = 65_536;
    private static final byte END = (byte) 0x80;

    private PaddedText() {}

    static byte[] of(byte[] text) {
        int size = SMALLEST;
        while (size <= text.length && size < LARGEST) {
            size *= 4;
        }
        if (size <= text.length) {
            size = (text.length / LARGEST + 1) * LARGEST;
        }
        byte[] padded = Arrays.copyOf(text, size);
        padded[text.length] = END;
        return padded;
    }

    /// The text without what was added; refuses with `damaged` where nothing was.
    static byte[] text(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != END) {
            throw new LedgerException("damaged", "a protected text has no end");
        }
        return Arrays.copyOf(padded, end);
    }
}
