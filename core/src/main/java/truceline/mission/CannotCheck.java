package truceline.mission;

/// An entry that this program cannot judge: of a form, rule or reader it does not know, or one that contradicts what
/// was
/// entered before. The answer is "could not check", never a guess. Names the entry.
public final class CannotCheck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long index;

    public CannotCheck(long index, String what) {
        super("entry " + index + ": " + what);
        this.index = index;
    }

    /// Index of the entry in the ledger.
    public long index() {
        return index;
    }
}
