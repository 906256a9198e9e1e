package truceline.audit;

/// Where the entries of a bundle end, read leniently so that damage can be located.
final class BundleEnds {
    private BundleEnds() {}

    /// The end of each of `count` entries, in bytes from the start; 0 from the first on that does not fit.
    static int[] find(byte[] bundle, int count) {
        int[] ends = new int[count];
        int at = 0;
        for (int i = 0; i < count && at + 2 <= bundle.length; i++) {
            int end = at + 2 + ((bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff);
            if (end > bundle.length) {
                break;
            }
            ends[i] = end;
            at = end;
        }
        return ends;
    }
}
