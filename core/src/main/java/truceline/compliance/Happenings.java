package truceline.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Happenings of one group in the order of time, so that those near a moment are found without looking at all.
/// Immutable.
final class Happenings {
    private final List<Happening> sorted;
    private final long[] lastEndMs;

    Happenings(List<Happening> group) {
        sorted = new ArrayList<>(group);
        sorted.sort(Comparator.comparingLong(Happening::fromMs).thenComparingInt(Happening::number));
        lastEndMs = new long[sorted.size()];
        long last = Long.MIN_VALUE;
        for (int i = 0; i < lastEndMs.length; i++) {
            last = Math.max(last, sorted.get(i).toMs());
            lastEndMs[i] = last;
        }
    }

    /// All that are no farther in time than the gap, in the order of their beginnings.
    List<Happening> near(Happening moment, long mostMs) {
        List<Happening> near = new ArrayList<>();
        for (int i = firstEndingFrom(moment.fromMs() - mostMs); i < sorted.size(); i++) {
            Happening each = sorted.get(i);
            if (each.fromMs() > moment.toMs() + mostMs) {
                break;
            }
            if (each.gapMs(moment) <= mostMs) {
                near.add(each);
            }
        }
        return near;
    }

    /// Position before which everything is over by then.
    private int firstEndingFrom(long moment) {
        int low = 0;
        int high = lastEndMs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastEndMs[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
