package truceline.web;

import java.util.ArrayList;
import java.util.List;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;

/// How long the bodies have, and how much of it is left. Pure.
final class ClocksView {
    private static final long MINUTE_MS = 60_000;

    private ClocksView() {}

    /// One clock.
    ///
    /// @param state `running`, `met`, `missed` or `paused`
    /// @param minutes left where it runs, negative since it was missed, 0 where it was met
    record Clock(String name, String whose, String about, String opened, String due, String state, long minutes) {}

    /// The commission's time to attribute, for each verified incident; it is never late: the vote lapses.
    static List<Clock> of(Snapshot snapshot) {
        Ballot ballot = snapshot.ballot();
        List<Clock> clocks = new ArrayList<>();
        for (CaseFile file : snapshot.docket().files().values()) {
            long dueMs = file.lapsesMs(ballot);
            if (ballot != null && dueMs != Long.MAX_VALUE) {
                boolean met = file.votes().keySet().containsAll(ballot.seats());
                boolean missed = !met && snapshot.nowMs() >= dueMs;
                clocks.add(new Clock(
                        "Vote on responsibility",
                        ballot.body().name(),
                        file.incident(),
                        Iso.of(file.decidedMs()),
                        Iso.of(dueMs),
                        met ? "met" : missed ? "missed" : "running",
                        met ? 0 : (dueMs - snapshot.nowMs()) / MINUTE_MS));
            }
        }
        return clocks;
    }
}
