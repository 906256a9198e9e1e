/// The tree every entry is a leaf of: hashes (RFC 6962), tiles (C2SP tlog-tiles), proofs, checkpoints and signed notes
/// (C2SP tlog-checkpoint, signed-note, tlog-proof).
///
/// Enters: bytes of entries, and bytes that claim to be tiles, checkpoints, proofs or keys. Leaves: hashes, tiles,
/// proofs, signed notes, or a refusal that names the place.
/// Never: a word of the domain, a file, a clock; a decoded text that would be written differently. Formats:
/// `spec/tiles.md`, `spec/checkpoint.md`, `spec/proof.md`.
@NullMarked
package truceline.ledger;

import org.jspecify.annotations.NullMarked;
