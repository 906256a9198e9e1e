package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Norm;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Verb;
import truceline.duty.Truth;

/// Whether a duty was done, or is kept, by what people vouched for, by receipts, by counts and by what was seen.
final class Deeds {
    private final Memory memory;

    Deeds(Memory memory) {
        this.memory = memory;
    }

    /// Whether it was done, and when: by the word of those who verify it, or where its verb allows, by the entry of
    /// the deed itself.
    Check done(Binding binding) {
        Norm norm = binding.norm;
        Check word = memory.words.fulfilled(binding.id(), norm, binding.actor, binding.isAlone);
        if (word.truth() != Truth.UNKNOWN || !isShownByEntry(binding.verb())) {
            return word;
        }
        Leaf<Quantity> least = norm.atLeast();
        Long lastMs = binding.deeds.isEmpty() ? null : binding.deeds.getLast();
        if (lastMs == null) {
            return Check.unknown(binding.id(), "nothing-entered", binding.id());
        }
        if (least == null) {
            long firstMs = binding.deeds.getFirst();
            return Check.atom(
                    binding.id(), Truth.HOLDS, Reason.of("entered", Moments.utc(firstMs)), firstMs, Long.MAX_VALUE);
        }
        return enough(binding, least.find().orElse(null), lastMs);
    }

    private Check enough(Binding binding, @Nullable Quantity least, long lastMs) {
        if (least == null) {
            return Check.unknown(binding.id(), "left-open");
        }
        long needed = needed(binding, least);
        if (needed < 0) {
            return Check.unknown(binding.id(), "list-missing");
        }
        String has = Moments.decimal(Math.max(0, binding.quantity));
        Reason reason = Reason.of("quantity", has, Moments.decimal(needed), least.text());
        return binding.quantity >= needed
                ? Check.atom(binding.id(), Truth.HOLDS, reason, lastMs, Long.MAX_VALUE)
                : Check.atom(binding.id(), Truth.UNKNOWN, reason, null, Long.MAX_VALUE);
    }

    /// How many are needed, in thousandths; -1 where a share is asked of a list that was not handed over.
    private long needed(Binding binding, Quantity least) {
        if (!least.isPercent()) {
            return least.thousandths();
        }
        String list = binding.listId;
        long declared = list == null ? -1 : memory.stocks.declared(list, binding.actor);
        return declared < 0 ? -1 : Math.ceilDiv(declared * least.thousandths(), 100);
    }

    private static boolean isShownByEntry(Verb verb) {
        return switch (verb) {
            case HAND_OVER, RELEASE, DESTROY, DEPLOY, PROVIDE, NOTIFY, REPORT, DECIDE, INSPECT, MEET, CONSULT -> true;
            default -> false;
        };
    }

    /// Whether what goes on is kept: breached while something is where it may not be, while a number is over or
    /// under, or while those who verify it say that it is not kept.
    Verdict kept(Binding binding, Set<String> facts) {
        if (!binding.present.isEmpty()) {
            long since = binding.present.values().stream().min(Long::compare).orElseThrow();
            return Verdict.of(
                            Phase.BREACHED, Reason.of("seen-there", binding.present.size(), binding.present.firstKey()))
                    .at(since);
        }
        Reason count = count(binding);
        if (count != null && binding.countedMs != null) {
            return Verdict.of(Phase.BREACHED, count).at(binding.countedMs);
        }
        Check word = word(binding, facts);
        List<Check> checks = List.of(word);
        boolean isFact = Words.factOf(binding.norm) != null && binding.norm.modal() == Modal.MUST_NOT;
        Truth breach = isFact ? word.truth() : Check.not(word.truth());
        if (breach == Truth.HOLDS) {
            Verdict breached = Verdict.of(Phase.BREACHED, Reason.of("not-kept", binding.id()), word.reason());
            Long since = word.sinceMs();
            return (since == null ? breached : breached.at(since)).with(checks);
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(breach == Truth.DOES_NOT_HOLD ? "kept" : "nothing-against"));
        return new Verdict(Phase.RUNNING, null, null, Long.MAX_VALUE, reasons, checks);
    }

    private Check word(Binding binding, Set<String> facts) {
        for (var what : binding.norm.what()) {
            if (binding.norm.modal() == Modal.MUST_NOT && facts.contains(what.name())) {
                Check fact = memory.words.fact(what.name(), binding.actor, binding.isAlone);
                if (fact.truth() == Truth.HOLDS || binding.norm.what().size() == 1) {
                    return fact;
                }
            }
        }
        return memory.words.fulfilled(binding.id(), binding.norm, binding.actor, binding.isAlone);
    }

    /// Why the number that was counted last is too great or too small, or null.
    private static @Nullable Reason count(Binding binding) {
        if (binding.quantity < 0 || binding.countedMs == null) {
            return null;
        }
        String has = Moments.decimal(binding.quantity);
        if (binding.norm.atMost() instanceof Leaf.Given<Quantity>(Quantity most)
                && !most.isPercent()
                && binding.quantity > most.thousandths()) {
            return Reason.of("too-many", has, most.text());
        }
        if (binding.norm.atLeast() instanceof Leaf.Given<Quantity>(Quantity least)
                && !least.isPercent()
                && binding.quantity < least.thousandths()) {
            return Reason.of("too-few", has, least.text());
        }
        return null;
    }
}
