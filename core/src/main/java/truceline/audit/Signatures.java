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
import truceline.mission.AmendmentText;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.mission.Mission;
import truceline.mission.StatementText;
import truceline.mission.SubmissionText;

/// Says of each entry whether the signatures on it hold, and whether their keys counted when it was received.
///
/// Asked before the mission takes the entry in, so that the rolls are those of that moment. The door asks
/// the same of an entry before it is written, so that nothing enters that an audit would name. Not
/// thread-safe.
public final class Signatures {
    private static final int OFFICERS = 2;

    private final Mission mission;
    private final SortedMap<String, Verifier> verifiers = new TreeMap<>();

    public Signatures(Mission mission) {
        this.mission = mission;
    }

    /// What does not hold, as stable kebab words.
    ///
    /// @param origin name of the station's log
    public List<String> faults(String origin, Entry entry) {
        return switch (entry) {
            case Entry.Stated stated -> stated(origin, stated);
            case Entry.Submitted submitted
            when submitted.signed() != null -> submitted(origin, submitted, submitted.signed());
            case Entry.Enrolled enrolled -> enrolled(origin, enrolled);
            case Entry.KeyEntered key
            when key.change() != null -> {
                String text = text(() -> KeysText.log(origin, key.role(), key.key()));
                List<Entry.Signature> officers = key.change().signatures().stream()
                        .filter(each -> each.by().indexOf('+') < 0)
                        .toList();
                yield officers(text, officers, key.change().receivedMs(), "log-key-signature");
            }
            case Entry.Revoked revoked -> {
                String text = text(() ->
                        KeysText.revocation(origin, revoked.id(), revoked.key(), revoked.fromMs(), revoked.reason()));
                yield officers(text, revoked.signatures(), revoked.receivedMs(), "revocation-signature");
            }
            case Entry.AgreementEntered version
            when version.amendment() != null -> amendment(origin, version, version.amendment());
            default -> List.of();
        };
    }

    private List<String> amendment(String origin, Entry.AgreementEntered version, Entry.Amendment amendment) {
        String text = text(() -> AmendmentText.of(origin, version, amendment.fromMs()));
        boolean allHold = amendment.signatures().stream().allMatch(each -> {
            Person signer = person(each.by());
            return signer != null
                    && !isRevoked(each.by(), version.receivedMs())
                    && holds(text, signer.key(), each.signature());
        });
        return allHold ? List.of() : List.of("amendment-signature");
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
        return faults;
    }

    private List<String> enrolled(String origin, Entry.Enrolled enrolled) {
        Person person = enrolled.person();
        Verifier key = findVerifier(person.key());
        if (key == null || !key.name().equals(person.id())) {
            return List.of("enrolment-key");
        }
        String proof = enrolled.proof();
        String text = text(() -> KeysText.enrolment(origin, person));
        return proof == null || holds(text, person.key(), proof) ? List.of() : List.of("enrolment-signature");
    }

    /// Where officers vouch, they are two or more of different sections, none of a party, whose keys
    /// counted then.
    private List<String> officers(
            @Nullable String text, List<Entry.Signature> signatures, long receivedMs, String fault) {
        TreeSet<String> sections = new TreeSet<>();
        for (Entry.Signature each : signatures) {
            Person officer = person(each.by());
            boolean good = officer != null
                    && !officer.body().isEmpty()
                    && sections.add(officer.section())
                    && !isRevoked(each.by(), receivedMs)
                    && holds(text, officer.key(), each.signature());
            if (!good) {
                return List.of(fault);
            }
        }
        return sections.isEmpty() || sections.size() >= OFFICERS ? List.of() : List.of(fault);
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
        Verifier verifier = findVerifier(key);
        return text != null && verifier != null && SignedText.verify(text, verifier, signature);
    }

    private @Nullable Verifier findVerifier(String key) {
        try {
            return verifiers.computeIfAbsent(key, Verifier::parse);
        } catch (LedgerException _) {
            return null;
        }
    }
}
