package truceline.mission;

import truceline.finding.Person;

/// The texts that are signed when a key enters or ends, one part a line, each with a purpose of its own so
/// that no signature serves for another act. Format: `spec/keys.md`.
///
/// All throw IllegalArgumentException where a part has a line feed in it.
public final class KeysText {
    private static final String ENROLMENT = "truceline.enrolment/v1";
    private static final String REVOCATION = "truceline.revocation/v1";
    private static final String LOG = "truceline.log-key/v1";

    private KeysText() {}

    /// What a new key signs to show that its holder has the private part.
    ///
    /// @param origin name of the station's log
    public static String enrolment(String origin, Person person) {
        return Lines.of(
                ENROLMENT,
                origin,
                person.id(),
                person.body(),
                person.seat(),
                person.section(),
                String.join(" ", person.sources()),
                person.key());
    }

    /// What officers sign to vouch for a revocation.
    ///
    /// @param fromMs moment from which on the key does not count, milliseconds UTC
    public static String revocation(String origin, String id, String key, long fromMs, String reason) {
        return Lines.of(REVOCATION, origin, id, key, Long.toString(fromMs), reason);
    }

    /// What the log's keys, and officers, sign when one of them takes up or lays down its role.
    ///
    /// @param role `log` or `log-retired`
    public static String log(String origin, String role, String key) {
        return Lines.of(LOG, origin, role, key);
    }
}
