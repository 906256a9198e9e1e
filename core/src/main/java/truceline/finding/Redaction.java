package truceline.finding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Two persons of two sections decided that what is protected at an address is shredded: its keys and salt go, the
/// commitment in the record stays, and with it every proof. Says what and why by a code, never the content.
///
/// @param item observation `entry/position`, or the entry of a statement or a submission
/// @param classLetter class of what is shredded: `S`, `C`, `M` or `R`
/// @param reason code of the table of {@link Act}
/// @param proposed index of the first signature
/// @param decided index of the second, from which on it holds
/// @param decidedMs when the second was received, milliseconds UTC
public record Redaction(String item, char classLetter, String reason, long proposed, long decided, long decidedMs) {
    /// What two signatures decided, in the order of the ledger.
    static List<Redaction> of(List<Stated> stated) {
        return Pair.decided(stated, Act.REDACT, "item", "class", "reason").stream()
                .map(pair -> of(pair.first(), pair.second()))
                .toList();
    }

    private static Redaction of(Stated first, Stated second) {
        Statement statement = second.statement();
        return new Redaction(
                statement.text("item"),
                statement.text("class").charAt(0),
                statement.text("reason"),
                first.index(),
                second.index(),
                second.receivedMs());
    }

    /// What stands where the content would: `withheld: redacted on DATE by decision at INDEX`; the date is UTC.
    public String words() {
        return "withheld: redacted on "
                + Instant.ofEpochMilli(decidedMs).atOffset(ZoneOffset.UTC).toLocalDate() + " by decision at " + decided;
    }
}
