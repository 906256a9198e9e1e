package truceline.ledger;

/// Bytes of the record that are not what they must be, or a ledger that must not be read or written as asked.
///
/// The code is a stable kebab word: `malformed` (text or tile that does not parse), `bad-signature`, `damaged` (stored
/// bytes differ from what was recorded), `locked` (another writer), `exists`, `absent`, `stopped` (an earlier write
/// failed), `no-space`, `too-large`. The message names the place.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public LedgerException(String code, String message) {
        super(message);
        this.code = code;
    }

    public LedgerException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static LedgerException malformed(String message) {
        return new LedgerException("malformed", message);
    }

    public String code() {
        return code;
    }
}
