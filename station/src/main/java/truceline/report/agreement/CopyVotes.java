package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.VotingPower;
import truceline.report.Markup;

/// Who can decide in a body, and against whom: the smallest coalitions, for every party alike, with the seats that the
/// text binds to one side marked as such.
final class CopyVotes {
    private final List<String> parties;
    private final List<VotingPower> powers;
    private final Markup html;
    private final Terms terms;

    CopyVotes(Agreement agreement, Markup html, Terms terms) {
        this.parties = agreement.partyCodes();
        this.powers = VotingPower.of(agreement);
        this.html = html;
        this.terms = terms;
    }

    /// Writes nothing for a body that does not vote.
    void write(Body body) throws IOException {
        for (VotingPower power : powers) {
            if (power.body().equals(body.name()) && body.decides() != null) {
                write(power);
            }
        }
    }

    private void write(VotingPower power) throws IOException {
        VotingPower.Unknown unknown = power.unknown();
        if (unknown != null) {
            line("Who can decide", "not known: " + unknown.text());
            return;
        }
        bonds(power);
        line("Enough together", coalitions(power.winning(), "nobody"));
        for (String party : parties) {
            List<VotingPower.Coalition> against = power.against(parties).getOrDefault(party, List.of());
            line("Against " + party, coalitions(against, "nobody; " + party + " can stop every decision"));
            List<VotingPower.Coalition> oneSide = power.ofOneSideAgainst(party, parties);
            if (!oneSide.isEmpty()) {
                line("Of one side alone, against " + party, coalitions(oneSide, ""));
            }
        }
    }

    private void bonds(VotingPower power) throws IOException {
        List<String> bound = new ArrayList<>();
        for (VotingPower.Holder holder : power.holders()) {
            if (!holder.isParty()) {
                holder.bonds()
                        .forEach(bond -> bound.add(holder.actor() + " to " + bond.party() + " (" + bond.why() + ")"));
            }
        }
        if (!bound.isEmpty()) {
            line("Bound by this text", String.join(", ", bound));
        }
    }

    private static String coalitions(List<VotingPower.Coalition> coalitions, String nobody) {
        List<String> texts = new ArrayList<>();
        coalitions.forEach(coalition -> texts.add(coalition.text()));
        return texts.isEmpty() ? nobody : String.join("; or ", texts);
    }

    private void line(String name, String value) throws IOException {
        html.raw("<p class=\"n\"><i>").text(name).raw(":</i> ");
        terms.write(value);
        html.raw("</p>");
    }
}
