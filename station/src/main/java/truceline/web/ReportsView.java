package truceline.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import truceline.incident.Facts;
import truceline.report.Period;

/// Documents that can be opened, newest first. Pure.
final class ReportsView {
    private static final int MOST_DAYS = 366;

    private ReportsView() {}

    record Format(String format, String href) {}

    record Report(String title, String date, String kind, String href, List<Format> formats, boolean provisional) {}

    record View(List<Report> reports) {}

    static View of(Snapshot snapshot) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Facts facts : snapshot.reported()) {
            days.add(DayWindow.date(snapshot, facts.fromMs()));
            if (days.size() > MOST_DAYS) {
                days.removeFirst();
            }
        }
        List<Report> reports = new ArrayList<>(Documents.listed(snapshot));
        for (LocalDate day : days.reversed()) {
            reports.add(daily(snapshot, Period.of(day, snapshot.zone())));
        }
        return new View(reports);
    }

    private static Report daily(Snapshot snapshot, Period period) {
        String href = "/" + snapshot.site().id() + "/reports/daily/" + period.date();
        return new Report(
                "Daily report " + period.number(),
                period.date().toString(),
                "daily",
                href,
                List.of(new Format("html", href), new Format("json", href + ".json"), new Format("csv", href + ".csv")),
                snapshot.nowMs() < period.toMs());
    }
}
