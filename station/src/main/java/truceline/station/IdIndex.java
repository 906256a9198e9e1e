package truceline.station;

import java.util.Arrays;
import java.util.OptionalLong;

/// Where an entry stands by its sender's id of 128 bits: open addressing, 48 to 96 bytes an id. An id that is not 32
/// hexadecimal digits is nobody's and is not kept. Not thread-safe.
final class IdIndex {
    private static final int DIGITS = 32;
    private static final int HALF = 16;
    private static final int RADIX = 16;

    private long[] high = new long[1 << 8];
    private long[] low = new long[1 << 8];
    private long[] places = emptyPlaces(1 << 8);
    private int used;

    private static long[] emptyPlaces(int slots) {
        long[] places = new long[slots];
        Arrays.fill(places, -1);
        return places;
    }

    /// Keeps the first place of an id.
    void add(String id, long place) {
        if (isId(id)) {
            if (2 * (used + 1) > places.length) {
                grow();
            }
            add(half(id, 0), half(id, HALF), place);
        }
    }

    OptionalLong find(String id) {
        if (!isId(id)) {
            return OptionalLong.empty();
        }
        long place = places[slot(half(id, 0), half(id, HALF))];
        return place < 0 ? OptionalLong.empty() : OptionalLong.of(place);
    }

    private static boolean isId(String id) {
        return id.length() == DIGITS && id.chars().allMatch(digit -> Character.digit(digit, RADIX) >= 0);
    }

    private static long half(String id, int from) {
        return Long.parseUnsignedLong(id, from, from + HALF, RADIX);
    }

    private void add(long idHigh, long idLow, long place) {
        int slot = slot(idHigh, idLow);
        if (places[slot] < 0) {
            high[slot] = idHigh;
            low[slot] = idLow;
            places[slot] = place;
            used++;
        }
    }

    /// Senders choose their ids: the place is mixed, so that chosen ones do not all meet.
    private int slot(long idHigh, long idLow) {
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & places.length - 1;
        while (places[slot] >= 0 && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = slot + 1 & places.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldPlaces = places;
        int slots = oldPlaces.length * 2;
        high = new long[slots];
        low = new long[slots];
        places = emptyPlaces(slots);
        used = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] >= 0) {
                add(oldHigh[i], oldLow[i], oldPlaces[i]);
            }
        }
    }
}
