/// A station's folder on disk: the record (log ahead of writing, tiles, checkpoints), blobs, protected fields, keys.
///
/// Enters: bytes of entries, streams of received files, protected text. Leaves: receipts once bytes are durable, the
/// same bytes again, or a refusal that names the file.
/// Never: acknowledges before the disk has, retries a failed force, writes a published path twice with other bytes, or
/// knows what an entry means. Formats: `spec/wal.md`, `spec/blob.md`, `spec/vault.md`,
/// `spec/bundle.md`.
@NullMarked
package truceline.store;

import org.jspecify.annotations.NullMarked;
