package truceline.geo;

/// One position in 1e-7 degree: longitude ±1,800,000,000, latitude ±900,000,000; anything else is refused with
/// an {@link IllegalArgumentException}.
public record Place(int lonE7, int latE7) {
    public Place {
        if (!Degrees.isLongitude(lonE7) || !Degrees.isLatitude(latE7)) {
            throw new IllegalArgumentException("no place on earth: " + lonE7 + ", " + latE7 + " (1e-7 degree)");
        }
    }
}
