package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.geo.Disc;
import truceline.incident.Family;
import truceline.incident.TrackRule;
import truceline.observation.Columns;
import truceline.observation.Field;

/// How one observation stands to one norm. Pure functions over a row.
public final class Sighting {
    private Sighting() {}

    public static @Nullable Disc place(Columns columns, int row) {
        if (!columns.isPlaced(row)) {
            return null;
        }
        return new Disc(columns.lonE7(row), columns.latE7(row), columns.radiusMetres(row) * 1000L);
    }

    /// Height as {@link Zone} has it: what does not fly is on the surface.
    public static int altitudeMetres(Columns columns, int row) {
        long altitude = columns.number(Field.ALTITUDE, row);
        Family family = Family.of(columns.kind(row));
        if (family == Family.SEA || family == Family.PRESENCE) {
            return Zone.ON_SURFACE;
        }
        return altitude == Columns.NONE ? Zone.HEIGHT_NOT_KNOWN : (int) altitude;
    }

    static Certainty where(Columns columns, Norm norm, int row) {
        Disc place = place(columns, row);
        return place == null ? norm.where().ofUnknownPlace() : norm.where().holds(place, altitudeMetres(columns, row));
    }

    static Certainty time(Columns columns, Norm norm, int row) {
        return norm.time(columns.fromMs(row), columns.toMs(row) + columns.precisionMs(row));
    }

    /// Whether it was done with, or by, what the norm names.
    static Certainty what(Columns columns, Norm norm, int row) {
        long calibre = columns.number(Field.CALIBRE, row);
        int calibreTenthMm = calibre == Columns.NONE ? -1 : (int) calibre;
        if (!Acts.isMoving(norm.verb())) {
            return norm.weapon(columns.weapon(row), calibreTenthMm);
        }
        Certainty mover = norm.mover(columns.kind(row), columns.weapon(row), calibreTenthMm);
        return doubts(columns, norm, row).isEmpty() ? mover : mover.and(Certainty.INDETERMINATE);
    }

    static Certainty judged(Columns columns, Norm norm, int row) {
        return where(columns, norm, row).and(time(columns, norm, row)).and(what(columns, norm, row));
    }

    /// What makes or weakens a case beside its place.
    static String clauses(Columns columns, Norm norm, int row) {
        List<String> clauses = new ArrayList<>();
        if (time(columns, norm, row) == Certainty.INDETERMINATE) {
            clauses.add("the stated time reaches across the norm's first or last moment");
        }
        if (!Acts.isMoving(norm.verb())) {
            if (what(columns, norm, row) == Certainty.INDETERMINATE) {
                clauses.add("weapon or calibre not known");
            }
        } else {
            if (norm.mover(columns.kind(row), columns.weapon(row), -1) == Certainty.INDETERMINATE) {
                clauses.add("whether it is of the class is not known");
            }
            doubts(columns, norm, row).forEach(doubt -> clauses.add(doubt.reason()));
            if (!norm.exception().isEmpty()) {
                clauses.add("its exception is not shown: " + norm.exception());
            }
        }
        StringBuilder text = new StringBuilder();
        clauses.forEach(clause -> text.append("; ").append(clause));
        return text.toString();
    }

    private static List<Norm.Doubt> doubts(Columns columns, Norm norm, int row) {
        return norm.doubts().isEmpty()
                ? List.of()
                : norm.doubts(columns.kind(row), TrackRule.isOwnPosition(columns, row));
    }
}
