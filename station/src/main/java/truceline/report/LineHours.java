package truceline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import truceline.coverage.Coverage;
import truceline.coverage.Rates;
import truceline.coverage.Stretches;
import truceline.coverage.Watch;
import truceline.finding.Act;
import truceline.geo.Geometry;
import truceline.geo.Place;
import truceline.geo.Side;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.mission.AdoptedAgreement;
import truceline.mission.FloorWork;
import truceline.mission.Picture;

/// Hours in which each side of each line was watched in a period, and events of fire per such hour. Pure.
final class LineHours {
    private final Picture picture;
    private final Frame frame;
    private final Register register;
    private final Period period;

    LineHours(Picture picture, Frame frame, Register register, Period period) {
        this.picture = picture;
        this.frame = frame;
        this.register = register;
        this.period = period;
    }

    /// Lines that anybody ever watched: for the others nothing is known, and nothing is said.
    List<FloorReport.LineCoverage> lines() {
        AdoptedAgreement agreement = picture.agreement();
        if (agreement == null || picture.docket().of(Act.WATCH).isEmpty()) {
            return List.of();
        }
        List<FloorReport.LineCoverage> lines = new ArrayList<>();
        for (Map.Entry<String, Geometry> each : agreement.lines().entrySet()) {
            List<Watch> watches = FloorWork.watches(picture.docket(), each.getKey());
            if (!watches.isEmpty()) {
                long toMs = Math.max(period.fromMs() + 1, Math.min(period.toMs(), picture.receivedMs()));
                Coverage coverage = Coverage.of(Stretches.of(each.getValue()), watches, period.fromMs(), toMs);
                lines.add(line(each.getKey(), coverage));
            }
        }
        return lines;
    }

    private FloorReport.LineCoverage line(String name, Coverage coverage) {
        Rates rates = new Rates(coverage);
        for (int incident = 0; incident < register.size(); incident++) {
            Facts facts = register.facts(incident);
            Place place = register.findPlace(facts);
            boolean isFire = !facts.isCue() && Family.of(facts.kind()) == Family.FIRE;
            if (isFire && place != null && period.contains(facts.fromMs())) {
                rates.add(place.lonE7(), place.latE7(), facts.fromMs());
            }
        }
        List<FloorReport.SideCoverage> sides = new ArrayList<>();
        sides.add(side(name, coverage, rates, Side.LEFT));
        sides.add(side(name, coverage, rates, Side.RIGHT));
        if (sides.stream().allMatch(side -> side.party() >= 0)) {
            sides.sort(Comparator.comparingInt(FloorReport.SideCoverage::party));
        }
        return new FloorReport.LineCoverage(name, coverage, sides, rates.unseen());
    }

    private FloorReport.SideCoverage side(String line, Coverage coverage, Rates rates, Side side) {
        int party = party(line, side);
        String name = party >= 0
                ? "Side of " + frame.parties().get(party).name()
                : side == Side.LEFT ? "Left of the line as drawn" : "Right of the line as drawn";
        List<Coverage.Cell> cells =
                coverage.cells().stream().filter(cell -> cell.side() == side).toList();
        return new FloorReport.SideCoverage(
                party,
                name,
                cells.stream().mapToLong(Coverage.Cell::observedMs).sum(),
                cells.size() * (coverage.toMs() - coverage.fromMs()),
                rates.rate(side),
                cells.stream().map(Coverage.Cell::observedMs).toList());
    }

    private int party(String line, Side side) {
        for (Frame.Line each : frame.lines()) {
            if (each.name().equals(line)) {
                return side == Side.LEFT ? each.left() : each.right();
            }
        }
        return -1;
    }
}
