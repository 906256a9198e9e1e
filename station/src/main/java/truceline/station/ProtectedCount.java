package truceline.station;

import truceline.finding.Stated;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.observation.Columns;
import truceline.observation.Field;

/// How much the record commits to without showing it.
///
/// @param items parts of rows, notes and files that are protected
/// @param redacted of those, how many two persons decided to shred
public record ProtectedCount(long items, long redacted) {
    public static ProtectedCount of(Picture picture) {
        long items = 0;
        Columns columns = picture.observations().columns();
        for (int row = 0; row < picture.rows(); row++) {
            items += columns.text(Field.MONITOR_PART, row) == null ? 0 : 1;
            items += columns.text(Field.RESTRICTED_PART, row) == null ? 0 : 1;
        }
        for (Stated stated : picture.docket().stated()) {
            boolean hasNote =
                    stated.act().protectedPart() != null && stated.statement().findText("note") != null;
            items += hasNote ? 1 : 0;
        }
        for (Submission submission : picture.submissions().values()) {
            items += submission.entered().commitment() == null ? 0 : 1;
        }
        return new ProtectedCount(items, picture.docket().redactions().size());
    }
}
