package truceline.geo;

import java.util.List;

/// Distance to one or more lines, and the side of them a position is on. Edges are straight in longitude and
/// latitude.
///
/// Distances are WGS-84 geodesics to the nearest place of the lines, in whole millimetres, within 1 mm of a
/// dense minimisation. The side is decided by exact integer predicates at the nearest edge, where two edges
/// meet at the nearest place by the turn between them, and beyond an end by that end's straight continuation.
/// Paths that start where another ends (and no third does) count as one line; otherwise the nearest path
/// decides. Places of the lines that are drawn forth and back are part of the distance and not of the side.
/// Immutable; threads may share it.
public final class LineIndex {
    private static final double NEAR_METRES = 0.05;
    private static final double AT_VERTEX_METRES = 1e-4;
    private static final double SAME_METRES = 1e-8;

    private final EdgeTree tree;
    private final EdgeTree sides;

    private LineIndex(EdgeTree tree, EdgeTree sides) {
        if (tree.size == 0) {
            throw new IllegalArgumentException("a line without a position");
        }
        this.tree = tree;
        this.sides = sides;
    }

    public static LineIndex of(Shape.Lines lines) {
        return of(lines.paths());
    }

    /// At least one path must have a position.
    public static LineIndex of(List<Path> paths) {
        List<Path> joined = Strokes.joined(paths);
        EdgeTree tree = new EdgeTree(EdgeList.of(joined, false));
        List<Path> forward = Strokes.withoutSpikes(joined);
        return new LineIndex(tree, forward.equals(joined) ? tree : new EdgeTree(EdgeList.of(forward, false)));
    }

    /// The boundary of rings, where no side is ever asked for; open rings are closed.
    static LineIndex ofRings(List<Path> rings) {
        EdgeTree tree = new EdgeTree(EdgeList.of(rings, true));
        return new LineIndex(tree, tree);
    }

    /// Distance to the nearest place of the lines.
    public long distanceMm(int lonE7, int latE7) {
        return Geodesic.toMm(nearest(tree, lonE7, latE7).metres);
    }

    /// Distance to the nearest place of the lines where it is at most `capMm` (not negative), else `capMm + 1`;
    /// the smaller the cap, the faster.
    public long distanceMm(int lonE7, int latE7, long capMm) {
        if (capMm < 0) {
            throw new IllegalArgumentException("a negative cap: " + capMm + " mm");
        }
        Nearest nearest = new Nearest(tree, Spot.ofE7(lonE7, latE7), Geodesic.reachMetres(capMm))
                .gather()
                .measure();
        return nearest.best < 0 ? capMm + 1 : Math.min(Geodesic.toMm(nearest.metres), capMm + 1);
    }

    /// Exactly `distanceMm(lonE7, latE7) <= limitMm`, mostly without measuring.
    public boolean isWithinMm(int lonE7, int latE7, long limitMm) {
        return limitMm >= 0 && isWithinMm(Spot.ofE7(lonE7, latE7), limitMm);
    }

    boolean isWithinMm(Spot spot, long limitMm) {
        Nearest nearest = new Nearest(tree, spot, Geodesic.reachMetres(limitMm));
        if (nearest.gatherUnlessWithin(Geodesic.chordAtLeast(limitMm / 1000.0))) {
            return true;
        }
        nearest.measure();
        return nearest.best >= 0 && Geodesic.toMm(nearest.metres) <= limitMm;
    }

    /// The nearest place of the lines, rounded to 1e-7 degree.
    public Place nearest(int lonE7, int latE7) {
        return nearest(tree, lonE7, latE7).place();
    }

    /// The side of the lines, as drawn, that a position is on.
    public Side side(int lonE7, int latE7) {
        if (sides != tree && isOn(tree, nearest(tree, lonE7, latE7), lonE7, latE7)) {
            return Side.ON;
        }
        Nearest nearest = nearest(sides, lonE7, latE7);
        if (isOn(sides, nearest, lonE7, latE7)) {
            return Side.ON;
        }
        int sign = sign(nearest, lonE7, latE7);
        return sign > 0 ? Side.LEFT : sign < 0 ? Side.RIGHT : Side.ON;
    }

    private static Nearest nearest(EdgeTree tree, int lonE7, int latE7) {
        return new Nearest(tree, Spot.ofE7(lonE7, latE7), Double.POSITIVE_INFINITY)
                .gather()
                .measure();
    }

    private static boolean isOn(EdgeTree tree, Nearest nearest, int lonE7, int latE7) {
        if (nearest.metres > NEAR_METRES) {
            return false;
        }
        for (int i = 0; i < nearest.count; i++) {
            if (tree.edges.isOn(nearest.edge(i), lonE7, latE7)) {
                return true;
            }
        }
        return false;
    }

    private int sign(Nearest nearest, int lonE7, int latE7) {
        EdgeList edges = sides.edges;
        int edge = nearest.edge(nearest.best);
        int next = edges.next[edge];
        int previous = edges.previous[edge];
        int end = vertexEnd(nearest, nearest.best);
        if (next != EdgeList.NONE && (end > 0 || isTied(nearest, next, end))) {
            return wedge(edges, edge, next, lonE7, latE7);
        }
        if (previous != EdgeList.NONE && (end < 0 || isTied(nearest, previous, end))) {
            return wedge(edges, previous, edge, lonE7, latE7);
        }
        return edges.side(edge, lonE7, latE7);
    }

    /// 1 where the nearest place is the end of its edge, -1 the start, 0 in between.
    private int vertexEnd(Nearest nearest, int index) {
        PieceCurve curve = new PieceCurve(sides, nearest.piece(index));
        int piece = nearest.piece(index);
        double along = nearest.ats[index] * curve.length;
        if (along < AT_VERTEX_METRES && (piece == 0 || sides.edgeOf[piece - 1] != sides.edgeOf[piece])) {
            return -1;
        }
        boolean last = piece == sides.size - 1 || sides.edgeOf[piece + 1] != sides.edgeOf[piece];
        return last && curve.length - along < AT_VERTEX_METRES ? 1 : 0;
    }

    /// True where a neighbour passes as near as the nearest edge, both between their ends: the flanks of a
    /// sliver.
    private boolean isTied(Nearest nearest, int neighbour, int end) {
        for (int i = 0; end == 0 && i < nearest.count; i++) {
            if (nearest.edge(i) == neighbour
                    && nearest.distances[i] - nearest.metres < SAME_METRES
                    && vertexEnd(nearest, i) == 0) {
                return true;
            }
        }
        return false;
    }

    /// The side at a vertex: at a left turn only what is left of both edges is left, at a right turn the
    /// reverse.
    private static int wedge(EdgeList edges, int edge, int next, int lonE7, int latE7) {
        int turn = edges.turn(edge, next);
        int first = edges.side(edge, lonE7, latE7);
        int second = edges.side(next, lonE7, latE7);
        if (turn == 0) {
            return first;
        }
        return first == turn && second == turn ? turn : -turn;
    }
}
