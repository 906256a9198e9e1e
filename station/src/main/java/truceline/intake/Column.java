package truceline.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of `observations-csv`, which are also the properties of `observations-geojson` and the left-hand names
/// of
/// a mapping file. Format: `spec/observations-csv.md`.
enum Column {
    ID(256),
    TIME(64),
    TIME_TO(64),
    ZONE(64),
    PRECISION(64),
    REPORTED(64),
    LONGITUDE(64),
    LATITUDE(64),
    RADIUS_M(64),
    BASIS(64),
    PLACE(256),
    KIND(64),
    MEANS(64),
    NUMBER(64),
    DESCRIPTION(64),
    FLIGHT_FROM(64),
    FLIGHT_TO(64),
    WEAPON(64),
    CALIBRE_MM(64),
    CREDIBILITY(64),
    LINEAGE(16_384),
    CLAIMED_SIDE(64),
    LABELS(1024),
    OBSERVER(256),
    OBSERVER_LON(64),
    OBSERVER_LAT(64),
    SECTORS(128),
    RANGE_FROM_M(64),
    RANGE_TO_M(64),
    REMARK(16_384),
    PERSON(1024),
    CRAFT(64),
    ALTITUDE_METRES(64),

    /// Only in a mapping: days before and after the stated day within which it may have been.
    DAYS_AROUND(64);

    static final int COUNT = values().length;

    private final String heading;
    private final int mostBytes;

    Column(int mostBytes) {
        this.heading = name().toLowerCase(Locale.ROOT);
        this.mostBytes = mostBytes;
    }

    /// As the header line writes it.
    String heading() {
        return heading;
    }

    /// Longest cell that is taken, so that one row cannot fill an entry.
    int mostBytes() {
        return mostBytes;
    }

    static @Nullable Column find(String heading) {
        for (Column column : values()) {
            if (column.heading.equals(heading)) {
                return column;
            }
        }
        return null;
    }
}
