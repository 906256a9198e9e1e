package truceline.agreement;

import truceline.agreement.phrase.Leaf;

/// A named point. Coordinates in 1e-7 degree, WGS 84.
public record Place(String name, Leaf<Position> at, Origin origin) {
    public record Position(int latitudeE7, int longitudeE7, String text) {}
}
