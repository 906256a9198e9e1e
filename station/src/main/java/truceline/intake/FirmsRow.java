package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.geo.Degrees;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

/// One fire detection. The detection is the centre of a pixel and the fire lies anywhere in it, so the radius is half
/// the pixel's diagonal, rounded up to the metre. All satellites that carry one instrument are one lineage: the same
/// fire is seen by three of them within the hour. Not thread-safe.
final class FirmsRow implements CsvFile.Row {
    private static final int MOST_PIXEL_METRES = 100_000;
    private static final int MOST_LABELS = 256;
    private static final long UNKEYED = -1;

    private final int latitude;
    private final int longitude;
    private final int scan;
    private final int track;
    private final int date;
    private final int time;
    private final int satellite;
    private final int instrument;
    private final int confidence;
    private final int type;
    private final boolean landsat;
    private final Moment moment = new Moment();
    private final Map<Long, String> labels = new HashMap<>();
    private long lastKey;
    private @Nullable String lastLabel;

    FirmsRow(CsvHeader header) {
        latitude = header.get("latitude");
        longitude = header.get("longitude");
        scan = header.get("scan");
        track = header.get("track");
        date = header.get("acq_date");
        time = header.get("acq_time");
        satellite = header.get("satellite");
        confidence = header.get("confidence");
        landsat = header.find("path") >= 0 && header.find("row") >= 0;
        instrument = landsat ? header.find("instrument") : header.get("instrument");
        type = header.find("type");
    }

    @Override
    public boolean fill(CsvScanner cells, Draft draft, Fault fault) {
        return place(cells, draft, fault)
                && pixel(cells, draft, fault)
                && time(cells, draft, fault)
                && source(cells, draft, fault);
    }

    private boolean place(CsvScanner cells, Draft draft, Fault fault) {
        byte[] bytes = cells.buffer();
        int lat = Degrees.parseE7(bytes, cells.cellFrom(latitude), cells.cellTo(latitude));
        int lon = Degrees.parseE7(bytes, cells.cellFrom(longitude), cells.cellTo(longitude));
        if (lat == Degrees.MALFORMED || lon == Degrees.MALFORMED) {
            return malformed(cells, lat == Degrees.MALFORMED ? latitude : longitude, fault);
        }
        String code = PlaceFields.faultOf(lon, lat);
        if (!code.isEmpty()) {
            String field = code.startsWith("longitude") ? "longitude" : "latitude";
            return fault.at(field, code, Degrees.toText(lon) + " " + Degrees.toText(lat));
        }
        draft.latE7 = lat;
        draft.lonE7 = lon;
        draft.basis = PlaceBasis.POINT;
        return true;
    }

    private boolean malformed(CsvScanner cells, int cell, Fault fault) {
        boolean empty = cells.cellFrom(cell) == cells.cellTo(cell);
        return fault.at(nameOf(cell), empty ? "missing-value" : "not-a-number", shown(cells, cell));
    }

    private String nameOf(int cell) {
        return cell == latitude ? "latitude" : cell == longitude ? "longitude" : cell == scan ? "scan" : "track";
    }

    private boolean pixel(CsvScanner cells, Draft draft, Fault fault) {
        long across = Decimals.parse(cells.buffer(), cells.cellFrom(scan), cells.cellTo(scan), 3);
        long along = Decimals.parse(cells.buffer(), cells.cellFrom(track), cells.cellTo(track), 3);
        if (across == Decimals.MALFORMED || along == Decimals.MALFORMED) {
            return malformed(cells, across == Decimals.MALFORMED ? scan : track, fault);
        }
        if (across < 1 || across > MOST_PIXEL_METRES) {
            return fault.at("scan", "out-of-range", shown(cells, scan));
        }
        if (along < 1 || along > MOST_PIXEL_METRES) {
            return fault.at("track", "out-of-range", shown(cells, track));
        }
        draft.radiusMetres = halfDiagonalMetres(across, along);
        return true;
    }

    /// The smallest whole r with 2r at least the diagonal.
    static int halfDiagonalMetres(long across, long along) {
        long square = across * across + along * along;
        long half = (long) Math.sqrt((double) square) / 2;
        while (4 * half * half < square) {
            half++;
        }
        return (int) half;
    }

    private boolean time(CsvScanner cells, Draft draft, Fault fault) {
        if (!moment.read(cells.buffer(), cells.cellFrom(date), cells.cellTo(date)) || !moment.isDateOnly()) {
            return fault.at("acq_date", moment.code(), shown(cells, date));
        }
        int minute = minuteOfDay(cells.buffer(), cells.cellFrom(time), cells.cellTo(time));
        if (minute < 0) {
            return fault.at("acq_time", "not-a-time", shown(cells, time));
        }
        draft.at(moment.localMs() + minute * 60_000L, 60_000);
        return true;
    }

    /// `HHMM`, whose leading zeros a spreadsheet may have eaten (`5` is 00:05), or `HH:MM`; -1 where it is neither.
    static int minuteOfDay(byte[] bytes, int from, int to) {
        int clock = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                clock = clock * 10 + digit;
                digits++;
            } else if (bytes[i] != ':' || i != to - 3 || digits == 0) {
                return -1;
            }
            if (digits > 4) {
                return -1;
            }
        }
        return digits == 0 || clock / 100 > 23 || clock % 100 > 59 ? -1 : clock / 100 * 60 + clock % 100;
    }

    private boolean source(CsvScanner cells, Draft draft, Fault fault) {
        String lineage = lineage(cells);
        if (lineage == null) {
            return fault.at("instrument", "unknown-word", shown(cells, instrument));
        }
        String label = label(cells);
        if (label == null) {
            return fault.at("confidence", "unknown-word", shown(cells, confidence) + " of " + shown(cells, satellite));
        }
        draft.kind = Kind.THERMAL_ANOMALY;
        draft.means = Means.SATELLITE;
        draft.lineage = lineage;
        draft.labels = label;
        return true;
    }

    private @Nullable String lineage(CsvScanner cells) {
        if (landsat) {
            return "Landsat";
        }
        if (is(cells, instrument, 'V', 'I', 'I', 'R', 'S')) {
            return "VIIRS";
        }
        return is(cells, instrument, 'M', 'O', 'D', 'I', 'S') ? "MODIS" : null;
    }

    private static boolean is(CsvScanner cells, int cell, char... word) {
        int from = cells.cellFrom(cell);
        if (cells.cellTo(cell) - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (cells.buffer()[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Satellite, confidence and, in an archive, what the fire is taken for: `N20|nominal`, `Terra|85|static-source`.
    /// The few that occur are made once.
    private @Nullable String label(CsvScanner cells) {
        long key = key(cells, satellite, 0);
        key = key(cells, confidence, key);
        key = type < 0 ? key : key(cells, type, key);
        if (key == lastKey) {
            return lastLabel;
        }
        String label = key == UNKEYED ? null : labels.get(key);
        if (label == null) {
            label = makeLabel(cells);
            if (label != null && key != UNKEYED && labels.size() < MOST_LABELS) {
                labels.put(key, label);
            }
        }
        lastKey = label == null || key == UNKEYED ? 0 : key;
        lastLabel = label;
        return label;
    }

    /// The cells' bytes in one number, or {@link #UNKEYED} where they are too many.
    private static long key(CsvScanner cells, int cell, long before) {
        long key = before;
        int from = cells.cellFrom(cell);
        int to = cells.cellTo(cell);
        for (int i = from; i <= to; i++) {
            if (key >>> 55 != 0) {
                return UNKEYED;
            }
            key = key << 8 | (i == to ? ',' : cells.buffer()[i] & 0xFF);
        }
        return key;
    }

    private @Nullable String makeLabel(CsvScanner cells) {
        String craft = cells.text(satellite);
        String sure = switch (cells.text(confidence)) {
            case "l", "low" -> "low";
            case "n", "nominal" -> "nominal";
            case "h", "high" -> "high";
            default -> percent(cells.text(confidence));
        };
        String seen = switch (type < 0 ? "" : cells.text(type)) {
            case "1" -> "|volcano";
            case "2" -> "|static-source";
            case "3" -> "|offshore";
            default -> "";
        };
        return sure == null || !craft.matches("[A-Za-z0-9 -]{1,16}") ? null : craft + "|" + sure + seen;
    }

    private static @Nullable String percent(String text) {
        return text.matches("\\d{1,2}|100") ? text : null;
    }

    private static String shown(CsvScanner cells, int cell) {
        int from = cells.cellFrom(cell);
        int length = Math.min(60, cells.cellTo(cell) - from);
        return new String(cells.buffer(), from, length, StandardCharsets.UTF_8);
    }
}
