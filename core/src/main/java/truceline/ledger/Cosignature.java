package truceline.ledger;

/// A cosignature that was found to hold: the cosigner says that this was the largest consistent tree it had seen then.
///
/// @param key whose it is
/// @param timeSeconds seconds since 1970-01-01T00:00:00Z, by the cosigner's clock
public record Cosignature(CosignatureKey key, long timeSeconds) {}
