package truceline.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.geo.Feature;
import truceline.geo.Geodesic;
import truceline.geo.Geometry;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.geo.Side;

/// A line cut into stretches of ten kilometres from its start; the last one is shorter. Hours are counted per stretch
/// and side, coarse enough that they tell no patrol's place. Immutable; threads may share it.
public final class Stretches {
    /// Length of a stretch in millimetres.
    public static final long LENGTH_MM = 10_000_000;

    /// How far from the line a stretch is looked into, in millimetres.
    public static final long DEPTH_MM = 15_000_000;

    private final List<Stretch> stretches;
    private final List<LineIndex> indexes;
    private final LineIndex whole;

    private Stretches(List<Stretch> stretches, LineIndex whole) {
        this.stretches = List.copyOf(stretches);
        this.indexes = stretches.stream()
                .map(stretch -> LineIndex.of(List.of(stretch.path())))
                .toList();
        this.whole = whole;
    }

    /// One stretch.
    ///
    /// @param fromMm distance of its first place from the start of the line
    public record Stretch(int number, long fromMm, long toMm, Path path) {}

    /// Where a place stands to the line.
    public record Beside(int stretch, Side side) {}

    /// Cuts the lines of a map, one after the other; at least one must be drawn.
    public static Stretches of(Geometry line) {
        List<Path> paths = new ArrayList<>();
        for (Feature feature : line.features()) {
            if (feature.shape() instanceof Shape.Lines lines) {
                paths.addAll(lines.paths());
            }
        }
        Cutter cutter = new Cutter();
        paths.forEach(cutter::walk);
        return new Stretches(cutter.stretches, LineIndex.of(paths));
    }

    public List<Stretch> all() {
        return stretches;
    }

    /// The stretch nearest to a place and the side of the line that it is on, or null where it is on the line itself
    /// or deeper than a stretch is looked into.
    public @Nullable Beside find(int lonE7, int latE7) {
        long best = DEPTH_MM + 1;
        int nearest = -1;
        for (int i = 0; i < indexes.size(); i++) {
            long distance = indexes.get(i).distanceMm(lonE7, latE7, best);
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        Side side = nearest < 0 ? Side.ON : whole.side(lonE7, latE7);
        return side == Side.ON ? null : new Beside(nearest, side);
    }

    /// Walks paths and closes a stretch at every tenth kilometre.
    private static final class Cutter {
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<int[]> open = new ArrayList<>();
        private long startMm;
        private long atMm;

        private void walk(Path path) {
            add(path.lonE7(0), path.latE7(0));
            for (int i = 1; i < path.size(); i++) {
                edge(path.lonE7(i - 1), path.latE7(i - 1), path.lonE7(i), path.latE7(i));
            }
            if (open.size() > 1) {
                close();
            }
            open.clear();
            startMm = atMm;
        }

        private void edge(int lon1E7, int lat1E7, int lon2E7, int lat2E7) {
            long lengthMm = Geodesic.distanceMm(lon1E7, lat1E7, lon2E7, lat2E7);
            long doneMm = 0;
            while (atMm + (lengthMm - doneMm) - startMm > LENGTH_MM) {
                doneMm += startMm + LENGTH_MM - atMm;
                atMm = startMm + LENGTH_MM;
                int lonE7 = between(lon1E7, lon2E7, doneMm, lengthMm);
                int latE7 = between(lat1E7, lat2E7, doneMm, lengthMm);
                add(lonE7, latE7);
                close();
                open.clear();
                add(lonE7, latE7);
                startMm = atMm;
            }
            atMm += lengthMm - doneMm;
            add(lon2E7, lat2E7);
        }

        private static int between(int from, int to, long partMm, long wholeMm) {
            return (int) (from + Math.floorDiv(((long) to - from) * partMm, wholeMm));
        }

        private void add(int lonE7, int latE7) {
            open.add(new int[] {lonE7, latE7});
        }

        private void close() {
            int[] lon = open.stream().mapToInt(place -> place[0]).toArray();
            int[] lat = open.stream().mapToInt(place -> place[1]).toArray();
            stretches.add(new Stretch(stretches.size(), startMm, atMm, new Path(lon, lat)));
        }
    }
}
