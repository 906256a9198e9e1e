package truceline.station;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import truceline.intake.Reader;

/// What somebody hands in: bytes, in a format, from a source.
///
/// @param source id of the source, as it names itself
/// @param mapping bytes of the column mapping that the reader uses, where it uses one; they are kept as evidence too
/// @param bytes read once, to the end
// Bytes are handed on once and never changed; nobody compares deliveries.
@SuppressWarnings("ArrayRecordComponent")
public record Delivery(String source, Reader reader, byte @Nullable [] mapping, InputStream bytes) {
    /// Longest id of a source.
    public static final int SOURCE_LENGTH = 64;
}
