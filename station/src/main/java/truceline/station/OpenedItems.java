package truceline.station;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.finding.Release;
import truceline.intake.Refusal;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.observation.Field;
import truceline.store.AudienceSecret;
import truceline.store.BundleWriter;
import truceline.store.ReadOnlyLedger;
import truceline.store.StationKeys;
import truceline.store.Vault;

/// Opens, for a bundle, what two persons decided to hand out: items of the class of their decision and those below it
/// that stand before it in the record. Reads the vault and writes nothing to the station.
final class OpenedItems {
    static final String FOLDER = "opened/";

    private static final String LADDER = "SCM";
    private static final int FILE_BYTES = 1 << 20;

    private final ReadOnlyLedger ledger;
    private final Picture picture;
    private final Release release;
    private final List<AudienceSecret> keys;
    private final Vault vault;
    private final BundleWriter out;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Map<Long, OpenedText> rows = new HashMap<>();
    private final Set<String> redacted = new TreeSet<>();
    private long rowsOf = -1;
    private int files;
    private long opened;
    private long withheld;

    @SuppressWarnings("ArrayRecordComponent") // two results of one decryption, never compared
    private record OpenedText(byte[] salt, byte[] text) {}

    private OpenedItems(
            ReadOnlyLedger ledger,
            Picture picture,
            Release release,
            List<AudienceSecret> keys,
            Vault vault,
            BundleWriter out) {
        this.ledger = ledger;
        this.picture = picture;
        this.release = release;
        this.keys = keys;
        this.vault = vault;
        this.out = out;
        picture.docket().redactions().forEach(each -> redacted.add(each.item() + each.classLetter()));
    }

    /// How many items were written, and how many of the class could not be: redacted, or not for these keys.
    record Result(long opened, long withheld) {}

    /// The decision to hand out a class, the latest one.
    ///
    /// @throws Refusal where there is none: a person alone hands out nothing
    static Release release(Picture picture, String letter) {
        if (!letter.matches("[SCM]")) {
            throw new Refusal("usage", "--release is P, S, C or M; class R never leaves the vault");
        }
        return picture.docket().releases().stream()
                .filter(each -> each.classLetter() == letter.charAt(0))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(
                        "not-released",
                        "nobody may hand out class " + letter + ": two persons sign the act release first"));
    }

    static Result write(
            Path folder,
            ReadOnlyLedger ledger,
            Picture picture,
            Release release,
            @Nullable AudienceSecret key,
            BundleWriter out)
            throws IOException {
        byte[] monitor = StationKeys.read(folder).monitor();
        AudienceSecret station = AudienceSecret.ofStation(monitor);
        List<AudienceSecret> keys = key == null ? List.of(station) : List.of(station, key);
        try (Vault vault = new Vault(folder, monitor)) {
            OpenedItems items = new OpenedItems(ledger, picture, release, keys, vault, out);
            items.write();
            return new Result(items.opened, items.withheld);
        }
    }

    /// Whether a class is handed out with another.
    static boolean isWithin(char letter, char released) {
        return LADDER.indexOf(letter) >= 0 && LADDER.indexOf(letter) <= LADDER.indexOf(released);
    }

    private void write() throws IOException {
        for (long index = 0; index < Math.min(release.decided(), ledger.size()); index++) {
            byte[] bytes = ledger.entry(index);
            switch (EntryLine.type(bytes)) {
                case "observations" -> rows(index, bytes);
                case "statement" -> note(index, bytes);
                default -> {
                    // Holds nothing that is handed out: a received file holds every column, of whatever class.
                }
            }
        }
        flush();
    }

    private void rows(long index, byte[] bytes) throws IOException {
        if (!(EntryText.read(bytes) instanceof Entry.Observed observed) || !isWithin('M', release.classLetter())) {
            return;
        }
        Submission submission = picture.submissions().get(observed.submission());
        for (int position = 0; submission != null && position < observed.rows().size(); position++) {
            String commitment = observed.rows().text(Field.MONITOR_PART, position);
            if (commitment != null) {
                load(submission);
                OpenedText text = rows.get(observed.rows().number(Field.ROW, position));
                add(index + "/" + position, 'M', commitment, text);
            }
        }
    }

    private void load(Submission submission) {
        if (rowsOf != submission.index()) {
            rows.clear();
            rowsOf = submission.index();
            for (AudienceSecret key : keys) {
                vault.open(
                        submission.entered().id(),
                        'M',
                        key,
                        (row, salt, text) -> rows.put(row, new OpenedText(salt, text)));
            }
        }
    }

    private void note(long index, byte[] bytes) throws IOException {
        if (!(EntryText.read(bytes) instanceof Entry.Stated stated)
                || stated.statement().act().protectedPart() == null) {
            return;
        }
        String commitment = stated.statement().findText("note");
        char letter = stated.statement().noteClass();
        if (commitment == null || !isWithin(letter, release.classLetter())) {
            return;
        }
        OpenedText[] found = new OpenedText[1];
        for (AudienceSecret key : keys) {
            vault.open(stated.id(), letter, key, (row, salt, text) -> found[0] = new OpenedText(salt, text));
        }
        add(String.valueOf(index), letter, commitment, found[0]);
    }

    private void add(String item, char letter, String commitment, @Nullable OpenedText text) throws IOException {
        boolean fits = text != null && Commitment.of(text.salt(), text.text()).equals(Hash.fromBase64(commitment));
        if (text == null || !fits || redacted.contains(item + letter)) {
            withheld++;
            return;
        }
        file.write(OpenedItem.of(item, letter, text.salt(), text.text()).line());
        opened++;
        if (file.size() > FILE_BYTES) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (file.size() > 0) {
            out.put(FOLDER + String.format(Locale.ROOT, "%06d.jsonl", files++), file.toByteArray());
            file.reset();
        }
    }
}
