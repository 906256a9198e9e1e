package truceline.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Commitment;
import truceline.ledger.LedgerException;

/// A file of wrapped keys, form 2: a header that says for whom, and records of one length. Format: `spec/vault.md`.
///
/// Whoever makes the file has one HPKE context per audience and wraps records in their order; nobody can add to it
/// later. Not thread-safe.
final class KeyRecords {
    static final int FIXED_BYTES = 24;
    static final int WRAP_BYTES = Commitment.SALT_BYTES + KeyWrap.KEY_BYTES + Hpke.TAG_BYTES;

    private static final byte[] MAGIC = {'T', 'L', 'V', 'A', 'U', 'L', 'T', 2};
    private static final int PREAMBLE_BYTES = 16;
    private static final int SLOT_BYTES = AudienceKey.MOST_NAME + 2 * Hpke.KEY_BYTES;

    private final String owner;
    private final char classLetter;
    private final List<Slot> slots;

    /// One audience: its key, and the context under which keys are wrapped for it, where that is known.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Slot(
            AudienceKey audience, byte[] enc, @Nullable Hpke context) {}

    private KeyRecords(String owner, char classLetter, List<Slot> slots) {
        this.owner = owner;
        this.classLetter = classLetter;
        this.slots = slots;
    }

    /// One key as it stands in the file.
    ///
    /// @param at where the record begins
    record Place(long row, long offset, int length, int at, boolean isErased) {}

    /// The head of a new file.
    ///
    /// @param owner what the records belong to, a submission's id or a blob's name; no two files have the same
    static KeyRecords create(String owner, char classLetter, List<AudienceKey> audiences) {
        List<Slot> slots = new ArrayList<>();
        for (AudienceKey audience : audiences) {
            Hpke context = Hpke.to(audience.key(), info(owner, classLetter, audience.name()));
            slots.add(new Slot(audience, context.enc(), context));
        }
        return new KeyRecords(owner, classLetter, slots);
    }

    /// Whether a crash cut a new file off before its head was durable: then no record of it was.
    static boolean isCut(byte[] file) {
        boolean blank = true;
        for (int i = 0; i < Math.min(file.length, MAGIC.length); i++) {
            blank &= file[i] == 0;
        }
        return blank || file.length < PREAMBLE_BYTES || file.length < PREAMBLE_BYTES + file[9] * SLOT_BYTES;
    }

    /// Reads the head of a file that is not cut; refuses with `damaged`.
    static KeyRecords read(String owner, byte[] file) {
        if (!Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || file[9] < 1) {
            throw new LedgerException("damaged", "the keys of " + owner + " have no head of form 2");
        }
        int count = file[9];
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = PREAMBLE_BYTES + i * SLOT_BYTES;
            String name = new String(file, at, AudienceKey.MOST_NAME, StandardCharsets.US_ASCII);
            int zero = name.indexOf(0);
            int key = at + AudienceKey.MOST_NAME;
            slots.add(new Slot(
                    new AudienceKey(zero < 0 ? name : name.substring(0, zero), cut(file, key)),
                    cut(file, key + Hpke.KEY_BYTES),
                    null));
        }
        return new KeyRecords(owner, (char) file[8], slots);
    }

    private static byte[] cut(byte[] file, int at) {
        return Arrays.copyOfRange(file, at, at + Hpke.KEY_BYTES);
    }

    byte[] head() {
        ByteBuffer head = ByteBuffer.allocate(headBytes());
        head.put(MAGIC).put((byte) classLetter).put((byte) slots.size()).position(PREAMBLE_BYTES);
        for (Slot slot : slots) {
            int at = head.position();
            head.put(slot.audience.name().getBytes(StandardCharsets.US_ASCII));
            head.position(at + AudienceKey.MOST_NAME).put(slot.audience.key()).put(slot.enc);
        }
        return head.array();
    }

    int headBytes() {
        return PREAMBLE_BYTES + slots.size() * SLOT_BYTES;
    }

    int recordBytes() {
        return FIXED_BYTES + slots.size() * WRAP_BYTES;
    }

    List<AudienceKey> audiences() {
        return slots.stream().map(Slot::audience).toList();
    }

    /// The next record of the file that was made here.
    ///
    /// @param number records before it
    byte[] record(long number, long row, long offset, int length, KeyWrap.Secrets secrets) {
        byte[] both = Arrays.copyOf(secrets.salt(), Commitment.SALT_BYTES + KeyWrap.KEY_BYTES);
        System.arraycopy(secrets.key(), 0, both, Commitment.SALT_BYTES, KeyWrap.KEY_BYTES);
        ByteBuffer record = ByteBuffer.allocate(recordBytes());
        record.putLong(row).putLong(offset).putInt(length).putInt(0);
        for (Slot slot : slots) {
            if (slot.context == null) {
                throw new IllegalStateException("a file that was read is not added to");
            }
            record.put(slot.context.seal(number, aad(owner, row, classLetter), both));
        }
        return record.array();
    }

    /// The whole records of a file; what a crash cut off belongs to nothing.
    List<Place> places(byte[] file) {
        List<Place> places = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = headBytes(); at + recordBytes() <= file.length; at += recordBytes()) {
            boolean erased = true;
            for (int i = at + FIXED_BYTES; erased && i < at + recordBytes(); i++) {
                erased = file[i] == 0;
            }
            places.add(new Place(bytes.getLong(at), bytes.getLong(at + 8), bytes.getInt(at + 16), at, erased));
        }
        return places;
    }

    /// Opens records for one audience; empty where it is not among those for whom they are wrapped.
    Optional<Opening> open(byte[] file, AudienceSecret secret) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.audience.equals(secret.key())) {
                byte[] info = info(owner, classLetter, slot.audience.name());
                return Optional.of(new Opening(file, Hpke.at(secret.scalar(), slot.enc, info), i));
            }
        }
        return Optional.empty();
    }

    /// The records of one file under one audience's key.
    final class Opening {
        private final byte[] file;
        private final Hpke context;
        private final int slot;

        private Opening(byte[] file, Hpke context, int slot) {
            this.file = file;
            this.context = context;
            this.slot = slot;
        }

        /// Empty where the record has been erased; refuses with `damaged` what does not open.
        Optional<KeyWrap.Secrets> secrets(Place place) {
            if (place.isErased()) {
                return Optional.empty();
            }
            int at = place.at() + FIXED_BYTES + slot * WRAP_BYTES;
            long number = ((long) place.at() - headBytes()) / recordBytes();
            byte[] both = context.open(
                            number, aad(owner, place.row(), classLetter), Arrays.copyOfRange(file, at, at + WRAP_BYTES))
                    .orElseThrow(() -> new LedgerException("damaged", "a key of " + owner + " does not open"));
            return Optional.of(new KeyWrap.Secrets(
                    Arrays.copyOf(both, Commitment.SALT_BYTES),
                    Arrays.copyOfRange(both, Commitment.SALT_BYTES, both.length)));
        }
    }

    private static byte[] info(String owner, char classLetter, String audience) {
        return ("truceline.vault/2\n" + owner + "\n" + classLetter + "\n" + audience + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What every ciphertext of an item is bound to.
    static byte[] aad(String owner, long row, char classLetter) {
        return (owner + "/" + row + "/" + classLetter).getBytes(StandardCharsets.UTF_8);
    }
}
