package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.compliance.Norm;
import truceline.compliance.Norms;
import truceline.finding.Docket;
import truceline.finding.Stated;
import truceline.geo.Geometry;
import truceline.incident.Assessment;
import truceline.incident.Edits;
import truceline.incident.Incidents;
import truceline.incident.Joins;
import truceline.incident.TrackRule;
import truceline.observation.Field;
import truceline.observation.Observations;

/// The state of the mission after the first `size` entries. Immutable: the columns behind it grow, but it
/// reads no further
/// than it did when it was made. Thread-safe.
///
/// @param receivedMs latest moment at which anything was received, milliseconds UTC
/// @param closedMs end of the last closed period, or {@link Long#MIN_VALUE}
/// @param observations shared columns; only the first `rows` belong to this picture
/// @param joinCount joins that belong to this picture
/// @param agreements agreement versions in the order of entry
/// @param rejectionsByCode how many rows were rejected, by reason
/// @param rule version of the grouping rule in force, 0 before there is one
/// @param tracks rule of tracks in force, if one was entered
/// @param docket everything that people stated
/// @param edits what people changed in the grouping
/// @param policy text of the newest policy of witnesses, if one was entered
/// @param logKeys entries of keys in the order of entry
public record Picture(
        long size,
        long receivedMs,
        long closedMs,
        Observations observations,
        int rows,
        @Nullable Joins joins,
        int joinCount,
        List<Source> sources,
        List<AdoptedAgreement> agreements,
        List<ControlMap> controls,
        Submissions submissions,
        SortedMap<String, Long> rejectionsByCode,
        long rejected,
        int rule,
        @Nullable TrackRule tracks,
        Docket docket,
        Edits edits,
        @Nullable String policy,
        List<Entry.KeyEntered> logKeys) {
    /// A control map that was submitted, and the date it says it shows.
    public record ControlMap(long index, Submission submission, String date, String document, Geometry map) {}

    /// Groups the observations into incidents. Computed anew at each call: keep the answer.
    public Incidents incidents() {
        return joins == null
                ? Incidents.of(observations.columns(), 0, new Joins(), 0)
                : Incidents.of(observations.columns(), rows, joins, joinCount, tracks, edits);
    }

    /// The version of the agreement that is in force at the end of the picture, if one was entered.
    public @Nullable AdoptedAgreement agreement() {
        return agreement(receivedMs);
    }

    /// The version of the agreement that was in force at a moment, milliseconds UTC, if one was entered.
    public @Nullable AdoptedAgreement agreement(long atMs) {
        AdoptedAgreement inForce = null;
        for (AdoptedAgreement version : agreements) {
            if (version.fromMs() <= atMs) {
                inForce = version;
            }
        }
        return inForce;
    }

    /// Judges incidents against the version of the agreement that was in force when they happened: candidate cases in
    /// the order of incidents, then of provisions.
    public List<Case> cases(Incidents incidents) {
        return CaseFinder.find(norms(), observations.columns(), incidents);
    }

    /// How many incidents there are to look into: all but those where something only moved and no case came of it.
    ///
    /// @param cases of these incidents, in their order
    public int count(Incidents incidents, List<Case> cases) {
        int count = 0;
        int next = 0;
        for (int incident = 0; incident < incidents.size(); incident++) {
            boolean isCase = next < cases.size() && cases.get(next).incident() == incident;
            if (isCase || !Assessment.isMovement(observations.columns(), incidents, incident)) {
                count++;
            }
            while (next < cases.size() && cases.get(next).incident() == incident) {
                next++;
            }
        }
        return count;
    }

    /// What is evaluated of all versions, of each as long as it was in force.
    private Norms norms() {
        if (agreements.size() == 1) {
            return agreements.getFirst().norms();
        }
        List<Norm> evaluated = new ArrayList<>();
        for (int i = 0; i < agreements.size(); i++) {
            long untilMs = i + 1 < agreements.size() ? agreements.get(i + 1).fromMs() : Long.MAX_VALUE;
            AdoptedAgreement version = agreements.get(i);
            evaluated.addAll(version.norms().during(version.fromMs(), untilMs).evaluated());
        }
        return new Norms(evaluated, List.of());
    }

    /// The commitment that the record holds for a class of an item, in base64, or null where it holds none.
    ///
    /// @param item observation `entry/position`, or the entry of a statement with a note or of a received
    ///     file
    public @Nullable String commitment(String item, char classLetter) {
        if (item.indexOf('/') < 0) {
            return commitment(Long.parseLong(item), classLetter);
        }
        int row = observations.findRow(item);
        if (row < 0 || row >= rows || classLetter != 'M' && classLetter != 'R') {
            return null;
        }
        return observations.columns().text(classLetter == 'M' ? Field.MONITOR_PART : Field.RESTRICTED_PART, row);
    }

    private @Nullable String commitment(long entry, char classLetter) {
        Submission submission = submissions.get(entry);
        if (submission != null) {
            return submission.entered().fileClass() == classLetter
                    ? submission.entered().commitment()
                    : null;
        }
        List<Stated> stated = docket.stated();
        int low = 0;
        int high = stated.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stated.get(middle).index() < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean isNote = low < stated.size()
                && stated.get(low).index() == entry
                && stated.get(low).act().protectedPart() != null
                && stated.get(low).statement().noteClass() == classLetter;
        return isNote ? stated.get(low).statement().findText("note") : null;
    }

    /// When the submission of a row was received, milliseconds UTC.
    public long receivedMs(int row) {
        return submissions.receivedMsBefore(observations.entryIndex(row));
    }
}
