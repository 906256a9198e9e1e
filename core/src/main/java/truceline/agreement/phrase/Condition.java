package truceline.agreement.phrase;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What must be so for a norm to run, or what excuses it. A name is *attested* by somebody; a phrase is
/// *computed*.
public sealed interface Condition {
    /// `FACT [by CODE]`
    record Attested(String fact, @Nullable String by) implements Condition {}

    /// `ID fulfilled|running|breached|suspended|excused|triggered [by CODE]`
    record InState(
            String provision, NormState state, @Nullable String by) implements Condition {}

    /// `D is set`
    record DaySet(String day) implements Condition {}

    /// `at least N [LEVEL] findings [on ID] [against CODE] in DUR`; counts attributed findings only.
    record AtLeastFindings(int count, Which which, DurationPhrase within) implements Condition {}

    /// `no [LEVEL] findings [on ID] [against CODE] for DUR`; counts attributed findings only.
    record NoFindings(Which which, DurationPhrase during) implements Condition {}

    /// `authorised by BODY`
    record Authorised(Reference by) implements Condition {}

    /// `allowed by ID`
    record Allowed(String provision) implements Condition {}

    /// `notice to BODY within DUR`
    record Notice(Reference to, DurationPhrase within) implements Condition {}

    /// `VERB by the other party within DUR [and DIST]`
    record OtherParty(
            Verb verb, DurationPhrase within, @Nullable Distance near) implements Condition {}

    /// `{all-of: [..]}`
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /// `{any-of: [..]}`
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /// `{not: ..}`
    record Not(Condition part) implements Condition {}

    /// `open`
    record Open() implements Condition {}

    /// Which findings are counted; null means any.
    record Which(
            @Nullable Level level,
            @Nullable String provision,
            @Nullable String against) {
        private String text() {
            return (level == null ? "" : ClosedWords.word(level) + " ") + "findings"
                    + (provision == null ? "" : " on " + provision)
                    + (against == null ? "" : " against " + against);
        }
    }

    /// The states of a norm that a condition can name.
    enum NormState {
        FULFILLED,
        RUNNING,
        BREACHED,
        SUSPENDED,
        EXCUSED,
        TRIGGERED
    }

    /// The phrase as it is written; joined conditions read as a sentence.
    default String text() {
        return switch (this) {
            case Attested(String fact, String by) -> fact + (by == null ? "" : " by " + by);
            case InState(String provision, NormState state, String by) ->
                provision + " " + ClosedWords.word(state) + (by == null ? "" : " by " + by);
            case DaySet(String day) -> day + " is set";
            case AtLeastFindings(int count, Which which, DurationPhrase within) ->
                "at least " + count + " " + which.text() + " in " + within.text();
            case NoFindings(Which which, DurationPhrase during) -> "no " + which.text() + " for " + during.text();
            case Authorised(Reference by) -> "authorised by " + by.name();
            case Allowed(String provision) -> "allowed by " + provision;
            case Notice(Reference to, DurationPhrase within) -> "notice to " + to.name() + " within " + within.text();
            case OtherParty(Verb verb, DurationPhrase within, Distance near) ->
                ClosedWords.word(verb) + " by the other party within " + within.text()
                        + (near == null ? "" : " and " + near.text());
            case AllOf(List<Condition> parts) -> joined(parts, " and ");
            case AnyOf(List<Condition> parts) -> joined(parts, " or ");
            case Not(Condition part) -> "not (" + part.text() + ")";
            case Open() -> "open";
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof AllOf || part instanceof AnyOf ? "(" + part.text() + ")" : part.text())
                .collect(Collectors.joining(word));
    }
}
