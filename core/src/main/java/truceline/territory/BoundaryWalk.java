package truceline.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import truceline.geo.Path;

/// Walks one closed ring and cuts out what runs inside the country, farther than the tolerance from its border.
///
/// The distance to the border changes by no more than the way walked, so the distance at the middle of a piece decides
/// the whole piece or the piece is halved, down to a metre. Used for one ring, by one thread.
final class BoundaryWalk {
    private static final double FINEST_METRES = 1;
    /// Half a piece and a little more, for the error of the local metres.
    private static final double REACH = 0.51;

    /// Neighbouring pieces on the same side of the tolerance, as a growing run of positions.
    private static final class Stretch {
        boolean isLine;
        double metres;
        double[] lonLat = new double[16];
        int size;
        boolean endsInHalving;

        Stretch(boolean isLine) {
            this.isLine = isLine;
        }

        /// Goes on to a position; one that only halved an edge is given up for the next.
        void add(double lonE7, double latE7, boolean isHalving) {
            if (endsInHalving && size > 2) {
                size -= 2;
            }
            endsInHalving = isHalving;
            if (size == lonLat.length) {
                lonLat = Arrays.copyOf(lonLat, size * 2);
            }
            lonLat[size++] = lonE7;
            lonLat[size++] = latE7;
        }

        /// Appends a stretch that begins where this one ends.
        void join(Stretch next) {
            metres += next.metres;
            for (int i = 2; i < next.size; i += 2) {
                add(next.lonLat[i], next.lonLat[i + 1], false);
            }
            endsInHalving = next.endsInHalving;
        }
    }

    private final BorderDistance border;
    private final double toleranceMetres;
    private final List<Stretch> stretches = new ArrayList<>();
    private int bridged;

    BoundaryWalk(BorderDistance border, double toleranceMetres) {
        this.border = border;
        this.toleranceMetres = toleranceMetres;
    }

    /// The lines of a ring, in its direction; a ring that is a line all round stays closed.
    List<Path> lines(Path ring) {
        int first = lowest(ring);
        int edges = ring.size() - 1;
        for (int i = 0; i < edges; i++) {
            int from = (first + i) % edges;
            walk(ring.lonE7(from), ring.latE7(from), ring.lonE7(from + 1), ring.latE7(from + 1), false);
        }
        joinRound();
        bridge();
        return stretches.stream()
                .filter(stretch -> stretch.isLine)
                .map(BoundaryWalk::path)
                .filter(path -> path.size() > 1)
                .toList();
    }

    int bridgedStretches() {
        return bridged;
    }

    /// Starts at the position that comes first by longitude, then latitude, wherever the ring was begun.
    private static int lowest(Path ring) {
        int lowest = 0;
        for (int i = 1; i < ring.size() - 1; i++) {
            int order = Integer.compare(ring.lonE7(i), ring.lonE7(lowest));
            if (order < 0 || order == 0 && ring.latE7(i) < ring.latE7(lowest)) {
                lowest = i;
            }
        }
        return lowest;
    }

    private void walk(double lon, double lat, double toLon, double toLat, boolean isHalving) {
        double midLon = (lon + toLon) / 2;
        double midLat = (lat + toLat) / 2;
        double metres = BorderDistance.metres(lon, lat, toLon, toLat);
        double reach = metres * REACH;
        double inside = border.signedMetres(midLon, midLat, toleranceMetres + reach + FINEST_METRES);
        if (metres <= FINEST_METRES || inside - reach > toleranceMetres || inside + reach < toleranceMetres) {
            Stretch stretch = stretch(inside > toleranceMetres, lon, lat);
            stretch.metres += metres;
            stretch.add(toLon, toLat, isHalving);
        } else {
            walk(lon, lat, midLon, midLat, true);
            walk(midLon, midLat, toLon, toLat, isHalving);
        }
    }

    /// The stretch that goes on from here.
    private Stretch stretch(boolean isLine, double lon, double lat) {
        if (stretches.isEmpty() || stretches.getLast().isLine != isLine) {
            stretches.add(new Stretch(isLine));
            stretches.getLast().add(lon, lat, false);
        }
        return stretches.getLast();
    }

    /// The ring's first position is no end of a line: the last stretch goes on into the first.
    private void joinRound() {
        if (stretches.size() > 1 && stretches.getFirst().isLine == stretches.getLast().isLine) {
            Stretch last = stretches.removeLast();
            last.join(stretches.removeFirst());
            stretches.addFirst(last);
        }
    }

    private void bridge() {
        if (stretches.stream().noneMatch(stretch -> stretch.isLine)) {
            return;
        }
        for (Stretch stretch : stretches) {
            if (!stretch.isLine && stretch.metres < 2 * toleranceMetres) {
                stretch.isLine = true;
                bridged++;
            }
        }
        for (int i = stretches.size() - 1; i > 0; i--) {
            if (stretches.get(i - 1).isLine == stretches.get(i).isLine) {
                stretches.get(i - 1).join(stretches.remove(i));
            }
        }
        joinRound();
    }

    /// The drawn positions: vertices of the ring and the two cuts, without the halvings between them.
    private static Path path(Stretch stretch) {
        int[] lon = new int[stretch.size / 2];
        int[] lat = new int[stretch.size / 2];
        int kept = 0;
        for (int i = 0; i < lon.length; i++) {
            int lonE7 = (int) Math.rint(stretch.lonLat[2 * i]);
            int latE7 = (int) Math.rint(stretch.lonLat[2 * i + 1]);
            if (kept == 0 || lonE7 != lon[kept - 1] || latE7 != lat[kept - 1]) {
                lon[kept] = lonE7;
                lat[kept++] = latE7;
            }
        }
        return new Path(Arrays.copyOf(lon, kept), Arrays.copyOf(lat, kept));
    }
}
