package truceline.web;

import java.util.List;

/// The page at `/` where the interface is not part of the program: every address that can be opened, as plain links.
final class Landing {
    private Landing() {}

    static String html(List<Snapshot> stations, boolean demo) {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Truceline</title>")
                .append(
                        "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}")
                .append("</style></head><body><h1>Truceline</h1>");
        if (demo) {
            out.append("<p><strong>DEMO: synthetic data.</strong></p>");
        }
        out.append("<p>This program was built without its interface. Everything it serves is below.</p>");
        stations.forEach(station -> station(out, station));
        return out.append("</body></html>\n").toString();
    }

    private static void station(StringBuilder out, Snapshot station) {
        String id = station.site().id();
        out.append("<h2>").append(escaped(station.title())).append("</h2><p>");
        out.append(escaped(station.site().note())).append("</p><h3>Documents</h3><ul>");
        for (ReportsView.Report report : ReportsView.of(station).reports()) {
            out.append("<li>").append(escaped(report.title())).append(", ").append(report.date());
            report.formats().forEach(format -> link(out.append(' '), format.href(), format.format()));
            out.append("</li>");
        }
        out.append("<li>Incidents ");
        link(out, "/" + id + "/incidents.csv", "csv");
        link(out.append(' '), "/" + id + "/incidents.geojson", "geojson");
        out.append("</li><li>Ledger ");
        link(out, "/" + id + "/ledger/checkpoint", "checkpoint");
        out.append("</li></ul><h3>JSON</h3><ul>");
        for (String view : Routes.VIEWS) {
            out.append("<li>");
            link(out, "/api/" + id + "/" + view, view);
            out.append("</li>");
        }
        out.append("</ul>");
    }

    private static void link(StringBuilder out, String href, String text) {
        out.append("<a href=\"")
                .append(escaped(href))
                .append("\">")
                .append(escaped(text))
                .append("</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
