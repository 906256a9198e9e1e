package truceline.finding;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Identity;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;

/// Whether a version of an agreement may take the place of another: it names that one by its hash, comes into force
/// after it, and those who may change it signed. Pure.
///
/// A party or state signs by whoever holds its seat, in any body or none; a body by the seats that carry a decision of
/// it, a body without seats by two persons of different sections. Where an agreement does not say who may change it,
/// each party must sign.
public final class Amendment {
    private static final int SECTIONS = 2;

    private Amendment() {}

    /// The version that is to be replaced.
    ///
    /// @param file SHA-256 of its file, in lower-case hexadecimal
    /// @param fromMs since when it is in force
    public record Standing(Agreement agreement, String file, long fromMs) {}

    /// Why the next version may not come into force then, or null where it may. Whether signatures hold is for those
    /// to say who verify them.
    ///
    /// @param signers persons on the rolls whose signatures stand on it
    /// @param fromMs when it is to come into force
    /// @param receivedMs when it was received
    public static @Nullable Objection judge(
            Standing before, Agreement next, List<Person> signers, long fromMs, long receivedMs) {
        Identity identity = next.identity();
        Identity.Predecessor superseded = identity.supersedes();
        String id = before.agreement().identity().id();
        if (!identity.id().equals(id)) {
            return new Objection(
                    "not-the-next", "the file is of the agreement " + identity.id() + "; in force is " + id);
        }
        boolean follows = superseded != null
                && superseded.version().equals(before.agreement().version())
                && superseded.sha256().equals(new Leaf.Given<>(before.file()));
        if (!follows) {
            return new Objection(
                    "not-the-next",
                    "the file must supersede version " + before.agreement().version() + " with the hash "
                            + before.file());
        }
        if (identity.status() != Identity.Status.AGREED) {
            return new Objection("not-agreed", "a draft cannot come into force");
        }
        if (fromMs < receivedMs || fromMs <= before.fromMs()) {
            return new Objection(
                    "too-early", "a version comes into force after it was received and after the one before");
        }
        return unsigned(before.agreement(), signers);
    }

    private static @Nullable Objection unsigned(Agreement agreement, List<Person> signers) {
        List<Reference> named = agreement.identity().amendedBy();
        for (Reference actor : named.isEmpty() ? List.of(Reference.EACH_PARTY) : named) {
            boolean isSigned = actor.equals(Reference.EACH_PARTY)
                    ? agreement.partyCodes().stream().allMatch(code -> isSigned(code, signers))
                    : isSigned(agreement, actor, signers);
            if (!isSigned) {
                return new Objection("not-signed", actor.name() + " must sign, and has not");
            }
        }
        return null;
    }

    private static boolean isSigned(Agreement agreement, Reference actor, List<Person> signers) {
        Body body = agreement.bodies().get(actor.name());
        if (body == null) {
            return !actor.isOpen() && isSigned(actor.name(), signers);
        }
        TreeSet<String> seats = new TreeSet<>();
        TreeSet<String> sections = new TreeSet<>();
        for (Person signer : signers) {
            if (signer.body().equals(body.name())) {
                seats.add(signer.seat());
                sections.add(signer.section());
            }
        }
        if (body.seats().isEmpty()) {
            return sections.size() >= SECTIONS;
        }
        Ballot ballot = Ballot.of(agreement, body);
        return ballot.isQuorate(seats) && ballot.carries(seats);
    }

    private static boolean isSigned(String code, List<Person> signers) {
        return signers.stream().anyMatch(signer -> signer.seatCode().equals(code));
    }
}
