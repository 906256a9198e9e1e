package truceline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/// Clock times of one zone as milliseconds UTC. It remembers the offset of the last day without a change of clocks,
/// since
/// most rows of a file fall on few days. Not thread-safe.
final class ZoneDays {
    /// The answer for a clock time that a change of clocks leaves out.
    static final long NEVER = Long.MIN_VALUE;

    /// The answer for a clock time that a change of clocks makes happen twice.
    static final long TWICE = Long.MIN_VALUE + 1;

    private final ZoneId zone;
    private final ZoneRules rules;
    private long plainDay = Long.MIN_VALUE;
    private long plainOffsetMs;
    private long startDay = Long.MIN_VALUE;
    private long startMs;

    ZoneDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /// The first moment of a day, counted from 1970.
    long startMs(long epochDay) {
        if (epochDay == plainDay) {
            return epochDay * Moment.DAY_MS - plainOffsetMs;
        }
        if (epochDay != startDay) {
            startMs = LocalDate.ofEpochDay(epochDay)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toEpochMilli();
            startDay = epochDay;
        }
        return startMs;
    }

    /// The moment at which the zone's clock shows the given time, or {@link #NEVER} or {@link #TWICE}.
    long instantMs(long localMs) {
        long day = Math.floorDiv(localMs, Moment.DAY_MS);
        if (day == plainDay) {
            return localMs - plainOffsetMs;
        }
        LocalDateTime clock = LocalDateTime.ofEpochSecond(Math.floorDiv(localMs, 1000), 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = rules.getValidOffsets(clock);
        if (offsets.size() != 1) {
            return offsets.isEmpty() ? NEVER : TWICE;
        }
        long offsetMs = offsets.getFirst().getTotalSeconds() * 1000L;
        remember(day, offsetMs);
        return localMs - offsetMs;
    }

    /// Remembers the offset of a day on which, and for a day before and after it, no clock changes.
    private void remember(long day, long offsetMs) {
        Instant before = Instant.ofEpochMilli((day - 1) * Moment.DAY_MS - offsetMs);
        ZoneOffsetTransition next = rules.nextTransition(before);
        if (next == null || next.getInstant().toEpochMilli() > (day + 2) * Moment.DAY_MS - offsetMs) {
            plainDay = day;
            plainOffsetMs = offsetMs;
        }
    }
}
