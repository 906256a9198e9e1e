package truceline.report;

import org.jspecify.annotations.Nullable;
import truceline.finding.Attribution;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Verification;

/// What people decided about one incident, as two answers to two questions: whether it happened, and who is
/// responsible.
///
/// @param ballot of the body that attributes, or null where the agreement has none
/// @param isClosed every seat has voted, or the time has run out
record Decision(
        CaseFile file, @Nullable Ballot ballot, boolean isClosed, Verification verification, Attribution attribution) {
    /// Code of the party, or the empty text where nobody is named.
    String party() {
        return attribution.party() == null ? "" : attribution.party();
    }

    /// True where a party is named by a vote or by itself: what comes before is an assessment.
    boolean isAttributed() {
        return attribution.level() == Attribution.Level.A3 || attribution.level() == Attribution.Level.A4;
    }
}
