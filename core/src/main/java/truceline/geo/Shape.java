package truceline.geo;

import java.util.List;

/// What a feature of a map is made of.
public sealed interface Shape {
    /// Single positions.
    record Points(Path positions) implements Shape {}

    /// One or more lines; left and right are those of the drawn direction.
    record Lines(List<Path> paths) implements Shape {
        public Lines {
            paths = List.copyOf(paths);
        }
    }

    /// One or more polygons whose interiors do not overlap.
    record Areas(List<Polygon> polygons) implements Shape {
        public Areas {
            polygons = List.copyOf(polygons);
        }
    }
}
