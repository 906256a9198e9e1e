package truceline.report.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Which maps of two versions differ in their bytes, and which nobody could compare. Immutable.
///
/// @param differing lines and zones that both versions name a map for, whose bytes differ
/// @param unread those of which a map could not be read, and the text does not name its hash
public record MapChanges(List<String> differing, List<String> unread) {
    /// Stands for the hash of a map that could not be read.
    public static final String UNREAD = "";

    public MapChanges {
        differing = List.copyOf(differing);
        unread = List.copyOf(unread);
    }

    /// Compares the maps of two versions.
    ///
    /// @param before SHA-256 of each map by line or zone, {@link #UNREAD} where it could not be read
    public static MapChanges of(SortedMap<String, String> before, SortedMap<String, String> after) {
        List<String> differing = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        before.forEach((element, was) -> {
            String is = after.get(element);
            if (is == null) {
                return;
            }
            if (was.equals(UNREAD) || is.equals(UNREAD)) {
                unread.add(element);
            } else if (!was.equals(is)) {
                differing.add(element);
            }
        });
        return new MapChanges(differing, unread);
    }

    public boolean isAllSame() {
        return differing.isEmpty() && unread.isEmpty();
    }

    /// One sentence or two, or nothing where every map is the same.
    String words() {
        List<String> sentences = new ArrayList<>();
        if (!differing.isEmpty()) {
            sentences.add("The bytes of the map differ for " + Words.and(differing) + ".");
        }
        if (!unread.isEmpty()) {
            sentences.add("A map could not be read, so nothing is said of it, for " + Words.and(unread) + ".");
        }
        return String.join(" ", sentences);
    }
}
