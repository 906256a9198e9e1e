package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import truceline.duty.BodyClock;
import truceline.duty.Clocks;
import truceline.mission.AdoptedAgreement;

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
        AdoptedAgreement adopted = snapshot.picture().agreement();
        List<Clock> clocks = new ArrayList<>();
        if (adopted != null) {
            Clocks.votes(snapshot.docket(), adopted.agreement(), snapshot.nowMs())
                    .forEach((incident, clock) -> clocks.add(clock(incident, clock, snapshot.nowMs())));
        }
        return clocks;
    }

    private static Clock clock(String incident, BodyClock clock, long nowMs) {
        long dueMs = Objects.requireNonNull(clock.dueMs());
        return new Clock(
                "Vote on responsibility",
                String.join(", ", clock.whose()),
                incident,
                Iso.of(clock.openedMs()),
                Iso.of(dueMs),
                clock.state().name().toLowerCase(Locale.ROOT),
                clock.state() == BodyClock.State.MET ? 0 : (dueMs - nowMs) / MINUTE_MS);
    }
}
