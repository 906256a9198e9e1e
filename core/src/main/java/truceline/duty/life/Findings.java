package truceline.duty.life;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Level;
import truceline.duty.Spans;
import truceline.duty.Truth;

/// Counts attributed findings in one world, as far as a condition of the text asks for them. A finding on a
/// provision counts for those above it too; a level means that level or a graver one. Moments are kept as long as
/// a span that is asked for can still reach them, and thirty days for what is known late. Of one thread.
final class Findings {
    private static final long LATE_MS = 30L * 86_400_000;

    private final Agreement agreement;
    private final Map<Condition.Which, Moments> asked = new LinkedHashMap<>();

    private static final class Moments {
        private long[] sure = new long[4];
        private int size;
        private long longestMs;
        private long firstMs = Long.MAX_VALUE;
        private long lastMs = Long.MIN_VALUE;
        private long lastPossibleMs = Long.MIN_VALUE;
        private long possible;
        private long total;
        private final Map<Condition.AtLeastFindings, Long> came = new LinkedHashMap<>();
    }

    Findings(Agreement agreement) {
        this.agreement = agreement;
    }

    /// From now on counts what a condition asks for.
    void ask(Condition.Which which, long spanMs) {
        Moments moments = asked.computeIfAbsent(which, _ -> new Moments());
        moments.longestMs = Math.max(moments.longestMs, spanMs);
    }

    void ask(Condition.AtLeastFindings pattern) {
        ask(pattern.which(), longest(pattern.within()));
        Moments moments = asked.get(pattern.which());
        if (moments != null) {
            moments.came.putIfAbsent(pattern, Long.MAX_VALUE);
        }
    }

    static long longest(DurationPhrase span) {
        return span.isMonths() ? span.amount() * 31L * 86_400_000 : span.millis();
    }

    /// Takes in a finding; true where anything asked for it.
    boolean add(String provision, String against, @Nullable Level level, long atMs) {
        boolean isAsked = false;
        for (Map.Entry<Condition.Which, Moments> entry : asked.entrySet()) {
            Condition.Which which = entry.getKey();
            boolean isMeant = (which.against() == null || which.against().equals(against))
                    && (which.provision() == null || belongs(provision, which.provision()));
            if (!isMeant) {
                continue;
            }
            isAsked = true;
            if (which.level() == null || level != null && level.compareTo(which.level()) >= 0) {
                insert(entry.getValue(), atMs);
            } else if (level == null) {
                entry.getValue().possible++;
                entry.getValue().lastPossibleMs = Math.max(entry.getValue().lastPossibleMs, atMs);
            }
        }
        return isAsked;
    }

    private boolean belongs(String id, String provision) {
        String each = id;
        while (each != null && !each.equals(provision)) {
            each = agreement.findProvision(each).map(Provision::parent).orElse(null);
        }
        return each != null;
    }

    private void insert(Moments moments, long atMs) {
        moments.total++;
        moments.firstMs = Math.min(moments.firstMs, atMs);
        moments.lastMs = Math.max(moments.lastMs, atMs);
        prune(moments);
        if (moments.size == moments.sure.length) {
            moments.sure = Arrays.copyOf(moments.sure, moments.size * 2);
        }
        int at = moments.size;
        while (at > 0 && moments.sure[at - 1] > atMs) {
            moments.sure[at] = moments.sure[at - 1];
            at--;
        }
        moments.sure[at] = atMs;
        moments.size++;
        moments.came.replaceAll((pattern, came) -> Math.min(came, completed(moments, pattern, atMs)));
    }

    /// The first moment at which a pattern is complete that the finding of that moment belongs to.
    private long completed(Moments moments, Condition.AtLeastFindings pattern, long atMs) {
        ZoneId zone = agreement.timeZone();
        for (int last = pattern.count() - 1; last < moments.size; last++) {
            long end = moments.sure[last];
            long start = moments.sure[last - pattern.count() + 1];
            if (end >= atMs && start <= atMs && start >= Spans.before(end, pattern.within(), zone)) {
                return end;
            }
        }
        return Long.MAX_VALUE;
    }

    private static void prune(Moments moments) {
        long oldest = moments.lastMs - moments.longestMs * 2 - LATE_MS;
        int drop = 0;
        while (drop < moments.size && moments.sure[drop] < oldest) {
            drop++;
        }
        if (drop > 0) {
            System.arraycopy(moments.sure, drop, moments.sure, 0, moments.size - drop);
            moments.size -= drop;
        }
    }

    private Moments moments(Condition.Which which) {
        Moments moments = asked.get(which);
        if (moments == null) {
            throw new IllegalStateException("nobody said that this would be asked: " + which);
        }
        return moments;
    }

    /// Whether there are so many in the span that ends now, or (`ever`) have been in any.
    Check atLeast(String text, Condition.AtLeastFindings pattern, boolean ever, long nowMs) {
        Moments moments = moments(pattern.which());
        ZoneId zone = agreement.timeZone();
        long fromMs = Spans.before(nowMs, pattern.within(), zone);
        int first = 0;
        while (first < moments.size && moments.sure[first] < fromMs) {
            first++;
        }
        int upTo = first;
        while (upTo < moments.size && moments.sure[upTo] <= nowMs) {
            upTo++;
        }
        int count = upTo - first;
        long cameMs = moments.came.getOrDefault(pattern, Long.MAX_VALUE);
        boolean came = ever && cameMs != Long.MAX_VALUE;
        if (came || count >= pattern.count()) {
            long nextMs = came ? Long.MAX_VALUE : Spans.after(moments.sure[first], pattern.within(), zone) + 1;
            Long since = came ? Long.valueOf(cameMs) : Long.valueOf(moments.sure[first + pattern.count() - 1]);
            Reason reason = Reason.of("findings-enough", Math.max(count, pattern.count()), pattern.count());
            return Check.atom(text, Truth.HOLDS, reason, since, nextMs);
        }
        boolean maybe = moments.possible > 0 && count + moments.possible >= pattern.count();
        Reason reason = Reason.of(maybe ? "findings-without-level" : "findings-few", count, pattern.count());
        return Check.atom(text, maybe ? Truth.UNKNOWN : Truth.DOES_NOT_HOLD, reason, null, Long.MAX_VALUE);
    }

    /// Whether a span without findings has passed since a moment (null: since one that is not known).
    Check none(String text, Condition.NoFindings asked, @Nullable Long startMs, long nowMs) {
        Moments moments = moments(asked.which());
        long sureMs = Math.max(startMs == null ? Long.MIN_VALUE : startMs, moments.lastMs);
        if (sureMs == Long.MIN_VALUE) {
            return Check.unknown(text, "no-start-to-count");
        }
        long possibleMs = Math.max(sureMs, moments.lastPossibleMs);
        long dueMs = Spans.after(sureMs, asked.during(), agreement.timeZone());
        long surelyMs = Spans.after(possibleMs, asked.during(), agreement.timeZone());
        long elapsed = Spans.elapsed(sureMs, nowMs, asked.during(), agreement.timeZone());
        Reason reason = Reason.of(
                nowMs < dueMs ? "quiet-not-yet" : "quiet",
                elapsed,
                asked.during().text());
        if (nowMs < dueMs) {
            return Check.atom(text, Truth.DOES_NOT_HOLD, reason, null, dueMs);
        }
        return nowMs < surelyMs
                ? Check.atom(text, Truth.UNKNOWN, reason, null, surelyMs)
                : Check.atom(text, Truth.HOLDS, reason, surelyMs, Long.MAX_VALUE);
    }

    /// The first finding of that sort, or null.
    @Nullable
    Long first(Condition.Which which) {
        Moments moments = moments(which);
        return moments.total == 0 ? null : Long.valueOf(moments.firstMs);
    }

    long total(Condition.Which which) {
        return moments(which).total;
    }
}
