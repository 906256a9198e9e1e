package truceline.ledger;

import java.math.BigInteger;

/// Tells whether 32 bytes are the one encoding of a point of edwards25519 whose order is the prime L.
///
/// A point with a part of order 2, 4 or 8 is a key, or the first half of a signature, on which verifiers
/// that multiply by the cofactor and those that do not disagree; without one they cannot. Such points
/// never come from an honest signer. The test is L times the point, by the ladder of RFC 7748, 5, on u =
/// (1 + y) / (1 - y), which is 0 for no point off the curve either. It
/// handles only what is public: not constant-time.
final class PrimeOrder {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /// (A + 2) / 4 of the Montgomery curve v² = u³ + Au² + u, A = 486662.
    private static final long[] A24 = limbs(BigInteger.valueOf(121666));

    private static final int LIMBS = 5;
    private static final int WIDTH = 51;
    private static final long MASK = (1L << WIDTH) - 1;
    private static final long TWICE_P_LOW = 2 * (MASK - 18);
    private static final long TWICE_P = 2 * MASK;

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

    /// Limb i weighs 2^(51 i); between products a limb is below 2^53.
    private static long[] limbs(BigInteger value) {
        long[] out = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            out[i] = value.shiftRight(WIDTH * i).longValue() & MASK;
        }
        return out;
    }

    private static BigInteger value(long[] limbs) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < LIMBS; i++) {
            sum = sum.add(BigInteger.valueOf(limbs[i]).shiftLeft(WIDTH * i));
        }
        return sum.mod(P);
    }

    private static long[] plus(long[] a, long[] b) {
        return new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]};
    }

    /// Twice p is added so that no limb is negative.
    private static long[] minus(long[] a, long[] b) {
        return new long[] {
            a[0] - b[0] + TWICE_P_LOW,
            a[1] - b[1] + TWICE_P,
            a[2] - b[2] + TWICE_P,
            a[3] - b[3] + TWICE_P,
            a[4] - b[4] + TWICE_P
        };
    }

    // Products of limbs whose weight reaches 2^255 come back 19 times.

    private static long[] squared(long[] a) {
        long twice0 = 2 * a[0];
        long twice1 = 2 * a[1];
        long over3 = 19 * a[3];
        long over4 = 19 * a[4];
        long low0 = low(a[0], a[0]) + low(twice1, over4) + low(2 * a[2], over3);
        long low1 = low(twice0, a[1]) + low(2 * a[2], over4) + low(a[3], over3);
        long low2 = low(twice0, a[2]) + low(a[1], a[1]) + low(2 * a[3], over4);
        long low3 = low(twice0, a[3]) + low(twice1, a[2]) + low(a[4], over4);
        long low4 = low(twice0, a[4]) + low(twice1, a[3]) + low(a[2], a[2]);
        long high0 = high(a[0], a[0]) + high(twice1, over4) + high(2 * a[2], over3);
        long high1 = high(twice0, a[1]) + high(2 * a[2], over4) + high(a[3], over3);
        long high2 = high(twice0, a[2]) + high(a[1], a[1]) + high(2 * a[3], over4);
        long high3 = high(twice0, a[3]) + high(twice1, a[2]) + high(a[4], over4);
        long high4 = high(twice0, a[4]) + high(twice1, a[3]) + high(a[2], a[2]);
        return carried(low0, low1 + high0, low2 + high1, low3 + high2, low4 + high3, high4);
    }

    private static long[] times(long[] a, long[] b) {
        long over1 = 19 * b[1];
        long over2 = 19 * b[2];
        long over3 = 19 * b[3];
        long over4 = 19 * b[4];
        long low0 = low(a[0], b[0]) + low(a[1], over4) + low(a[2], over3) + low(a[3], over2) + low(a[4], over1);
        long low1 = low(a[0], b[1]) + low(a[1], b[0]) + low(a[2], over4) + low(a[3], over3) + low(a[4], over2);
        long low2 = low(a[0], b[2]) + low(a[1], b[1]) + low(a[2], b[0]) + low(a[3], over4) + low(a[4], over3);
        long low3 = low(a[0], b[3]) + low(a[1], b[2]) + low(a[2], b[1]) + low(a[3], b[0]) + low(a[4], over4);
        long low4 = low(a[0], b[4]) + low(a[1], b[3]) + low(a[2], b[2]) + low(a[3], b[1]) + low(a[4], b[0]);
        long high0 = high(a[0], b[0]) + high(a[1], over4) + high(a[2], over3) + high(a[3], over2) + high(a[4], over1);
        long high1 = high(a[0], b[1]) + high(a[1], b[0]) + high(a[2], over4) + high(a[3], over3) + high(a[4], over2);
        long high2 = high(a[0], b[2]) + high(a[1], b[1]) + high(a[2], b[0]) + high(a[3], over4) + high(a[4], over3);
        long high3 = high(a[0], b[3]) + high(a[1], b[2]) + high(a[2], b[1]) + high(a[3], b[0]) + high(a[4], over4);
        long high4 = high(a[0], b[4]) + high(a[1], b[3]) + high(a[2], b[2]) + high(a[3], b[1]) + high(a[4], b[0]);
        return carried(low0, low1 + high0, low2 + high1, low3 + high2, low4 + high3, high4);
    }

    /// The low 51 bits of a product.
    private static long low(long a, long b) {
        return a * b & MASK;
    }

    /// The bits of a product above its low 51; a product of limbs, one of them times 19, is below 2^110.
    private static long high(long a, long b) {
        return Math.multiplyHigh(a, b) << Long.SIZE - WIDTH | a * b >>> WIDTH;
    }

    private static long[] carried(long limb0, long limb1, long limb2, long limb3, long limb4, long over) {
        long second = limb1 + (limb0 >>> WIDTH);
        long third = limb2 + (second >>> WIDTH);
        long fourth = limb3 + (third >>> WIDTH);
        long fifth = limb4 + (fourth >>> WIDTH);
        long first = (limb0 & MASK) + 19 * (over + (fifth >>> WIDTH));
        return new long[] {first & MASK, (second & MASK) + (first >>> WIDTH), third & MASK, fourth & MASK, fifth & MASK
        };
    }
}
