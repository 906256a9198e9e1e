package truceline.mission;

/// The text that a person or device signs over a submission, one line each: purpose, station, the
/// submission's id, its source, format and class, and what stands for its bytes. Purpose and station are
/// in it so that no signature can be used elsewhere, the id so that none counts twice. Format:
/// `spec/submission.md`.
public final class SubmissionText {
    private static final String PURPOSE = "truceline.submission/v1";

    private SubmissionText() {}

    /// The text to sign.
    ///
    /// @param origin name of the station's log
    /// @param id 128 random bits in hexadecimal, chosen by the signer
    /// @param rootOrCommitment in base64: root of the submission's readings where its class is P, else the
    ///     salted commitment to that root
    /// @throws IllegalArgumentException where a part has a line feed in it
    public static String of(
            String origin, String id, String source, String format, char fileClass, String rootOrCommitment) {
        return Lines.of(PURPOSE, origin, id, source, format, String.valueOf(fileClass), rootOrCommitment);
    }

    /// The text of an entry.
    ///
    /// @throws IllegalArgumentException as the other
    public static String of(String origin, Entry.Submitted submitted, Entry.Signed signed) {
        return of(
                origin, submitted.id(), submitted.source(), submitted.format(), submitted.fileClass(), signed.batch());
    }

    /// The text of the content that an id was used for a second time.
    ///
    /// @param id id of the submission that had it first
    /// @throws IllegalArgumentException as the other
    public static String of(String origin, String id, Entry.Conflicted conflicted) {
        return of(
                origin,
                id,
                conflicted.source(),
                conflicted.format(),
                conflicted.fileClass(),
                conflicted.signed().batch());
    }
}
