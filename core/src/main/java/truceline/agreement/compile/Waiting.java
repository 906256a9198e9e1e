package truceline.agreement.compile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Norm;
import truceline.agreement.Timing;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

/// For which other provisions a norm waits before it runs or falls due.
final class Waiting {
    private Waiting() {}

    /// Adds the ids to `others`.
    static void gather(Norm norm, List<String> others) {
        Timing timing = norm.timing();
        for (TimePhrase time : Arrays.asList(timing.from(), timing.beginBy(), timing.by(), timing.until())) {
            time(time, others);
        }
        condition(norm.onlyIf(), others);
    }

    private static void time(@Nullable TimePhrase time, List<String> others) {
        switch (time) {
            case TimePhrase.Span span -> event(span.event(), others);
            case TimePhrase.After after -> event(after.event(), others);
            case null, default -> {}
        }
    }

    private static void event(Event event, List<String> others) {
        if (event.type() != Event.Type.DAY && event.type() != Event.Type.FACT) {
            others.add(event.name());
        }
    }

    private static void condition(@Nullable Condition condition, List<String> others) {
        switch (condition) {
            case Condition.InState state -> others.add(state.provision());
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(part -> condition(part, others));
            case Condition.AnyOf(List<Condition> parts) -> parts.forEach(part -> condition(part, others));
            case Condition.Not(Condition part) -> condition(part, others);
            case null, default -> {}
        }
    }
}
