package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

/// What the record tells that more than one provision may ask for, as long as anything still can ask: words on facts,
/// notices, permissions, recent acts, lists. Of one thread.
final class Memory {
    final Words words;
    final Stocks stocks = new Stocks();
    final SortedMap<String, Long> daysSet = new TreeMap<>();

    /// When each day became known, by name; a day that the text dates is not here.
    final SortedMap<String, Long> daysKnown = new TreeMap<>();

    private final List<Occurrence.Noticed> notices = new ArrayList<>();
    private final List<Occurrence.Permitted> permissions = new ArrayList<>();
    private final SortedMap<Verb, TreeMap<Long, List<Evidence>>> acts = new TreeMap<>();
    private long keepMs;

    Memory(Agreement agreement) {
        words = new Words(agreement);
    }

    /// Keeps notices and acts of a verb for at least so long.
    void keep(@Nullable Verb verb, long spanMs) {
        keepMs = Math.max(keepMs, spanMs);
        if (verb != null) {
            acts.computeIfAbsent(verb, _ -> new TreeMap<>());
        }
    }

    void add(Occurrence.Noticed notice) {
        notices.removeIf(each -> each.atMs() < notice.knownMs() - 2 * keepMs);
        notices.add(notice);
    }

    void add(Occurrence.Permitted permitted) {
        permissions.removeIf(each -> each.untilMs() < permitted.knownMs() - 2 * keepMs);
        permissions.add(permitted);
    }

    void add(Evidence act, long nowMs) {
        TreeMap<Long, List<Evidence>> own = acts.get(act.verb());
        if (own != null) {
            own.headMap(nowMs - 2 * keepMs).clear();
            own.computeIfAbsent(act.fromMs(), _ -> new ArrayList<>(1)).add(act);
        }
    }

    /// Acts of a verb that began between two moments, both counted, the latest first.
    Iterable<List<Evidence>> acts(Verb verb, long fromMs, long toMs) {
        TreeMap<Long, List<Evidence>> own = acts.get(verb);
        return own == null || fromMs > toMs
                ? List.of()
                : own.subMap(fromMs, true, toMs, true).descendingMap().values();
    }

    /// The first notice to somebody between two moments, both counted, or null.
    Occurrence.@Nullable Noticed notice(String to, @Nullable String by, long fromMs, long toMs) {
        Occurrence.Noticed first = null;
        for (Occurrence.Noticed notice : notices) {
            boolean isMeant = notice.to().equals(to) && (by == null || by.equals(notice.by()));
            if (isMeant
                    && notice.atMs() >= fromMs
                    && notice.atMs() <= toMs
                    && (first == null || notice.atMs() < first.atMs())) {
                first = notice;
            }
        }
        return first;
    }

    /// A permission of a body that covers a time, for an exception of a provision, or null.
    Occurrence.@Nullable Permitted permission(
            String by, String provision, @Nullable String whom, long fromMs, long toMs) {
        for (Occurrence.Permitted each : permissions) {
            boolean isMeant = each.by().equals(by)
                    && (each.provision() == null || each.provision().equals(provision))
                    && (each.whom() == null || each.whom().equals(whom));
            if (isMeant && each.fromMs() <= fromMs && toMs <= each.untilMs()) {
                return each;
            }
        }
        return null;
    }
}
