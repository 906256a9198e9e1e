package truceline.ledger;

import java.math.BigInteger;

/// Tells whether 32 bytes are the one encoding of a point of edwards25519 whose order is the prime L.
///
/// A point with a part of order 2, 4 or 8 is a key, or the first half of a signature, on which verifiers
/// that multiply by the cofactor and those that do not disagree; without one they cannot. Such points
/// never come from an honest signer. The test is L times the point, by the ladder of RFC 7748, 5, on u =
/// (1 + y) / (1 - y), which is 0 for no point off the curve either. About a third of a millisecond. It
/// handles only what is public: not constant-time.
final class PrimeOrder {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /// (A + 2) / 4 of the Montgomery curve v² = u³ + Au² + u, A = 486662.
    private static final long[] A24 = limbs(BigInteger.valueOf(121666));

    private static final int LIMBS = 10;

    private PrimeOrder() {}

    static boolean test(byte[] encoded) {
        byte[] bigEndian = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bigEndian[i] = encoded[encoded.length - 1 - i];
        }
        BigInteger y = new BigInteger(1, bigEndian).clearBit(255);
        // The orders 1 and 2, where u is infinite or 0 and the ladder has no footing; then spellings not below p.
        if (y.equals(BigInteger.ONE) || y.compareTo(P.subtract(BigInteger.ONE)) >= 0) {
            return false;
        }
        return isInfinity(
                limbs(y.add(BigInteger.ONE).mod(P)),
                limbs(BigInteger.ONE.subtract(y).mod(P)));
    }

    /// Whether L times the point with u = `u` / `w` is the neutral element.
    private static boolean isInfinity(long[] u, long[] w) {
        long[] lowU = limbs(BigInteger.ONE);
        long[] lowW = limbs(BigInteger.ZERO);
        long[] highU = u;
        long[] highW = w;
        for (int bit = L.bitLength() - 1; bit >= 0; bit--) {
            long[] cross = times(minus(highU, highW), plus(lowU, lowW));
            long[] other = times(plus(highU, highW), minus(lowU, lowW));
            long[] sumU = times(w, squared(plus(cross, other)));
            long[] sumW = times(u, squared(minus(cross, other)));
            boolean isSet = L.testBit(bit);
            long[] a = squared(isSet ? plus(highU, highW) : plus(lowU, lowW));
            long[] b = squared(isSet ? minus(highU, highW) : minus(lowU, lowW));
            long[] difference = minus(a, b);
            long[] doubleU = times(a, b);
            long[] doubleW = times(difference, plus(b, times(A24, difference)));
            lowU = isSet ? sumU : doubleU;
            lowW = isSet ? sumW : doubleW;
            highU = isSet ? doubleU : sumU;
            highW = isSet ? doubleW : sumW;
        }
        return value(lowW).signum() == 0;
    }

    /// Limb i weighs 2^ceil(25.5 i); limbs may be negative and, between products, a bit longer than 26 bits.
    private static long[] limbs(BigInteger value) {
        long[] out = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            out[i] = value.shiftRight(weight(i)).longValue() & (1L << width(i)) - 1;
        }
        return out;
    }

    private static BigInteger value(long[] limbs) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < LIMBS; i++) {
            sum = sum.add(BigInteger.valueOf(limbs[i]).shiftLeft(weight(i)));
        }
        return sum.mod(P);
    }

    private static int weight(int limb) {
        return (51 * limb + 1) / 2;
    }

    private static int width(int limb) {
        return 26 - (limb & 1);
    }

    private static long[] plus(long[] a, long[] b) {
        long[] out = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            out[i] = a[i] + b[i];
        }
        return out;
    }

    private static long[] minus(long[] a, long[] b) {
        long[] out = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }

    private static long[] squared(long[] a) {
        return times(a, a);
    }

    /// Two odd limbs weigh one bit more together than the limb they add up to; 2^255 is 19.
    private static long[] times(long[] a, long[] b) {
        long[] product = new long[2 * LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            for (int j = 0; j < LIMBS; j++) {
                product[i + j] += a[i] * b[j] << (i & j & 1);
            }
        }
        long[] out = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            out[i] = product[i] + 19 * product[i + LIMBS];
        }
        carry(out);
        carry(out);
        return out;
    }

    private static void carry(long[] limbs) {
        for (int i = 0; i < LIMBS; i++) {
            long over = limbs[i] >> width(i);
            limbs[i] -= over << width(i);
            limbs[(i + 1) % LIMBS] += i == LIMBS - 1 ? 19 * over : over;
        }
    }
}
