package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.audit.Signatures;
import truceline.finding.Act;
import truceline.finding.Objection;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.mission.StatementText;
import truceline.store.Blob;
import truceline.store.BlobStore;
import truceline.store.IdentityIndex;
import truceline.store.LedgerStore;
import truceline.store.Vault;

/// The one door. A delivery's bytes are kept first, then read; its rows become entries; an entry is
/// assessed once it is durable. A delivery that brings nothing new leaves no trace.
final class Door {
    private static final int MOST_NOTE = 8_000;

    private final LedgerStore ledger;
    private final BlobStore blobs;
    private final Vault vault;
    private final IdentityIndex identities;
    private final Pseudonyms pseudonyms;
    private final Fold fold;
    private final Mission mission;
    private final Clock clock;
    private boolean whole = true;

    Door(
            LedgerStore ledger,
            BlobStore blobs,
            Vault vault,
            IdentityIndex identities,
            Pseudonyms pseudonyms,
            Fold fold,
            Clock clock) {
        this.ledger = ledger;
        this.blobs = blobs;
        this.vault = vault;
        this.identities = identities;
        this.pseudonyms = pseudonyms;
        this.fold = fold;
        this.mission = fold.settled();
        this.clock = clock;
    }

    Receipt admit(Delivery delivery, Recorder.Witness witness) throws IOException {
        checkSource(delivery.source());
        whole = false;
        char fileClass = delivery.reader().fileClass();
        Blob blob = blobs.keep(delivery.bytes(), fileClass == 'P');
        byte[] mapping = delivery.mapping();
        String mappingHash = mapping == null
                ? null
                : blobs.keep(new ByteArrayInputStream(mapping), true).sha256();
        Heading heading = new Heading(
                delivery.source(),
                delivery.reader().name(),
                delivery.reader().version(),
                delivery.reader().fileClass(),
                mappingHash);
        Picture before = mission.picture();
        long firstEntry = ledger.size();
        long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
        Submitting submitting;
        Scribe scribe;
        try (Recorder recorder = new Recorder(ledger, vault, fold::apply, witness)) {
            submitting = new Submitting(heading, blob, before, receivedMs, recorder);
            scribe = new Scribe(delivery.source(), pseudonyms, identities, vault, submitting, Scribe.MANY_ROWS);
            try (InputStream kept = blobs.open(blob)) {
                delivery.reader().read(kept, scribe);
            } finally {
                // Rows that were read are kept, also where the reader then refuses the rest.
                scribe.finish();
                blobs.settle(blob);
                if (!submitting.isOpen()) {
                    blobs.discard(blob);
                }
            }
            if (submitting.isOpen()) {
                blobs.noteHeld(blob.sha256(), scribe.held());
            }
        }
        whole = true;
        Checkpoint checkpoint = ledger.seal();
        long entries = ledger.size() - firstEntry;
        return new Receipt(
                scribe.accepted(),
                scribe.duplicates(),
                scribe.rejected(),
                scribe.future(),
                scribe.shown(),
                entries == 0 ? -1 : firstEntry,
                entries,
                checkpoint);
    }

    Receipt admitControl(String source, String fileName, InputStream bytes, Recorder.Witness witness)
            throws IOException {
        checkSource(source);
        ControlMapFile map = ControlMapFile.read(fileName, bytes);
        Picture before = mission.picture();
        long firstEntry = ledger.size();
        boolean held = before.controls().stream()
                .anyMatch(control -> control.document().equals(map.document())
                        && control.date().equals(map.date())
                        && control.submission().entered().source().equals(source));
        if (!held) {
            Blob blob = blobs.keep(new ByteArrayInputStream(map.bytes()), true);
            long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
            try (Recorder recorder = new Recorder(ledger, vault, fold::apply, witness)) {
                Heading heading = new Heading(source, ControlMapFile.FORMAT, ControlMapFile.VERSION, 'P', null);
                Submitting submitting = new Submitting(heading, blob, before, receivedMs, recorder);
                long submission = submitting.submission();
                map.entries(submission, mission.hasDocument(map.document()))
                        .forEach(entry -> recorder.put(EntryText.write(entry)));
            }
        }
        Checkpoint checkpoint = ledger.seal();
        long features = map.features();
        long entries = ledger.size() - firstEntry;
        return new Receipt(
                held ? 0 : features, held ? features : 0, 0, 0, List.of(), held ? -1 : firstEntry, entries, checkpoint);
    }

    Receipt enrol(String origin, Person person, String proof, Recorder.Witness witness) throws IOException {
        refuse(mission.objection(person));
        Picture before = mission.picture();
        long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
        Entry entry = new Entry.Enrolled(person, receivedMs, proof);
        refuseFaults(origin, entry);
        return enter(before, entry, receivedMs, witness);
    }

    Receipt revoke(String origin, Revoking revoking, Recorder.Witness witness) throws IOException {
        Picture before = mission.picture();
        long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
        Entry.Revoked entry = revoking.entry(before.docket(), receivedMs);
        refuse(mission.objection(entry));
        refuseFaults(origin, entry);
        return enter(before, entry, receivedMs, witness);
    }

    Receipt changeLogKey(
            String origin, String role, String key, List<Entry.Signature> signatures, Recorder.Witness witness)
            throws IOException {
        Picture before = mission.picture();
        long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
        Entry.KeyEntered entry = new Entry.KeyEntered(role, key, new Entry.Change(receivedMs, signatures));
        if (!LogKeyChain.of(before.logKeys()).add(entry)) {
            throw new Refusal(LogKeyChain.FAULT, "the log's keys in force must all sign, and one must stay");
        }
        refuseFaults(origin, entry);
        return enter(before, entry, receivedMs, witness);
    }

    /// What an audit would name is not entered.
    private void refuseFaults(String origin, Entry entry) {
        for (String fault : new Signatures(mission).faults(origin, entry)) {
            throw new Refusal(fault, "a key or signature does not hold: " + fault);
        }
    }

    /// Refuses a statement that is not its signer's, not whole, or that he may not make now.
    void check(String origin, SignedStatement signed) {
        Person person = mission.docket().persons().get(signed.by());
        if (person == null) {
            throw new Refusal("not-enrolled", signed.by() + " is not on the rolls of this station");
        }
        String text = StatementText.of(origin, signed.id(), signed.statement());
        if (!SignedText.verify(text, Verifier.parse(person.key()), signed.signature())) {
            throw new Refusal("bad-signature", "the signature is not that of " + person.id() + " over this statement");
        }
        if (!signed.id().matches("[0-9a-f]{32}") || !signed.isNoteWhole()) {
            throw new Refusal("statement", "the id has 32 hexadecimal digits, and the note is the one committed to");
        }
        refuse(mission.objection(signed.statement(), signed.by(), signed.id(), receivedMs(mission.picture())));
        checkAudience(signed.statement());
    }

    private long receivedMs(Picture before) {
        return Math.max(clock.nowMs(), before.receivedMs());
    }

    Receipt state(String origin, SignedStatement signed, Recorder.Witness witness) throws IOException {
        check(origin, signed);
        Picture before = mission.picture();
        long receivedMs = receivedMs(before);
        Entry stated = new Entry.Stated(signed.id(), signed.by(), signed.statement(), signed.signature(), receivedMs);
        String note = signed.note();
        if (EntryText.write(stated).length > Scribe.ENTRY_BYTES || note != null && note.length() > MOST_NOTE) {
            throw new Refusal("statement", "a statement has at most 16 KiB, and its note 8,000 characters");
        }
        String salt = signed.salt();
        if (note != null && salt != null) {
            byte[] plain = note.getBytes(StandardCharsets.UTF_8);
            char letter = signed.statement().noteClass();
            vault.protect(signed.id(), 0, letter, plain, Base64.getDecoder().decode(salt));
        }
        return enter(before, stated, receivedMs, witness);
    }

    /// The key of an audience is one that everybody can encrypt to, and names the audience.
    private static void checkAudience(Statement statement) {
        if (statement.act() == Act.AUDIENCE
                && Audiences.find(statement.text("audience"), statement.text("key")) == null) {
            throw new Refusal("bad-key", "that is no key of this audience as 'audience new' prints it");
        }
    }

    Receipt adopt(String policy, Recorder.Witness witness) throws IOException {
        Picture before = mission.picture();
        long receivedMs = Math.max(clock.nowMs(), before.receivedMs());
        return enter(before, new Entry.PolicyEntered(policy, receivedMs), receivedMs, witness);
    }

    Receipt amend(String origin, AgreementFile next, Entry.Amendment amendment, Recorder.Witness witness)
            throws IOException {
        Picture before = mission.picture();
        long receivedMs = receivedMs(before);
        AgreementEntries entries = AgreementEntries.of(next, mission::hasDocument, receivedMs, amendment);
        refuse(mission.objection(entries.version(), next.agreement()));
        refuseFaults(origin, entries.version());
        return enter(before, entries.all(), receivedMs, witness);
    }

    private Receipt enter(Picture before, Entry entry, long receivedMs, Recorder.Witness witness) throws IOException {
        return enter(before, List.of(entry), receivedMs, witness);
    }

    /// Enters one thing that a person did, after the tick of a day that ended since something was last received.
    private Receipt enter(Picture before, List<Entry> deed, long receivedMs, Recorder.Witness witness)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Entry tick = Ticking.find(before, receivedMs);
        if (tick != null) {
            entries.add(tick);
        }
        entries.addAll(deed);
        long firstEntry = ledger.size();
        try (Recorder recorder = new Recorder(ledger, vault, fold::apply, witness)) {
            entries.forEach(each -> recorder.put(EntryText.write(each)));
        }
        return new Receipt(1, 0, 0, 0, List.of(), firstEntry, entries.size(), ledger.seal());
    }

    private static void refuse(@Nullable Objection objection) {
        if (objection != null) {
            throw new Refusal(objection.code(), objection.message());
        }
    }

    /// False once a delivery broke off: identities may then be known that no entry holds.
    boolean isWhole() {
        return whole;
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void checkSource(String source) {
        boolean good = source.length() <= Delivery.SOURCE_LENGTH && source.matches("[a-z0-9][a-z0-9._-]*");
        if (!good) {
            throw new Refusal(
                    "bad-source",
                    "a source id has at most " + Delivery.SOURCE_LENGTH
                            + " characters: lower-case letters, digits, point, hyphen, underscore");
        }
    }

    /// What a submission's entry says of it besides its bytes.
    private record Heading(
            String source,
            String format,
            int version,
            char fileClass,
            @Nullable String mapping) {}

    /// The entries that open a submission: the tick of a closed period, the source where it is new, and
    /// the submission.
    private final class Submitting implements Scribe.Opening {
        private final Heading heading;
        private final Blob blob;
        private final Picture before;
        private final long receivedMs;
        private final Recorder recorder;
        private final String id = HexFormat.of().formatHex(random());
        private long index = -1;

        Submitting(Heading heading, Blob blob, Picture before, long receivedMs, Recorder recorder) {
            this.heading = heading;
            this.blob = blob;
            this.before = before;
            this.receivedMs = receivedMs;
            this.recorder = recorder;
        }

        boolean isOpen() {
            return index >= 0;
        }

        @Override
        public long submission() {
            if (index < 0) {
                open();
            }
            return index;
        }

        @Override
        public String vaultName() {
            return id;
        }

        @Override
        public long receivedMs() {
            return receivedMs;
        }

        @Override
        public void put(byte[] entry) {
            recorder.put(entry);
        }

        private void open() {
            Entry tick = Ticking.find(before, receivedMs);
            if (tick != null) {
                recorder.put(EntryText.write(tick));
            }
            if (mission.findSource(heading.source()) < 0) {
                recorder.put(EntryText.write(new Entry.SourceEntered(heading.source(), 'F', receivedMs)));
            }
            Hash commitment = blob.commitment();
            index = recorder.put(EntryText.write(new Entry.Submitted(
                    id,
                    heading.source(),
                    heading.format(),
                    heading.version(),
                    heading.fileClass(),
                    blob.sha256(),
                    blob.sizeBytes(),
                    commitment == null ? null : commitment.base64(),
                    heading.mapping(),
                    receivedMs)));
        }
    }
}
