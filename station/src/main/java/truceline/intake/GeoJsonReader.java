package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import truceline.geo.Degrees;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.JtsShapes;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a bare geometry.
///
/// Decimal degrees become units of 1e-7 degree exactly; a third number of a position is left out; neighbouring
/// positions equal after that are one; shells come out counter-clockwise, holes clockwise. Properties become text
/// (numbers verbatim, nested values and nulls left out). Refused: GeometryCollection, a named `crs` other than CRS84 or
/// EPSG:4326, duplicate keys in what is read, more than 64 MiB, 10,000,000 positions or 64 levels. A problem of one
/// feature leaves that feature out; a problem of the document (`feature` -1) leaves all out. Stateless; never throws.
public final class GeoJsonReader {
    /// Largest document, in bytes.
    public static final int MOST_BYTES = 64 << 20;

    private static final int MOST_SHOWN = 200;

    /// What is wrong and where: the feature (0 is the first, -1 the document), a path such as
    /// `features[3].geometry.coordinates[0][12]`, a kebab code, and a sentence for a person.
    public record Problem(int feature, String path, String code, String detail) {
        /// Path and detail may quote the input, so they are cut short and freed of what cannot be shown or recorded.
        public Problem {
            path = shown(path);
            detail = shown(detail);
        }
    }

    /// The features without a problem, in file order, and the problems of the others.
    public record Reading(Geometry geometry, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private GeoJsonReader() {}

    /// Reads any shapes; polygons are checked ring by ring.
    public static Reading read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(new Problem(-1, "", "too-large", bytes.length + " bytes; at most " + MOST_BYTES));
        }
        return new GeoJsonDocument(bytes).read();
    }

    /// Reads shapes whose polygons will be used as areas: each feature must also be a valid area (no ring crosses
    /// itself or another). With `mend` a faulty one is repaired instead, which may move its boundary.
    public static Reading readAreas(byte[] bytes, boolean mend) {
        Reading reading = read(bytes);
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<Feature> features = new ArrayList<>();
        List<Feature> all = reading.geometry().features();
        for (int i = 0; i < all.size(); i++) {
            Feature feature = all.get(i);
            if (!(feature.shape() instanceof Shape.Areas areas)) {
                features.add(feature);
                continue;
            }
            Optional<JtsShapes.Fault> fault = JtsShapes.findFault(areas.polygons());
            if (fault.isEmpty()) {
                features.add(feature);
                continue;
            }
            List<Polygon> mended = mend ? JtsShapes.mend(areas.polygons()) : List.of();
            if (mended.isEmpty()) {
                problems.add(problem(i, fault.get()));
            } else {
                features.add(new Feature(feature.properties(), new Shape.Areas(mended)));
            }
        }
        return new Reading(new Geometry(features), problems);
    }

    private static String shown(String text) {
        String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        StringBuilder shown = new StringBuilder(start.length());
        start.codePoints().forEach(point -> {
            boolean isFit = !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
            shown.appendCodePoint(isFit ? point : '?');
        });
        return shown.toString();
    }

    static Reading refused(Problem problem) {
        return new Reading(new Geometry(List.of()), List.of(problem));
    }

    private static Problem problem(int feature, JtsShapes.Fault fault) {
        String place = "at " + Degrees.toText(fault.lonE7()) + " " + Degrees.toText(fault.latE7());
        return new Problem(feature, "features[" + feature + "].geometry", fault.code(), place);
    }
}
