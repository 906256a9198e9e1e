package truceline.intake;

import truceline.geo.Degrees;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;

/// The place columns of a row: where it happened as a disc, and where the observer was, from where in which directions
/// how far. Stateless.
final class PlaceFields {
    private static final int HALF_TURN_E7 = 1_800_000_000;
    private static final int QUARTER_TURN_E7 = 900_000_000;
    static final int MOST_RADIUS_METRES = 2_000_000;
    private static final int MOST_HEIGHT_METRES = 100_000;
    private static final int MOST_RANGE_METRES = 400_000;
    private static final Vocabulary<PlaceBasis> BASES = Vocabulary.of(PlaceBasis.class);

    private PlaceFields() {}

    static boolean fill(Cells cells, Draft draft, Fault fault) {
        return place(cells, draft, fault)
                && height(cells, draft, fault)
                && observer(cells, draft, fault)
                && sectors(cells, draft, fault)
                && range(cells, draft, fault);
    }

    private static boolean place(Cells cells, Draft draft, Fault fault) {
        boolean drawn =
                !(cells.has(Column.RADIUS_M) && cells.text(Column.RADIUS_M).equals("none"));
        if (drawn && !radius(cells, draft, fault)) {
            return false;
        }
        if (!cells.has(Column.LONGITUDE) && !cells.has(Column.LATITUDE)) {
            draft.radiusMetres = 0;
            return true;
        }
        if (!isPosition(Column.LONGITUDE, Column.LATITUDE, cells, fault)) {
            return false;
        }
        if (!drawn) {
            return true;
        }
        draft.lonE7 = cells.e7(Column.LONGITUDE);
        draft.latE7 = cells.e7(Column.LATITUDE);
        draft.basis = PlaceBasis.POINT;
        return basis(cells, draft, fault);
    }

    private static boolean radius(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.RADIUS_M)) {
            return true;
        }
        long millimetres = cells.decimal(Column.RADIUS_M, 3);
        if (millimetres == Decimals.MALFORMED) {
            return fault.at(Column.RADIUS_M, "not-a-number", cells);
        }
        if (millimetres < 0 || millimetres > MOST_RADIUS_METRES * 1000L) {
            return fault.at(Column.RADIUS_M, "out-of-range", cells);
        }
        draft.radiusMetres = (int) Math.ceilDiv(millimetres, 1000);
        return true;
    }

    private static boolean basis(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.BASIS)) {
            return true;
        }
        PlaceBasis basis = BASES.find(cells.text(Column.BASIS));
        if (basis == null || basis == PlaceBasis.NONE) {
            return fault.at(Column.BASIS, "unknown-word", cells);
        }
        draft.basis = basis;
        return true;
    }

    private static boolean height(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.ALTITUDE_METRES)) {
            return true;
        }
        long metres = cells.decimal(Column.ALTITUDE_METRES, 0);
        if (metres == Decimals.MALFORMED) {
            return fault.at(Column.ALTITUDE_METRES, "not-a-number", cells);
        }
        if (Math.abs(metres) > MOST_HEIGHT_METRES) {
            return fault.at(Column.ALTITUDE_METRES, "out-of-range", cells);
        }
        draft.altitudeMetres = (int) metres;
        return true;
    }

    /// Checks a pair of coordinates, of which neither may be missing.
    static boolean isPosition(Column lonColumn, Column latColumn, Cells cells, Fault fault) {
        for (Column column : new Column[] {lonColumn, latColumn}) {
            if (!cells.has(column)) {
                return fault.at(column, "missing-value", cells);
            }
            if (cells.e7(column) == Degrees.MALFORMED) {
                return fault.at(column, "not-a-number", cells);
            }
        }
        String code = faultOf(cells.e7(lonColumn), cells.e7(latColumn));
        if (code.isEmpty()) {
            return true;
        }
        return fault.at(code.startsWith("longitude") ? lonColumn : latColumn, code, cells);
    }

    /// What is wrong with a position, or nothing. A latitude that only a longitude can be, beside a longitude that
    /// could
    /// be a latitude, is a pair in the wrong order.
    static String faultOf(int lonE7, int latE7) {
        long lat = Math.abs((long) latE7);
        long lon = Math.abs((long) lonE7);
        if (lat > QUARTER_TURN_E7) {
            return lat <= HALF_TURN_E7 && lon <= QUARTER_TURN_E7 ? "swapped-coordinates" : "latitude-out-of-range";
        }
        return lon > HALF_TURN_E7 ? "longitude-out-of-range" : "";
    }

    private static boolean observer(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.OBSERVER_LON) && !cells.has(Column.OBSERVER_LAT)) {
            return true;
        }
        if (!isPosition(Column.OBSERVER_LON, Column.OBSERVER_LAT, cells, fault)) {
            return false;
        }
        draft.observerLonE7 = cells.e7(Column.OBSERVER_LON);
        draft.observerLatE7 = cells.e7(Column.OBSERVER_LAT);
        return true;
    }

    private static boolean sectors(Cells cells, Draft draft, Fault fault) {
        if (cells.has(Column.SECTORS)) {
            int mask = Sectors.mask(cells.text(Column.SECTORS));
            if (mask == Sectors.UNKNOWN) {
                return fault.at(Column.SECTORS, "unknown-word", cells);
            }
            draft.sectors = mask;
        }
        return true;
    }

    private static boolean range(Cells cells, Draft draft, Fault fault) {
        int from = metres(Column.RANGE_FROM_M, cells, fault);
        int to = metres(Column.RANGE_TO_M, cells, fault);
        if (from < -1 || to < -1) {
            return false;
        }
        if (to >= 0 && to < from) {
            return fault.at(Column.RANGE_TO_M, "end-before-start", cells);
        }
        draft.rangeFromMetres = from < 0 && to >= 0 ? 0 : from;
        draft.rangeToMetres = to < 0 ? from : to;
        return true;
    }

    private static int metres(Column column, Cells cells, Fault fault) {
        if (!cells.has(column)) {
            return -1;
        }
        long metres = cells.decimal(column, 0);
        if (metres < 0 || metres > MOST_RANGE_METRES) {
            fault.at(column, metres == Decimals.MALFORMED ? "not-a-number" : "out-of-range", cells);
            return -2;
        }
        return (int) metres;
    }
}
