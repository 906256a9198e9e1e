package truceline.intake.ais;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages of which not every part has come. At most {@link #MOST_OPEN} are held, each of at most nine
/// lines, so memory is bounded; parts must come in their order. Not thread-safe.
public final class AisParts {
    static final int MOST_OPEN = 64;

    /// Longest line that is held.
    public static final int MOST_LINE_BYTES = 2048;

    private static final long MOST_APART_MS = 60_000;

    /// The parts of one message as far as they have come.
    public static final class Group {
        private final int parts;
        private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private int last;
        private int fillBits;
        private long timeMs;
        private int precisionMs;
        private boolean whole;

        private Group(int parts, long timeMs, int precisionMs) {
            this.parts = parts;
            this.timeMs = timeMs;
            this.precisionMs = precisionMs;
        }

        private void add(AisSentence sentence, byte[] bytes, int from, int to) {
            if (lines.size() > 0) {
                lines.write('\n');
            }
            lines.write(bytes, from, to - from);
            payload.write(bytes, sentence.payloadFrom(), sentence.payloadTo() - sentence.payloadFrom());
            fillBits = sentence.fillBits();
            last = sentence.part();
            whole = last == parts;
        }

        /// The lines of the parts, each apart from the next by a line feed.
        public byte[] lines() {
            return lines.toByteArray();
        }

        /// The bits of all parts; nothing where they are more than a message can hold.
        public @Nullable AisBits findBits() {
            byte[] all = payload.toByteArray();
            return all.length * 6 > AisBits.MOST_BITS ? null : AisBits.of(all, 0, all.length, fillBits);
        }

        public boolean isWhole() {
            return whole;
        }

        /// The first time that a part stated, or what the caller takes for none.
        public long timeMs() {
            return timeMs;
        }

        public int precisionMs() {
            return precisionMs;
        }
    }

    private final long noTime;
    private final Map<Integer, Group> open = new LinkedHashMap<>();

    /// @param noTime what a part without a time has as its time
    public AisParts(long noTime) {
        this.noTime = noTime;
    }

    /// Takes a first part.
    ///
    /// @return a message that will never be whole now: one whose place this one takes, or the eldest of too
    /// many
    public @Nullable Group begin(AisSentence sentence, byte[] bytes, int from, int to, long timeMs, int precisionMs) {
        Group group = new Group(sentence.parts(), timeMs, precisionMs);
        group.add(sentence, bytes, from, to);
        Group given = open.remove(sentence.group());
        open.put(sentence.group(), group);
        return open.size() > MOST_OPEN ? findEldest() : given;
    }

    /// Takes a further part.
    ///
    /// @return the message if it is whole, or if this part does not go with what came before; null while it
    /// is waited for
    public @Nullable Group join(AisSentence sentence, byte[] bytes, int from, int to, long timeMs, int precisionMs) {
        Group group = open.remove(sentence.group());
        boolean fits = group != null
                && group.parts == sentence.parts()
                && group.last + 1 == sentence.part()
                && isNear(group.timeMs, timeMs);
        if (group == null) {
            group = new Group(sentence.parts(), timeMs, precisionMs);
        }
        group.add(sentence, bytes, from, to);
        group.whole &= fits;
        if (group.timeMs == noTime) {
            group.timeMs = timeMs;
            group.precisionMs = precisionMs;
        }
        if (!fits || group.whole) {
            return group;
        }
        open.put(sentence.group(), group);
        return null;
    }

    /// Takes out the message that was begun first; null where none is left.
    public @Nullable Group findEldest() {
        if (open.isEmpty()) {
            return null;
        }
        Integer eldest = open.keySet().iterator().next();
        return open.remove(eldest);
    }

    private boolean isNear(long timeMs, long otherMs) {
        return timeMs == noTime || otherMs == noTime || Math.abs(timeMs - otherMs) <= MOST_APART_MS;
    }
}
