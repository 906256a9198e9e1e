package truceline.finding;

import java.util.List;

/// Two persons of two sections decided by which key an audience reads what is protected from then on.
///
/// @param audience `monitor`, `sources`, `commission`, `guarantors`, or `party:` and a party's code
/// @param key public key of the audience in its text form
/// @param decided index of the second signature
public record AudienceChange(String audience, String key, long decided) {
    /// What two signatures decided, in the order of the ledger.
    static List<AudienceChange> of(List<Stated> stated) {
        return Pair.decided(stated, Act.AUDIENCE, "audience", "key").stream()
                .map(Pair::second)
                .map(second -> new AudienceChange(
                        second.statement().text("audience"), second.statement().text("key"), second.index()))
                .toList();
    }
}
