package truceline.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import truceline.geo.Disc;
import truceline.observation.Columns;
import truceline.observation.Field;

/// How the track of a craft stands to the zone of a norm, position by position in the order of events. Between two
/// positions nothing is said.
final class Passage {
    private final Columns columns;
    private final Norm norm;
    private final List<Integer> rows;

    Passage(Columns columns, Norm norm, List<Integer> rows) {
        this.columns = columns;
        this.norm = norm;
        this.rows = rows;
    }

    /// Whether it went out of the zone within the time of the norm: a position inside, then one outside.
    Certainty left() {
        Certainty best = Certainty.NO;
        for (Departure departure : departures()) {
            best = best.or(departure.certainty());
        }
        return best;
    }

    private record Departure(int inside, int outside, Certainty certainty) {}

    private List<Departure> departures() {
        List<Departure> departures = new ArrayList<>();
        int inside = -1;
        for (int row : rows) {
            Certainty where = where(row);
            if (inside >= 0 && where != Certainty.YES) {
                departures.add(new Departure(inside, row, departure(inside, row)));
            }
            if (where == Certainty.NO) {
                inside = -1;
            } else if (where == Certainty.YES || inside < 0) {
                inside = row;
            }
        }
        return departures;
    }

    private Certainty departure(int inside, int row) {
        Certainty time = norm.time(columns.fromMs(inside), columns.toMs(row) + columns.precisionMs(row));
        return where(inside).and(not(where(row))).and(time).and(Sighting.what(columns, norm, row));
    }

    /// Why it is a case of that certainty.
    String reason(Certainty certainty) {
        return norm.verb().equals(Acts.LEAVE) ? leaving(certainty) : entering(certainty);
    }

    /// The position that makes the case: the first one inside, or the first one outside after it was inside.
    int row(Certainty certainty) {
        return norm.verb().equals(Acts.LEAVE) ? departure(certainty).outside() : rows.get(entry(certainty));
    }

    private Departure departure(Certainty certainty) {
        for (Departure departure : departures()) {
            if (departure.certainty() == certainty) {
                return departure;
            }
        }
        throw new IllegalStateException("the track does not leave the zone of " + norm.provision());
    }

    private String leaving(Certainty certainty) {
        Departure departure = departure(certainty);
        int row = departure.outside();
        return "inside at " + told(departure.inside()) + ", outside at " + told(row) + ": " + zone(row)
                + Sighting.clauses(columns, norm, row);
    }

    private int entry(Certainty certainty) {
        for (int at = 0; at < rows.size(); at++) {
            if (Sighting.judged(columns, norm, rows.get(at)) == certainty) {
                return at;
            }
        }
        throw new IllegalStateException("the track is never in the zone of " + norm.provision());
    }

    private String entering(Certainty certainty) {
        int first = entry(certainty);
        int last = first;
        while (last + 1 < rows.size() && where(rows.get(last + 1)) != Certainty.NO) {
            last++;
        }
        boolean cameIn = first > 0 && where(rows.get(first - 1)) == Certainty.NO;
        int row = rows.get(first);
        String may = certainty == Certainty.YES || where(row) == Certainty.YES ? "" : "may have ";
        String verb = may.isEmpty() ? cameIn ? "entered at " : "first seen inside at " : "been inside at ";
        String leave = last == rows.size() - 1
                ? ", last seen inside at " + moment(rows.get(last))
                : ", last inside at " + moment(rows.get(last)) + ", outside at " + moment(rows.get(last + 1));
        return may + verb + told(row) + leave + again(last) + ": " + zone(row) + Sighting.clauses(columns, norm, row);
    }

    private String again(int last) {
        int times = 0;
        for (int at = last + 2; at < rows.size(); at++) {
            if (where(rows.get(at)) != Certainty.NO && where(rows.get(at - 1)) == Certainty.NO) {
                times++;
            }
        }
        return times == 0 ? "" : times == 1 ? ", and once again" : ", and " + times + " times again";
    }

    private Certainty where(int row) {
        return Sighting.where(columns, norm, row);
    }

    private String zone(int row) {
        Disc place = Sighting.place(columns, row);
        return place == null ? "no place is known" : norm.where().reason(place, Sighting.altitudeMetres(columns, row));
    }

    private String told(int row) {
        long altitude = columns.number(Field.ALTITUDE, row);
        return moment(row) + (altitude == Columns.NONE ? "" : " at " + altitude + " m") + " ("
                + degrees(columns.latE7(row)) + ", " + degrees(columns.lonE7(row)) + ")";
    }

    private String moment(int row) {
        return Instant.ofEpochMilli(columns.fromMs(row)).toString();
    }

    /// Degrees to four places, cut off.
    private static String degrees(int e7) {
        int tenThousandths = Math.abs(e7) / 1000;
        return String.format(
                Locale.ROOT, "%s%d.%04d", e7 < 0 ? "-" : "", tenThousandths / 10_000, tenThousandths % 10_000);
    }

    private static Certainty not(Certainty certainty) {
        return switch (certainty) {
            case YES -> Certainty.NO;
            case NO -> Certainty.YES;
            case INDETERMINATE -> Certainty.INDETERMINATE;
        };
    }
}
