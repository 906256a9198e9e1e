package truceline.station;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.store.IdentityIndex;
import truceline.store.LedgerStore;

/// Opens the index of identities, and makes it anew from the entries where it is not of the ledger's size: it is a
/// convenience, never the record.
final class Identities {
    private Identities() {}

    static IdentityIndex open(Path folder, LedgerStore ledger) {
        IdentityIndex index = IdentityIndex.open(folder.resolve("state").resolve("identities"), ledger.size());
        if (index.reflects() == ledger.size()) {
            return index;
        }
        ledger.forEach(0, ledger.size(), (at, bytes) -> addAll(index, EntryText.read(bytes)));
        return index;
    }

    private static void addAll(IdentityIndex index, Entry entry) {
        switch (entry) {
            case Entry.Observed(long submission, Columns rows) -> {
                for (int row = 0; row < rows.size(); row++) {
                    String identity = rows.text(Field.IDENTITY, row);
                    if (identity != null) {
                        add(index, identity);
                    }
                }
            }
            case Entry.Rejected rejected -> rejected.rows().forEach(row -> add(index, row.identity()));
            default -> {
                // Other entries carry no identities.
            }
        }
    }

    private static void add(IdentityIndex index, String identity) {
        int point = identity.indexOf('.');
        if (point < 0) {
            index.add(Base64.getUrlDecoder().decode(identity), 0);
            return;
        }
        byte[] client = Base64.getUrlDecoder().decode(identity.substring(0, point));
        byte[] content = Base64.getUrlDecoder().decode(identity.substring(point + 1));
        index.add(client, 0);
        index.add(Arrays.copyOf(joined(client, content), Pseudonyms.IDENTITY), 0);
    }

    private static byte[] joined(byte[] client, byte[] content) {
        byte[] whole = client.clone();
        System.arraycopy(content, 0, whole, 0, content.length);
        return whole;
    }
}
