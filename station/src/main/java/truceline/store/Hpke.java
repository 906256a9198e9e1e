package truceline.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encryption to a public key: HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM.
///
/// One instance is one context: of the sender, who made a key pair for it, or of the holder of the private key. Texts
/// are numbered by the caller, and no number is sealed twice. Keys are 32 bytes as RFC 7748 writes them. Not
/// thread-safe.
final class Hpke {
    static final int KEY_BYTES = 32;
    static final int TAG_BYTES = 16;

    /// AES-256-GCM.
    static final int AES_256 = 2;

    private static final int KEM = 0x0020;
    private static final int KDF = 0x0001;
    private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEM_SUITE = ByteBuffer.allocate(5)
            .put("KEM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) KEM)
            .array();
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);
    private static final byte[] NOTHING = new byte[0];

    private final byte[] enc;
    private final SecretKeySpec key;
    private final byte[] nonce;
    private final Cipher cipher;

    private Hpke(byte[] enc, byte[] dh, byte[] recipient, byte[] info, int aead) throws GeneralSecurityException {
        byte[] suite = ByteBuffer.allocate(10)
                .put("HPKE".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) KEM)
                .putShort((short) KDF)
                .putShort((short) aead)
                .array();
        byte[] eae = extract(KEM_SUITE, NOTHING, "eae_prk", dh);
        byte[] shared = expand(KEM_SUITE, eae, "shared_secret", join(enc, recipient), 32);
        byte[] context = join(
                new byte[1],
                extract(suite, NOTHING, "psk_id_hash", NOTHING),
                extract(suite, NOTHING, "info_hash", info));
        byte[] secret = extract(suite, shared, "secret", NOTHING);
        this.enc = enc;
        this.key = new SecretKeySpec(expand(suite, secret, "key", context, aead == AES_256 ? 32 : 16), "AES");
        this.nonce = expand(suite, secret, "base_nonce", context, 12);
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    /// A sender's context with a fresh key pair of its own.
    static Hpke to(byte[] recipient, byte[] info) {
        try {
            KeyPair own = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            byte[] dh = agree(own.getPrivate(), publicKey(recipient));
            return new Hpke(littleEndian(((XECPublicKey) own.getPublic()).getU()), dh, recipient, info, AES_256);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key that can be encrypted to", e);
        }
    }

    /// The context of whoever holds the private key.
    ///
    /// @param enc the sender's public key
    static Hpke at(byte[] scalar, byte[] enc, byte[] info) {
        return at(scalar, enc, info, AES_256);
    }

    static Hpke at(byte[] scalar, byte[] enc, byte[] info, int aead) {
        try {
            return new Hpke(enc, agree(privateKey(scalar), publicKey(enc)), publicOf(scalar), info, aead);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key that anything was encrypted under", e);
        }
    }

    /// The public key of a private one.
    static byte[] publicOf(byte[] scalar) {
        try {
            return agree(
                    privateKey(scalar),
                    KeyFactory.getInstance("X25519")
                            .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has X25519", e);
        }
    }

    /// What the holder of the private key needs besides it.
    byte[] enc() {
        return enc.clone();
    }

    byte[] seal(long number, byte[] aad, byte[] text) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, number, aad, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every text can be sealed", e);
        }
    }

    /// Empty where it was not sealed in this context under this number and these associated data.
    Optional<byte[]> open(long number, byte[] aad, byte[] sealed) {
        try {
            return Optional.of(crypt(Cipher.DECRYPT_MODE, number, aad, sealed));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private byte[] crypt(int mode, long number, byte[] aad, byte[] text) throws GeneralSecurityException {
        byte[] mixed = nonce.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            mixed[mixed.length - 1 - i] ^= (byte) (number >>> (8 * i));
        }
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, mixed));
        cipher.updateAAD(aad);
        return cipher.doFinal(text);
    }

    private static byte[] agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static PrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
    }

    private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = bytes[KEY_BYTES - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("X25519")
                .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian)));
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        byte[] out = new byte[KEY_BYTES];
        for (int i = 0; i < Math.min(KEY_BYTES, bigEndian.length); i++) {
            out[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return out;
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] text)
            throws GeneralSecurityException {
        byte[] key = salt.length == 0 ? new byte[32] : salt;
        return hmac(key, join(VERSION, suite, label.getBytes(StandardCharsets.US_ASCII), text));
    }

    /// One block of HKDF-SHA256 is as much as is asked for anywhere here.
    private static byte[] expand(byte[] suite, byte[] key, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] size = {(byte) (length >> 8), (byte) length};
        byte[] block =
                hmac(key, join(size, VERSION, suite, label.getBytes(StandardCharsets.US_ASCII), info, new byte[] {1}));
        return Arrays.copyOf(block, length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
