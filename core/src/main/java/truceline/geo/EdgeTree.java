package truceline.geo;

import java.util.Arrays;

/// The edges of an {@link EdgeList} as curves in Earth-centred space, cut into pieces of at most 0.1 degree
/// (more only where that would make very many) and kept in a balanced tree of boxes in path order, which holds
/// near neighbours together and knows neither poles nor an antimeridian. Immutable after construction.
///
/// A piece bends away from the straight chord between its ends by at most its `sag`; the boxes contain the
/// curves.
final class EdgeTree {
    static final int LEAF = 8;
    private static final int PIECE_E7 = 1_000_000;
    private static final int SPARE_PIECES = 100_000;
    private static final int BOX = 6;

    final EdgeList edges;
    final int size;
    /// Stations are the ends of pieces: piece `p` runs from station `from[p]` to the one after it.
    final double[] lon;

    final double[] lat;
    final double[] x;
    final double[] y;
    final double[] z;
    final int[] from;
    final int[] edgeOf;
    final double[] sag;
    /// Number of leaves, a power of two; node 1 is the root, nodes `leaves` and up are leaves of {@link #LEAF}
    /// pieces.
    final int leaves;

    private final double[] boxes;

    EdgeTree(EdgeList edges) {
        this.edges = edges;
        long pieceE7 = pieceE7(edges);
        this.size = Math.toIntExact(countPieces(edges, pieceE7));
        this.lon = new double[size + edges.size];
        this.lat = new double[size + edges.size];
        this.x = new double[size + edges.size];
        this.y = new double[size + edges.size];
        this.z = new double[size + edges.size];
        this.from = new int[size];
        this.edgeOf = new int[size];
        this.sag = new double[size];
        cut(pieceE7);
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, (size - 1) / LEAF)) << 1);
        this.boxes = new double[2 * leaves * BOX];
        fillBoxes();
    }

    /// The least length of pieces, in 1e-7 degree, that leaves their number in proportion to that of the edges.
    private static long pieceE7(EdgeList edges) {
        long length = PIECE_E7;
        while (countPieces(edges, length) > 4L * edges.size + SPARE_PIECES) {
            length *= 2;
        }
        return length;
    }

    private static long countPieces(EdgeList edges, long pieceE7) {
        long count = 0;
        for (int edge = 0; edge < edges.size; edge++) {
            count += pieces(edges.ends, edge, pieceE7);
        }
        return count;
    }

    private static int pieces(int[] ends, int edge, long pieceE7) {
        long east = Math.abs((long) ends[4 * edge + 2] - ends[4 * edge]);
        long north = Math.abs((long) ends[4 * edge + 3] - ends[4 * edge + 1]);
        return (int) Math.max(1, Math.ceilDiv(Math.max(east, north), pieceE7));
    }

    private void cut(long pieceE7) {
        int station = 0;
        int piece = 0;
        for (int edge = 0; edge < edges.size; edge++) {
            int at = 4 * edge;
            boolean joined = edge > 0 && edges.previous[edge] == edge - 1;
            if (!joined) {
                putStation(station++, Spot.radians(edges.ends[at]), Spot.radians(edges.ends[at + 1]));
            }
            double lon0 = Spot.radians(edges.ends[at]);
            double lat0 = Spot.radians(edges.ends[at + 1]);
            double lon1 = Spot.radians(edges.ends[at + 2]);
            double lat1 = Spot.radians(edges.ends[at + 3]);
            int count = pieces(edges.ends, edge, pieceE7);
            double bend = (Math.abs(lon1 - lon0) + Math.abs(lat1 - lat0)) / count;
            for (int i = 1; i <= count; i++) {
                double t = (double) i / count;
                boolean last = i == count;
                from[piece] = station - 1;
                edgeOf[piece] = edge;
                sag[piece++] = Spot.EQUATOR_RADIUS * 1.02 * bend * bend / 8 + 1e-8;
                putStation(station++, last ? lon1 : lon0 + t * (lon1 - lon0), last ? lat1 : lat0 + t * (lat1 - lat0));
            }
        }
    }

    private void putStation(int station, double lonRadians, double latRadians) {
        Spot spot = new Spot(lonRadians, latRadians);
        lon[station] = lonRadians;
        lat[station] = latRadians;
        x[station] = spot.x;
        y[station] = spot.y;
        z[station] = spot.z;
    }

    private void fillBoxes() {
        for (int node = 0; node < 2 * leaves; node++) {
            Arrays.fill(boxes, node * BOX, node * BOX + 3, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, node * BOX + 3, node * BOX + BOX, Double.NEGATIVE_INFINITY);
        }
        for (int piece = 0; piece < size; piece++) {
            int at = (leaves + piece / LEAF) * BOX;
            widen(at, from[piece], sag[piece]);
            widen(at, from[piece] + 1, sag[piece]);
        }
        for (int node = leaves - 1; node >= 1; node--) {
            for (int axis = 0; axis < 3; axis++) {
                int at = node * BOX + axis;
                int left = 2 * node * BOX + axis;
                boxes[at] = Math.min(boxes[left], boxes[left + BOX]);
                boxes[at + 3] = Math.max(boxes[left + 3], boxes[left + BOX + 3]);
            }
        }
    }

    private void widen(int at, int station, double margin) {
        double[] position = {x[station], y[station], z[station]};
        for (int axis = 0; axis < 3; axis++) {
            boxes[at + axis] = Math.min(boxes[at + axis], position[axis] - margin);
            boxes[at + axis + 3] = Math.max(boxes[at + axis + 3], position[axis] + margin);
        }
    }

    /// A lower bound of the squared chord from a point to everything below a node; infinite for an empty node.
    double boxDistanceSquared(int node, double px, double py, double pz) {
        int at = node * BOX;
        double dx = Math.max(0, Math.max(boxes[at] - px, px - boxes[at + 3]));
        double dy = Math.max(0, Math.max(boxes[at + 1] - py, py - boxes[at + 4]));
        double dz = Math.max(0, Math.max(boxes[at + 2] - pz, pz - boxes[at + 5]));
        return dx * dx + dy * dy + dz * dz;
    }
}
