package truceline.agreement.phrase;

import org.jspecify.annotations.Nullable;

/// Something that happens once and from which time is counted: a named day, a fact, a norm fulfilled, a
/// guarantee triggered, a norm breached (by anybody, or by one actor).
public record Event(Type type, String name, @Nullable String by) {
    public enum Type {
        DAY,
        FACT,
        FULFILLED,
        TRIGGERED,
        BREACHED
    }

    public String text() {
        return switch (type) {
            case DAY, FACT, FULFILLED, TRIGGERED -> name;
            case BREACHED -> name + " breached" + (by == null ? "" : " by " + by);
        };
    }
}
