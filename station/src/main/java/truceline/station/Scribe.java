package truceline.station;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonWriter;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Field;
import truceline.observation.ProtectedText;
import truceline.observation.Rejection;
import truceline.observation.RowSink;
import truceline.store.IdentityIndex;
import truceline.store.Vault;

/// Writes the rows of one submission down as entries: tells the new from the already held, parts evidence from
/// what is protected, and cuts batches. Not thread-safe; one per submission.
final class Scribe implements RowSink {
    /// Most bytes of an entry of rows.
    static final int ENTRY_BYTES = 16 * 1024;

    /// Rows of a submission whose number is not known.
    static final int MANY_ROWS = 2048;

    /// Rejections that are kept to be shown; all are entered and counted.
    private static final int MOST_SHOWN = 10_000;

    private static final int MOST_ROWS = 4096;
    private static final int MOST_REJECTED_ROWS = 100;
    private static final int ROW_BYTES = 72;

    private final String source;
    private final Pseudonyms pseudonyms;
    private final IdentityIndex identities;
    private final Vault vault;
    private final Opening opening;
    private final Occurrences occurrences;
    private final Columns batch;
    private final List<Entry.RejectedRow> rejectedBatch = new ArrayList<>();
    private final SortedSet<String> held = new TreeSet<>();
    private final List<Rejection> shown = new ArrayList<>();
    private final JsonWriter out = new JsonWriter();
    private int batchBytes;
    private long accepted;
    private long duplicates;
    private long rejected;
    private long future;

    /// Opens the submission's entry when the first new row arrives, and takes the entries of its rows.
    interface Opening {
        /// Index of the submission's entry, entered now if it was not yet.
        long submission();

        /// Name under which the submission's protected parts are kept.
        String vaultName();

        long receivedMs();

        void put(byte[] entry);
    }

    /// @param rowsExpected memory is taken for so many at first, at most [#MANY_ROWS]
    Scribe(
            String source,
            Pseudonyms pseudonyms,
            IdentityIndex identities,
            Vault vault,
            Opening opening,
            int rowsExpected) {
        this.occurrences = new Occurrences(rowsExpected);
        this.batch = new Columns(Math.min(rowsExpected, 512));
        this.source = source;
        this.pseudonyms = pseudonyms;
        this.identities = identities;
        this.vault = vault;
        this.opening = opening;
    }

    @Override
    public void observed(Draft draft, byte[] bytes, int from, int to) {
        Rejection tooLong = TextLimits.find(draft);
        if (tooLong != null) {
            rejected(tooLong, bytes, from, to);
            return;
        }
        int occurrence = draft.clientId == null ? occurrence(bytes, from, to) : 0;
        byte[] row = pseudonyms.ofRow(source, bytes, from, to, occurrence);
        String identity;
        if (draft.clientId == null) {
            if (!identities.add(row, 0)) {
                duplicates++;
                repeats(draft, row);
                return;
            }
            identity = Pseudonyms.text(row);
        } else {
            byte[] client = pseudonyms.ofClientId(source, draft.clientId);
            byte[] content = ContentId.of(client, row);
            if (!identities.add(client, 0)) {
                repeats(draft, client);
                reused(draft, content);
                return;
            }
            identities.add(content, 0);
            identity = ContentId.text(client, content);
        }
        keep(draft, identity);
    }

    @Override
    public void rejected(Rejection rejection, byte[] bytes, int from, int to) {
        byte[] row = pseudonyms.ofRow(source, bytes, from, to, occurrence(bytes, from, to));
        if (!identities.add(row, 0)) {
            duplicates++;
            return;
        }
        reject(rejection, row);
    }

    /// Hands over what is still held back.
    void finish() {
        flush();
        flushRejected();
    }

    /// Identities of protected rows that were held before and that the file therefore holds as well.
    SortedSet<String> held() {
        return held;
    }

    private void repeats(Draft draft, byte[] identity) {
        if (draft.hasMonitorPart() || draft.person != null) {
            held.add(Pseudonyms.text(identity));
        }
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    long rejected() {
        return rejected;
    }

    /// Accepted rows whose event lies after the moment they were received.
    long future() {
        return future;
    }

    List<Rejection> shown() {
        return List.copyOf(shown);
    }

    /// A source that uses an id again for other content would change what is held: the row is kept as a rejection.
    private void reused(Draft draft, byte[] content) {
        if (!identities.add(content, 0)) {
            duplicates++;
            return;
        }
        reject(new Rejection(draft.row, "id", "id-with-other-content", "the id is held with other content"), content);
    }

    private void reject(Rejection rejection, byte[] identity) {
        rejected++;
        if (shown.size() < MOST_SHOWN) {
            shown.add(rejection);
        }
        opening.submission();
        rejectedBatch.add(
                new Entry.RejectedRow(rejection.row(), rejection.field(), rejection.code(), Pseudonyms.text(identity)));
        if (rejectedBatch.size() == MOST_REJECTED_ROWS) {
            flushRejected();
        }
    }

    private void keep(Draft draft, String identity) {
        accepted++;
        if (draft.fromMs > opening.receivedMs()) {
            future++;
        }
        opening.submission();
        int row = batch.add(draft);
        batch.set(Field.IDENTITY, row, identity);
        if (draft.lineage != null) {
            batch.set(Field.LINEAGE, row, pseudonyms.ofLineage(draft.lineage));
        }
        protect(draft, row);
        batchBytes += ROW_BYTES + length(draft.place) + length(draft.labels) + length(batch.text(Field.LINEAGE, row));
        if (batchBytes > ENTRY_BYTES - 512 || batch.size() == MOST_ROWS) {
            flush();
        }
    }

    private void protect(Draft draft, int row) {
        if (draft.hasMonitorPart()) {
            batch.set(Field.MONITOR_PART, row, commit(draft, 'M', ProtectedText.monitorPart(draft)));
        }
        if (draft.person != null) {
            batch.set(Field.RESTRICTED_PART, row, commit(draft, 'R', ProtectedText.restrictedPart(draft)));
        }
    }

    private String commit(Draft draft, char part, byte[] plaintext) {
        batchBytes += 48;
        return vault.protect(opening.vaultName(), draft.row, part, plaintext).base64();
    }

    private int occurrence(byte[] bytes, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001B3L;
        }
        return occurrences.next(hash);
    }

    private void flush() {
        if (batch.size() > 0) {
            enter(batch);
            batch.clear();
            batchBytes = 0;
        }
    }

    /// Enters a batch, cut in two where its text is longer than expected.
    private void enter(Columns rows) {
        out.reset();
        EntryText.write(out, new Entry.Observed(opening.submission(), rows));
        if (out.size() <= ENTRY_BYTES || rows.size() == 1) {
            opening.put(out.toBytes());
            return;
        }
        int half = rows.size() / 2;
        enter(rows.copy(0, half));
        enter(rows.copy(half, rows.size()));
    }

    private void flushRejected() {
        if (!rejectedBatch.isEmpty()) {
            opening.put(EntryText.write(new Entry.Rejected(opening.submission(), List.copyOf(rejectedBatch))));
            rejectedBatch.clear();
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length() + 3;
    }

    /// The second identity of a row that has a client id: the id together with the content.
    static final class ContentId {
        private static final int BYTES = 8;

        private ContentId() {}

        static byte[] of(byte[] client, byte[] row) {
            byte[] content = client.clone();
            for (int i = 0; i < BYTES; i++) {
                content[i] ^= row[i];
            }
            return content;
        }

        /// The identity by which the row is known whatever its content: what stands before the point.
        static String idOf(String identity) {
            int point = identity.indexOf('.');
            return point < 0 ? identity : identity.substring(0, point);
        }

        /// Text of both identities, as the record holds it: the id's, a point, and the first bytes of the other.
        static String text(byte[] client, byte[] content) {
            return Pseudonyms.text(client) + "." + Pseudonyms.text(Arrays.copyOf(content, BYTES));
        }
    }
}
