package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import truceline.coverage.Restriction;
import truceline.finding.Finding;
import truceline.finding.Redaction;

/// What people added to a period, as members of a JSON object. A member stands there only where there is something.
final class FloorJson {
    private final FloorReport floor;
    private final ZoneId zone;
    private final JsonText out;

    FloorJson(FloorReport floor, ZoneId zone, JsonText out) {
        this.floor = floor;
        this.zone = zone;
        this.out = out;
    }

    private interface Element<T> {
        void write(T element) throws IOException;
    }

    void write() throws IOException {
        list("findings", floor.findings(), this::finding);
        list("restrictions", floor.restrictions(), each -> restriction(out, each, zone));
        list("silentSources", floor.silent(), this::silence);
        list("harm", floor.harm(), each -> harm(out, each));
        list("repairWindows", floor.repairs(), this::repair);
        list("calls", floor.calls(), this::call);
        list("claims", floor.claims(), this::claims);
        list("crossings", floor.crossings(), this::crossing);
        list("interference", floor.interference(), this::crossing);
        list("redactions", floor.redactions(), this::redaction);
    }

    private void redaction(Redaction each) throws IOException {
        out.name("item").value(each.item());
        out.name("class").value(String.valueOf(each.classLetter()));
        out.name("withheld").value(each.words());
        out.name("reason").value(each.reason());
    }

    private <T> void list(String name, List<T> elements, Element<T> element) throws IOException {
        if (elements.isEmpty()) {
            return;
        }
        out.name(name).beginArray();
        for (T each : elements) {
            out.line().beginObject();
            element.write(each);
            out.endObject();
        }
        out.endArray();
    }

    /// Lines with their observed share, for the member `coverage` of a report.
    void lines() throws IOException {
        out.name("observedPercent").value(FloorReport.percent(floor.observedMs(), floor.possibleMs()));
        list("lines", floor.lines(), this::line);
    }

    private void line(FloorReport.LineCoverage line) throws IOException {
        out.name("line").value(line.name());
        out.name("observedPercent").value(line.percent());
        out.name("unseenEvents").value(line.unseen());
        out.name("sides").beginArray();
        for (FloorReport.SideCoverage side : line.sides()) {
            out.beginObject();
            out.name("side").value(side.name());
            out.name("observedMinutes").value(side.observedMs() / 60_000);
            out.name("possibleMinutes").value(side.possibleMs() / 60_000);
            out.name("observedPercent").value(side.percent());
            out.name("eventsOfFire").value(side.rate().incidents());
            if (side.rate().text() == null) {
                out.name("perThousandObservedHours").nothing();
            } else {
                out.name("perThousandObservedHours").value(side.rate().perThousandHours());
            }
            out.name("stretchMinutes").beginArray();
            for (long observedMs : side.stretches()) {
                out.value(observedMs / 60_000);
            }
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private void finding(Published finding) throws IOException {
        out.name("incident").value(finding.incident());
        out.name("provisions").texts(finding.provisions());
        out.name("party").value(finding.party());
        out.name("attribution").value(finding.level());
        dissent(out.name("dissent"), finding.dissent());
        out.name("published").value(Words.iso(finding.publishedMs(), zone));
        out.name("sha256").value(finding.sha256());
        out.name("entry").value(finding.entry());
    }

    /// Minority votes as an array of objects.
    static void dissent(JsonText out, List<Finding.Dissent> dissent) throws IOException {
        out.beginArray();
        for (Finding.Dissent each : dissent) {
            out.beginObject();
            out.name("seat").value(each.seat());
            out.name("text").value(each.text());
            out.endObject();
        }
        out.endArray();
    }

    static void restriction(JsonText out, Restriction each, ZoneId zone) throws IOException {
        out.name("id").value(each.id());
        out.name("kind").value(each.kind());
        out.name("from").value(Words.iso(each.fromMs(), zone));
        out.name("until").value(Words.iso(each.untilMs(), zone));
        out.name("minutes").value((each.untilMs() - each.fromMs()) / 60_000);
        out.name("area").value(each.area());
        out.name("by").value(each.by());
        out.name("reason").value(each.reason());
        out.name("outcome").value(each.outcome());
        out.name("announced").value(each.isAnnounced());
        out.name("party").value(each.party());
        out.name("incident").value(each.incident());
        out.name("entry").value(each.index());
    }

    static void harm(JsonText out, FloorReport.Harm each) throws IOException {
        out.name("incident").value(each.incident());
        out.name("dead").value(each.dead());
        out.name("injured").value(each.injured());
        out.name("qualifier").value(each.qualifier());
        out.name("objects").value(each.objects());
        out.name("status").value(each.status());
        out.name("entry").value(each.entry());
    }

    private void silence(FloorReport.Silence each) throws IOException {
        out.name("source").value(each.source());
        out.name("since").value(Words.iso(each.sinceMs(), zone));
        out.name("silentMinutes").value(each.silentMs() / 60_000);
    }

    private void repair(FloorReport.Repair each) throws IOException {
        out.name("id").value(each.id());
        out.name("what").value(each.what());
        out.name("area").value(each.area());
        out.name("from").value(Words.iso(each.fromMs(), zone));
        out.name("until").value(Words.iso(each.untilMs(), zone));
        out.name("status").value(each.status());
        out.name("entry").value(each.entry());
    }

    private void call(FloorReport.Call each) throws IOException {
        out.name("started").value(Words.iso(each.startedMs(), zone));
        out.name("from").value(each.from());
        out.name("to").value(each.to());
        out.name("outcome").value(each.outcome());
        out.name("about").value(each.about());
        out.name("entry").value(each.entry());
    }

    private void claims(FloorReport.Claims each) throws IOException {
        out.name("source").value(each.source());
        out.name("accused").value(each.accused());
        out.name("claims").value(each.claims());
        out.name("matched").value(each.matched());
        out.name("unmatchedObserved").value(each.unmatchedObserved());
        out.name("notObserved").value(each.notObserved());
        out.name("duplicate").value(each.duplicate());
        out.name("outOfScope").value(each.outOfScope());
    }

    private void crossing(FloorReport.Crossing each) throws IOException {
        out.name("incident").value(each.incident());
        out.name("kind").value(each.kind().word());
        out.name("from").value(Words.iso(each.fromMs(), zone));
        out.name("to").value(Words.iso(each.toMs(), zone));
        out.name("provisions").texts(each.provisions());
        out.name("reason").value(each.reason());
    }
}
