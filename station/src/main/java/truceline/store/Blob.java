package truceline.store;

import org.jspecify.annotations.Nullable;
import truceline.ledger.Hash;

/// A file as it was received, kept whole.
///
/// @param sha256 of the bytes kept: the file's own where it is public, else those of its ciphertext; lower-case hex
/// @param sizeBytes bytes that arrived
/// @param commitment salted commitment to the SHA-256 of the bytes that arrived, where the blob is encrypted
public record Blob(String sha256, long sizeBytes, @Nullable Hash commitment) {
    public boolean isEncrypted() {
        return commitment != null;
    }
}
