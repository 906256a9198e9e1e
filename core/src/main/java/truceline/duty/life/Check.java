package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.duty.Truth;

/// One condition of the text, whether it holds, and why.
///
/// @param text the condition as it is written
/// @param sinceMs when it began to hold, milliseconds UTC; null where it does not, or where nobody can say
/// @param nextMs when it may change by time alone; {@link Long#MAX_VALUE} where it cannot
/// @param parts empty for an atom
public record Check(
        String text, Truth truth, Reason reason, @Nullable Long sinceMs, long nextMs, List<Check> parts) {
    public Check {
        parts = List.copyOf(parts);
    }

    static Check atom(String text, Truth truth, Reason reason, @Nullable Long sinceMs, long nextMs) {
        return new Check(text, truth, reason, truth == Truth.HOLDS ? sinceMs : null, nextMs, List.of());
    }

    static Check unknown(String text, String key, Object... values) {
        return atom(text, Truth.UNKNOWN, Reason.of(key, values), null, Long.MAX_VALUE);
    }

    static Check allOf(String text, List<Check> parts) {
        Truth truth = Truth.HOLDS;
        Long latest = Long.MIN_VALUE;
        for (Check part : parts) {
            truth = and(truth, part.truth);
            latest = latest == null || part.sinceMs == null ? null : Long.valueOf(Math.max(latest, part.sinceMs));
        }
        return joined(text, truth, latest, "all-of", parts);
    }

    static Check anyOf(String text, List<Check> parts) {
        Truth truth = Truth.DOES_NOT_HOLD;
        Long earliest = null;
        for (Check part : parts) {
            truth = or(truth, part.truth);
            if (part.sinceMs != null && (earliest == null || part.sinceMs < earliest)) {
                earliest = part.sinceMs;
            }
        }
        return joined(text, truth, earliest, "any-of", parts);
    }

    static Check not(String text, Check part) {
        return joined(text, not(part.truth), null, "not", List.of(part));
    }

    private static Check joined(String text, Truth truth, @Nullable Long sinceMs, String key, List<Check> parts) {
        long nextMs = Long.MAX_VALUE;
        int holding = 0;
        for (Check part : parts) {
            nextMs = Math.min(nextMs, part.nextMs);
            holding += part.truth == Truth.HOLDS ? 1 : 0;
        }
        return new Check(
                text,
                truth,
                Reason.of(key, holding, parts.size()),
                truth == Truth.HOLDS ? sinceMs : null,
                nextMs,
                parts);
    }

    /// The atoms, in the order of the text.
    public List<Check> atoms() {
        if (parts.isEmpty()) {
            return List.of(this);
        }
        List<Check> atoms = new ArrayList<>();
        parts.forEach(part -> atoms.addAll(part.atoms()));
        return List.copyOf(atoms);
    }

    static Truth and(Truth one, Truth two) {
        if (one == Truth.DOES_NOT_HOLD || two == Truth.DOES_NOT_HOLD) {
            return Truth.DOES_NOT_HOLD;
        }
        return one == Truth.HOLDS && two == Truth.HOLDS ? Truth.HOLDS : Truth.UNKNOWN;
    }

    static Truth or(Truth one, Truth two) {
        return not(and(not(one), not(two)));
    }

    static Truth not(Truth truth) {
        return switch (truth) {
            case HOLDS -> Truth.DOES_NOT_HOLD;
            case DOES_NOT_HOLD -> Truth.HOLDS;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
