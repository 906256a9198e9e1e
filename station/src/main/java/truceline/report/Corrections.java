package truceline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.incident.Joins;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.observation.Observations;

/// What rows received in a period changed in earlier periods. Moments of receipt grow with the ledger, so the rows
/// received in a period are one run of rows.
final class Corrections {
    private final Picture picture;
    private final Register register;
    private final Period period;
    private final List<DailyReport.Correction> list = new ArrayList<>();
    private long lateIncidents;

    Corrections(Picture picture, Register register, Period period) {
        this.picture = picture;
        this.register = register;
        this.period = period;
        find(firstRowAfter(period.fromMs()), firstRowAfter(period.toMs()));
    }

    /// Incidents that began in an earlier period, were registered before this one, and gained observations in it.
    List<DailyReport.Correction> list() {
        return list;
    }

    /// Incidents that began in an earlier period and were registered in this one.
    long lateIncidents() {
        return lateIncidents;
    }

    private void find(int from, int to) {
        SortedSet<Integer> touched = new TreeSet<>();
        for (int row = from; row < to; row++) {
            int incident = register.incidents().ofRow(row);
            if (incident >= 0) {
                touched.add(incident);
            }
        }
        List<Facts> changed = new ArrayList<>();
        for (int incident : touched) {
            Facts facts = register.facts(incident);
            if (facts.fromMs() >= period.fromMs() || register.isOnlyMovement(facts)) {
                continue;
            }
            // A track that goes on corrects nothing; a position that came late may make a case of an earlier day.
            int decisive = facts.isMovement() ? facts.bestRow() : facts.firstRow();
            if (decisive >= from) {
                lateIncidents++;
            } else if (!facts.isMovement()) {
                changed.add(facts);
            }
        }
        if (!changed.isEmpty()) {
            compare(changed, from, to);
        }
    }

    private void compare(List<Facts> changed, int from, int to) {
        Observations observations = picture.observations();
        Incidents before = incidentsUpTo(from);
        Incidents after = incidentsUpTo(to);
        Assessment assessmentBefore = new Assessment(observations, before);
        Assessment assessmentAfter = new Assessment(observations, after);
        for (Facts facts : changed) {
            int incident = after.ofRow(facts.firstRow());
            SortedSet<Integer> parts = new TreeSet<>();
            int added = 0;
            for (int row : after.rows(incident)) {
                if (row < from) {
                    parts.add(before.ofRow(row));
                } else {
                    added++;
                }
            }
            if (added == 0) {
                continue;
            }
            Facts was = assessmentBefore.facts(before.ofRow(facts.firstRow()));
            Facts is = assessmentAfter.facts(incident);
            list.add(new DailyReport.Correction(
                    observations.address(facts.firstRow()),
                    is.fromMs(),
                    is.placeName(),
                    added,
                    parts.size() - 1,
                    was.kind(),
                    is.kind(),
                    was.count(),
                    is.count()));
        }
    }

    private Incidents incidentsUpTo(int rows) {
        Joins joins = picture.joins();
        if (joins == null) {
            return picture.incidents();
        }
        int count = 0;
        while (count < picture.joinCount() && joins.later(count) < rows) {
            count++;
        }
        return Incidents.of(picture.observations().columns(), rows, joins, count, picture.tracks());
    }

    /// The first row of a submission that was received at or after a moment.
    private int firstRowAfter(long moment) {
        long first = Long.MAX_VALUE;
        for (Submission submission : picture.submissions().values()) {
            if (submission.entered().receivedMs() >= moment) {
                first = submission.index();
                break;
            }
        }
        int low = 0;
        int high = picture.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (picture.observations().entryIndex(middle) < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
