package truceline.store;

import truceline.ledger.Hash;

/// Told of each entry once it is durable, in the order of the indexes, from the writing thread: it must return soon and
/// must not throw.
@FunctionalInterface
public interface DurableListener {
    void durable(long index, Hash leaf);
}
