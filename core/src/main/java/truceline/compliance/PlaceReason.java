package truceline.compliance;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import truceline.agreement.phrase.Template;

/// Why a place is in a zone, or not, or too close to say: the key of a message and its numbers and names. Lengths are
/// written in metres or kilometres (`950 m`, `43.0 km`).
///
/// @param key lower-case words with hyphens
/// @param values what stands for `{0}`, `{1}` and so on
public record PlaceReason(String key, List<String> values) {
    private static final SortedMap<String, String> ENGLISH = Template.table("""
            height-close = {4} m above sea is too close to say to the layer of {0}, {1} to {2} m above {3}: the ground's height is not known
            height-inside = {4} m above sea is in the layer of {0}, {1} to {2} m above {3}
            height-outside = {4} m above sea is not in the layer of {0}, {1} to {2} m above {3}
            height-surface = on the surface, not in the layer of {0}, {1} to {2} m above {3}
            height-unknown = its height is not known, so it may be in the layer of {0}, {1} to {2} m above {3}
            place-anywhere = the provision names no place
            place-at-boundary = within {0} of the boundary of {1}
            place-at-line = within {0} of the line of {1}
            place-beside = on the side named by {0}
            place-beyond-all = in none of the zones
            place-deep = {0} from the line of {1}, which is {2} deep
            place-deep-about = {0} from the line of {1}, which is {2} deep, known to ±{3}
            place-from = {0} from {1}
            place-from-edge = {0} from the edge of the area that {1} rings
            place-inside = inside {0}
            place-not-beside = not on the side named by {0}
            place-not-known = no place is known
            place-outside = outside {0}
            place-without-zone = no zone can be evaluated
            """);

    /// No place is known of what is asked about.
    public static final List<PlaceReason> NOT_KNOWN = List.of(new PlaceReason("place-not-known", List.of()));

    /// Of no zone of the provision a shape is known.
    public static final List<PlaceReason> WITHOUT_ZONE = List.of(new PlaceReason("place-without-zone", List.of()));

    public PlaceReason {
        values = List.copyOf(values);
    }

    static List<PlaceReason> of(String key, String... values) {
        return List.of(new PlaceReason(key, List.of(values)));
    }

    /// The English words of each key.
    public static SortedMap<String, String> words() {
        return ENGLISH;
    }

    /// Reasons that belong together, in English.
    public static String english(List<PlaceReason> reasons) {
        return reasons.stream().map(PlaceReason::english).collect(Collectors.joining("; "));
    }

    private String english() {
        String text = ENGLISH.get(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return Template.fill(text, values);
    }

    static String metres(long mm) {
        return mm < 1_000_000
                ? String.format(Locale.ROOT, "%d m", (mm + 500) / 1000)
                : String.format(Locale.ROOT, "%d.%d km", mm / 1_000_000, mm / 100_000 % 10);
    }
}
