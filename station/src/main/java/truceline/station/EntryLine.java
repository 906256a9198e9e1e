package truceline.station;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import truceline.finding.Statement;
import truceline.json.JsonException;
import truceline.mission.Entry;
import truceline.mission.EntryText;

/// One entry in one line, as a list of entries shows it.
///
/// @param index its place in the ledger
/// @param type the word its text begins with: `submission`, `observations`, `tick` …; empty where it has none
/// @param summary what it says, in English; never a protected word, for no entry holds one
public record EntryLine(long index, String type, String summary) {
    private static final int LONGEST_TYPE = 40;
    private static final int SHOWN_OF_A_HASH = 12;
    private static final int SHOWN_OF_A_TEXT = 120;

    /// The line of an entry given as its bytes. An entry that this program does not know has a line too.
    static EntryLine of(long index, byte[] bytes) {
        String summary;
        try {
            summary = summary(EntryText.read(bytes));
        } catch (JsonException e) {
            summary = "not known to this version";
        }
        boolean fits = summary.length() <= SHOWN_OF_A_TEXT;
        return new EntryLine(index, type(bytes), fits ? summary : summary.substring(0, SHOWN_OF_A_TEXT) + "…");
    }

    /// The word an entry's text begins with, read without reading the rest.
    static String type(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_TYPE), StandardCharsets.UTF_8);
        int end = start.indexOf("\":", 2);
        return start.startsWith("{\"") && end > 0 ? start.substring(2, end) : "";
    }

    private static String summary(Entry entry) {
        return switch (entry) {
            case Entry.KeyEntered key -> "key of the " + key.role() + ": " + key.key();
            case Entry.Ruled rule -> "rule " + rule.rule() + ", version " + rule.version();
            case Entry.DocumentPart part ->
                part.kind() + " " + shortened(part.sha256()) + ", part " + (part.part() + 1) + " of " + part.parts();
            case Entry.AgreementEntered agreement ->
                "agreement " + shortened(agreement.document()) + ", "
                        + count(agreement.maps().size(), "map") + ", " + time(agreement.receivedMs());
            case Entry.SourceEntered source ->
                "source " + source.id() + ", grade " + source.grade() + ", " + time(source.receivedMs());
            case Entry.Submitted submitted ->
                submitted.source() + ": " + submitted.format() + ", " + count(submitted.sizeBytes(), "byte")
                        + ", class " + submitted.fileClass() + ", " + time(submitted.receivedMs());
            case Entry.Conflicted conflicted ->
                conflicted.signed().by() + " used the id of submission " + conflicted.submission()
                        + " for other content, " + time(conflicted.receivedMs());
            case Entry.Observed observed ->
                count(observed.rows().size(), "observation") + " of submission " + observed.submission();
            case Entry.Rejected rejected ->
                count(rejected.rows().size(), "rejected row") + " of submission " + rejected.submission();
            case Entry.ControlEntered control ->
                "control map " + shortened(control.document()) + " of submission " + control.submission()
                        + (control.date().isEmpty() ? "" : ", of " + control.date());
            case Entry.PolicyEntered policy -> "policy of witnesses, " + time(policy.receivedMs());
            case Entry.Ticked tick -> "closes " + time(tick.closesMs()) + ", picture " + shortened(tick.picture());
            case Entry.Stated stated ->
                stated.by() + ": " + stated.statement().act().word() + about(stated.statement());
            default -> "no summary in this version";
        };
    }

    /// What a statement about something protected names; a redaction says what and why by a code.
    private static String about(Statement statement) {
        return switch (statement.act()) {
            case REDACT ->
                " " + statement.text("item") + " class " + statement.text("class") + ", " + statement.text("reason");
            case ACCESS -> " to " + statement.text("item") + " class " + statement.text("class");
            case RELEASE -> " of class " + statement.text("class") + " to " + statement.text("to");
            case AUDIENCE -> " " + statement.text("audience");
            default -> "";
        };
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String shortened(String hash) {
        return hash.length() <= SHOWN_OF_A_HASH ? hash : hash.substring(0, SHOWN_OF_A_HASH);
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
