package truceline.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Forces;
import truceline.agreement.Origin;
import truceline.agreement.Provision;
import truceline.agreement.Statement;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.Pledges;
import truceline.mission.AdoptedAgreement;

/// Third forces: who leads them, what they may do, who sends how many. The place of a hub is withheld. Pure.
final class ForcesView {
    static final String WITHHELD = "withheld, class M";

    private ForcesView() {}

    record Clause(String id, String text) {}

    record Contingent(String actor, @Nullable String size) {}

    record Hub(String of, String place) {}

    record ForceRow(
            String name,
            String lead,
            List<Clause> mandate,
            String legalBasis,
            String notification,
            List<Contingent> contingents,
            List<Hub> hubs) {}

    record PledgeRow(
            String id,
            String who,
            String sentence,
            String text,
            @Nullable String attester,
            String status,
            String basis,
            String source) {}

    record View(List<ForceRow> forces, List<PledgeRow> pledges) {}

    static View of(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new View(List.of(), List.of());
        }
        Agreement agreement = adopted.agreement();
        return new View(
                Forces.of(agreement).entries().stream().map(ForcesView::force).toList(),
                Pledges.of(agreement, null, Duty.world(snapshot)).stream()
                        .map(pledge -> pledge(agreement, pledge))
                        .toList());
    }

    private static ForceRow force(Forces.Entry force) {
        return new ForceRow(
                force.name(),
                String.join(", ", force.lead()),
                force.mandate().stream()
                        .map(clause -> new Clause(clause.provision(), clause.sentence()))
                        .toList(),
                clauses(force.legalBasis()),
                clauses(force.notification()),
                force.contingents().stream()
                        .map(sent -> new Contingent(sent.actor(), sent.size()))
                        .toList(),
                force.hubs().stream()
                        .map(hub -> new Hub(String.join(", ", hub.of()), WITHHELD))
                        .toList());
    }

    private static String clauses(List<Forces.Clause> clauses) {
        return clauses.isEmpty()
                ? Forces.NOT_STATED
                : clauses.stream()
                        .map(clause -> clause.provision() + ": " + clause.sentence())
                        .collect(Collectors.joining("; "));
    }

    private static PledgeRow pledge(Agreement agreement, Pledges.Pledge pledge) {
        Provision provision = agreement.provisions().get(pledge.id());
        Statement statement = agreement.statements().get(pledge.id());
        Origin origin = provision != null ? provision.origin() : statement == null ? null : statement.origin();
        String text = provision == null || provision.text().isEmpty()
                ? ""
                : provision.text().firstEntry().getValue();
        return new PledgeRow(
                pledge.id(),
                String.join(", ", pledge.who()),
                pledge.says() + (pledge.by() == null || provision != null ? "" : ", " + pledge.by()),
                text,
                pledge.attesters().isEmpty() ? null : String.join(", ", pledge.attesters()),
                ClosedWords.word(pledge.status()).replace('-', ' ')
                        + (pledge.has().isEmpty() ? "" : ": " + pledge.has()),
                origin == null ? "" : ClosedWords.word(origin.basis()),
                origin == null ? "" : AgreementView.source(agreement, origin));
    }
}
