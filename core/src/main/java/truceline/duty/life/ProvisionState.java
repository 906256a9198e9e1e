package truceline.duty.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Where one provision stands for one of those whom it binds, and why. Immutable.
///
/// @param provision its id
/// @param who code of the actor, or the words of the text
/// @param worlds the holders of readings in whose worlds it stands so; empty where nothing is disputed
/// @param sinceMs since when, milliseconds UTC; null where it never stood otherwise
/// @param dueMs the next moment at which it falls due, null where there is none
/// @param reasons what decides it, the most telling first
/// @param conditions its conditions, and whether each holds
/// @param cases acts judged under it until now and not excused
/// @param attributed those that a body attributed
/// @param trace the latest changes, oldest first; older ones stand in the record
public record ProvisionState(
        String provision,
        String who,
        List<String> worlds,
        Phase phase,
        @Nullable Long sinceMs,
        @Nullable Long dueMs,
        List<Reason> reasons,
        List<Check> conditions,
        long cases,
        long attributed,
        List<Change> trace) {
    public ProvisionState {
        worlds = List.copyOf(worlds);
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        trace = List.copyOf(trace);
    }

    /// The same with more reasons.
    ProvisionState and(List<Reason> more) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new ProvisionState(
                provision, who, worlds, phase, sinceMs, dueMs, all, conditions, cases, attributed, trace);
    }

    boolean standsAs(ProvisionState other) {
        return phase == other.phase && Objects.equals(dueMs, other.dueMs) && reasons.equals(other.reasons);
    }

    /// The same in the worlds of another, which stands so too: since the later of the two moments.
    ProvisionState with(ProvisionState other) {
        List<String> all = new ArrayList<>(worlds);
        all.addAll(other.worlds);
        List<Change> changes = new ArrayList<>(trace);
        other.trace.forEach(change -> add(changes, change));
        changes.sort(Comparator.comparingLong(Change::entry));
        Long since = sinceMs == null || other.sinceMs == null
                ? (sinceMs == null ? other.sinceMs : sinceMs)
                : Long.valueOf(Math.max(sinceMs, other.sinceMs));
        return new ProvisionState(
                provision,
                who,
                all,
                phase,
                since,
                dueMs,
                reasons,
                conditions,
                Math.max(cases, other.cases),
                Math.max(attributed, other.attributed),
                changes);
    }

    /// Adds a change; the same one in another world is one change in both.
    private static void add(List<Change> changes, Change change) {
        for (int i = 0; i < changes.size(); i++) {
            Change first = changes.get(i);
            if (first.in(List.of()).equals(change.in(List.of()))) {
                SequencedSet<String> worlds = new LinkedHashSet<>(first.worlds());
                worlds.addAll(change.worlds());
                changes.set(i, first.in(List.copyOf(worlds)));
                return;
            }
        }
        changes.add(change);
    }
}
