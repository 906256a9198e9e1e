package truceline.station;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import truceline.intake.Refusal;

/// How much each sender may send: a bucket that fills steadily and from which every submission takes one, and so
/// many under way at once. Whoever sends faster is told to wait and takes nothing from anybody else. Safe for
/// many threads.
final class Allowances {
    /// The code of the refusal; whoever is told it may come again after a second.
    static final String TOO_MANY = "too-many";

    private static final double NANOS = 1e9;

    private final Limits.Rate rate;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private static final class Bucket {
        private double level;
        private long filledNanos;
        private int underWay;

        Bucket(double level, long nowNanos) {
            this.level = level;
            this.filledNanos = nowNanos;
        }
    }

    /// @param nanos a clock that never goes back
    Allowances(Limits.Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    /// Takes one place under way, which {@link #leave} gives back.
    ///
    /// @throws Refusal `too-many` where the sender has none left, or sent too fast
    void enter(String sender) {
        Bucket bucket = bucket(sender);
        synchronized (bucket) {
            fill(bucket);
            if (bucket.level < 1 || bucket.underWay >= rate.atOnce()) {
                throw tooMany(sender);
            }
            bucket.underWay++;
        }
    }

    /// Takes one from the bucket, once it is known that the sender is who it says it is.
    ///
    /// @throws Refusal `too-many` where it is empty
    void take(String sender) {
        Bucket bucket = bucket(sender);
        synchronized (bucket) {
            fill(bucket);
            if (bucket.level < 1) {
                throw tooMany(sender);
            }
            bucket.level--;
        }
    }

    void leave(String sender) {
        Bucket bucket = bucket(sender);
        synchronized (bucket) {
            bucket.underWay--;
        }
    }

    private Bucket bucket(String sender) {
        return buckets.computeIfAbsent(sender, any -> new Bucket(rate.burst(), nanos.getAsLong()));
    }

    private void fill(Bucket bucket) {
        long now = nanos.getAsLong();
        double gained = (now - bucket.filledNanos) / NANOS * rate.perSecond();
        bucket.level = Math.min(rate.burst(), bucket.level + gained);
        bucket.filledNanos = now;
    }

    private static Refusal tooMany(String sender) {
        return new Refusal(TOO_MANY, sender + " sends more than it may: wait a second and send the same again");
    }
}
