package truceline.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of a party's list of claims, each with the column of ours that it is where its cells need no reading.
/// Format: `spec/claims-csv.md`.
enum ClaimColumn {
    ID(Column.ID),
    DATE(null),
    TIME(null),
    UNTIL(null),
    ZONE(Column.ZONE),
    LONGITUDE(Column.LONGITUDE),
    LATITUDE(Column.LATITUDE),
    RADIUS_METRES(Column.RADIUS_M),
    PLACE(Column.PLACE),
    KIND(null),
    COUNT(Column.NUMBER),
    WEAPON(null),
    ACCUSED(Column.CLAIMED_SIDE),
    TEXT(Column.REMARK);

    private final @Nullable Column ours;
    private final String heading;

    ClaimColumn(@Nullable Column ours) {
        this.ours = ours;
        this.heading = name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Column ours() {
        return ours;
    }

    /// As the header writes it.
    String heading() {
        return heading;
    }

    /// True for the columns whose number in a spreadsheet can only be a moment.
    boolean isTime() {
        return this == DATE || this == TIME || this == UNTIL;
    }

    static @Nullable ClaimColumn find(String heading) {
        String plain = TextFields.oneSpaced(heading.replace(' ', '_')).toLowerCase(Locale.ROOT);
        for (ClaimColumn column : values()) {
            if (column.heading.equals(plain)) {
                return column;
            }
        }
        return null;
    }
}
