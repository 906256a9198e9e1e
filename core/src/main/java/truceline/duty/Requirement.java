package truceline.duty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition of the text and what the record has of it.
///
/// @param text the condition as it is written
/// @param has what there is, with numbers, such as `0 of 3`
/// @param sinceMs when it began to hold, milliseconds UTC; null where it does not, or where nobody can say
/// @param joint how the parts are joined
/// @param parts empty for an atom
public record Requirement(
        String text, Truth truth, String has, @Nullable Long sinceMs, Joint joint, List<Requirement> parts) {
    public Requirement {
        parts = List.copyOf(parts);
    }

    /// How parts make a whole.
    public enum Joint {
        ATOM,
        ALL_OF,
        ANY_OF,
        NOT
    }

    static Requirement atom(String text, Truth truth, String has, @Nullable Long sinceMs) {
        return new Requirement(text, truth, has, truth == Truth.HOLDS ? sinceMs : null, Joint.ATOM, List.of());
    }

    static Requirement allOf(String text, List<Requirement> parts) {
        Truth truth = parts.stream().map(Requirement::truth).reduce(Truth.HOLDS, Truth::and);
        Long latest = truth == Truth.HOLDS ? Long.valueOf(Long.MIN_VALUE) : null;
        for (Requirement part : parts) {
            Long since = part.sinceMs;
            latest = latest == null || since == null ? null : Long.valueOf(Math.max(latest, since));
        }
        return new Requirement(text, truth, held(parts), latest, Joint.ALL_OF, parts);
    }

    static Requirement anyOf(String text, List<Requirement> parts) {
        Truth truth = parts.stream().map(Requirement::truth).reduce(Truth.DOES_NOT_HOLD, Truth::or);
        Long earliest = null;
        for (Requirement part : parts) {
            Long since = part.sinceMs;
            if (since != null && (earliest == null || since < earliest)) {
                earliest = since;
            }
        }
        return new Requirement(text, truth, held(parts), earliest, Joint.ANY_OF, parts);
    }

    static Requirement not(String text, Requirement part) {
        return new Requirement(text, part.truth.not(), part.has, null, Joint.NOT, List.of(part));
    }

    private static String held(List<Requirement> parts) {
        long holding = parts.stream().filter(part -> part.truth == Truth.HOLDS).count();
        long unknown =
                parts.stream().filter(part -> part.truth == Truth.UNKNOWN).count();
        return holding + " of " + parts.size() + (unknown == 0 ? "" : ", " + unknown + " unknown");
    }

    /// What is missing before this holds, one line per atom; empty when it holds.
    public List<String> missing() {
        if (truth == Truth.HOLDS) {
            return List.of();
        }
        return switch (joint) {
            case ATOM, NOT -> List.of(text + ": " + has);
            case ALL_OF ->
                parts.stream().flatMap(part -> part.missing().stream()).toList();
            case ANY_OF -> {
                List<String> ways = new ArrayList<>();
                parts.forEach(part -> ways.add(String.join(" and ", part.missing())));
                yield List.of("one of: " + String.join("; ", ways));
            }
        };
    }
}
