package truceline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/// Which address answers what. Every address answers GET and HEAD.
final class Routes {
    /// The views of a station, below `/api/{station}/`, that need nothing but their name.
    static final List<String> VIEWS = List.of(
            "overview",
            "incidents",
            "findings",
            "map",
            "histogram",
            "coverage",
            "floor",
            "agreement",
            "guarantees",
            "positions",
            "timeline",
            "forces",
            "territory",
            "claims",
            "reports",
            "ledger");

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_CLAIMS = 2_000;

    private final Map<String, OpenSite> sites = new LinkedHashMap<>();
    private final boolean demo;

    Routes(List<OpenSite> sites, boolean demo) {
        sites.forEach(site -> this.sites.put(site.site().id(), site));
        this.demo = demo;
    }

    private record StationRow(String id, String title, String note) {}

    private record Stations(boolean demo, List<StationRow> stations) {}

    /// Writes what a request asks of one station.
    private interface Reader {
        void answer(Context request, Snapshot snapshot) throws IOException;
    }

    /// Writes files of one station's ledger.
    private interface FileReader {
        void answer(Context request, OpenSite site) throws IOException;
    }

    void add(RoutesConfig routes) {
        both(routes, "/api/stations", this::stations);
        for (String view : VIEWS) {
            station(routes, "/api/{station}/" + view, (request, snapshot) -> view(request, snapshot, view));
        }
        station(routes, "/api/{station}/incidents/{incident}", this::incident);
        station(routes, "/api/{station}/ledger/{index}", this::entry);
        site(routes, "/{station}/ledger/checkpoint", LedgerFiles::checkpoint);
        site(
                routes,
                "/{station}/ledger/tile/<path>",
                (request, site) -> LedgerFiles.tile(request, site, "tile/" + request.pathParam("path")));
        site(
                routes,
                "/{station}/proof/{index}",
                (request, site) -> LedgerFiles.proof(request, site, Query.number(request.pathParam("index"))));
        documents(routes);
        both(routes, "/", this::home);
        both(routes, "/<path>", this::page);
    }

    private void documents(RoutesConfig routes) {
        station(routes, "/{station}/reports/daily/{name}", (request, snapshot) -> {
            Query.only(request);
            Documents.daily(request, snapshot, request.pathParam("name"));
        });
        station(routes, "/{station}/reports/spot/{incident}", (request, snapshot) -> {
            Query.only(request);
            Documents.spot(request, snapshot, number(request, snapshot));
        });
        station(routes, "/{station}/public", (request, snapshot) -> {
            Query.only(request);
            Documents.publicPage(request, snapshot);
        });
        for (String format : List.of("geojson", "csv")) {
            station(routes, "/{station}/incidents." + format, (request, snapshot) -> {
                Query.only(request);
                Documents.incidents(request, snapshot, format);
            });
        }
    }

    private static void both(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void station(RoutesConfig routes, String path, Reader reader) {
        both(routes, path, request -> reader.answer(request, site(request).snapshot()));
    }

    /// What takes no parameters and needs the files of a station only, not what follows from them.
    private void site(RoutesConfig routes, String path, FileReader reader) {
        both(routes, path, request -> {
            OpenSite site = site(request);
            Query.only(request);
            reader.answer(request, site);
        });
    }

    private OpenSite site(Context request) {
        OpenSite site = sites.get(request.pathParam("station"));
        if (site == null) {
            throw new NotFoundResponse("There is no station of that name; /api/stations lists them.");
        }
        return site;
    }

    private void stations(Context request) throws IOException {
        Query.only(request);
        List<StationRow> rows = new ArrayList<>();
        for (OpenSite site : sites.values()) {
            rows.add(new StationRow(
                    site.site().id(), site.snapshot().title(), site.site().note()));
        }
        request.header("Cache-Control", Answers.NO_CACHE);
        Answers.json(request, new Stations(demo, rows));
    }

    private void page(Context request) throws IOException {
        if (request.path().equals("/")) {
            home(request);
        } else {
            Query.only(request);
            StaticFiles.serve(request, request.pathParam("path"));
        }
    }

    private void home(Context request) throws IOException {
        Query.only(request);
        if (StaticFiles.find("index.html") != null) {
            StaticFiles.serve(request, "index.html");
            return;
        }
        List<Snapshot> snapshots = new ArrayList<>();
        for (OpenSite site : sites.values()) {
            snapshots.add(site.snapshot());
        }
        request.header("Cache-Control", Answers.NO_CACHE);
        Answers.text(request, "text/html", Landing.html(snapshots, demo));
    }

    /// Checks what is asked before it is computed, and computes only what the reader does not have.
    private void view(Context request, Snapshot snapshot, String view) {
        Supplier<Object> answer = switch (view) {
            case "overview" -> plain(request, () -> OverviewView.of(snapshot, demo));
            case "incidents" -> timed(request, window -> IncidentRows.of(snapshot, window));
            case "findings" -> plain(request, () -> FindingsView.of(snapshot));
            case "map" -> timed(request, window -> MapView.of(snapshot, window));
            case "histogram" -> hourly(request, snapshot, window -> HistogramView.of(snapshot, window));
            case "coverage" -> hourly(request, snapshot, window -> CoverageView.of(snapshot, window));
            case "floor" -> timed(request, window -> FloorView.of(snapshot, window));
            case "agreement" -> plain(request, () -> AgreementView.of(snapshot));
            case "guarantees" -> plain(request, () -> GuaranteesView.of(snapshot));
            case "positions" -> plain(request, () -> PositionsView.of(snapshot));
            case "timeline" -> plain(request, () -> TimelineView.of(snapshot));
            case "forces" -> plain(request, () -> ForcesView.of(snapshot));
            case "territory" -> plain(request, () -> TerritoryView.of(snapshot));
            case "claims" -> claims(request, snapshot);
            case "reports" -> plain(request, () -> ReportsView.of(snapshot));
            case "ledger" -> ledger(request, snapshot);
            default -> throw new IllegalStateException("no view " + view);
        };
        write(request, snapshot, answer);
    }

    private static void write(Context request, Snapshot snapshot, Supplier<Object> answer) {
        if (!Answers.isKnown(request, snapshot)) {
            Answers.json(request, answer.get());
        }
    }

    private static Supplier<Object> plain(Context request, Supplier<Object> view) {
        Query.only(request);
        return view;
    }

    private static Supplier<Object> timed(Context request, Function<Window, Object> view) {
        Query.only(request, "from", "to");
        Window window = Query.window(request);
        return () -> view.apply(window);
    }

    private static Supplier<Object> hourly(Context request, Snapshot snapshot, Function<Window, Object> view) {
        Query.only(request, "from", "to");
        Window window = Query.hours(request, snapshot);
        return () -> view.apply(window);
    }

    private static Supplier<Object> claims(Context request, Snapshot snapshot) {
        Query.only(request, "from", "to", "limit");
        Window window = Query.window(request);
        int limit = (int) Query.number(request, "limit", 1, MOST_CLAIMS, MOST_CLAIMS);
        return () -> ClaimsView.of(snapshot, window, limit);
    }

    private static Supplier<Object> ledger(Context request, Snapshot snapshot) {
        Query.only(request, "before", "limit");
        long before = Query.number(request, "before", 0, Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) Query.number(request, "limit", 1, MOST_ENTRIES, 50);
        return () -> LedgerPages.page(snapshot, before, limit);
    }

    private void incident(Context request, Snapshot snapshot) {
        Query.only(request);
        int incident = number(request, snapshot);
        write(
                request,
                snapshot,
                () -> Answers.together(
                        IncidentRows.row(snapshot, snapshot.facts().get(incident)),
                        IncidentDetails.of(snapshot, incident)));
    }

    /// The incident that the path cites: `12-3` stands for the address `12/3`.
    private static int number(Context request, Snapshot snapshot) {
        OptionalInt incident = snapshot.find(request.pathParam("incident").replace('-', '/'));
        if (incident.isEmpty()) {
            throw new NotFoundResponse("There is no such incident.");
        }
        return incident.getAsInt();
    }

    private void entry(Context request, Snapshot snapshot) {
        Query.only(request);
        long index = Query.number(request.pathParam("index"));
        if (index < 0 || index >= snapshot.ledger().size()) {
            throw new NotFoundResponse("There is no such entry.");
        }
        write(request, snapshot, () -> LedgerPages.entry(snapshot, index));
    }
}
