package truceline.agreement.phrase;

/// A layer of air between two heights in whole millimetres, above ground or above sea: `0 to 3000 m
/// above ground`. `below 5000 ft above ground` starts at 0.
public record Height(long fromMillimetres, long toMillimetres, Above above, String text) {
    /// What heights are measured from.
    public enum Above {
        GROUND,
        SEA
    }
}
