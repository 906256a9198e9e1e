package truceline.intake.ais;

/// The bits of one message, numbered from 0, the first bit of a number being its highest. Bits behind the end
/// are not there: whoever reads asks {@link #length()} first. Immutable.
///
/// A payload carries six bits in each character: `0` to `W` are 0 to 39, the backquote to `w` are 40 to 63
/// (IEC 61162-1, 8.2.34).
public final class AisBits {
    /// Longest message: five slots hold 1,064 bits (M.1371-5, table 75).
    public static final int MOST_BITS = 1_280;

    private final byte[] sixes;
    private final int length;

    private AisBits(byte[] sixes, int length) {
        this.sixes = sixes;
        this.length = length;
    }

    /// The bits of a payload.
    ///
    /// @param payload characters of which every one passes {@link #isPayload}
    /// @param fillBits how many bits at the end only fill the last character, 0 to 5
    public static AisBits of(byte[] payload, int from, int to, int fillBits) {
        byte[] sixes = new byte[to - from];
        for (int i = from; i < to; i++) {
            sixes[i - from] = (byte) six(payload[i]);
        }
        return new AisBits(sixes, Math.max(0, sixes.length * 6 - fillBits));
    }

    /// True for a character that carries six bits.
    public static boolean isPayload(byte c) {
        return c >= '0' && c <= 'W' || c >= '`' && c <= 'w';
    }

    private static int six(byte c) {
        int value = c - '0';
        return value > 40 ? value - 8 : value;
    }

    /// How many bits there are.
    public int length() {
        return length;
    }

    /// The number without sign in up to 62 bits, all of which must be there.
    public long unsigned(int at, int bits) {
        if (at < 0 || at + bits > length) {
            throw new IllegalStateException("bits " + at + " to " + (at + bits) + " of " + length);
        }
        long value = 0;
        for (int i = at; i < at + bits; i++) {
            value = value << 1 | sixes[i / 6] >> 5 - i % 6 & 1;
        }
        return value;
    }

    /// The number in two's complement.
    public long signed(int at, int bits) {
        return unsigned(at, bits) << 64 - bits >> 64 - bits;
    }

    /// The text of six-bit characters (M.1371-5, table 47) up to the first `@`, without blanks at its end.
    /// Only characters that are wholly there count.
    public String text(int at, int bits) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i + 6 <= Math.min(length, at + bits); i += 6) {
            int six = (int) unsigned(i, 6);
            if (six == 0) {
                break;
            }
            text.append((char) (six < 32 ? six + 64 : six));
        }
        return text.toString().stripTrailing();
    }

    /// The bits from here to the end as hexadecimal digits, in whole octets, filled with 0.
    public String hex(int at, int bits) {
        StringBuilder hex = new StringBuilder();
        int end = Math.min(length, at + bits);
        for (int i = at; i < end; i += 8) {
            int there = Math.min(8, end - i);
            long octet = unsigned(i, there) << 8 - there;
            hex.append(Character.forDigit((int) octet >> 4, 16)).append(Character.forDigit((int) octet & 15, 16));
        }
        return hex.toString();
    }
}
