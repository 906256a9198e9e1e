package truceline.station;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.mission.PictureDigest;

/// The moment at which something is received, which never goes back, and the tick that is due before the first
/// thing received on a new day of the agreement's zone. Not thread-safe: the writing lane has it.
final class Ticking {
    private final Clock clock;
    private long receivedMs;
    private long dayEndsMs = Long.MAX_VALUE;

    Ticking(Clock clock, Picture picture) {
        this.clock = clock;
        renew(picture);
    }

    /// Follows what else was received.
    void renew(Picture picture) {
        receivedMs = Math.max(receivedMs, picture.receivedMs());
        AdoptedAgreement agreement = picture.agreement();
        if (agreement == null || picture.receivedMs() == 0) {
            dayEndsMs = Long.MAX_VALUE;
            return;
        }
        ZoneId zone = agreement.zone();
        LocalDate day = day(picture.receivedMs(), zone);
        dayEndsMs = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /// The moment of what is received now: not before anything received earlier.
    long now() {
        receivedMs = Math.max(clock.nowMs(), receivedMs);
        return receivedMs;
    }

    boolean isDue(long momentMs) {
        return momentMs >= dayEndsMs;
    }

    /// The tick that closes the days before a moment, given the picture of everything before it.
    byte[] entry(Picture before, long momentMs) {
        Entry tick = find(before, momentMs);
        AdoptedAgreement agreement = before.agreement();
        if (tick == null || agreement == null) {
            throw new IllegalStateException("no tick is due");
        }
        ZoneId zone = agreement.zone();
        dayEndsMs =
                day(momentMs, zone).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        return EntryText.write(tick);
    }

    /// The tick that closes the days that ended since something was last received, or null where none did.
    static @Nullable Entry find(Picture before, long momentMs) {
        AdoptedAgreement agreement = before.agreement();
        if (agreement == null || before.receivedMs() == 0) {
            return null;
        }
        ZoneId zone = agreement.zone();
        long startOfToday = day(momentMs, zone).atStartOfDay(zone).toInstant().toEpochMilli();
        if (before.receivedMs() >= startOfToday) {
            return null;
        }
        return new Entry.Ticked(momentMs, startOfToday, PictureDigest.of(before), before.rule());
    }

    private static LocalDate day(long momentMs, ZoneId zone) {
        return Instant.ofEpochMilli(momentMs).atZone(zone).toLocalDate();
    }
}
