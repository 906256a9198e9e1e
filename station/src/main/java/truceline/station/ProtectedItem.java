package truceline.station;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import truceline.finding.Stated;
import truceline.ledger.Hash;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.observation.Field;
import truceline.store.Blob;

/// Where the content of something protected is kept: a part of a row, the note of a statement, or a received file.
///
/// @param item address in the record: `entry/position` or `entry`
/// @param vaultName under which the vault keeps it; empty for a received file
/// @param row number in that submission
/// @param blob the file that holds the same text, or is the item; null where there is none
/// @param submission index of that file's entry, or -1
/// @param source who sent it, or empty
/// @param identity of the row, by which it is found in files that repeat it; empty where there is none
record ProtectedItem(
        String item,
        char classLetter,
        String vaultName,
        long row,
        Hash commitment,
        @Nullable Blob blob,
        long submission,
        String source,
        String identity) {
    /// The item at an address, or null where the record holds no commitment of that class there.
    static @Nullable ProtectedItem find(LongFunction<byte[]> entries, Picture picture, String item, char letter) {
        String commitment = picture.commitment(item, letter);
        if (commitment == null) {
            return null;
        }
        Hash hash = Hash.fromBase64(commitment);
        int slash = item.indexOf('/');
        if (slash >= 0) {
            return row(entries, picture, item, letter, hash);
        }
        long index = Long.parseLong(item);
        Submission file = picture.submissions().get(index);
        if (file != null) {
            String source = file.entered().source();
            return new ProtectedItem(item, letter, "", 0, hash, blob(file), index, source, "");
        }
        for (Stated stated : picture.docket().stated()) {
            if (stated.index() == index && EntryText.read(entries.apply(index)) instanceof Entry.Stated note) {
                return new ProtectedItem(item, letter, note.id(), 0, hash, null, -1, "", "");
            }
        }
        return null;
    }

    private static @Nullable ProtectedItem row(
            LongFunction<byte[]> entries, Picture picture, String item, char letter, Hash commitment) {
        int slash = item.indexOf('/');
        int position = Integer.parseInt(item.substring(slash + 1));
        if (!(EntryText.read(entries.apply(Long.parseLong(item.substring(0, slash))))
                instanceof Entry.Observed observed)) {
            return null;
        }
        Submission file = picture.submissions().get(observed.submission());
        if (file == null) {
            return null;
        }
        String identity = observed.rows().text(Field.IDENTITY, position);
        return new ProtectedItem(
                item,
                letter,
                file.entered().id(),
                observed.rows().number(Field.ROW, position),
                commitment,
                blob(file),
                file.index(),
                file.entered().source(),
                identity == null ? "" : Scribe.ContentId.idOf(identity));
    }

    static Blob blob(Submission file) {
        String commitment = file.entered().commitment();
        return new Blob(
                file.entered().blob(),
                file.entered().sizeBytes(),
                commitment == null ? null : Hash.fromBase64(commitment));
    }
}
