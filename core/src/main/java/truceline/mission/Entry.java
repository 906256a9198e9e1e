package truceline.mission;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.observation.Columns;

/// All that can happen. One entry is one leaf of the ledger; its bytes are the canonical JSON of {@link
/// EntryText}. Times are
/// milliseconds UTC, hashes are SHA-256 in lower-case hexadecimal. Format and examples: `spec/entry.md`.
public sealed interface Entry {
    /// A public key takes up a role, or lays it down.
    ///
    /// @param role `log`: from the next checkpoint on the key signs them; `log-retired`: it need not any
    ///     longer
    /// @param key the key in the signed-note form `name+hash+base64`
    /// @param change who vouches for it; absent for the first key, which vouches for itself
    record KeyEntered(String role, String key, @Nullable Change change) implements Entry {
        /// The first key.
        public KeyEntered(String role, String key) {
            this(role, key, null);
        }
    }

    /// A change of the log's keys: when it was made, and who signed the text of {@link KeysText}.
    record Change(long receivedMs, List<Signature> signatures) {
        public Change {
            signatures = List.copyOf(signatures);
        }
    }

    /// A signature in base64, and whose it is.
    ///
    /// @param by the key itself in its text form, or the id of a person on the rolls
    record Signature(String by, String signature) {}

    /// A rule is in force from this entry on.
    record Ruled(String rule, int version, SortedMap<String, Long> parameters) implements Entry {}

    /// One part of a document too large for an entry; consecutive parts make the text whose hash is given.
    ///
    /// @param kind {@code agreement} or {@code geometry}
    record DocumentPart(String kind, String sha256, int part, int parts, String text) implements Entry {}

    /// An agreement version takes effect for events from its own days on.
    ///
    /// @param document hash of the compiled text, entered before
    /// @param file hash of the file that was compiled
    /// @param maps by name of a line or zone: the geometry it uses
    /// @param units regions of the report, where they were given
    record AgreementEntered(
            String document,
            String file,
            SortedMap<String, MapUse> maps,
            @Nullable MapUse units,
            long receivedMs,
            @Nullable Amendment amendment)
            implements Entry {
        /// The first version, with which a station is founded.
        public AgreementEntered(
                String document, String file, SortedMap<String, MapUse> maps, @Nullable MapUse units, long receivedMs) {
            this(document, file, maps, units, receivedMs, null);
        }
    }

    /// Puts a version in the place of the one before.
    ///
    /// @param fromMs in force from then on, milliseconds UTC, not before it was received; what happened
    ///     earlier is judged by the version before
    /// @param signatures over the text of {@link AmendmentText}, of those who may change the version before
    record Amendment(long fromMs, List<Signature> signatures) {
        public Amendment {
            signatures = List.copyOf(signatures);
        }
    }

    /// A geometry document and the file it was made from.
    record MapUse(String document, String file) {}

    /// A source becomes known, or is graded anew.
    ///
    /// @param grade reliability A to F (Admiralty); F, "cannot be judged", until a person sets another
    record SourceEntered(String id, char grade, long receivedMs) implements Entry {}

    /// Something arrived. The rows that follow refer to this entry.
    ///
    /// @param id 128 random bits in hexadecimal, under which the vault keeps the submission's protected parts
    /// @param blob hash of the bytes kept (the ciphertext where the class is not P)
    /// @param commitment salted commitment to the bytes that arrived, in base64, where the class is not P
    /// @param mapping hash of the column mapping that was used, where one was
    /// @param signed who signed for it, where anybody did
    record Submitted(
            String id,
            String source,
            String format,
            int reader,
            char fileClass,
            String blob,
            long sizeBytes,
            @Nullable String commitment,
            @Nullable String mapping,
            long receivedMs,
            @Nullable Signed signed)
            implements Entry {
        /// A submission that nobody signed.
        public Submitted(
                String id,
                String source,
                String format,
                int reader,
                char fileClass,
                String blob,
                long sizeBytes,
                @Nullable String commitment,
                @Nullable String mapping,
                long receivedMs) {
            this(id, source, format, reader, fileClass, blob, sizeBytes, commitment, mapping, receivedMs, null);
        }
    }

    /// The signature of a person or device over a submission.
    ///
    /// @param by id on the rolls
    /// @param batch in base64: root of the submission's readings where its class is P, else a salted
    ///     commitment to it
    /// @param signature Ed25519 in base64 over the text of {@link SubmissionText}
    record Signed(String by, String batch, String signature) {}

    /// A signer used the id of an earlier submission for other content. Nothing of that content is taken.
    ///
    /// @param submission index of the submission that has the id
    /// @param signed the signature over the other content, which the text of {@link SubmissionText} bears out
    record Conflicted(long submission, String source, String format, char fileClass, long receivedMs, Signed signed)
            implements Entry {}

    /// Rows of a submission, as evidence.
    record Observed(long submission, Columns rows) implements Entry {}

    /// Rows of a submission that could not be used, and why.
    record Rejected(long submission, List<RejectedRow> rows) implements Entry {}

    /// One row that could not be used.
    ///
    /// @param identity pseudonym of the row's bytes, so that the same row is not entered twice
    record RejectedRow(long row, String field, String code, String identity) {}

    /// A map of who holds what, as of a date.
    ///
    /// @param date ISO 8601 date that the map says it shows, or empty where it says none
    record ControlEntered(long submission, String document, String date) implements Entry {}

    /// A person or device is put on the rolls and may from here on make statements.
    ///
    /// @param proof the new key's own signature in base64 over the text of {@link KeysText}: its holder
    ///     has the private part; absent in entries of versions that asked for none
    record Enrolled(
            Person person, long receivedMs, @Nullable String proof) implements Entry {
        /// An enrolment without a proof.
        public Enrolled(Person person, long receivedMs) {
            this(person, receivedMs, null);
        }
    }

    /// The key of a person or device no longer counts.
    ///
    /// @param key the key, which is that of `id` on the rolls
    /// @param fromMs from this moment on, by the time of receipt; it may lie before or after this entry
    /// @param reason `lost`, `stolen`, `left` or `replaced`
    /// @param signatures officers who vouch for it, where any do
    record Revoked(String id, String key, long fromMs, String reason, long receivedMs, List<Signature> signatures)
            implements Entry {
        public Revoked {
            signatures = List.copyOf(signatures);
        }
    }

    /// A person's signed statement.
    ///
    /// @param id 128 random bits in hexadecimal, chosen by the signer: the same statement is not taken twice
    /// @param by id of the person
    /// @param signature Ed25519 in base64 over the text of {@link StatementText}, by the person's key
    record Stated(String id, String by, Statement statement, String signature, long receivedMs) implements Entry {}

    /// From here on these witnesses are to confirm the ledger (C2SP tlog-policy); a later one takes its place.
    ///
    /// @param text the policy to the byte; what it says is judged where signatures are verified
    record PolicyEntered(String text, long receivedMs) implements Entry {}

    /// Time passed. Only entered when a period closes.
    ///
    /// @param closesMs end of the period that closes
    /// @param picture digest of the picture of all entries before this one
    /// @param rule version of the grouping rule by which it was made
    record Ticked(long receivedMs, long closesMs, String picture, int rule) implements Entry {}
}
