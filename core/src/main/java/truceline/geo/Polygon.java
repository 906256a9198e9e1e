package truceline.geo;

import java.util.List;

/// One outer ring and its holes, each closed, edges straight in longitude and latitude; the boundary counts as inside.
public record Polygon(Path shell, List<Path> holes) {
    public Polygon {
        holes = List.copyOf(holes);
    }
}
