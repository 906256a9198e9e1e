package truceline.agreement.phrase;

/// A range of calibres in tenths of a millimetre, from the first up to but without the second: `at
/// least 100 mm` is 1000 to {@link #NO_END}, `under 100 mm` is 0 to 1000, `at most 100 mm` is 0 to
/// 1001.
public record Calibre(int fromTenthMillimetres, int belowTenthMillimetres, String text) {
    public static final int NO_END = Integer.MAX_VALUE;

    public boolean contains(int tenthMillimetres) {
        return tenthMillimetres >= fromTenthMillimetres && tenthMillimetres < belowTenthMillimetres;
    }
}
