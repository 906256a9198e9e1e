package truceline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.GuaranteeStatus;
import truceline.duty.Guarantees;
import truceline.duty.Requirement;
import truceline.duty.Timeline;
import truceline.mission.AdoptedAgreement;

/// What each guarantee still needs, atom by atom. The program opens none. Pure.
final class GuaranteesView {
    private GuaranteesView() {}

    /// A condition, or several joined.
    ///
    /// @param join `all-of`, `any-of` or `not`; null for an atom
    record Atom(
            String text, String value, String has, @Nullable String join, List<Atom> parts) {}

    /// @param due a moment, or what it waits for
    record Clock(String id, String sentence, String due, String state) {}

    record Guarantee(
            String id,
            String text,
            String status,
            List<String> protects,
            List<String> givenBy,
            List<Atom> atoms,
            List<String> missing,
            @Nullable Atom voidIf,
            List<Clock> clocks,
            @Nullable String twin) {}

    record View(List<Guarantee> guarantees) {}

    static View of(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new View(List.of());
        }
        return new View(Guarantees.status(adopted.agreement(), null, Duty.world(snapshot)).stream()
                .map(status -> guarantee(adopted.agreement(), status))
                .toList());
    }

    private static Guarantee guarantee(Agreement agreement, GuaranteeStatus status) {
        Provision provision = agreement.getProvision(status.provision());
        Requirement voidIf = status.voidIf();
        return new Guarantee(
                status.provision(),
                provision.text().isEmpty()
                        ? Sentence.of(provision)
                        : provision.text().firstEntry().getValue(),
                ClosedWords.word(status.state()),
                status.shields(),
                status.givenBy(),
                List.of(atom(status.trigger())),
                status.waitsFor() == null ? status.missing() : List.of("waits for " + status.waitsFor()),
                voidIf == null ? null : atom(voidIf),
                status.clocks().stream().map(GuaranteesView::clock).toList(),
                status.twin());
    }

    private static Atom atom(Requirement requirement) {
        boolean isAtom = requirement.joint() == Requirement.Joint.ATOM;
        return new Atom(
                isAtom ? requirement.text() : "",
                ClosedWords.word(requirement.truth()),
                requirement.has(),
                isAtom ? null : ClosedWords.word(requirement.joint()),
                requirement.parts().stream().map(GuaranteesView::atom).toList());
    }

    private static Clock clock(GuaranteeStatus.Clock clock) {
        if (clock.times().isEmpty()) {
            return new Clock(clock.provision(), clock.sentence(), "no time in the text", "pending");
        }
        Timeline.Row row = clock.times().getLast();
        String at = Iso.find(row.atMs());
        return new Clock(
                clock.provision(),
                clock.sentence(),
                at == null ? row.phrase() + ", waits for " + row.waitsFor() : at,
                ClosedWords.word(row.state()));
    }
}
