package truceline.duty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Fact;
import truceline.agreement.Norm;
import truceline.agreement.Verification;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// What people vouched for. A fact holds when everybody who is to attest it does; the last word of each
/// counts; words of others count for nothing. A fact that `each party` attests is attested by the party
/// that it concerns, or by all where it concerns nobody in particular.
final class Attestations {
    private final Agreement agreement;
    private final World world;

    Attestations(Agreement agreement, World world) {
        this.agreement = agreement;
        this.world = world;
    }

    /// What is said of a fact, as it concerns an actor (null: anybody).
    Requirement fact(String text, String name, @Nullable String about) {
        Fact fact = agreement.facts().get(name);
        if (fact == null) {
            throw new IllegalStateException("no fact " + name);
        }
        return weigh(text, name, about, attesters(fact.attestedBy(), about));
    }

    /// Whether those who verify a provision vouch that it is fulfilled.
    Requirement fulfilled(String text, String provision, Norm norm, @Nullable String about) {
        String fact = factOf(norm);
        return fact == null
                ? weigh(text, provision, about, attesters(verifiers(norm), about))
                : fact(text, fact, about);
    }

    /// Codes of those who attest that a norm is fulfilled; empty where the text does not say.
    List<String> attesters(Norm norm) {
        String name = factOf(norm);
        Fact fact = name == null ? null : agreement.facts().get(name);
        return attesters(fact == null ? verifiers(norm) : fact.attestedBy(), null);
    }

    private static @Nullable String factOf(Norm norm) {
        boolean isFact = norm.what().size() == 1 && norm.what().getFirst().sort() == Sort.FACT;
        return isFact ? norm.what().getFirst().name() : null;
    }

    private List<Reference> verifiers(Norm norm) {
        Verification verification = norm.verify() == null ? agreement.verification() : norm.verify();
        return verification == null ? List.of() : verification.by();
    }

    /// Codes of those whose word is asked for.
    private List<String> attesters(List<Reference> by, @Nullable String about) {
        List<String> codes = new ArrayList<>();
        for (Reference reference : by) {
            if (reference.sort() == Sort.EACH_PARTY) {
                boolean isParty = about != null && agreement.parties().containsKey(about);
                codes.addAll(isParty ? List.of(about) : agreement.partyCodes());
            } else if (!reference.isOpen()) {
                codes.add(reference.name());
            }
        }
        return List.copyOf(codes);
    }

    private Requirement weigh(String text, String name, @Nullable String about, List<String> attesters) {
        if (attesters.isEmpty()) {
            return Requirement.atom(text, Truth.UNKNOWN, "the text does not say who attests it", null);
        }
        List<String> vouch = new ArrayList<>();
        List<String> deny = new ArrayList<>();
        long sinceMs = Long.MIN_VALUE;
        for (String attester : attesters) {
            List<World.Attested> words = words(name, about, attester);
            if (words.isEmpty()) {
                continue;
            }
            if (!words.getLast().holds()) {
                deny.add(attester);
                continue;
            }
            vouch.add(attester);
            sinceMs = Math.max(sinceMs, since(words));
        }
        String has = vouch.size() + " of " + attesters.size() + " attested (" + String.join(", ", attesters) + ")"
                + (deny.isEmpty() ? "" : ", denied by " + String.join(", ", deny));
        if (!deny.isEmpty()) {
            return Requirement.atom(text, Truth.DOES_NOT_HOLD, has, null);
        }
        boolean whole = vouch.size() == attesters.size();
        return Requirement.atom(text, whole ? Truth.HOLDS : Truth.UNKNOWN, has, whole ? sinceMs : null);
    }

    private List<World.Attested> words(String name, @Nullable String about, String attester) {
        return world.attested().stream()
                .filter(word -> word.fact().equals(name) && word.by().equals(attester))
                .filter(word -> about == null || about.equals(word.about()))
                .sorted(Comparator.comparingLong(World.Attested::atMs))
                .toList();
    }

    /// Since when the last word has stood.
    private static long since(List<World.Attested> words) {
        long sinceMs = words.getLast().atMs();
        for (World.Attested word : words.reversed()) {
            if (!word.holds()) {
                break;
            }
            sinceMs = word.atMs();
        }
        return sinceMs;
    }
}
