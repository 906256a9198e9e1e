package truceline.duty.life;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Fact;
import truceline.agreement.Norm;
import truceline.agreement.Verification;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;
import truceline.duty.Truth;

/// What people vouched for: the last word of each on each fact, and since when he has said so. Words on one act
/// are kept until its case is closed. Of one thread.
final class Words {
    private final Agreement agreement;
    private final SortedMap<String, List<Word>> byFact = new TreeMap<>();
    private final SortedSet<String> incidents = new TreeSet<>();

    private static final class Word {
        private final @Nullable String about;
        private final String by;
        private final @Nullable String incident;
        private boolean holds;
        private long atMs;
        private long sinceMs;
        private long deniedMs = Long.MIN_VALUE;

        Word(Occurrence.Said said) {
            this.about = said.about();
            this.by = said.by();
            this.incident = said.incident();
            this.holds = said.holds();
            this.atMs = said.atMs();
            this.sinceMs = said.atMs();
            this.deniedMs = said.holds() ? Long.MIN_VALUE : said.atMs();
        }

        boolean isOf(Occurrence.Said said) {
            return by.equals(said.by())
                    && java.util.Objects.equals(about, said.about())
                    && java.util.Objects.equals(incident, said.incident());
        }

        void hear(Occurrence.Said said) {
            deniedMs = said.holds() ? deniedMs : Math.max(deniedMs, said.atMs());
            if (said.atMs() >= atMs) {
                sinceMs = said.holds() == holds ? sinceMs : said.atMs();
                holds = said.holds();
                atMs = said.atMs();
            } else if (said.holds() && holds && said.atMs() > deniedMs) {
                sinceMs = Math.min(sinceMs, said.atMs());
            }
        }
    }

    Words(Agreement agreement) {
        this.agreement = agreement;
    }

    void hear(Occurrence.Said said) {
        List<Word> words = byFact.computeIfAbsent(said.fact(), _ -> new ArrayList<>());
        for (Word word : words) {
            if (word.isOf(said)) {
                word.hear(said);
                return;
            }
        }
        words.add(new Word(said));
        if (said.incident() != null) {
            incidents.add(said.incident());
        }
    }

    /// What was said of one act is no longer needed.
    void forget(String incident) {
        if (!incidents.remove(incident)) {
            return;
        }
        for (Iterator<List<Word>> each = byFact.values().iterator(); each.hasNext(); ) {
            List<Word> words = each.next();
            words.removeIf(word -> incident.equals(word.incident));
            if (words.isEmpty()) {
                each.remove();
            }
        }
    }

    /// What is said of a fact, as it concerns an actor (null: anybody).
    Check fact(String text, String name, @Nullable String about) {
        return weigh(text, name, about, attesters(name, about), null, false);
    }

    /// What is said of a fact as it concerns an actor who has to bring it about, or must not.
    ///
    /// @param isAlone nobody else is bound, so that a word that names nobody concerns him
    Check fact(String name, @Nullable String about, boolean isAlone) {
        return weigh(name, name, about, attesters(name, about), null, isAlone);
    }

    /// What is said of a fact as it concerns one act: words that name the act, or date the fact within its time.
    Check fact(String text, String name, @Nullable String about, Evidence act) {
        return weigh(text, name, about, attesters(name, about), act, false);
    }

    /// Whether those who verify a provision vouch that it is fulfilled, or kept. Of several who have to bring the same
    /// about, a word has to name the one.
    Check fulfilled(String provision, Norm norm, @Nullable String about, boolean isAlone) {
        String fact = factOf(norm);
        if (fact != null) {
            return fact(fact, about, isAlone);
        }
        boolean isUnnamedMeant = isAlone || !norm.verbs().contains(Verb.BRING_ABOUT);
        return weigh(provision, provision, about, codes(verifiers(norm), about), null, isUnnamedMeant);
    }

    /// Name of the fact that is to be brought about, or null.
    static @Nullable String factOf(Norm norm) {
        boolean isFact = norm.what().size() == 1 && norm.what().getFirst().sort() == Sort.FACT;
        return isFact ? norm.what().getFirst().name() : null;
    }

    private List<String> attesters(String name, @Nullable String about) {
        Fact fact = agreement.facts().get(name);
        if (fact == null) {
            throw new IllegalStateException("no fact " + name);
        }
        return codes(fact.attestedBy(), about);
    }

    private List<Reference> verifiers(Norm norm) {
        Verification verification = norm.verify() == null ? agreement.verification() : norm.verify();
        return verification == null ? List.of() : verification.by();
    }

    /// Codes of those whose word is asked for; of `each party`, the one that it concerns.
    private List<String> codes(List<Reference> by, @Nullable String about) {
        List<String> codes = new ArrayList<>();
        for (Reference reference : by) {
            if (reference.sort() == Sort.EACH_PARTY) {
                boolean isParty = about != null && agreement.parties().containsKey(about);
                codes.addAll(isParty ? List.of(about) : agreement.partyCodes());
            } else if (!reference.isOpen()) {
                codes.add(reference.name());
            }
        }
        return codes;
    }

    private Check weigh(
            String text,
            String name,
            @Nullable String about,
            List<String> attesters,
            @Nullable Evidence act,
            boolean isUnnamedMeant) {
        if (attesters.isEmpty()) {
            return Check.unknown(text, "nobody-attests", name);
        }
        List<String> deny = new ArrayList<>();
        int vouch = 0;
        long sinceMs = Long.MIN_VALUE;
        for (String attester : attesters) {
            Word word = last(name, about, attester, act, isUnnamedMeant);
            if (word != null && word.holds) {
                vouch++;
                sinceMs = Math.max(sinceMs, word.sinceMs);
            } else if (word != null) {
                deny.add(attester);
            }
        }
        String all = attesters.size() == 1 ? attesters.getFirst() : String.join(", ", attesters);
        if (!deny.isEmpty()) {
            Reason denied = Reason.of("fact-denied", name, String.join(", ", deny));
            return Check.atom(text, Truth.DOES_NOT_HOLD, denied, null, Long.MAX_VALUE);
        }
        return vouch == attesters.size()
                ? Check.atom(text, Truth.HOLDS, Reason.of("fact-attested", name, all), sinceMs, Long.MAX_VALUE)
                : Check.unknown(text, "fact-not-attested", name, vouch, attesters.size(), all);
    }

    private @Nullable Word last(
            String name, @Nullable String about, String attester, @Nullable Evidence act, boolean isUnnamedMeant) {
        Word last = null;
        for (Word word : byFact.getOrDefault(name, List.of())) {
            boolean isAbout = about == null
                    || about.equals(word.about)
                    || word.about == null && (isUnnamedMeant || attester.equals(about));
            boolean isOfAct = act == null
                    ? word.incident == null
                    : act.id().equals(word.incident)
                            || word.incident == null && word.atMs >= act.fromMs() && word.atMs <= act.toMs();
            if (word.by.equals(attester) && isAbout && isOfAct && (last == null || word.atMs >= last.atMs)) {
                last = word;
            }
        }
        return last;
    }
}
