package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import truceline.compliance.Norms;
import truceline.observation.Count;

/// A daily report as one JSON object. Keys may be added, never renamed; counts are the model's, times are ISO 8601
/// in the zone of the agreement.
public final class DailyJson {
    private final DailyReport report;
    private final ZoneId zone;
    private final JsonText out;

    private DailyJson(DailyReport report, Appendable out) {
        this.report = report;
        this.zone = report.period().zone();
        this.out = new JsonText(out);
    }

    public static void write(DailyReport report, Appendable out) throws IOException {
        new DailyJson(report, out).write();
        out.append('\n');
    }

    private void write() throws IOException {
        out.beginObject();
        heading();
        out.name("summary").beginObject();
        out.name("period");
        counts(report.total());
        out.name("before");
        counts(report.before());
        out.endObject();
        days();
        regions();
        provisions();
        kinds();
        sources();
        corrections();
        out.name("rejections").beginObject();
        for (Map.Entry<String, Long> each : report.rejections().entrySet()) {
            out.name(each.getKey()).value(each.getValue());
        }
        out.endObject();
        events();
        new FloorJson(report.floor(), zone, out).write();
        footer();
        out.endObject();
    }

    private void heading() throws IOException {
        Period period = report.period();
        out.name("kind").value("daily");
        if (report.isDemo()) {
            out.name("demo").value(true);
        }
        out.name("number").value(period.number());
        out.name("date").value(period.date().toString());
        out.name("zone").value(zone.getId());
        out.name("from").value(Words.iso(period.fromMs(), zone));
        out.name("to").value(Words.iso(period.toMs(), zone));
        out.name("minutes").value(period.minutes());
        out.name("cutOff").value(Words.iso(report.cutOffMs(), zone));
        out.name("provisional").value(report.isProvisional());
        out.name("size").value(report.size());
        out.name("agreement").beginObject();
        out.name("title").value(report.frame().title());
        out.name("version").value(report.frame().version());
        out.endObject();
        out.name("parties").beginArray();
        for (Frame.Party party : report.frame().parties()) {
            out.beginObject();
            out.name("code").value(party.code());
            out.name("name").value(party.name());
            out.endObject();
        }
        out.endArray();
    }

    private void counts(Counts counts) throws IOException {
        out.beginObject();
        countFields(counts);
        out.endObject();
    }

    private void countFields(Counts counts) throws IOException {
        out.name("incidents").value(counts.incidents());
        out.name("candidate").value(counts.candidates());
        out.name("indeterminate").value(counts.indeterminate());
        out.name("violationsAtLeast").value(counts.violationsAtLeast());
        out.name("explosionsAtLeast").value(counts.explosionsAtLeast());
        out.name("cues").value(counts.cues());
        out.name("nearBorder").value(counts.nearBorder());
    }

    private void days() throws IOException {
        out.name("days").beginArray();
        for (DailyReport.DayCount day : report.days()) {
            out.beginObject();
            out.name("date").value(day.date().toString());
            out.name("received").value(day.coverage().name().toLowerCase(Locale.ROOT));
            countFields(day.counts());
            out.endObject();
        }
        out.endArray();
    }

    private void regions() throws IOException {
        out.name("regions").beginArray();
        for (DailyReport.RegionCount region : report.regions()) {
            out.beginObject();
            out.name("region").value(region.region());
            countFields(region.counts());
            out.endObject();
        }
        out.endArray();
    }

    private void provisions() throws IOException {
        out.name("provisions").beginArray();
        for (DailyReport.ProvisionCount each : report.provisions()) {
            out.beginObject();
            out.name("provision").value(each.provision());
            out.name("candidate").value(each.candidates());
            out.name("indeterminate").value(each.indeterminate());
            out.endObject();
        }
        out.endArray();
        out.name("notEvaluated").beginArray();
        for (Norms.Silent each : report.frame().norms().notEvaluated()) {
            out.beginObject();
            out.name("provision").value(each.id());
            out.name("reason").value(each.reason());
            out.endObject();
        }
        out.endArray();
    }

    private void kinds() throws IOException {
        out.name("kinds").beginArray();
        for (DailyReport.KindCount each : report.kinds()) {
            out.beginObject();
            out.name("kind").value(each.kind().word());
            out.name("incidents").value(each.incidents());
            out.name("eventsAtLeast").value(each.eventsAtLeast());
            out.endObject();
        }
        out.endArray();
    }

    private void sources() throws IOException {
        out.name("coverage").beginObject();
        if (report.isMeasured()) {
            out.name("observedHours").value(report.floor().observedMs() / 3_600_000);
            out.name("possibleHours").value(report.floor().possibleMs() / 3_600_000);
            out.name("note").value("Line-hours: one side of one stretch of 10 km for one hour.");
            new FloorJson(report.floor(), zone, out).lines();
        } else {
            out.name("observedHours").nothing();
            out.name("note").value("Hours of observation are not yet measured.");
        }
        out.name("sources").beginArray();
        for (DailyReport.SourceCount each : report.sources()) {
            out.beginObject();
            out.name("source").value(each.id());
            out.name("grade").value(String.valueOf(each.grade()));
            moment("firstReceived", each.firstReceivedMs());
            moment("lastReceived", each.lastReceivedMs());
            out.name("rows").value(each.rows());
            out.name("searches").value(each.searches());
            out.name("silent").value(each.rows() == 0);
            out.endObject();
        }
        out.endArray();
        out.endObject();
    }

    private void moment(String name, long ms) throws IOException {
        out.name(name).value(ms == 0 ? null : Words.iso(ms, zone));
    }

    private void corrections() throws IOException {
        out.name("corrections").beginArray();
        for (DailyReport.Correction each : report.corrections()) {
            out.beginObject();
            out.name("incident").value(each.id());
            out.name("from").value(Words.iso(each.fromMs(), zone));
            out.name("place").value(each.placeName());
            out.name("added").value(each.added());
            out.name("joined").value(each.joined());
            out.name("kindBefore").value(each.kindBefore().word());
            out.name("kindAfter").value(each.kindAfter().word());
            out.name("countBefore").value(each.countBefore().text());
            out.name("countAfter").value(each.countAfter().text());
            out.endObject();
        }
        out.endArray();
        out.name("lateIncidents").value(report.lateIncidents());
    }

    private void events() throws IOException {
        out.name("incidents").beginArray();
        for (Event event : report.events()) {
            out.line();
            event(event);
        }
        out.endArray();
    }

    private void event(Event event) throws IOException {
        out.beginObject();
        out.name("id").value(event.id());
        out.name("kind").value(event.kind().word());
        out.name("cue").value(event.isCue());
        out.name("ceasefireViolation").value(event.isViolation());
        Count count = event.count();
        out.name("count");
        if (count.value() < 0) {
            out.nothing();
        } else {
            out.value(count.value());
        }
        out.name("qualifier").value(count.qualifier().word());
        out.name("countText").value(count.text());
        out.name("explosionsAtLeast").value(event.explosionsAtLeast());
        out.name("from").value(Words.iso(event.fromMs(), zone));
        out.name("to").value(Words.iso(event.toMs(), zone));
        out.name("place").value(event.placeName());
        place(event);
        out.name("region")
                .value(event.region() < 0 ? null : report.frame().regions().name(event.region()));
        out.name("means").texts(event.means().stream().map(each -> each.word()).toList());
        out.name("description").value(Words.description(event.descriptions(), event.flight()));
        out.name("weapon").value(event.weapon().word());
        out.name("sources").texts(event.sources());
        out.name("lineages").value(event.lineages());
        out.name("cases").texts(event.cases());
        out.endObject();
    }

    private void place(Event event) throws IOException {
        if (event.place() == null) {
            out.name("longitude")
                    .nothing()
                    .name("latitude")
                    .nothing()
                    .name("radiusMetres")
                    .nothing();
        } else {
            out.name("longitude").decimal(Words.decimal(event.place().lonE7()));
            out.name("latitude").decimal(Words.decimal(event.place().latE7()));
            out.name("radiusMetres").value(event.radiusMetres());
        }
    }

    private void footer() throws IOException {
        out.name("ledger").beginObject();
        out.name("origin").value(report.footer().origin());
        out.name("size").value(report.footer().treeSize());
        out.name("root").value(report.footer().rootBase64());
        out.endObject();
    }
}
