package truceline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Restriction;
import truceline.finding.Act;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.finding.Stated;
import truceline.finding.Statement;
import truceline.incident.Facts;
import truceline.mission.FloorWork;
import truceline.mission.Picture;
import truceline.observation.Kind;

/// Gathers what people added to a period out of a picture. Pure.
final class FloorCount {
    private final Picture picture;
    private final Frame frame;
    private final Register register;
    private final Period period;
    private final Docket docket;

    FloorCount(Picture picture, Frame frame, Register register, Period period) {
        this.picture = picture;
        this.frame = frame;
        this.register = register;
        this.period = period;
        this.docket = picture.docket();
    }

    FloorReport report() {
        List<FloorReport.Crossing> crossings = new ArrayList<>();
        List<FloorReport.Crossing> interference = new ArrayList<>();
        crossings(crossings, interference);
        return new FloorReport(
                findings(),
                restrictions(),
                new LineHours(picture, frame, register, period).lines(),
                silent(),
                harm(),
                repairs(),
                calls(),
                new ClaimCount(picture, frame, register, period).totals(),
                crossings,
                interference,
                docket.redactions().stream()
                        .filter(each -> period.contains(each.decidedMs()))
                        .toList());
    }

    private List<Published> findings() {
        List<Published> findings = new ArrayList<>();
        for (CaseFile file : docket.files().values()) {
            CaseFile.Publication published = file.published();
            if (published != null && period.contains(published.receivedMs())) {
                findings.add(Published.of(file.incident(), published));
            }
        }
        findings.sort(Comparator.comparingLong(Published::entry));
        return findings;
    }

    private List<Restriction> restrictions() {
        return FloorWork.restrictions(docket).stream()
                .filter(each -> each.fromMs() < period.toMs() && each.untilMs() > period.fromMs())
                .toList();
    }

    private List<FloorReport.Silence> silent() {
        SortedMap<String, List<Stated>> beats = new TreeMap<>();
        for (Stated beat : docket.of(Act.HEARTBEAT)) {
            beats.computeIfAbsent(beat.statement().text("source"), _ -> new ArrayList<>())
                    .add(beat);
        }
        List<FloorReport.Silence> silent = new ArrayList<>();
        beats.forEach((source, own) -> {
            FloorReport.Silence silence = silence(source, own);
            if (silence != null) {
                silent.add(silence);
            }
        });
        return silent;
    }

    /// The time between the moment at which a sign was due and the next sign, as far as it lies in the period.
    private FloorReport.@Nullable Silence silence(String source, List<Stated> beats) {
        beats.sort(Comparator.comparingLong(beat -> beat.statement().number("at")));
        long silentMs = 0;
        long sinceMs = 0;
        for (int i = 0; i < beats.size(); i++) {
            long due = beats.get(i).statement().number("next");
            long next = i + 1 < beats.size() ? beats.get(i + 1).statement().number("at") : picture.receivedMs();
            long within = Math.min(next, period.toMs()) - Math.max(due, period.fromMs());
            if (within > 0) {
                sinceMs = silentMs == 0 ? due : sinceMs;
                silentMs += within;
            }
        }
        return silentMs == 0 ? null : new FloorReport.Silence(source, sinceMs, silentMs);
    }

    private List<FloorReport.Harm> harm() {
        return harm(picture, register).stream()
                .filter(each -> period.contains(each.atMs()))
                .toList();
    }

    /// Everything that was said about harm: of each incident the latest.
    static List<FloorReport.Harm> harm(Picture picture, Register register) {
        SortedMap<String, FloorReport.Harm> latest = new TreeMap<>();
        for (Stated stated : picture.docket().of(Act.HARM)) {
            Statement said = stated.statement();
            Facts facts = register.findFacts(said.findText("incident"));
            String incident = facts == null ? null : register.id(facts.incident());
            latest.put(
                    incident == null ? "entry " + stated.index() : incident,
                    new FloorReport.Harm(
                            stated.index(),
                            incident,
                            facts == null ? stated.receivedMs() : facts.fromMs(),
                            said.number("dead"),
                            said.number("injured"),
                            said.text("qualifier"),
                            said.text("objects"),
                            said.text("status")));
        }
        return latest.values().stream()
                .sorted(Comparator.comparingLong(FloorReport.Harm::entry))
                .toList();
    }

    private List<FloorReport.Repair> repairs() {
        List<FloorReport.Repair> repairs = new ArrayList<>();
        for (Stated stated : docket.latest(Act.REPAIR_WINDOW, "id")) {
            Statement said = stated.statement();
            long fromMs = said.number("from");
            long untilMs = said.number("until");
            if (fromMs < period.toMs() && untilMs > period.fromMs()) {
                repairs.add(new FloorReport.Repair(
                        stated.index(),
                        said.text("id"),
                        said.text("what"),
                        said.text("area"),
                        fromMs,
                        untilMs,
                        said.text("status")));
            }
        }
        return repairs;
    }

    private List<FloorReport.Call> calls() {
        List<FloorReport.Call> calls = new ArrayList<>();
        for (Stated stated : docket.of(Act.CALL)) {
            Statement said = stated.statement();
            if (period.contains(said.number("started"))) {
                calls.add(new FloorReport.Call(
                        stated.index(),
                        said.number("started"),
                        said.text("from"),
                        said.text("to"),
                        said.text("outcome"),
                        said.text("about")));
            }
        }
        calls.sort(Comparator.comparingLong(FloorReport.Call::startedMs).thenComparingLong(FloorReport.Call::entry));
        return calls;
    }

    private void crossings(List<FloorReport.Crossing> crossings, List<FloorReport.Crossing> interference) {
        for (int incident = 0; incident < register.size(); incident++) {
            Facts facts = register.facts(incident);
            if (!period.contains(facts.fromMs())) {
                continue;
            }
            if (facts.kind() == Kind.INTERFERENCE) {
                interference.add(crossing(facts));
            } else if (facts.isMovement() && !register.isOnlyMovement(facts)) {
                crossings.add(crossing(facts));
            }
        }
    }

    private FloorReport.Crossing crossing(Facts facts) {
        return new FloorReport.Crossing(
                register.id(facts.incident()),
                facts.kind(),
                facts.fromMs(),
                facts.toMs(),
                register.provisions(facts.incident()),
                register.firstReason(facts));
    }
}
