package truceline.geo;

import java.util.List;

/// The features of one map file, in file order. It enters the record as canonical JSON and is addressed by the SHA-256
/// of
/// those bytes; see {@link GeometryText}.
public record Geometry(List<Feature> features) {
    public Geometry {
        features = List.copyOf(features);
    }
}
