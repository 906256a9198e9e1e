package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import truceline.observation.Word;

/// The incidents of a daily report as one table, most important first: the annex without its limit, and cues too.
/// RFC 4180, safe to open in a spreadsheet; times are ISO 8601 in the zone of the agreement.
public final class DailyCsv {
    private static final List<String> COLUMNS = List.of(
            "report",
            "region",
            "location",
            "longitude",
            "latitude",
            "radiusMetres",
            "means",
            "number",
            "atLeast",
            "observation",
            "description",
            "weapon",
            "from",
            "to",
            "incident",
            "cases",
            "standing",
            "cue",
            "explosionsAtLeast",
            "sources",
            "lineages");

    private DailyCsv() {}

    public static void write(DailyReport report, Appendable out) throws IOException {
        CsvText csv = new CsvText(out);
        csv.header(report.floor().isEmpty() ? COLUMNS : withDecisions());
        for (Event event : report.events()) {
            line(report, event, csv);
        }
    }

    private static void line(DailyReport report, Event event, CsvText csv) throws IOException {
        ZoneId zone = report.period().zone();
        csv.text(report.period().number());
        csv.text(event.region() < 0 ? "" : report.frame().regions().name(event.region()));
        csv.text(event.placeName() == null ? "" : event.placeName());
        if (event.place() == null) {
            csv.text("").text("").text("");
        } else {
            csv.number(Words.decimal(event.place().lonE7()));
            csv.number(Words.decimal(event.place().latE7()));
            csv.number(event.radiusMetres());
        }
        csv.text(String.join(";", event.means().stream().map(Word::word).toList()));
        csv.text(event.count().text());
        csv.number(event.count().atLeast());
        csv.text(event.kind().word());
        csv.text(Words.description(event.descriptions(), event.flight()));
        csv.text(Words.weapon(event.weapon(), event.calibreTenthMm()));
        csv.text(Words.iso(event.fromMs(), zone));
        csv.text(Words.iso(event.toMs(), zone));
        csv.text(event.id());
        csv.text(String.join(";", event.cases()));
        csv.text(event.standing().name().toLowerCase(Locale.ROOT));
        csv.text(event.isCue() ? "yes" : "no");
        csv.number(event.explosionsAtLeast());
        csv.text(String.join(";", event.sources()));
        csv.number(event.lineages());
        if (!report.floor().isEmpty()) {
            csv.text(event.verification().word());
            csv.text(event.attribution().name());
        }
        csv.endLine();
    }

    /// Where people stated anything, two columns more say what they decided.
    private static List<String> withDecisions() {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("verification");
        columns.add("attribution");
        return columns;
    }
}
