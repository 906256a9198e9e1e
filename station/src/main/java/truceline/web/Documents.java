package truceline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.incident.Facts;
import truceline.report.DailyCsv;
import truceline.report.DailyHtml;
import truceline.report.DailyJson;
import truceline.report.DailyReport;
import truceline.report.Filter;
import truceline.report.Listing;
import truceline.report.PublicHtml;
import truceline.report.SpotHtml;

/// Documents that are not JSON views: reports and listings, written by the room `report`.
final class Documents {
    private static final int LEAST_YEAR = 1900;
    private static final int MOST_YEAR = 2999;

    private Documents() {}

    /// Documents beside the daily reports, for the list of reports.
    static List<ReportsView.Report> listed(Snapshot snapshot) {
        List<ReportsView.Report> listed = new ArrayList<>();
        String site = "/" + snapshot.site().id();
        DayWindow.newest(snapshot).ifPresent(day -> {
            String date = DayWindow.date(snapshot, day.fromMs()).toString();
            listed.add(report("What happened, in plain words", date, "public", site + "/public"));
        });
        for (Facts facts : IncidentRows.chosen(snapshot, Window.ALL)) {
            String id = snapshot.id(facts.incident());
            boolean isDecided = !snapshot.file(facts.incident()).steps().isEmpty();
            if (isDecided || IncidentRows.isGrave(snapshot, facts)) {
                String title = "Spot report " + id + ": " + IncidentRows.title(facts);
                String date = DayWindow.date(snapshot, facts.fromMs()).toString();
                listed.add(report(title, date, "spot", site + "/reports/spot/" + id.replace('/', '-')));
            }
        }
        return listed;
    }

    private static ReportsView.Report report(String title, String date, String kind, String href) {
        return new ReportsView.Report(title, date, kind, href, List.of(new ReportsView.Format("html", href)), false);
    }

    /// `DATE`, `DATE.json` or `DATE.csv`.
    static void daily(Context request, Snapshot snapshot, String name) throws IOException {
        int dot = name.indexOf('.');
        LocalDate date = date(dot < 0 ? name : name.substring(0, dot));
        String format = dot < 0 ? "html" : name.substring(dot + 1);
        if (date == null || !List.of("html", "json", "csv").contains(format)) {
            throw new NotFoundResponse("A daily report is called by its date, such as 2031-05-14 or 2031-05-14.csv.");
        }
        if (Answers.isKnown(request, snapshot)) {
            return;
        }
        DailyReport report = DailyReport.of(snapshot.picture(), date, snapshot.footer(), snapshot.isDemo());
        StringBuilder out = new StringBuilder();
        switch (format) {
            case "json" -> DailyJson.write(report, out);
            case "csv" -> DailyCsv.write(report, out);
            default -> DailyHtml.write(report, out);
        }
        Answers.text(request, type(format), out);
    }

    private static String type(String format) {
        return switch (format) {
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            default -> "text/html";
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < LEAST_YEAR || date.getYear() > MOST_YEAR ? null : date;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// The spot report on an incident.
    static void spot(Context request, Snapshot snapshot, int incident) throws IOException {
        if (!Answers.isKnown(request, snapshot)) {
            StringBuilder out = new StringBuilder();
            SpotHtml.write(snapshot.picture(), snapshot.id(incident), snapshot.footer(), snapshot.isDemo(), out);
            Answers.text(request, "text/html", out);
        }
    }

    /// The plain-language page for the public.
    static void publicPage(Context request, Snapshot snapshot) throws IOException {
        if (!Answers.isKnown(request, snapshot)) {
            StringBuilder out = new StringBuilder();
            PublicHtml.write(snapshot.picture(), snapshot.footer(), snapshot.isDemo(), out);
            Answers.text(request, "text/html", out);
        }
    }

    /// All incidents, as `geojson` or `csv`.
    static void incidents(Context request, Snapshot snapshot, String format) throws IOException {
        if (Answers.isKnown(request, snapshot)) {
            return;
        }
        StringBuilder out = new StringBuilder();
        Listing.incidents(snapshot.picture(), Filter.ALL, format, snapshot.isDemo(), out);
        Answers.text(request, format.equals("csv") ? "text/csv" : "application/geo+json", out);
    }
}
