package truceline.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A file as it was before gzip (RFC 1952), or as it is where it is not gzip, told apart by the first two bytes.
///
/// Several members in a row are one file. Damage is no exception: reading ends there and {@link #fault()} says
/// `truncated-gzip` or `damaged-gzip`, so that what was good before it is kept. Input that swells without measure is
/// refused. An {@link IOException} is the disk's alone. Not thread-safe.
public final class Gunzip extends FilterInputStream {
    static final long MAX_BYTES = 4L << 30;
    static final int MAX_RATIO = 500;

    private static final long RATIO_COUNTS_FROM = 64L << 20;
    private static final int TRUNCATED = -1;

    private final byte[] source = new byte[1 << 14];
    private int sourceAt;
    private int sourceLimit;
    private long sourceBytes;
    private long bytes;
    private final CRC32 checksum = new CRC32();
    private @Nullable Inflater inflater;
    private long memberBytes;
    private boolean started;
    private boolean ended;
    private @Nullable String fault;

    public Gunzip(InputStream in) {
        super(in);
    }

    /// What is wrong with the compressed file; null while nothing is.
    public @Nullable String fault() {
        return fault;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!started) {
            start();
        }
        if (ended) {
            return -1;
        }
        int read = inflater == null ? readPlain(into, from, length) : inflate(inflater, into, from, length);
        bytes += Math.max(read, 0);
        refuseSwelling();
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long left = count;
        byte[] dropped = new byte[(int) Math.min(8192, Math.max(1, count))];
        while (left > 0) {
            int read = read(dropped, 0, (int) Math.min(left, dropped.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (inflater != null) {
            inflater.end();
        }
        super.close();
    }

    private void start() throws IOException {
        started = true;
        sourceLimit = in.readNBytes(source, 0, source.length);
        sourceBytes = sourceLimit;
        if (sourceLimit >= 2 && (source[0] & 0xFF) == 0x1F && (source[1] & 0xFF) == 0x8B) {
            inflater = new Inflater(true);
            beginMember(inflater);
        }
    }

    private int readPlain(byte[] into, int from, int length) throws IOException {
        if (sourceAt == sourceLimit) {
            return in.read(into, from, length);
        }
        int count = Math.min(length, sourceLimit - sourceAt);
        System.arraycopy(source, sourceAt, into, from, count);
        sourceAt += count;
        return count;
    }

    private int inflate(Inflater open, byte[] into, int from, int length) throws IOException {
        try {
            while (!ended) {
                int count = open.inflate(into, from, length);
                if (count > 0) {
                    checksum.update(into, from, count);
                    memberBytes += count;
                    return count;
                }
                if (open.finished()) {
                    endMember(open);
                } else if (open.needsDictionary()) {
                    endWith("damaged-gzip");
                } else if (refill()) {
                    open.setInput(source, 0, sourceLimit);
                } else {
                    endWith("truncated-gzip");
                }
            }
        } catch (DataFormatException damaged) {
            endWith("damaged-gzip");
        }
        return -1;
    }

    private void endMember(Inflater open) throws IOException {
        sourceAt = sourceLimit - open.getRemaining();
        long crc = number(4);
        long size = number(4);
        if (crc < 0 || size < 0) {
            endWith("truncated-gzip");
        } else if (crc != checksum.getValue() || size != (memberBytes & 0xFFFFFFFFL)) {
            endWith("damaged-gzip");
        } else if (sourceAt == sourceLimit && !refill()) {
            ended = true;
        } else {
            beginMember(open);
        }
    }

    private void beginMember(Inflater open) throws IOException {
        int magic = (int) number(2);
        int method = octet();
        int flags = octet();
        if (magic == TRUNCATED || method == TRUNCATED || flags == TRUNCATED) {
            endWith("truncated-gzip");
            return;
        }
        if (magic != 0x8B1F || method != 8 || (flags & 0xE0) != 0) {
            endWith("damaged-gzip");
            return;
        }
        boolean whole = number(6) >= 0
                && ((flags & 4) == 0 || skipExtra())
                && ((flags & 8) == 0 || skipText())
                && ((flags & 16) == 0 || skipText())
                && ((flags & 2) == 0 || number(2) >= 0);
        if (!whole) {
            endWith("truncated-gzip");
            return;
        }
        open.reset();
        checksum.reset();
        memberBytes = 0;
        open.setInput(source, sourceAt, sourceLimit - sourceAt);
    }

    private boolean skipExtra() throws IOException {
        long length = number(2);
        for (long i = 0; i < length; i++) {
            if (octet() == TRUNCATED) {
                return false;
            }
        }
        return length >= 0;
    }

    private boolean skipText() throws IOException {
        int octet = octet();
        while (octet > 0) {
            octet = octet();
        }
        return octet == 0;
    }

    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            int octet = octet();
            if (octet == TRUNCATED) {
                return TRUNCATED;
            }
            number |= (long) octet << 8 * i;
        }
        return number;
    }

    private int octet() throws IOException {
        return sourceAt < sourceLimit || refill() ? source[sourceAt++] & 0xFF : TRUNCATED;
    }

    private boolean refill() throws IOException {
        sourceAt = 0;
        sourceLimit = Math.max(0, in.read(source, 0, source.length));
        sourceBytes += sourceLimit;
        return sourceLimit > 0;
    }

    private void endWith(String code) {
        fault = code;
        ended = true;
    }

    private void refuseSwelling() {
        if (inflater == null) {
            return;
        }
        if (bytes > MAX_BYTES || bytes > RATIO_COUNTS_FROM && bytes / MAX_RATIO > sourceBytes) {
            throw new Refusal(
                    "swells-too-much",
                    "The compressed file grows past 4 GiB or " + MAX_RATIO
                            + " times its size; send it uncompressed or in parts.");
        }
    }
}
