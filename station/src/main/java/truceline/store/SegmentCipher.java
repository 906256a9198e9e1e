package truceline.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts a stream in segments of 64 KiB, so that neither side holds more than one: AES-256-GCM, nonce = 7 bytes of
/// the
/// file, segment number, and 1 for the last segment. Segments cannot be cut, swapped or repeated unnoticed (STREAM:
/// Hoang, Reyhanitabar, Rogaway and Vizár 2015).
///
/// A key serves one file. One instance serves one thread.
final class SegmentCipher {
    static final int HEADER_BYTES = 16;
    static final int PREFIX_BYTES = 7;
    private static final int SEGMENT = 1 << 16;
    private static final int TAG = 16;
    private static final byte[] MAGIC = {'T', 'L', 'B', 'L', 'O', 'B', '0', '0', '1'};

    private final SecretKeySpec key;
    private final byte[] prefix;
    private int segment;

    SegmentCipher(SecretKeySpec key, byte[] prefix) {
        this.key = key;
        this.prefix = prefix;
    }

    byte[] header() {
        byte[] header = Arrays.copyOf(MAGIC, HEADER_BYTES);
        System.arraycopy(prefix, 0, header, MAGIC.length, PREFIX_BYTES);
        return header;
    }

    static SegmentCipher of(SecretKeySpec key, InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("not an encrypted blob");
        }
        return new SegmentCipher(key, Arrays.copyOfRange(header, MAGIC.length, HEADER_BYTES));
    }

    private byte[] crypt(int mode, byte[] bytes, int length, boolean last) throws IOException {
        byte[] nonce = ByteBuffer.allocate(12)
                .put(prefix)
                .putInt(segment++)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("segment " + (segment - 1) + " does not decrypt", e);
        }
    }

    /// What the caller sees of the plaintext as it passes, segment by segment; may refuse it.
    @FunctionalInterface
    interface Passing {
        void bytes(byte[] bytes, int length, boolean last) throws IOException;
    }

    /// Writes all of `in` to `out`, encrypted.
    void encrypt(InputStream in, OutputStream out, Passing plaintext) throws IOException {
        byte[] now = new byte[SEGMENT];
        byte[] ahead = new byte[SEGMENT];
        int length = in.readNBytes(now, 0, SEGMENT);
        while (true) {
            int next = length == SEGMENT ? in.readNBytes(ahead, 0, SEGMENT) : 0;
            plaintext.bytes(now, length, next == 0);
            out.write(crypt(Cipher.ENCRYPT_MODE, now, length, next == 0));
            if (next == 0) {
                return;
            }
            byte[] swap = now;
            now = ahead;
            ahead = swap;
            length = next;
        }
    }

    /// The plaintext of `in`, which stands after the header. Fails at the first segment that is not as it was written.
    InputStream decrypt(InputStream in, Passing plaintext) {
        return new Plain(in, plaintext);
    }

    private final class Plain extends InputStream {
        private final InputStream in;
        private final Passing plaintext;
        private final byte[] sealed = new byte[SEGMENT + TAG];
        private byte[] ahead;
        private byte[] plain = new byte[0];
        private int at;
        private boolean ended;

        Plain(InputStream in, Passing plaintext) {
            this.in = in;
            this.plaintext = plaintext;
            this.ahead = new byte[0];
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, out, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (at == plain.length && !ended) {
                nextSegment();
            }
            return at < plain.length;
        }

        private void nextSegment() throws IOException {
            System.arraycopy(ahead, 0, sealed, 0, ahead.length);
            int length = ahead.length + in.readNBytes(sealed, ahead.length, sealed.length - ahead.length);
            ahead = length == sealed.length ? in.readNBytes(1) : new byte[0];
            if (length < TAG) {
                throw new EOFException("the blob ends within segment " + segment);
            }
            ended = ahead.length == 0;
            plain = crypt(Cipher.DECRYPT_MODE, sealed, length, ended);
            at = 0;
            plaintext.bytes(plain, plain.length, ended);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
