package truceline.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Lines as one hand would draw them: pieces that follow on each other in one stroke, and without spikes.
/// Stateless.
final class Strokes {
    private Strokes() {}

    /// The paths, those that start where exactly one other ends (and alone start there) appended to it.
    static List<Path> joined(List<Path> paths) {
        TreeMap<Long, Integer> starts = new TreeMap<>();
        TreeMap<Long, Integer> ends = new TreeMap<>();
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            if (path.size() > 1 && !path.isClosed()) {
                starts.merge(key(path, 0), i, (a, b) -> -1);
                ends.merge(key(path, path.size() - 1), i, (a, b) -> -1);
            }
        }
        int[] following = new int[paths.size()];
        boolean[] follows = new boolean[paths.size()];
        Arrays.fill(following, -1);
        ends.forEach((position, before) -> {
            int after = starts.getOrDefault(position, -1);
            if (before >= 0 && after >= 0) {
                following[before] = after;
                follows[after] = true;
            }
        });
        return strokes(paths, following, follows);
    }

    private static List<Path> strokes(List<Path> paths, int[] following, boolean[] follows) {
        List<Path> strokes = new ArrayList<>();
        boolean[] drawn = new boolean[paths.size()];
        for (boolean ring : new boolean[] {false, true}) {
            for (int i = 0; i < paths.size(); i++) {
                if (!drawn[i] && follows[i] == ring) {
                    List<Path> stroke = new ArrayList<>();
                    for (int at = i; at >= 0 && !drawn[at]; at = following[at]) {
                        drawn[at] = true;
                        stroke.add(paths.get(at));
                    }
                    strokes.add(stroke.size() == 1 ? stroke.getFirst() : append(stroke));
                }
            }
        }
        return strokes;
    }

    private static Path append(List<Path> stroke) {
        int size = 0;
        for (Path path : stroke) {
            size += path.size() - 1;
        }
        int[] lonE7 = new int[size + 1];
        int[] latE7 = new int[size + 1];
        int at = 0;
        for (Path path : stroke) {
            for (int i = 0; i < path.size(); i++) {
                lonE7[at + i] = path.lonE7(i);
                latE7[at + i] = path.latE7(i);
            }
            at += path.size() - 1;
        }
        return new Path(lonE7, latE7);
    }

    /// The paths without the positions at which the way turns straight back. A path of which fewer than two
    /// positions would be left stays as it is.
    static List<Path> withoutSpikes(List<Path> paths) {
        List<Path> kept = new ArrayList<>();
        for (Path path : paths) {
            kept.add(withoutSpikes(path));
        }
        return kept;
    }

    private static Path withoutSpikes(Path path) {
        int[] lonE7 = new int[path.size()];
        int[] latE7 = new int[path.size()];
        int size = 0;
        boolean spiked = false;
        for (int i = 0; i < path.size(); i++) {
            int lon = path.lonE7(i);
            int lat = path.latE7(i);
            while (size > 1 && turnsBack(lonE7, latE7, size, lon, lat)) {
                size--;
                spiked = true;
            }
            if (size == 0 || lonE7[size - 1] != lon || latE7[size - 1] != lat) {
                lonE7[size] = lon;
                latE7[size++] = lat;
            }
        }
        return spiked && size > 1 ? new Path(Arrays.copyOf(lonE7, size), Arrays.copyOf(latE7, size)) : path;
    }

    private static boolean turnsBack(int[] lonE7, int[] latE7, int size, int lon, int lat) {
        long ux = (long) lonE7[size - 1] - lonE7[size - 2];
        long uy = (long) latE7[size - 1] - latE7[size - 2];
        long vx = (long) lon - lonE7[size - 1];
        long vy = (long) lat - latE7[size - 1];
        return Turn.crossSign(ux, uy, vx, vy) == 0 && Turn.dotSign(ux, uy, vx, vy) < 0;
    }

    private static long key(Path path, int index) {
        return (long) path.lonE7(index) << 32 | path.latE7(index) & 0xFFFF_FFFFL;
    }
}
