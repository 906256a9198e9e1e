package truceline.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a {@link CellGrid} over many areas knows of each cell: the zones that cover it wholly, and the polygons
/// whose boundary touches it, with the edges that do. Immutable after construction.
///
/// A touched cell also knows of each such polygon whether its corner (half a unit west and a hair north of the
/// south-west corner, where no vertex lies) is inside, so that {@link CellCrossings} need only count the edges
/// crossed on the way from there.
final class ZoneCells {
    /// Numbers an edge takes in {@link #touching}: its two ends.
    static final int EDGE = 4;
    /// Numbers before the edges of a polygon: its zone, and twice the number of edges, plus 1 where the corner
    /// is inside.
    static final int HEAD = 2;

    private static final int CELLS_PER_EDGE = 8;
    private static final int MAX_CELLS = 1 << 22;

    final CellGrid grid;
    /// Two numbers a cell: where its zones start in {@link #covering}, and where its polygons start in {@link
    /// #touching}.
    final int[] starts;
    /// Sets of zones: how many, then the zones ascending.
    final int[] covering;
    /// Boundaries: how many polygons, then head and edges of each, by ascending zone.
    final int[] touching;

    ZoneCells(List<AreaIndex> zones) {
        grid = grid(zones);
        starts = new int[2 * grid.size()];
        List<Part> parts = parts(zones);
        int[] lengths = new int[grid.size()];
        covering = cover(parts, lengths);
        touching = touch(parts, lengths);
    }

    /// One polygon: its zone, the area that holds it, and the range of its edges there.
    private record Part(int zone, AreaIndex area, int from, int to) {
        boolean isInsideAt(int cornerLon, int cornerLat) {
            return area.isInsideBeside(from, cornerLon, cornerLat);
        }
    }

    private static List<Part> parts(List<AreaIndex> zones) {
        List<Part> parts = new ArrayList<>();
        for (int zone = 0; zone < zones.size(); zone++) {
            AreaIndex area = zones.get(zone);
            for (int from = 0; from < area.edges().size; from = area.polygonEnd(from)) {
                parts.add(new Part(zone, area, from, area.polygonEnd(from)));
            }
        }
        return parts;
    }

    private static CellGrid grid(List<AreaIndex> zones) {
        long[] box = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
        long edges = 0;
        for (AreaIndex zone : zones) {
            int[] own = zone.box();
            edges += zone.edges().size;
            for (int axis = 0; axis < 2; axis++) {
                box[axis] = Math.min(box[axis], own[axis]);
                box[axis + 2] = Math.max(box[axis + 2], own[axis + 2]);
            }
        }
        long most = Math.clamp(edges * CELLS_PER_EDGE, 64, MAX_CELLS);
        return zones.isEmpty() ? CellGrid.over(0, 0, 0, 0, most) : CellGrid.over(box[0], box[1], box[2], box[3], most);
    }

    /// Finds the covered cells, and adds up the room that the touched cells will need.
    private int[] cover(List<Part> parts, int[] lengths) {
        ZoneSets sets = new ZoneSets();
        int[] setOf = new int[grid.size()];
        int[] touchedBy = new int[grid.size()];
        Arrays.fill(touchedBy, -1);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int stamp = i;
            grid.walk(part.area.edges().ends, part.from, part.to, (cell, edge) -> {
                lengths[cell] += EDGE + (touchedBy[cell] == stamp ? 0 : HEAD);
                touchedBy[cell] = stamp;
            });
            cover(part, stamp, touchedBy, setOf, sets);
        }
        int[] flat = sets.flatten(setOf);
        for (int cell = 0; cell < setOf.length; cell++) {
            starts[2 * cell] = setOf[cell];
        }
        return flat;
    }

    /// Between two touched cells of a row, the cells are all inside or all outside: one position decides.
    private void cover(Part part, int stamp, int[] touchedBy, int[] setOf, ZoneSets sets) {
        int[] box = part.area.box();
        for (int row = grid.row(box[1]); row <= grid.row(box[3]); row++) {
            boolean known = false;
            boolean inside = false;
            for (int column = grid.column(box[0]); column <= grid.column(box[2]); column++) {
                int cell = row * grid.columns() + column;
                if (touchedBy[cell] == stamp) {
                    known = false;
                    continue;
                }
                inside = known ? inside : part.isInsideAt(grid.cornerLon(cell), grid.cornerLat(cell));
                known = true;
                if (inside) {
                    setOf[cell] = sets.with(setOf[cell], part.zone);
                }
            }
        }
    }

    private int[] touch(List<Part> parts, int[] lengths) {
        int length = 1;
        int[] next = new int[grid.size()];
        for (int cell = 0; cell < lengths.length; cell++) {
            if (lengths[cell] > 0) {
                starts[2 * cell + 1] = length;
                next[cell] = length + 1;
                length = Math.addExact(length, lengths[cell] + 1);
            }
        }
        int[] filled = new int[length];
        int[] head = new int[grid.size()];
        int[] touchedBy = new int[grid.size()];
        Arrays.fill(touchedBy, -1);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int[] ends = part.area.edges().ends;
            int stamp = i;
            grid.walk(ends, part.from, part.to, (cell, edge) -> {
                if (touchedBy[cell] != stamp) {
                    touchedBy[cell] = stamp;
                    filled[starts[2 * cell + 1]]++;
                    head[cell] = next[cell];
                    filled[head[cell]] = part.zone;
                    filled[head[cell] + 1] = part.isInsideAt(grid.cornerLon(cell), grid.cornerLat(cell)) ? 1 : 0;
                    next[cell] += HEAD;
                }
                filled[head[cell] + 1] += 2;
                System.arraycopy(ends, EDGE * edge, filled, next[cell], EDGE);
                next[cell] += EDGE;
            });
        }
        return filled;
    }
}
