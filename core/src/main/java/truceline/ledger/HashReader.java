package truceline.ledger;

/// Reads the hash of a complete subtree: the 2^level leaves from index * 2^level on. Level 0 is the leaves.
@FunctionalInterface
public interface HashReader {
    /// Throws [LedgerException] where the hash cannot be had.
    Hash hash(int level, long index);
}
