package truceline.audit;

/// One thing that is not as it must be.
///
/// @param index entry, or the first entry below the file; -1 where it concerns no entry
/// @param file path within the ledger's folder
/// @param what a stable kebab word: `leaf-hash` (the entry is not the one the tree holds), `bundle` (its file does not
///     parse), `tile`, `missing-tile`, `missing-checkpoint`, `checkpoint-malformed`, `checkpoint-signature`, `root`,
///     `inconsistent` (an older checkpoint is not the beginning of this one), `unexpected-file`
public record Difference(long index, String file, String what) {}
