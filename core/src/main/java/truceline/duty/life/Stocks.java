package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was handed over as a list, what of it was counted where it is to be, and what was seen elsewhere since the
/// count before. Of one thread.
final class Stocks {
    private final SortedMap<String, Stock> byList = new TreeMap<>();

    /// One list of one actor.
    static final class Stock {
        private final SortedMap<String, Long> declared = new TreeMap<>();
        private final SortedMap<String, Long> counted = new TreeMap<>();
        private final SortedMap<String, Long> elsewhere = new TreeMap<>();
        private long countedMs = Long.MIN_VALUE;
        private long told;

        long declared() {
            return sum(declared);
        }

        private static long sum(Map<String, Long> lots) {
            return lots.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// So many of a list that nobody can account for, and how it is reckoned.
    record Unaccounted(long declared, long counted, long elsewhere, long missing) {}

    void list(Occurrence.Listed listed) {
        Stock stock = stock(listed.provision(), listed.by());
        stock.declared.clear();
        listed.lots().forEach(lot -> stock.declared.merge(lot.what(), lot.count(), Long::sum));
    }

    void count(Occurrence.Counted counted) {
        Stock stock = stock(counted.provision(), counted.of());
        stock.elsewhere.values().removeIf(seenMs -> seenMs <= stock.countedMs);
        stock.countedMs = Math.max(stock.countedMs, counted.atMs());
        stock.counted.clear();
        counted.lots().forEach(lot -> stock.counted.merge(lot.what(), lot.count(), Long::sum));
    }

    /// A thing of a list was seen away from where it is to be.
    void seen(String provision, String of, String thing, long atMs) {
        stock(provision, of).elsewhere.merge(thing, atMs, Math::max);
    }

    /// How many were declared, -1 where no list was handed over.
    long declared(String provision, @Nullable String by) {
        Stock stock = by == null ? null : byList.get(provision + " " + by);
        return stock == null || stock.declared.isEmpty() ? -1 : stock.declared();
    }

    /// What is unaccounted for, where that has changed since it was last told and something was counted; else null.
    @Nullable
    Unaccounted news(String provision, String of) {
        Stock stock = stock(provision, of);
        if (stock.countedMs == Long.MIN_VALUE || stock.declared.isEmpty()) {
            return null;
        }
        long declared = stock.declared();
        long counted = Stock.sum(stock.counted);
        long missing = Math.max(0, declared - counted - stock.elsewhere.size());
        if (missing == stock.told) {
            return null;
        }
        stock.told = missing;
        return new Unaccounted(declared, counted, stock.elsewhere.size(), missing);
    }

    /// What a list comes to now, in words; empty where nothing was handed over.
    List<Reason> reasons(String provision, String of) {
        Stock stock = byList.get(provision + " " + of);
        if (stock == null || stock.declared.isEmpty()) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("list-declared", stock.declared()));
        if (stock.countedMs != Long.MIN_VALUE) {
            long counted = Stock.sum(stock.counted);
            long missing = Math.max(0, stock.declared() - counted - stock.elsewhere.size());
            reasons.add(Reason.of("list-counted", counted, stock.elsewhere.size(), missing));
        }
        return reasons;
    }

    private Stock stock(String provision, String of) {
        return byList.computeIfAbsent(provision + " " + of, _ -> new Stock());
    }
}
