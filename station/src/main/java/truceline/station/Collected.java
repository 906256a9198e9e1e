package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.intake.Reader;
import truceline.intake.Refusal;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// The rows of a small file, read outside the writing lane and handed on inside it.
///
/// Bounded so that the entries they become fit one frame of the log: after a crash all are there or none.
final class Collected implements RowSink {
    private static final int MOST_ENTRY_BYTES = 3 << 20;

    /// More than the fixed part of a row takes in its entry; what the row says is counted twice, for escapes.
    private static final int ROW_BYTES = 600;

    private final List<Row> rows = new ArrayList<>();
    private long entryBytes;

    /// A row with what it became: one of draft and rejection is there.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Row(@Nullable Draft draft, @Nullable Rejection rejection, byte[] bytes) {}

    /// Reads a file to the end.
    ///
    /// @throws Refusal where it cannot be read, or `too-large`
    static Collected read(Reader reader, byte[] file) {
        Collected collected = new Collected();
        try {
            reader.read(new ByteArrayInputStream(file), collected);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return collected;
    }

    @Override
    public void observed(Draft draft, byte[] bytes, int from, int to) {
        add(new Row(draft.copy(), null, Arrays.copyOfRange(bytes, from, to)));
    }

    @Override
    public void rejected(Rejection rejection, byte[] bytes, int from, int to) {
        add(new Row(null, rejection, Arrays.copyOfRange(bytes, from, to)));
    }

    private void add(Row row) {
        rows.add(row);
        entryBytes += ROW_BYTES + 2L * row.bytes().length;
        if (entryBytes > MOST_ENTRY_BYTES) {
            throw new Refusal(
                    "too-large", "that is too much for one submission: send it in parts, each with its own id");
        }
    }

    int size() {
        return rows.size();
    }

    /// Hands all rows on, in the order of the file.
    void forEach(RowSink sink) {
        for (Row row : rows) {
            Draft draft = row.draft();
            Rejection rejection = row.rejection();
            if (draft != null) {
                sink.observed(draft, row.bytes(), 0, row.bytes().length);
            } else if (rejection != null) {
                sink.rejected(rejection, row.bytes(), 0, row.bytes().length);
            }
        }
    }
}
