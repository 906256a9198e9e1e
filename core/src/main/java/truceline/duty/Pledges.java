package truceline.duty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.StatementKind;
import truceline.agreement.phrase.TimePhrase;
import truceline.agreement.phrase.Verb;

/// What was promised: provisions to provide or to bring something about, and pledges that were spoken.
/// Each has who attests it and how that stands: no stocks, no places. Pure and thread-safe.
public final class Pledges {
    private Pledges() {}

    /// How a pledge stands.
    public enum Status {
        /// Its agreement or its condition does not run yet.
        PENDING,
        /// It runs; nobody has attested that it was kept.
        NOT_ATTESTED,
        ATTESTED,
        /// Somebody who attests it says that it was not kept.
        DENIED,
        /// Words spoken in public, not signed; nobody is named to attest them.
        SAID
    }

    /// One pledge.
    ///
    /// @param id of the provision, or name of the statement
    /// @param who codes, or the speaker
    /// @param says the norm read aloud, or the words
    /// @param by the time as written, or the date of the words; null where the text has none
    /// @param attesters codes of those who attest it; empty where the text names nobody
    /// @param has what there is, with numbers
    public record Pledge(
            String id,
            List<String> who,
            String says,
            @Nullable String by,
            List<String> attesters,
            Status status,
            String has) {
        public Pledge {
            who = List.copyOf(who);
            attesters = List.copyOf(attesters);
        }
    }

    /// Provisions first, then statements, each in file order; in one reading (null: the common text).
    public static List<Pledge> of(Agreement agreement, @Nullable String holder, World world) {
        Requirements requirements = new Requirements(agreement, holder, world);
        List<Duties.Standing> standings = Duties.of(agreement, holder, world);
        List<Pledge> pledges = new ArrayList<>();
        int index = 0;
        for (Provision provision : agreement.provisions().values()) {
            Duties.Standing standing = standings.get(index++);
            Norm norm = provision.norm(holder);
            boolean promises =
                    norm.verbs().contains(Verb.PROVIDE) || norm.verbs().contains(Verb.BRING_ABOUT);
            if (promises && norm.modal() != Modal.MUST_NOT) {
                pledges.add(pledge(requirements, provision, norm, Sentence.of(provision, holder), standing));
            }
        }
        agreement.statements().values().stream()
                .filter(statement -> statement.kind() == StatementKind.PLEDGE)
                .map(statement -> new Pledge(
                        statement.name(),
                        List.of(statement.speaker() + " (" + statement.actor() + ")"),
                        statement.says(),
                        (statement.isBefore() ? "before " : "") + statement.date(),
                        List.of(),
                        Status.SAID,
                        ""))
                .forEach(pledges::add);
        return List.copyOf(pledges);
    }

    private static Pledge pledge(
            Requirements requirements, Provision provision, Norm norm, String sentence, Duties.Standing standing) {
        Requirement kept = requirements.attestations().fulfilled(sentence, provision.id(), norm, null);
        TimePhrase by = norm.timing().by();
        Status status = switch (kept.truth()) {
            case HOLDS -> Status.ATTESTED;
            case DOES_NOT_HOLD -> Status.DENIED;
            case UNKNOWN -> standing.state() == Duties.State.PENDING ? Status.PENDING : Status.NOT_ATTESTED;
        };
        return new Pledge(
                provision.id(),
                Guarantees.names(norm.who()),
                sentence,
                by == null ? null : by.text(),
                requirements.attestations().attesters(norm),
                status,
                status == Status.PENDING ? standing.reason() : kept.has());
    }
}
