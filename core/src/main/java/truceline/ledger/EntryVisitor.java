package truceline.ledger;

/// Takes entries one after the other.
@FunctionalInterface
public interface EntryVisitor {
    void visit(long index, byte[] entry);
}
