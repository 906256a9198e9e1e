package truceline.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// The area controlled according to the map, per unit in file order and in total.
///
/// `overlapKm2Tenths` is the area counted in more than one unit (tenths of a km²); more than rounding noise means the
/// units are not a division of the land and the total counts twice. Immutable. Method: see {@link Areas}.
public record Shares(List<Share> units, Share total, long overlapKm2Tenths) {
    /// The name of the total row.
    public static final String TOTAL = "total";

    public Shares {
        units = List.copyOf(units);
    }

    /// Compares control maps of one date with units.
    ///
    /// @param controlMaps at least one; areas of one map are united first, other shapes are ignored
    /// @param units areas named by a property; features of one name are one unit
    /// @param unitName the property that names a unit
    /// @throws IllegalArgumentException where there is no map, or an area of `units` has no such property
    public static Shares compute(List<Geometry> controlMaps, Geometry units, String unitName) {
        if (controlMaps.isEmpty()) {
            throw new IllegalArgumentException("no control map");
        }
        List<org.locationtech.jts.geom.Geometry> controls = new ArrayList<>();
        for (Geometry map : controlMaps) {
            controls.add(Areas.union(Areas.polygons(map.features())));
        }
        List<Share> shares = new ArrayList<>();
        double totalKm2 = 0;
        double[] totalControlledKm2 = new double[controls.size()];
        List<Polygon> all = new ArrayList<>();
        for (Map.Entry<String, List<Polygon>> unit : byName(units, unitName).entrySet()) {
            all.addAll(unit.getValue());
            org.locationtech.jts.geom.Geometry area = Areas.union(unit.getValue());
            double km2 = Areas.areaKm2(area);
            double[] controlledKm2 = new double[controls.size()];
            for (int i = 0; i < controlledKm2.length; i++) {
                controlledKm2[i] = Areas.areaKm2(Areas.common(controls.get(i), area));
                totalControlledKm2[i] += controlledKm2[i];
            }
            totalKm2 += km2;
            shares.add(share(unit.getKey(), km2, controlledKm2));
        }
        long overlap = tenths(totalKm2 - Areas.areaKm2(Areas.union(all)));
        return new Shares(shares, share(TOTAL, totalKm2, totalControlledKm2), overlap);
    }

    private static Map<String, List<Polygon>> byName(Geometry units, String unitName) {
        Map<String, List<Polygon>> byName = new LinkedHashMap<>();
        for (Feature feature : units.features()) {
            if (feature.shape() instanceof Shape.Areas areas) {
                @Nullable String name = feature.properties().get(unitName);
                if (name == null) {
                    throw new IllegalArgumentException("a unit without the property '" + unitName + "'");
                }
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(areas.polygons());
            }
        }
        return byName;
    }

    private static Share share(String unit, double km2, double[] controlledKm2) {
        int[] percentHundredths = Arrays.stream(controlledKm2)
                .mapToInt(controlled -> km2 == 0 ? 0 : (int) Math.rint(controlled / km2 * 10_000))
                .toArray();
        return new Share(
                unit,
                tenths(km2),
                tenths(controlledKm2[0]),
                percentHundredths[0],
                Arrays.stream(percentHundredths).min().orElseThrow(),
                Arrays.stream(percentHundredths).max().orElseThrow());
    }

    private static long tenths(double km2) {
        return (long) Math.rint(km2 * 10);
    }
}
