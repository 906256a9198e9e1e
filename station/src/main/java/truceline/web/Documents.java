package truceline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import truceline.report.DailyCsv;
import truceline.report.DailyHtml;
import truceline.report.DailyJson;
import truceline.report.DailyReport;
import truceline.report.Filter;
import truceline.report.Listing;

/// Documents that are not JSON views: reports and listings, written by the room `report`.
final class Documents {
    private static final int LEAST_YEAR = 1900;
    private static final int MOST_YEAR = 2999;

    private Documents() {}

    /// Documents beside the daily reports, for the list of reports.
    static List<ReportsView.Report> listed(Snapshot snapshot) {
        return List.of();
    }

    /// `DATE`, `DATE.json` or `DATE.csv`.
    static void daily(Context request, Snapshot snapshot, String name) throws IOException {
        int dot = name.indexOf('.');
        LocalDate date = date(dot < 0 ? name : name.substring(0, dot));
        String format = dot < 0 ? "html" : name.substring(dot + 1);
        if (date == null || !List.of("html", "json", "csv").contains(format)) {
            throw new NotFoundResponse("A daily report is called by its date, such as 2031-05-14 or 2031-05-14.csv.");
        }
        if (Answers.isKnown(request, snapshot.size())) {
            return;
        }
        DailyReport report = DailyReport.of(snapshot.picture(), date, snapshot.footer());
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

    /// The spot report on an incident; nothing while no writer makes one.
    static Optional<String> spot(Snapshot snapshot, int incident) {
        return Optional.empty();
    }

    /// The plain-language page; nothing while no writer makes one.
    static Optional<String> publicPage(Snapshot snapshot) {
        return Optional.empty();
    }

    /// Sends a page, or says that there is none.
    static void page(Context request, Snapshot snapshot, Supplier<Optional<String>> page) {
        if (!Answers.isKnown(request, snapshot.size())) {
            String html =
                    page.get().orElseThrow(() -> new NotFoundResponse("This version does not write that document."));
            Answers.text(request, "text/html", html);
        }
    }

    /// All incidents, as `geojson` or `csv`.
    static void incidents(Context request, Snapshot snapshot, String format) throws IOException {
        if (Answers.isKnown(request, snapshot.size())) {
            return;
        }
        StringBuilder out = new StringBuilder();
        Listing.incidents(snapshot.picture(), Filter.ALL, format, out);
        Answers.text(request, format.equals("csv") ? "text/csv" : "application/geo+json", out);
    }
}
