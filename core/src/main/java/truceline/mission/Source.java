package truceline.mission;

/// A source as it stands at one size of the ledger. A person's grading is an entry; until then the grade is F, and
/// observations of the source are graded F6: "cannot be judged" twice, never "worst".
///
/// @param number position in the order of first entry
/// @param grade reliability A to F
/// @param rows observations accepted so far
/// @param rejected rows rejected so far
/// @param firstReceivedMs when it first sent something, milliseconds UTC
/// @param lastReceivedMs when it last sent something
public record Source(
        int number, String id, char grade, long rows, long rejected, long firstReceivedMs, long lastReceivedMs) {
    Source received(long moreRows, long moreRejected, long receivedMs) {
        return new Source(
                number,
                id,
                grade,
                rows + moreRows,
                rejected + moreRejected,
                firstReceivedMs == 0 ? receivedMs : firstReceivedMs,
                Math.max(lastReceivedMs, receivedMs));
    }

    Source graded(char newGrade) {
        return new Source(number, id, newGrade, rows, rejected, firstReceivedMs, lastReceivedMs);
    }
}
