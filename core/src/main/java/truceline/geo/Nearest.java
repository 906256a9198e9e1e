package truceline.geo;

import java.util.Arrays;

/// One search for the nearest place of an {@link EdgeTree}, seen from a position; used once, by one thread.
///
/// Boxes and chords leave the few pieces that may hold the nearest place; on each of those the chord is
/// minimised by Newton's method and measured as a geodesic. The minimum of the chord is that of the geodesic to
/// far below a millimetre up to 500 km; beyond, the geodesic itself is minimised by golden section.
final class Nearest {
    private static final double CHORD_DECIDES_METRES = 500_000;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GOLDEN_STEPS = 34;
    private static final int NEWTON_STEPS = 12;
    private static final double NEWTON_METRES = 1e-5;
    private static final double TIE_METRES = 1e-5;

    private final EdgeTree tree;
    private final Spot spot;
    private double reach;
    private double reachSquared;
    private double nearestChord = Double.POSITIVE_INFINITY;
    private double enoughChord = -1;
    private int[] pieces = new int[16];
    private double[] lowChords = new double[16];

    /// Number of pieces that came into question, and for each its place and distance (infinite where it was
    /// skipped).
    int count;

    double[] ats = new double[0];
    double[] distances = new double[0];
    /// Index among the pieces in question, -1 where none is within the limit.
    int best = -1;

    double metres = Double.POSITIVE_INFINITY;

    Nearest(EdgeTree tree, Spot spot, double limitMetres) {
        this.tree = tree;
        this.spot = spot;
        setReach(Geodesic.chordAtMost(limitMetres) + TIE_METRES);
    }

    /// Gathers the pieces in question.
    Nearest gather() {
        visit(1);
        return this;
    }

    /// Gathers the pieces in question, but stops once some place is certainly within `chord`, and then answers
    /// true.
    boolean gatherUnlessWithin(double chord) {
        enoughChord = chord;
        visit(1);
        return nearestChord <= chord;
    }

    /// Measures the gathered pieces, likeliest first.
    Nearest measure() {
        ats = new double[count];
        distances = new double[count];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int first = -1;
        for (int i = 0; i < count; i++) {
            if (first < 0 || lowChords[i] < lowChords[first]) {
                first = i;
            }
        }
        if (first >= 0) {
            measure(first);
        }
        for (int i = 0; i < count; i++) {
            if (i != first && lowChords[i] <= reach) {
                measure(i);
            }
        }
        return this;
    }

    int piece(int index) {
        return pieces[index];
    }

    int edge(int index) {
        return tree.edgeOf[pieces[index]];
    }

    Place place() {
        int station = tree.from[pieces[best]];
        double t = ats[best];
        return Spot.toPlace(
                tree.lon[station] + t * (tree.lon[station + 1] - tree.lon[station]),
                tree.lat[station] + t * (tree.lat[station + 1] - tree.lat[station]));
    }

    private void setReach(double chord) {
        reach = chord;
        reachSquared = chord * chord;
    }

    private void visit(int node) {
        if (nearestChord <= enoughChord) {
            return;
        }
        if (node >= tree.leaves) {
            visitLeaf(node - tree.leaves);
            return;
        }
        double left = tree.boxDistanceSquared(2 * node, spot.x, spot.y, spot.z);
        double right = tree.boxDistanceSquared(2 * node + 1, spot.x, spot.y, spot.z);
        int near = left <= right ? 2 * node : 2 * node + 1;
        if (Math.min(left, right) <= reachSquared) {
            visit(near);
        }
        if (Math.max(left, right) <= reachSquared) {
            visit(near ^ 1);
        }
    }

    private void visitLeaf(int leaf) {
        double before = nearestChord;
        int end = Math.min(tree.size, (leaf + 1) * EdgeTree.LEAF);
        for (int piece = leaf * EdgeTree.LEAF; piece < end; piece++) {
            double chord = Math.sqrt(chordSquared(piece));
            double low = chord - tree.sag[piece];
            if (low <= reach) {
                add(piece, low);
                nearestChord = Math.min(nearestChord, chord + tree.sag[piece]);
            }
        }
        if (nearestChord < before) {
            setReach(Math.min(reach, reachOf(nearestChord)));
        }
    }

    /// The longest chord a place may have and still be as near as one whose chord is `chord`. The cubic term is
    /// the difference between the most and the least curved way on the ellipsoid.
    private static double reachOf(double chord) {
        double rival = chord < 1e6
                ? chord + 2.5e-17 * chord * chord * chord
                : Geodesic.chordAtMost(Geodesic.atMostMetres(chord));
        return rival + TIE_METRES;
    }

    private void add(int piece, double low) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * count);
            lowChords = Arrays.copyOf(lowChords, 2 * count);
        }
        pieces[count] = piece;
        lowChords[count++] = low;
    }

    private double chordSquared(int piece) {
        int a = tree.from[piece];
        double ux = tree.x[a + 1] - tree.x[a];
        double uy = tree.y[a + 1] - tree.y[a];
        double uz = tree.z[a + 1] - tree.z[a];
        double vx = spot.x - tree.x[a];
        double vy = spot.y - tree.y[a];
        double vz = spot.z - tree.z[a];
        double length2 = ux * ux + uy * uy + uz * uz;
        double t = length2 == 0 ? 0 : Math.clamp((ux * vx + uy * vy + uz * vz) / length2, 0.0, 1.0);
        double dx = vx - t * ux;
        double dy = vy - t * uy;
        double dz = vz - t * uz;
        return dx * dx + dy * dy + dz * dz;
    }

    private void measure(int index) {
        PieceCurve curve = new PieceCurve(tree, pieces[index]);
        double at = lowChords[index] < CHORD_DECIDES_METRES ? newton(curve) : Double.NaN;
        if (Double.isNaN(at)) {
            double middle = Geodesic.metres(spot, curve.at(0.5));
            if (middle - curve.length * 0.51 - 1 > metres) {
                return;
            }
            at = golden(curve);
        }
        double distance = Geodesic.metres(spot, curve.at(at));
        ats[index] = at;
        distances[index] = distance;
        if (distance < metres) {
            metres = distance;
            best = index;
            setReach(Math.min(reach, Geodesic.chordAtMost(distance) + TIE_METRES));
        }
    }

    /// Where the chord is least, or NaN where the piece bends round the position.
    private double newton(PieceCurve curve) {
        double t = curve.projection(spot);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double step = curve.newtonStep(spot, t);
            double to = Math.clamp(t + step, 0.0, 1.0);
            if (Double.isNaN(step) || Math.abs(to - t) * curve.length < NEWTON_METRES) {
                return Double.isNaN(step) ? step : to;
            }
            t = to;
        }
        return Double.NaN;
    }

    private double golden(PieceCurve curve) {
        double low = 0;
        double high = 1;
        double left = high - GOLDEN;
        double right = low + GOLDEN;
        double atLeft = Geodesic.metres(spot, curve.at(left));
        double atRight = Geodesic.metres(spot, curve.at(right));
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = Geodesic.metres(spot, curve.at(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = Geodesic.metres(spot, curve.at(right));
            }
        }
        double middle = (low + high) / 2;
        double atStart = Geodesic.metres(spot, curve.at(0));
        double atEnd = Geodesic.metres(spot, curve.at(1));
        if (Math.min(atStart, atEnd) <= Geodesic.metres(spot, curve.at(middle))) {
            return atStart <= atEnd ? 0 : 1;
        }
        return middle;
    }
}
