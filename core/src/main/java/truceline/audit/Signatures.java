package truceline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.finding.Objection;
import truceline.finding.Person;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.mission.Mission;
import truceline.mission.StatementText;
import truceline.mission.SubmissionText;

/// Says of each entry whether the signatures on it hold, and whether their keys counted when it was received.
///
/// Asked before the mission takes the entry in, so that the rolls are those of that moment. Not thread-safe.
final class Signatures {
    private final Mission mission;
    private final SortedMap<String, Verifier> verifiers = new TreeMap<>();
    private final TreeSet<String> signedIds = new TreeSet<>();

    Signatures(Mission mission) {
        this.mission = mission;
    }

    /// What does not hold, as stable kebab words.
    List<String> faults(String origin, Entry entry) {
        return switch (entry) {
            case Entry.Stated stated -> stated(origin, stated);
            case Entry.Submitted submitted
            when submitted.signed() != null -> submitted(origin, submitted, submitted.signed());
            case Entry.Enrolled enrolled -> enrolled(origin, enrolled);
            case Entry.Revoked revoked -> {
                String text = text(() ->
                        KeysText.revocation(origin, revoked.id(), revoked.key(), revoked.fromMs(), revoked.reason()));
                yield officers(text, revoked.signatures(), revoked.receivedMs(), "revocation-signature");
            }
            default -> List.of();
        };
    }

    private List<String> stated(String origin, Entry.Stated stated) {
        Person person = person(stated.by());
        String text = StatementText.of(origin, stated.id(), stated.statement());
        List<String> faults = new ArrayList<>();
        if (person == null || !holds(text, person.key(), stated.signature())) {
            faults.add("statement-signature");
        }
        if (person != null && isRevoked(stated.by(), stated.receivedMs())) {
            faults.add("statement-revoked");
        }
        return faults;
    }

    private List<String> submitted(String origin, Entry.Submitted submitted, Entry.Signed signed) {
        List<String> faults = new ArrayList<>();
        Objection objection = mission.objection(signed.by(), submitted.source(), submitted.receivedMs());
        if (objection != null) {
            faults.add("submission-" + objection.code());
        }
        Person person = person(signed.by());
        String text = text(() -> SubmissionText.of(origin, submitted, signed));
        if (person == null || !holds(text, person.key(), signed.signature())) {
            faults.add("submission-signature");
        }
        if (!signedIds.add(submitted.id())) {
            faults.add("submission-replayed");
        }
        return faults;
    }

    private List<String> enrolled(String origin, Entry.Enrolled enrolled) {
        String proof = enrolled.proof();
        String key = enrolled.person().key();
        String text = text(() -> KeysText.enrolment(origin, enrolled.person()));
        return proof == null || holds(text, key, proof) ? List.of() : List.of("enrolment-signature");
    }

    /// Every officer's signature that is given must hold, by an officer whose key counted then.
    private List<String> officers(
            @Nullable String text, List<Entry.Signature> signatures, long receivedMs, String fault) {
        TreeSet<String> seen = new TreeSet<>();
        for (Entry.Signature each : signatures) {
            Person officer = person(each.by());
            boolean good = officer != null
                    && seen.add(each.by())
                    && !isRevoked(each.by(), receivedMs)
                    && holds(text, officer.key(), each.signature());
            if (!good) {
                return List.of(fault);
            }
        }
        return List.of();
    }

    private @Nullable Person person(String id) {
        return mission.docket().persons().get(id);
    }

    private boolean isRevoked(String by, long receivedMs) {
        Person person = person(by);
        var revocation = person == null ? null : mission.docket().findRevocation(person);
        return revocation != null && revocation.covers(receivedMs);
    }

    @FunctionalInterface
    private interface Text {
        String make();
    }

    /// A text to sign, or null where the entry's own parts cannot be signed: they have line feeds in them.
    private static @Nullable String text(Text text) {
        try {
            return text.make();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private boolean holds(@Nullable String text, String key, String signature) {
        try {
            return text != null && SignedText.verify(text, verifiers.computeIfAbsent(key, Verifier::parse), signature);
        } catch (LedgerException _) {
            return false;
        }
    }
}
