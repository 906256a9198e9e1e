package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import truceline.geo.Degrees;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

/// One BaseStation line. Only `MSG,2` (on the ground) and `MSG,3` (airborne) carry positions. Not
/// thread-safe.
final class SbsLine implements LineFile.Line {
    /// The format says nothing about how exact a position is; this is what the record holds then.
    static final int RADIUS_METRES = 100;

    private static final List<String> OTHER_SORTS = List.of("SEL", "ID", "AIR", "STA", "CLK");
    private static final int CELLS = 22;
    private static final int HEX = 4;
    private static final int DATE = 6;
    private static final int TIME = 7;
    private static final int CALLSIGN = 10;
    private static final int ALTITUDE = 11;
    private static final int LATITUDE = 14;
    private static final int LONGITUDE = 15;
    private static final int GROUND = 21;

    private final int[] cellFrom = new int[CELLS];
    private final int[] cellTo = new int[CELLS];
    private final Moment moment = new Moment();
    private final byte[] stamp = new byte[64];
    private byte[] bytes = {};

    @Override
    public LineFile.Fate fill(byte[] line, int from, int to, Draft draft, Fault fault) {
        bytes = line;
        int cells = split(from, to);
        String sort = text(0);
        if (!sort.equals("MSG")) {
            return OTHER_SORTS.contains(sort) ? LineFile.Fate.OTHER : rejected(fault, "", "not-sbs", sort);
        }
        int type = cells < 2 || cellTo[1] - cellFrom[1] != 1 ? 0 : bytes[cellFrom[1]] - '0';
        if (type < 1 || type > 8) {
            return rejected(fault, "type", "unknown-word", cells < 2 ? "" : text(1));
        }
        if (cells != CELLS) {
            return rejected(fault, "", "wrong-number-of-cells", cells + " instead of " + CELLS);
        }
        if (type != 2 && type != 3 || isEmpty(LATITUDE) && isEmpty(LONGITUDE)) {
            return LineFile.Fate.OTHER;
        }
        boolean good = place(draft, fault)
                && craft(draft, fault)
                && time(draft, fault)
                && altitude(draft, fault)
                && CraftFields.label(text(CALLSIGN), "callsign", draft, fault);
        draft.kind = Kind.AIRCRAFT;
        draft.means = Means.ADS_B;
        return good ? LineFile.Fate.ROW : LineFile.Fate.REJECTED;
    }

    private static LineFile.Fate rejected(Fault fault, String field, String code, String found) {
        fault.at(field, code, found);
        return LineFile.Fate.REJECTED;
    }

    private int split(int from, int to) {
        int cells = 0;
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == ',') {
                if (cells < CELLS) {
                    trim(cells, start, at);
                }
                cells++;
                start = at + 1;
            }
        }
        return cells;
    }

    private void trim(int cell, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && bytes[first] == ' ') {
            first++;
        }
        while (first < last && bytes[last - 1] == ' ') {
            last--;
        }
        cellFrom[cell] = first;
        cellTo[cell] = last;
    }

    private boolean isEmpty(int cell) {
        return cellFrom[cell] == cellTo[cell];
    }

    private String text(int cell) {
        int length = Math.min(cellTo[cell] - cellFrom[cell], 100);
        return new String(bytes, cellFrom[cell], length, StandardCharsets.UTF_8);
    }

    private boolean place(Draft draft, Fault fault) {
        int lat = Degrees.parseE7(bytes, cellFrom[LATITUDE], cellTo[LATITUDE]);
        int lon = Degrees.parseE7(bytes, cellFrom[LONGITUDE], cellTo[LONGITUDE]);
        if (lat == Degrees.MALFORMED || lon == Degrees.MALFORMED) {
            int cell = lat == Degrees.MALFORMED ? LATITUDE : LONGITUDE;
            String field = cell == LATITUDE ? "latitude" : "longitude";
            return fault.at(field, isEmpty(cell) ? "missing-value" : "not-a-number", text(cell));
        }
        draft.radiusMetres = RADIUS_METRES;
        return CraftFields.place(lon, lat, draft, fault);
    }

    private boolean craft(Draft draft, Fault fault) {
        return CraftFields.aircraft(text(HEX), "hex", draft, fault);
    }

    /// The moment at which the receiver made the message: its clock is taken to show UTC.
    private boolean time(Draft draft, Fault fault) {
        int dateLength = cellTo[DATE] - cellFrom[DATE];
        int timeLength = cellTo[TIME] - cellFrom[TIME];
        if (dateLength == 0 || timeLength == 0) {
            return fault.at(dateLength == 0 ? "date" : "time", "missing-value", "");
        }
        if (dateLength != 10 || dateLength + 1 + timeLength > stamp.length) {
            return fault.at(dateLength != 10 ? "date" : "time", "not-a-time", text(dateLength != 10 ? DATE : TIME));
        }
        System.arraycopy(bytes, cellFrom[DATE], stamp, 0, dateLength);
        boolean slashed = stamp[4] == '/' && stamp[7] == '/';
        stamp[4] = slashed ? (byte) '-' : stamp[4];
        stamp[7] = slashed ? (byte) '-' : stamp[7];
        stamp[dateLength] = 'T';
        System.arraycopy(bytes, cellFrom[TIME], stamp, dateLength + 1, timeLength);
        if (!moment.read(stamp, 0, dateLength)) {
            return fault.at("date", moment.code(), text(DATE));
        }
        if (!moment.read(stamp, 0, dateLength + 1 + timeLength) || moment.offsetMinutes() != Moment.NO_OFFSET) {
            return fault.at("time", "not-a-time", text(TIME));
        }
        draft.at(moment.localMs(), moment.precisionMs());
        return true;
    }

    private boolean altitude(Draft draft, Fault fault) {
        boolean onGround = !isEmpty(GROUND) && !text(GROUND).equals("0");
        if (isEmpty(ALTITUDE) || onGround) {
            return true;
        }
        long feet = Decimals.parse(bytes, cellFrom[ALTITUDE], cellTo[ALTITUDE], 0);
        return CraftFields.height(feet, text(ALTITUDE), "altitude", draft, fault);
    }
}
