package truceline.geo;

/// Where a place with an accuracy band stands in relation to an area.
public enum Position {
    /// In the area or on its boundary, and the boundary is farther away than the band.
    INSIDE,
    /// Not in the area, and the boundary is farther away than the band.
    OUTSIDE,
    /// The boundary is within the band: the true place may be on either side.
    INDETERMINATE
}
