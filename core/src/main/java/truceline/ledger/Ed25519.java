package truceline.ledger;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.ServiceLoader;

/// Ed25519 (RFC 8032) on raw 32-byte keys: the first few signatures of a process by the platform's own provider, which
/// is there at once; then by Bouncy Castle where it is on the class path, which is about ten times faster and takes
/// half a second to load. Most commands need no more than a few.
///
/// The two do not agree by themselves: Bouncy Castle takes signatures whose first half has a part of small
/// order, the platform takes keys of small order. So keys and first halves must be points of prime order
/// ([PrimeOrder]); then verifying with the cofactor and without it are the same. Cases:
/// `vectors/ledger/signatures.tsv`.
///
/// The platform cannot tell the public key of a seed, so that one scalar multiplication is done here. It
/// is not constant-time and is meant for a key that is read once, on the machine that owns it.
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final byte[] X509_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final byte[] PKCS8_PREFIX = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };
    private static final Provider PLATFORM = Security.getProviders("Signature.Ed25519")[0];
    private static final int FEW = 48;

    private static volatile boolean few = true;
    private static int uses;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(inverse(BigInteger.valueOf(121666)))
            .mod(P);
    private static final BigInteger BASE_X =
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202");
    private static final BigInteger BASE_Y =
            BigInteger.valueOf(4).multiply(inverse(BigInteger.valueOf(5))).mod(P);

    private Ed25519() {}

    /// Loaded when it is first asked for.
    private static final class Fast {
        private static final Provider PROVIDER = find();

        private static Provider find() {
            for (Provider found : ServiceLoader.load(Provider.class)) {
                if (found.getName().equals("BC")) {
                    return found;
                }
            }
            return PLATFORM;
        }
    }

    private static boolean isFew() {
        if (few) {
            synchronized (Ed25519.class) {
                uses++;
                few = uses < FEW;
            }
        }
        return few;
    }

    private static Provider provider(boolean few) {
        return few ? PLATFORM : Fast.PROVIDER;
    }

    /// A public key, held in the form of the provider that was last asked. Thread-safe.
    static final class Public {
        private final byte[] raw;
        private volatile Form<PublicKey> form;

        /// Refuses with `malformed` what is no point of prime order.
        Public(byte[] raw) {
            this.raw = raw.clone();
            this.form = new Form<>(true, publicKey(PLATFORM, raw));
        }

        boolean verify(byte[] message, byte[] signature) {
            boolean few = isFew();
            Form<PublicKey> now = form;
            if (now.few() != few) {
                now = new Form<>(few, publicKey(provider(few), raw));
                form = now;
            }
            return Ed25519.verify(provider(few), now.key(), message, signature);
        }
    }

    /// A private key, held in the form of the provider that was last asked. Thread-safe.
    static final class Secret {
        private final byte[] seed;
        private volatile Form<PrivateKey> form;

        Secret(byte[] seed) {
            this.seed = seed.clone();
            this.form = new Form<>(true, privateKey(PLATFORM, seed));
        }

        byte[] sign(byte[] message) {
            boolean few = isFew();
            Form<PrivateKey> now = form;
            if (now.few() != few) {
                now = new Form<>(few, privateKey(provider(few), seed));
                form = now;
            }
            return Ed25519.sign(provider(few), now.key(), message);
        }
    }

    private record Form<K extends Key>(boolean few, K key) {}

    private static byte[] prefixed(byte[] prefix, byte[] raw) {
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, prefix.length, KEY_BYTES);
        return encoded;
    }

    static PublicKey publicKey(Provider provider, byte[] raw) {
        if (!PrimeOrder.test(raw)) {
            throw LedgerException.malformed("not a public key: no point of prime order has that encoding");
        }
        try {
            return KeyFactory.getInstance("Ed25519", provider)
                    .generatePublic(new X509EncodedKeySpec(prefixed(X509_PREFIX, raw)));
        } catch (GeneralSecurityException e) {
            throw new LedgerException("malformed", "not an Ed25519 public key", e);
        }
    }

    private static PrivateKey privateKey(Provider provider, byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519", provider)
                    .generatePrivate(new PKCS8EncodedKeySpec(prefixed(PKCS8_PREFIX, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every 32 bytes are an Ed25519 seed", e);
        }
    }

    private static byte[] sign(Provider provider, PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519", provider);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 could not sign", e);
        }
    }

    static boolean verify(Provider provider, PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519", provider);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature) && PrimeOrder.test(Arrays.copyOf(signature, KEY_BYTES));
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new LedgerException("malformed", "not an Ed25519 public key", e);
        }
    }

    /// RFC 8032, 5.1.5: the public key that belongs to a seed.
    static byte[] publicKeyOf(byte[] seed) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-512").digest(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
        byte[] scalar = Arrays.copyOf(digest, KEY_BYTES);
        scalar[0] &= (byte) 0xf8;
        scalar[31] &= 0x7f;
        scalar[31] |= 0x40;
        return encode(multiplyBase(new BigInteger(1, reversed(scalar))));
    }

    /// A point in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z.
    private record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {}

    private static Point multiplyBase(BigInteger scalar) {
        Point sum = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        Point power = new Point(
                BASE_X, BASE_Y, BigInteger.ONE, BASE_X.multiply(BASE_Y).mod(P));
        for (int bit = 0; bit < scalar.bitLength(); bit++) {
            if (scalar.testBit(bit)) {
                sum = add(sum, power);
            }
            power = add(power, power);
        }
        return sum;
    }

    /// RFC 8032, 5.1.4; complete, so it also doubles.
    private static Point add(Point p, Point q) {
        BigInteger a = p.y.subtract(p.x).multiply(q.y.subtract(q.x)).mod(P);
        BigInteger b = p.y.add(p.x).multiply(q.y.add(q.x)).mod(P);
        BigInteger c = p.t.multiply(D).multiply(q.t).shiftLeft(1).mod(P);
        BigInteger d = p.z.multiply(q.z).shiftLeft(1).mod(P);
        BigInteger e = b.subtract(a);
        BigInteger f = d.subtract(c);
        BigInteger g = d.add(c);
        BigInteger h = b.add(a);
        return new Point(
                e.multiply(f).mod(P),
                g.multiply(h).mod(P),
                f.multiply(g).mod(P),
                e.multiply(h).mod(P));
    }

    private static byte[] encode(Point point) {
        BigInteger inverse = inverse(point.z);
        BigInteger x = point.x.multiply(inverse).mod(P);
        byte[] bigEndian = point.y.multiply(inverse).mod(P).toByteArray();
        byte[] out = new byte[KEY_BYTES];
        for (int i = 0; i < bigEndian.length && i < KEY_BYTES; i++) {
            out[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (x.testBit(0)) {
            out[31] |= (byte) 0x80;
        }
        return out;
    }

    private static BigInteger inverse(BigInteger value) {
        return value.modInverse(P);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
