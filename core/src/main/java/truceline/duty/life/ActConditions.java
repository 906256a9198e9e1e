package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Norm;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Reference;
import truceline.compliance.Certainty;
import truceline.duty.Spans;
import truceline.duty.Truth;
import truceline.geo.Disc;
import truceline.geo.Geodesic;

/// Holds the exceptions of a prohibition against one act. Who relies on an exception has to show it: what is not
/// shown stays unknown, and what is unknown excuses nobody. Of one thread.
final class ActConditions {
    private final Board board;
    private final Memory memory;
    private final Conditions conditions;
    private final Matching matching;

    ActConditions(Board board, Memory memory, Conditions conditions, Matching matching) {
        this.board = board;
        this.memory = memory;
        this.conditions = conditions;
        this.matching = matching;
    }

    /// A condition as one act shows it. Where nobody knows who acted, nothing that depends on him holds.
    Check of(Binding binding, Condition condition, Evidence act, long nowMs) {
        String text = condition.text();
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> Check.allOf(text, each(binding, parts, act, nowMs));
            case Condition.AnyOf(List<Condition> parts) -> Check.anyOf(text, each(binding, parts, act, nowMs));
            case Condition.Not(Condition part) -> Check.not(text, of(binding, part, act, nowMs));
            case Condition.Attested(String fact, String by) ->
                act.by() == null && by == null
                        ? Check.unknown(text, "actor-unknown")
                        : memory.words.fact(text, fact, by == null ? partyOf(fact, act) : by, act);
            case Condition.Notice(Reference to, DurationPhrase within) -> notice(binding, text, to, within, act, nowMs);
            case Condition.OtherParty(var verb, DurationPhrase within, Distance near) ->
                other(binding, text, new Condition.OtherParty(verb, within, near), act);
            case Condition.Authorised(Reference by) -> authorised(binding, text, by, act);
            case Condition.Allowed(String provision) -> allowed(binding, text, provision, act);
            case Condition.InState _,
                    Condition.DaySet _,
                    Condition.AtLeastFindings _,
                    Condition.NoFindings _,
                    Condition.Open _ -> conditions.of(binding, condition, false, nowMs);
        };
    }

    /// A fact that each party attests concerns the one that acted; any other concerns nobody in particular.
    private @Nullable String partyOf(String fact, Evidence act) {
        var declared = board.agreement().facts().get(fact);
        boolean isOwnWord = declared != null
                && declared.attestedBy().stream()
                        .anyMatch(by -> by.sort() == truceline.agreement.phrase.Sort.EACH_PARTY);
        return isOwnWord ? act.by() : null;
    }

    private List<Check> each(Binding binding, List<Condition> parts, Evidence act, long nowMs) {
        List<Check> checks = new ArrayList<>();
        parts.forEach(part -> checks.add(of(binding, part, act, nowMs)));
        return checks;
    }

    private Check notice(Binding binding, String text, Reference to, DurationPhrase within, Evidence act, long nowMs) {
        if (act.by() == null) {
            return Check.unknown(text, "actor-unknown");
        }
        long untilMs = Spans.after(act.toMs(), within, binding.reader.zone());
        Occurrence.Noticed given = memory.notice(to.name(), act.by(), act.fromMs(), untilMs);
        if (given != null) {
            Reason reason = Reason.of("notice-given", to.name(), Moments.utc(given.atMs()));
            return Check.atom(text, Truth.HOLDS, reason, given.atMs(), Long.MAX_VALUE);
        }
        return nowMs < untilMs
                ? Check.unknown(text, "notice-still-possible", to.name(), Moments.utc(untilMs))
                : Check.atom(
                        text,
                        Truth.DOES_NOT_HOLD,
                        Reason.of("notice-none", to.name(), within.text()),
                        null,
                        Long.MAX_VALUE);
    }

    private Check other(Binding binding, String text, Condition.OtherParty asked, Evidence act) {
        if (act.by() == null) {
            return Check.unknown(text, "actor-unknown");
        }
        long fromMs = Spans.before(act.fromMs(), asked.within(), binding.reader.zone());
        Evidence possible = null;
        for (List<Evidence> moment : memory.acts(asked.verb(), fromMs, act.fromMs())) {
            for (Evidence each : moment) {
                if (each.id().equals(act.id()) || act.by().equals(each.by())) {
                    continue;
                }
                Certainty near = near(act, each, asked.near());
                if (near == Certainty.YES && each.by() != null) {
                    Reason reason = Reason.of("other-did", each.id(), minutes(act, each), kilometres(act, each));
                    return Check.atom(text, Truth.HOLDS, reason, each.fromMs(), Long.MAX_VALUE);
                }
                possible = near == Certainty.NO ? possible : each;
            }
        }
        return possible == null
                ? Check.atom(text, Truth.DOES_NOT_HOLD, Reason.of("other-did-not"), null, Long.MAX_VALUE)
                : Check.unknown(text, "other-may-have", possible.id());
    }

    private static Certainty near(Evidence act, Evidence other, @Nullable Distance within) {
        if (within == null) {
            return Certainty.YES;
        }
        Disc one = act.place();
        Disc two = other.place();
        if (one == null || two == null) {
            return Certainty.INDETERMINATE;
        }
        long distanceMm = Geodesic.distanceMm(one.lonE7(), one.latE7(), two.lonE7(), two.latE7());
        long radiiMm = one.radiusMm() + two.radiusMm();
        if (distanceMm - radiiMm > within.millimetres()) {
            return Certainty.NO;
        }
        return distanceMm + radiiMm <= within.millimetres() ? Certainty.YES : Certainty.INDETERMINATE;
    }

    private static String minutes(Evidence act, Evidence other) {
        return String.valueOf((act.fromMs() - other.fromMs()) / 60_000);
    }

    private static String kilometres(Evidence act, Evidence other) {
        Disc one = act.place();
        Disc two = other.place();
        return one == null || two == null
                ? "?"
                : Moments.decimal(
                        Geodesic.distanceMm(one.lonE7(), one.latE7(), two.lonE7(), two.latE7()) / 100_000 * 100);
    }

    private Check authorised(Binding binding, String text, Reference by, Evidence act) {
        Occurrence.Permitted given = memory.permission(by.name(), binding.id(), act.by(), act.fromMs(), act.toMs());
        return given == null
                ? Check.unknown(text, "permission-none", by.name())
                : Check.atom(
                        text,
                        Truth.HOLDS,
                        Reason.of("permission-given", by.name(), Moments.utc(given.fromMs())),
                        given.fromMs(),
                        Long.MAX_VALUE);
    }

    /// Whether another provision permits the act: to him who did it, with what he did it, where and when.
    private Check allowed(Binding binding, String text, String provision, Evidence act) {
        Truth best = Truth.DOES_NOT_HOLD;
        for (Binding permission : board.of(binding.reader, provision)) {
            best = Check.or(best, allowed(permission, act));
        }
        String key = switch (best) {
            case HOLDS -> "allowed";
            case DOES_NOT_HOLD -> "not-allowed";
            case UNKNOWN -> "may-be-allowed";
        };
        return Check.atom(text, best, Reason.of(key, provision), act.fromMs(), Long.MAX_VALUE);
    }

    private Truth allowed(Binding permission, Evidence act) {
        Norm norm = permission.norm;
        if (norm.modal() != Modal.MAY || !norm.verbs().contains(act.verb())) {
            return Truth.DOES_NOT_HOLD;
        }
        Certainty fits = matching.things(Matching.things(norm), act).and(matching.where(permission.where, act));
        boolean isInTime = act.fromMs() >= permission.startMs && act.toMs() <= permission.endMs;
        if (fits == Certainty.NO || !isInTime || permission.phase != Phase.RUNNING) {
            return Truth.DOES_NOT_HOLD;
        }
        boolean isHis = permission.actor != null && permission.actor.equals(act.by());
        boolean isAnybodys = permission.actor == null;
        if (act.by() == null && !isAnybodys || fits == Certainty.INDETERMINATE) {
            return Truth.UNKNOWN;
        }
        return isHis || isAnybodys ? Truth.HOLDS : Truth.DOES_NOT_HOLD;
    }
}
