package truceline.store;

import java.nio.file.Path;
import java.util.List;

/// The keys of one class of one submission as they stand on the disk, and where their ciphertext is.
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
record ItemFile(Path keys, Path data, String owner, char classLetter, byte[] bytes, KeyRecords records) {
    static ItemFile of(Path keys, String owner, char classLetter, byte[] bytes) {
        String name = String.valueOf(keys.getFileName());
        Path data = keys.resolveSibling(name.substring(0, name.length() - ".keys".length()) + ".data");
        return new ItemFile(keys, data, owner, classLetter, bytes, KeyRecords.read(owner, bytes));
    }

    List<KeyRecords.Place> places() {
        return records.places(bytes);
    }

    int wrapBytes() {
        return records.recordBytes() - KeyRecords.FIXED_BYTES;
    }
}
