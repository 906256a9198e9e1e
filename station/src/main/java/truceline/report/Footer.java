package truceline.report;

/// What a reader needs to check a document against the ledger.
///
/// @param origin name of the ledger
/// @param treeSize entries in the tree that the document was made from
/// @param rootBase64 root hash of that tree, in base64
public record Footer(String origin, long treeSize, String rootBase64) {}
