package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import truceline.geo.Degrees;
import truceline.geo.Geodesic;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;

/// The positions of a GeoJSON Point or Polygon, and the disc that covers them. Not thread-safe.
final class Ring {
    private static final int POINT_DEPTH = 1;
    private static final int POLYGON_DEPTH = 3;
    private static final int HALF_TURN_E7 = 1_800_000_000;

    private int[] lonE7 = new int[64];
    private int[] latE7 = new int[64];
    private int size;
    private int depth;
    private int inPosition;
    private boolean malformed;
    private String firstLon = "";
    private String firstLat = "";

    void clear() {
        size = 0;
        depth = 0;
        inPosition = 0;
        malformed = false;
        firstLon = "";
        firstLat = "";
    }

    /// Takes the next number inside `level` arrays; false where positions lie at different depths.
    boolean add(String number, int level) {
        if (depth == 0) {
            depth = level;
        }
        if (level != depth || level == 0) {
            return false;
        }
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        int e7 = Degrees.parseE7(ascii, 0, ascii.length);
        malformed |= e7 == Degrees.MALFORMED;
        if (inPosition == 0) {
            grow();
            lonE7[size] = e7;
            firstLon = size == 0 ? number : firstLon;
        } else if (inPosition == 1) {
            firstLat = size == 0 ? number : firstLat;
            latE7[size++] = e7;
        }
        inPosition++;
        return true;
    }

    /// Ends an array of the given depth; false where it ends a position that lacks a number.
    boolean endArray(int level) {
        if (level != depth || depth == 0) {
            return true;
        }
        boolean whole = inPosition >= 2;
        inPosition = 0;
        return whole;
    }

    private void grow() {
        if (size == lonE7.length) {
            lonE7 = Arrays.copyOf(lonE7, size * 2);
            latE7 = Arrays.copyOf(latE7, size * 2);
        }
    }

    boolean isPoint() {
        return depth == POINT_DEPTH && size == 1;
    }

    boolean isPolygon() {
        return depth == POLYGON_DEPTH && size >= 4;
    }

    String firstLon() {
        return firstLon;
    }

    String firstLat() {
        return firstLat;
    }

    /// Sets the draft's place to a disc round a polygon: the middle of its box, and the distance of its farthest corner
    /// made a thousandth longer, since an edge straight in longitude and latitude may bulge beyond its ends.
    boolean cover(Draft draft, Fault fault) {
        if (size == 0) {
            return true;
        }
        if (malformed) {
            return fault.at("coordinates", "not-a-number", "");
        }
        int west = HALF_TURN_E7;
        int east = -HALF_TURN_E7;
        int south = HALF_TURN_E7;
        int north = -HALF_TURN_E7;
        for (int i = 0; i < size; i++) {
            String code = PlaceFields.faultOf(lonE7[i], latE7[i]);
            if (!code.isEmpty()) {
                return fault.at("coordinates", code, Degrees.toText(lonE7[i]) + " " + Degrees.toText(latE7[i]));
            }
            west = Math.min(west, lonE7[i]);
            east = Math.max(east, lonE7[i]);
            south = Math.min(south, latE7[i]);
            north = Math.max(north, latE7[i]);
        }
        if ((long) east - west > HALF_TURN_E7) {
            return fault.at("coordinates", "crosses-antimeridian", "");
        }
        draft.lonE7 = (int) (((long) west + east) / 2);
        draft.latE7 = (int) (((long) south + north) / 2);
        long farthestMm = 0;
        for (int i = 0; i < size; i++) {
            farthestMm = Math.max(farthestMm, Geodesic.distanceMm(draft.lonE7, draft.latE7, lonE7[i], latE7[i]));
        }
        long millimetres = farthestMm + farthestMm / 1000;
        if (millimetres > PlaceFields.MOST_RADIUS_METRES * 1000L) {
            return fault.at("coordinates", "out-of-range", millimetres / 1000 + " m");
        }
        draft.radiusMetres = (int) Math.ceilDiv(millimetres, 1000L);
        draft.basis = PlaceBasis.AREA;
        return true;
    }
}
