package truceline.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;

/// The time columns of a row as milliseconds UTC. A local time needs a zone and must exist once in it; nothing is
/// guessed. Not thread-safe.
final class TimeFields {
    private static final long HOUR_MS = 3_600_000;
    private static final int MOST_PRECISION_MS = 24 * Moment.DAY_MS;
    private static final Map<String, Integer> PRECISIONS =
            Map.of("millisecond", 1, "second", 1000, "minute", 60_000, "hour", 3_600_000, "day", Moment.DAY_MS);

    private static final byte[] ANY = {'a', 'n', 'y'};

    private final TimeRules rules;
    private final Moment moment = new Moment();
    private final Memo<ZoneDays> zones = new Memo<>(TimeFields::zoneDays);
    private @Nullable ZoneDays zone;
    private boolean anyZone;

    private long resultMs;
    private long resultPrecisionMs;

    TimeFields(TimeRules rules) {
        this.rules = rules;
    }

    boolean fill(Cells cells, Draft draft, Fault fault) {
        if (!zone(cells, fault)) {
            return false;
        }
        int around = around(cells, fault);
        if (around < 0 || !instant(Column.TIME, -around, cells, fault)) {
            return false;
        }
        long from = resultMs;
        long precision = resultPrecisionMs;
        boolean hasEnd = cells.has(Column.TIME_TO);
        if ((hasEnd || around > 0) && !instant(hasEnd ? Column.TIME_TO : Column.TIME, around, cells, fault)) {
            return false;
        }
        if (resultMs + resultPrecisionMs <= from) {
            return fault.at(Column.TIME_TO, "end-before-start", cells);
        }
        draft.fromMs = from;
        draft.toMs = Math.max(from, resultMs);
        draft.precisionMs = (int) Math.max(precision, resultPrecisionMs);
        return precision(cells, draft, fault) && reported(cells, draft, fault);
    }

    private boolean zone(Cells cells, Fault fault) {
        zone = null;
        anyZone = false;
        if (!cells.has(Column.ZONE)) {
            return true;
        }
        anyZone = rules.anyZone() && cells.equals(Column.ZONE, ANY);
        zone = anyZone ? null : zones.find(cells, Column.ZONE);
        return anyZone || zone != null || fault.at(Column.ZONE, "unknown-zone", cells);
    }

    private static @Nullable ZoneDays zoneDays(String id) {
        try {
            return new ZoneDays(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private int around(Cells cells, Fault fault) {
        if (!cells.has(Column.DAYS_AROUND)) {
            return 0;
        }
        long days = cells.decimal(Column.DAYS_AROUND, 0);
        if (days < 0 || days > 366) {
            fault.at(Column.DAYS_AROUND, "not-a-number", cells);
            return -1;
        }
        return (int) days;
    }

    private boolean reported(Cells cells, Draft draft, Fault fault) {
        if (cells.has(Column.REPORTED)) {
            if (!instant(Column.REPORTED, 0, cells, fault)) {
                return false;
            }
            draft.reportedMs = resultMs;
        }
        return true;
    }

    private boolean precision(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.PRECISION)) {
            return true;
        }
        String text = cells.text(Column.PRECISION);
        Integer word = PRECISIONS.get(text.toLowerCase(Locale.ROOT));
        long millis = word == null ? millis(text) : word;
        if (millis < 1 || millis > MOST_PRECISION_MS) {
            return fault.at(Column.PRECISION, "not-a-duration", cells);
        }
        draft.precisionMs = (int) millis;
        return true;
    }

    private static long millis(String duration) {
        try {
            return Duration.parse(duration).toMillis();
        } catch (DateTimeException | ArithmeticException notOne) {
            return -1;
        }
    }

    private boolean instant(Column column, int dayShift, Cells cells, Fault fault) {
        if (!cells.has(column)) {
            return fault.at(column, "missing-value", cells);
        }
        if (!cells.read(column, moment) && !(rules.monthNames() && MonthNames.read(cells.text(column), moment))) {
            return fault.at(column, moment.code(), cells);
        }
        boolean wholeDay = moment.isDateOnly() || rules.midnightIsDay() && moment.isMidnight();
        resultPrecisionMs = wholeDay ? Moment.DAY_MS : moment.precisionMs();
        long local = moment.localMs() + (long) dayShift * Moment.DAY_MS;
        if (moment.offsetMinutes() != Moment.NO_OFFSET) {
            resultMs = local - moment.offsetMinutes() * 60_000L;
            return true;
        }
        if (anyZone) {
            resultMs = local - 14 * HOUR_MS;
            resultPrecisionMs += 26 * HOUR_MS;
            return true;
        }
        ZoneDays known = zone;
        if (known == null) {
            return fault.at(column, "missing-zone", cells);
        }
        long day = Math.floorDiv(local, Moment.DAY_MS);
        if (wholeDay) {
            resultMs = known.startMs(day);
            resultPrecisionMs = known.startMs(day + 1) - resultMs;
            return true;
        }
        resultMs = known.instantMs(local);
        if (resultMs == ZoneDays.NEVER || resultMs == ZoneDays.TWICE) {
            boolean never = resultMs == ZoneDays.NEVER;
            return fault.at(column, never ? "time-does-not-exist" : "ambiguous-time", cells);
        }
        return true;
    }
}
