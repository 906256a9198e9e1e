package truceline.geo;

/// All places within `radiusMm` (whole millimetres of WGS-84 distance, not negative) of a centre in 1e-7 degree. It
/// stands for a position with its accuracy, or for an area given by its covering disc. Immutable.
public record Disc(int lonE7, int latE7, long radiusMm) {
    public Disc {
        if (!Degrees.isLongitude(lonE7) || !Degrees.isLatitude(latE7) || radiusMm < 0) {
            throw new IllegalArgumentException("no disc on earth: " + lonE7 + ", " + latE7 + ", " + radiusMm + " mm");
        }
    }

    /// True for the places of the disc, its rim included.
    public boolean contains(int lonE7, int latE7) {
        return Geodesic.isWithinMm(this.lonE7, this.latE7, lonE7, latE7, radiusMm);
    }

    public Place centre() {
        return new Place(lonE7, latE7);
    }
}
