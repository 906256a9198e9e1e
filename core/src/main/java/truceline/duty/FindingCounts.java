package truceline.duty;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Level;

/// Counts attributed findings. A finding on a provision counts for those above it too, and a level means
/// that level or a graver one; a finding without a level may or may not be meant. Spans include both
/// ends.
final class FindingCounts {
    private final Agreement agreement;
    private final World world;
    private final ZoneId zone;

    FindingCounts(Agreement agreement, World world) {
        this.agreement = agreement;
        this.world = world;
        this.zone = agreement.timeZone();
    }

    /// Moments of findings, ascending: those that are meant for sure, or with those that may be.
    List<Long> moments(Condition.Which which, boolean withPossible) {
        List<Long> moments = new ArrayList<>();
        for (World.Attributed finding : world.findings()) {
            Level level = finding.level();
            boolean isGrave =
                    which.level() == null || (level == null ? withPossible : level.compareTo(which.level()) >= 0);
            boolean isAgainst = which.against() == null || which.against().equals(finding.against());
            if (isGrave && isAgainst && isOn(finding, which.provision())) {
                moments.add(finding.atMs());
            }
        }
        return moments.stream().sorted().toList();
    }

    private boolean isOn(World.Attributed finding, @Nullable String provision) {
        return provision == null || finding.provisions().stream().anyMatch(id -> belongs(id, provision));
    }

    private boolean belongs(String id, String provision) {
        String each = id;
        while (each != null && !each.equals(provision)) {
            each = agreement.findProvision(each).map(Provision::parent).orElse(null);
        }
        return each != null;
    }

    /// Whether there are so many in a span: in the one that ends now, or (`ever`) in any until now.
    Requirement atLeast(String text, Condition.AtLeastFindings asked, boolean ever) {
        List<Long> sure = moments(asked.which(), false);
        Long sinceMs = since(sure, asked, ever);
        if (sinceMs != null) {
            return Requirement.atom(text, Truth.HOLDS, most(sure, asked, ever) + " of " + asked.count(), sinceMs);
        }
        Truth truth = since(moments(asked.which(), true), asked, ever) == null ? Truth.DOES_NOT_HOLD : Truth.UNKNOWN;
        String has = most(sure, asked, ever) + " of " + asked.count()
                + (truth == Truth.UNKNOWN ? ", more without a level" : "");
        return Requirement.atom(text, truth, has, null);
    }

    private @Nullable Long since(List<Long> moments, Condition.AtLeastFindings asked, boolean ever) {
        for (int last = asked.count() - 1; last >= 0 && last < moments.size(); last++) {
            long end = ever ? moments.get(last) : world.foldMs();
            if (moments.get(last - asked.count() + 1) >= Spans.before(end, asked.within(), zone)) {
                return moments.get(last);
            }
        }
        return null;
    }

    private long most(List<Long> moments, Condition.AtLeastFindings asked, boolean ever) {
        long most = 0;
        for (long end : ever ? moments : List.of(world.foldMs())) {
            long start = Spans.before(end, asked.within(), zone);
            most = Math.max(
                    most,
                    moments.stream().filter(at -> at >= start && at <= end).count());
        }
        return most;
    }

    /// Whether a span without findings has passed since a moment (null: since one that is not known).
    Requirement none(String text, Condition.NoFindings asked, @Nullable Long startMs) {
        Long sure = last(startMs, moments(asked.which(), false));
        if (sure == null) {
            return Requirement.atom(text, Truth.UNKNOWN, "the text gives no start to count from", null);
        }
        DurationPhrase during = asked.during();
        List<Long> meant = moments(asked.which(), true);
        long possible = meant.isEmpty() ? sure : Math.max(sure, meant.getLast());
        Truth truth = world.foldMs() < Spans.after(sure, during, zone)
                ? Truth.DOES_NOT_HOLD
                : world.foldMs() < Spans.after(possible, during, zone) ? Truth.UNKNOWN : Truth.HOLDS;
        String has = Spans.elapsed(sure, world.foldMs(), during, zone) + " of " + during.text();
        return Requirement.atom(text, truth, has, Spans.after(possible, during, zone));
    }

    private static @Nullable Long last(@Nullable Long startMs, List<Long> moments) {
        if (moments.isEmpty()) {
            return startMs;
        }
        return startMs == null ? moments.getLast() : Long.valueOf(Math.max(startMs, moments.getLast()));
    }

    /// Whether anything is found, and since when.
    Requirement any(String text, Condition.Which which) {
        List<Long> moments = moments(which, false);
        return Requirement.atom(
                text,
                Truth.of(!moments.isEmpty()),
                moments.size() + " attributed findings",
                moments.isEmpty() ? null : moments.getFirst());
    }
}
