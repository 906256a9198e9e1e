package truceline.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Body;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Stated;
import truceline.mission.AdoptedAgreement;

/// What people decided about one incident: the steps, the votes seat by seat, the parties' replies. Persons are known
/// by the word for their post. Pure.
final class CommissionView {
    private CommissionView() {}

    /// A step on one of the two ladders.
    ///
    /// @param mark where the incident then stood, or how many signatures are still missing
    record Decision(
            long entry,
            String at,
            String step,
            String mark,
            List<String> who,
            String reason,
            List<String> alternatives) {}

    /// The vote of one seat.
    ///
    /// @param party the party whose seat it is, or null
    /// @param against the party voted for, or null
    record Vote(
            String seat,
            @Nullable String party,
            String person,
            String vote,
            @Nullable String against,
            String text,
            @Nullable String at,
            boolean dissent,
            @Nullable Long entry) {}

    /// The body that attributes, about this incident.
    record Commission(
            String rule,
            int seats,
            int needed,
            @Nullable String opened,
            @Nullable String lapses,
            boolean closed,
            @Nullable String outcome,
            List<Vote> votes) {}

    /// What a party answered; all but the party is null where it did not.
    record Reply(
            String party,
            @Nullable String at,
            @Nullable String by,
            @Nullable String language,
            @Nullable String text,
            @Nullable Long entry) {}

    static List<Decision> decisions(CaseFile file) {
        List<Decision> decisions = new ArrayList<>();
        add(decisions, file.of(Act.VERIFY), file.decided(), "outcome");
        add(decisions, file.of(Act.ASSESS), file.assessed(), "level");
        CaseFile.Publication published = file.published();
        if (published != null) {
            List<String> who = file.of(Act.PUBLISH).stream()
                    .map(step -> step.by().id())
                    .distinct()
                    .toList();
            decisions.add(new Decision(
                    published.index(),
                    Iso.of(published.receivedMs()),
                    "publish",
                    "published",
                    who,
                    "SHA-256 of the finding: " + published.sha256(),
                    List.of()));
        }
        decisions.sort(Comparator.comparingLong(Decision::entry));
        return decisions;
    }

    private static void add(List<Decision> decisions, List<Stated> all, List<Stated> pair, String outcome) {
        for (Stated alone : all) {
            if (!pair.contains(alone)) {
                decisions.add(decision(List.of(alone), outcome, "one of two signatures"));
            }
        }
        if (!pair.isEmpty()) {
            decisions.add(decision(pair, outcome, mark(pair.getFirst(), outcome)));
        }
    }

    private static String mark(Stated step, String outcome) {
        return switch (step.statement().text(outcome)) {
            case "verified" -> "V3";
            case "likely" -> "A2";
            case "consistent" -> "A1";
            case String other -> other;
        };
    }

    private static Decision decision(List<Stated> steps, String outcome, String mark) {
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> alternatives = new LinkedHashSet<>();
        for (Stated step : steps) {
            reasons.add(step.statement().text("reason"));
            alternatives.addAll(step.statement().texts("alternatives"));
        }
        Stated last = steps.getLast();
        String party = last.statement().findText("party");
        return new Decision(
                last.index(),
                Iso.of(last.receivedMs()),
                last.act().word() + ": " + last.statement().text(outcome) + (party == null ? "" : ", " + party),
                mark,
                steps.stream().map(step -> step.by().id()).toList(),
                String.join(" ", reasons),
                List.copyOf(alternatives));
    }

    static @Nullable Commission commission(Snapshot snapshot, CaseFile file, List<FindingsView.Dissent> dissent) {
        Ballot ballot = snapshot.ballot();
        AdoptedAgreement agreement = snapshot.agreement();
        if (ballot == null || agreement == null) {
            return null;
        }
        boolean closed = file.isClosed(ballot, snapshot.nowMs());
        String attributed = ballot.attributed(file.votes());
        boolean decided = closed || attributed != null;
        Set<String> minority = new TreeSet<>();
        dissent.forEach(each -> minority.add(each.seat()));
        List<Vote> votes = new ArrayList<>();
        for (String seat : ballot.seats()) {
            votes.add(vote(agreement, seat, file.votes().get(seat), decided && minority.contains(seat)));
        }
        return new Commission(
                ballot.rule(),
                ballot.seats().size(),
                needed(ballot),
                file.isVerified() ? Iso.of(file.decidedMs()) : null,
                Iso.find(file.lapsesMs(ballot)),
                closed,
                attributed != null ? "attributed to " + attributed : closed ? "closed without attribution" : null,
                votes);
    }

    private static Vote vote(AdoptedAgreement agreement, String seat, @Nullable Stated vote, boolean dissents) {
        int slash = seat.indexOf('/');
        String code = slash < 0 ? seat : seat.substring(0, slash);
        String party = agreement.agreement().parties().containsKey(code) ? code : null;
        if (vote == null) {
            return new Vote(seat, party, "", "not-voted", null, "", null, false, null);
        }
        return new Vote(
                seat,
                party,
                vote.by().id(),
                vote.statement().text("ballot"),
                vote.statement().findText("party"),
                vote.statement().text("text"),
                Iso.of(vote.receivedMs()),
                dissents,
                vote.index());
    }

    /// How many seats carry a decision; 0 where the text does not say.
    private static int needed(Ballot ballot) {
        return switch (ballot.body().decides()) {
            case Body.Rule.Count(int votes, int of) -> votes;
            case Body.Rule.All() -> ballot.seats().size();
            case Body.Rule.EachParty() -> ballot.parties().size();
            case Body.Rule.Named(List<String> named) -> named.size();
            case Body.Rule.Open() -> 0;
            case null -> 0;
        };
    }

    /// One per party, in the agreement's order: its latest word.
    static List<Reply> replies(Snapshot snapshot, CaseFile file) {
        AdoptedAgreement agreement = snapshot.agreement();
        if (agreement == null) {
            return List.of();
        }
        return agreement.parties().stream()
                .map(party -> file.of(Act.REPLY).stream()
                        .filter(reply -> reply.by().seatCode().equals(party.code()))
                        .reduce((earlier, later) -> later)
                        .map(reply -> reply(party.code(), reply))
                        .orElse(new Reply(party.code(), null, null, null, null, null)))
                .toList();
    }

    private static Reply reply(String party, Stated reply) {
        return new Reply(
                party,
                Iso.of(reply.receivedMs()),
                reply.by().id(),
                reply.statement().text("language"),
                reply.statement().text("text"),
                reply.index());
    }

    /// The word of the ladder for a level, or null where nobody is named.
    static @Nullable String word(Attribution attribution) {
        return switch (attribution.level()) {
            case A0 -> null;
            case A1 -> "consistent";
            case A2 -> "likely";
            case A3 -> "attributed";
            case A4 -> "acknowledged";
        };
    }
}
