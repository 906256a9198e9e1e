package truceline.duty.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a binding stands at a moment, why, and when that may change by time alone.
///
/// @param atMs when it came to stand so, as far as it can be told; null: at the moment of asking
/// @param dueMs when it next falls due, or null
record Verdict(
        Phase phase,
        @Nullable Long atMs,
        @Nullable Long dueMs,
        long nextMs,
        List<Reason> reasons,
        List<Check> conditions) {
    Verdict {
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
    }

    static Verdict of(Phase phase, Reason... reasons) {
        return new Verdict(phase, null, null, Long.MAX_VALUE, List.of(reasons), List.of());
    }

    Verdict at(long moment) {
        return new Verdict(phase, moment, dueMs, nextMs, reasons, conditions);
    }

    Verdict due(@Nullable Long moment) {
        return new Verdict(phase, atMs, moment, nextMs, reasons, conditions);
    }

    Verdict next(long moment) {
        return new Verdict(phase, atMs, dueMs, Math.min(nextMs, moment), reasons, conditions);
    }

    Verdict with(List<Check> checks) {
        long next = nextMs;
        for (Check check : checks) {
            next = Math.min(next, check.nextMs());
        }
        return new Verdict(phase, atMs, dueMs, next, reasons, checks);
    }
}
