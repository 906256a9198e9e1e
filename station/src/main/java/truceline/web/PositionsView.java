package truceline.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.PointMap;
import truceline.agreement.Positions;
import truceline.agreement.Proposal;
import truceline.agreement.Source;
import truceline.agreement.Statement;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Quantity;
import truceline.mission.AdoptedAgreement;

/// Who answered what to each point of each proposal, with the source of each answer; and what was said in public. Pure.
final class PositionsView {
    private PositionsView() {}

    record ActorRow(String code, String name) {}

    /// On how many points a set of actors agrees; the points are counted, never weighed.
    record Agreed(
            List<String> among, int agreed, int of, String percent, String basis, int signed, List<Integer> which) {}

    record Cell(
            String actor,
            String say,
            @Nullable String gist,
            @Nullable String date,
            @Nullable String basis,
            @Nullable String source,
            @Nullable String at) {}

    record PointRow(int point, String title, List<Cell> cells, List<Integer> from) {}

    record ProposalRow(
            String name,
            @Nullable String date,
            int points,
            String by,
            @Nullable String follows,
            List<String> titles,
            List<ActorRow> actors,
            List<Agreed> agreed,
            List<PointRow> rows,
            List<Integer> vanished) {}

    record Said(
            String name,
            String speaker,
            String actor,
            String date,
            String kind,
            String says,
            @Nullable String figure,
            List<String> touches,
            String basis,
            String source) {}

    record View(List<ProposalRow> proposals, List<Said> statements) {}

    static View of(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new View(List.of(), List.of());
        }
        Agreement agreement = adopted.agreement();
        return new View(
                agreement.proposals().values().stream()
                        .map(proposal -> proposal(agreement, proposal))
                        .toList(),
                agreement.statements().values().stream()
                        .map(statement -> said(agreement, statement))
                        .toList());
    }

    private static ProposalRow proposal(Agreement agreement, Proposal proposal) {
        Set<String> actors = new LinkedHashSet<>();
        proposal.positions().forEach(position -> actors.addAll(position.who()));
        List<String> titles = new ArrayList<>();
        List<PointRow> rows = new ArrayList<>();
        for (int point = 1; point <= proposal.points(); point++) {
            String title = proposal.titles().getOrDefault(point, "");
            titles.add(title);
            List<Cell> cells = new ArrayList<>();
            for (String actor : actors) {
                cells.add(cell(agreement, actor, proposal.findPosition(actor, point)));
            }
            rows.add(new PointRow(point, title, cells, proposal.fromPoints().getOrDefault(point, List.of())));
        }
        return new ProposalRow(
                proposal.name(),
                proposal.date(),
                proposal.points(),
                AgreementView.names(proposal.by()),
                proposal.follows(),
                titles,
                actors.stream()
                        .map(code -> new ActorRow(code, name(agreement, code)))
                        .toList(),
                Positions.of(agreement, proposal).agreed().stream()
                        .map(PositionsView::agreed)
                        .toList(),
                rows,
                PointMap.find(agreement, proposal).map(PointMap::vanished).orElse(List.of()));
    }

    private static Agreed agreed(Positions.Agreed agreed) {
        Basis basis = agreed.basis();
        int tenths = agreed.of() == 0 ? 0 : agreed.percentTenths();
        return new Agreed(
                agreed.among(),
                agreed.points().size(),
                agreed.of(),
                tenths / 10 + "." + tenths % 10,
                basis == null ? "" : ClosedWords.word(basis),
                agreed.signed().size(),
                agreed.points());
    }

    /// What the agreement calls an actor.
    static String name(Agreement agreement, String code) {
        Actor party = agreement.parties().get(code);
        Actor actor = party == null ? agreement.others().get(code) : party;
        return actor == null ? code : actor.name();
    }

    private static Cell cell(Agreement agreement, String actor, Optional<Proposal.Position> position) {
        if (position.isEmpty()) {
            return new Cell(actor, "unknown", null, null, null, null, null);
        }
        Proposal.Position said = position.get();
        String at = said.origin().sources().stream()
                .map(name -> agreement.sources().get(name))
                .map(source -> source == null ? "" : source.at())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
        return new Cell(
                actor,
                ClosedWords.word(said.say()),
                said.gist(),
                said.date(),
                ClosedWords.word(said.origin().basis()),
                by(agreement, said),
                at);
    }

    private static String by(Agreement agreement, Proposal.Position position) {
        return position.origin().sources().stream()
                .map(name -> {
                    Source source = agreement.sources().get(name);
                    return source == null || source.by() == null ? name : source.by();
                })
                .collect(Collectors.joining("; "));
    }

    private static Said said(Agreement agreement, Statement statement) {
        return new Said(
                statement.name(),
                statement.speaker(),
                statement.actor(),
                (statement.isBefore() ? "before " : "") + statement.date(),
                ClosedWords.word(statement.kind()),
                statement.says(),
                statement.figure() == null
                        ? null
                        : statement.figure().find().map(Quantity::text).orElse("open"),
                statement.touches().stream()
                        .map(touch -> touch.what().text() + (touch.point() > 0 ? ", point " + touch.point() : ""))
                        .toList(),
                ClosedWords.word(statement.origin().basis()),
                AgreementView.source(agreement, statement.origin()));
    }
}
