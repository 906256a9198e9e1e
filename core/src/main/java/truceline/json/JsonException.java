package truceline.json;

/// Bytes that are not canonical JSON, or a value that canonical JSON cannot hold. The message names the byte offset.
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
