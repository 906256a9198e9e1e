package truceline.demo;

import java.nio.charset.StandardCharsets;

/// A file that somebody hands in.
///
/// @param atMs when it arrives, milliseconds UTC
/// @param format as `--format` names it
// Bytes are handed on once and never changed; nobody compares parcels.
@SuppressWarnings("ArrayRecordComponent")
record Parcel(long atMs, String source, String format, String fileName, byte[] bytes) {
    static Parcel of(long atMs, String source, String format, String fileName, String text) {
        return new Parcel(atMs, source, format, fileName, text.getBytes(StandardCharsets.UTF_8));
    }
}
