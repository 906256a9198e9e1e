package truceline.station;

import java.util.List;

/// One entry with all that is needed to check it offline.
///
/// @param line index, type and summary
/// @param text the entry itself, canonical JSON: its UTF-8 bytes are what is hashed
/// @param leafHash SHA-256(00, entry), base64
/// @param size entries under the checkpoint that the proof leads to
/// @param inclusion hashes from the leaf up to the checkpoint's root (RFC 9162, 2.1.3), base64
/// @param proof the whole `.tlog-proof` file
public record EntryView(EntryLine line, String text, String leafHash, long size, List<String> inclusion, String proof) {
    public EntryView {
        inclusion = List.copyOf(inclusion);
    }
}
