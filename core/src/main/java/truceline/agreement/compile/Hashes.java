package truceline.agreement.compile;

import java.util.Optional;

/// Hashes and file names of maps.
final class Hashes {
    static final String FORM = "write 64 hexadecimal digits in lower case";
    static final String MAP_FORM = "write the name of a GeoJSON file beside this one, like line.geojson";

    private static final int LONGEST = 100;

    private Hashes() {}

    static Optional<String> sha256(String text) {
        boolean fine = text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return fine ? Optional.of(text) : Optional.empty();
    }

    /// A plain file name that ends in `.geojson`: no folder, nothing that a file system could read as
    /// one.
    static Optional<String> map(String text) {
        String stem = text.endsWith(".geojson") ? text.substring(0, text.length() - 8) : "";
        return text.length() <= LONGEST && Names.isName(stem.replace('_', '-'), true)
                ? Optional.of(text)
                : Optional.empty();
    }
}
