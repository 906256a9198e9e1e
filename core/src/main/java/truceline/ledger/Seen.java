package truceline.ledger;

/// What a witness remembers of a log: the newest tree it cosigned.
///
/// @param size entries; 0 where it cosigned none or an empty one
/// @param root root of the first `size` entries
public record Seen(long size, Hash root) {
    /// Of a log whose checkpoints were never cosigned.
    public static final Seen NOTHING = new Seen(0, Hash.EMPTY_TREE);
}
