/// The tree every entry is a leaf of: hashes (RFC 6962), tiles (C2SP tlog-tiles), proofs, checkpoints and signed notes
/// (C2SP tlog-checkpoint, signed-note, tlog-proof), and who must have cosigned them (tlog-cosignature, tlog-policy,
/// tlog-witness).
///
/// Enters: bytes of entries, and bytes that claim to be tiles, checkpoints, proofs, keys or policies. Leaves: hashes,
/// tiles,
/// proofs, signed notes, verdicts, or a refusal that names the place.
/// Never: a word of the domain, a file, a clock; a decoded text that would be written differently. Formats:
/// `spec/tiles.md`, `spec/checkpoint.md`, `spec/proof.md`,
/// `spec/cosignature.md`, `spec/policy.md`, `spec/witness.md`.
@NullMarked
package truceline.ledger;

import org.jspecify.annotations.NullMarked;
