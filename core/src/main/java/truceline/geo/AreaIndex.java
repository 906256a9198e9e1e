package truceline.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a position is in an area, exactly, and how far its boundary is.
///
/// Edges are straight in longitude and latitude and the boundary counts as inside; a polygon holds what an odd
/// number of its rings go round, an area what any of its polygons holds. Nothing here wraps round the earth: an
/// area across the antimeridian comes as two polygons, and the seam between polygons is boundary too, which
/// only widens the indeterminate band. Distances are those of {@link LineIndex}, which wrap. Immutable; threads
/// may share it.
public final class AreaIndex {
    private static final int PARTS_PER_EDGE = 8;

    private final EdgeList edges;
    /// First edge of the polygon after the one an edge belongs to.
    private final int[] polygonEnd;

    private final List<Path> rings;
    private final long south;
    private final int rowShift;
    /// Edges by rows of latitude, `2^rowShift` high: row `r` holds `rowEdges[rowStart[r] .. rowStart[r + 1])`,
    /// ascending.
    private final int[] rowStart;

    private final int[] rowEdges;
    private final int[] box;
    private volatile @Nullable LineIndex boundary;

    private AreaIndex(List<Path> rings, EdgeList edges, int[] polygonEnd) {
        if (edges.size == 0) {
            throw new IllegalArgumentException("an area without a position");
        }
        this.rings = rings;
        this.edges = edges;
        this.polygonEnd = polygonEnd;
        this.box = box(edges);
        this.south = box[1];
        this.rowShift = rowShift();
        this.rowStart = new int[(int) ((long) box[3] - south >> rowShift) + 2];
        this.rowEdges = fillRows();
    }

    /// At least one ring must have a position; open rings are closed.
    public static AreaIndex of(Shape.Areas areas) {
        List<Path> rings = new ArrayList<>();
        for (Polygon polygon : areas.polygons()) {
            rings.add(polygon.shell());
            rings.addAll(polygon.holes());
        }
        EdgeList edges = EdgeList.of(rings, true);
        int[] polygonEnd = new int[edges.size];
        int ring = 0;
        for (Polygon polygon : areas.polygons()) {
            int from = edges.pathStart[ring];
            ring += 1 + polygon.holes().size();
            Arrays.fill(polygonEnd, from, edges.pathStart[ring], edges.pathStart[ring]);
        }
        return new AreaIndex(rings, edges, polygonEnd);
    }

    private static int[] box(EdgeList edges) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < 4 * edges.size; i += 2) {
            box[0] = Math.min(box[0], edges.ends[i]);
            box[1] = Math.min(box[1], edges.ends[i + 1]);
            box[2] = Math.max(box[2], edges.ends[i]);
            box[3] = Math.max(box[3], edges.ends[i + 1]);
        }
        return box;
    }

    /// The lowest rows of which there are no more than edges, and which do not cut tall edges into too many
    /// parts.
    private int rowShift() {
        int shift = 0;
        long parts = Long.MAX_VALUE;
        while ((long) box[3] - south >> shift > edges.size || parts > (long) PARTS_PER_EDGE * edges.size) {
            shift++;
            parts = 0;
            for (int edge = 0; edge < edges.size; edge++) {
                int at = 4 * edge;
                parts += 1 + (Math.abs((long) edges.ends[at + 3] - edges.ends[at + 1]) >> shift);
            }
        }
        return shift;
    }

    private int[] fillRows() {
        for (int edge = 0; edge < edges.size; edge++) {
            for (int row = lowRow(edge); row <= highRow(edge); row++) {
                rowStart[row + 1]++;
            }
        }
        for (int row = 0; row + 1 < rowStart.length; row++) {
            rowStart[row + 1] += rowStart[row];
        }
        int[] filled = new int[rowStart[rowStart.length - 1]];
        int[] next = rowStart.clone();
        for (int edge = 0; edge < edges.size; edge++) {
            for (int row = lowRow(edge); row <= highRow(edge); row++) {
                filled[next[row]++] = edge;
            }
        }
        return filled;
    }

    private int lowRow(int edge) {
        return (int) (Math.min(edges.ends[4 * edge + 1], edges.ends[4 * edge + 3]) - south >> rowShift);
    }

    private int highRow(int edge) {
        return (int) (Math.max(edges.ends[4 * edge + 1], edges.ends[4 * edge + 3]) - south >> rowShift);
    }

    /// True in the area and on its boundary.
    public boolean contains(int lonE7, int latE7) {
        if (lonE7 < box[0] || latE7 < box[1] || lonE7 > box[2] || latE7 > box[3]) {
            return false;
        }
        int row = (int) (latE7 - south >> rowShift);
        int end = rowStart[row + 1];
        boolean odd = false;
        int polygonBefore = 0;
        for (int i = rowStart[row]; i < end; i++) {
            int edge = rowEdges[i];
            if (polygonEnd[edge] != polygonBefore) {
                if (odd) {
                    return true;
                }
                polygonBefore = polygonEnd[edge];
            }
            int at = 4 * edge;
            int passing = Crossing.of(
                    edges.ends[at], edges.ends[at + 1], edges.ends[at + 2], edges.ends[at + 3], lonE7, latE7);
            if (passing == Crossing.TOUCHES) {
                return true;
            }
            odd ^= passing == Crossing.CROSSES;
        }
        return odd;
    }

    /// Distance to the nearest place of the boundary, from inside and from outside alike.
    public long boundaryDistanceMm(int lonE7, int latE7) {
        return boundary().distanceMm(lonE7, latE7);
    }

    /// Where a place stands whose true position may be up to `bandMm` (not negative) away. With a band of 0 a
    /// position is inside or outside.
    public Position position(int lonE7, int latE7, long bandMm) {
        if (bandMm < 0) {
            throw new IllegalArgumentException("a negative band: " + bandMm + " mm");
        }
        if (bandMm > 0 && boundary().isWithinMm(lonE7, latE7, bandMm)) {
            return Position.INDETERMINATE;
        }
        return contains(lonE7, latE7) ? Position.INSIDE : Position.OUTSIDE;
    }

    /// Where a disc stands: its centre, with its radius as the band.
    public Position position(Disc disc) {
        return position(disc.lonE7(), disc.latE7(), disc.radiusMm());
    }

    /// True where one polygon, the one whose edges start at `from`, holds the position half a unit west and a
    /// hair north of the given one, which no edge passes through.
    boolean isInsideBeside(int from, int lonE7, int latE7) {
        if (latE7 < box[1] || latE7 > box[3]) {
            return false;
        }
        int row = (int) (latE7 - south >> rowShift);
        boolean odd = false;
        for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
            int edge = rowEdges[i];
            if (edge >= from && edge < polygonEnd[from]) {
                int at = 4 * edge;
                odd ^= CellCrossings.passesEast(
                        edges.ends[at], edges.ends[at + 1], edges.ends[at + 2], edges.ends[at + 3], lonE7, latE7);
            }
        }
        return odd;
    }

    /// The first edge of the polygon after the one an edge belongs to.
    int polygonEnd(int edge) {
        return polygonEnd[edge];
    }

    /// The edges of all rings, in order.
    EdgeList edges() {
        return edges;
    }

    /// West, south, east and north end in 1e-7 degree.
    int[] box() {
        return box.clone();
    }

    /// Built when first asked for: many areas are never measured. Two threads may both build it, and get the
    /// same.
    LineIndex boundary() {
        LineIndex built = boundary;
        if (built == null) {
            built = LineIndex.ofRings(rings);
            boundary = built;
        }
        return built;
    }
}
