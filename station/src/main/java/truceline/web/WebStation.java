package truceline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import truceline.station.Station;

/// Serves stations to browsers on this machine: listens on 127.0.0.1 only and answers GET and HEAD. Into a
/// station that is open to be written to it takes signed submissions and statements by POST; it changes nothing
/// else.
///
/// A request that names another host is refused, so that no page of another site can read through the browser.
/// Every answer carries a content policy under which nothing is loaded from elsewhere. Thread-safe.
public final class WebStation implements AutoCloseable {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                    + " font-src 'self'; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'; object-src 'none'";
    private static final List<HandlerType> READS = List.of(HandlerType.GET, HandlerType.HEAD);
    private static final int MISDIRECTED = 421;

    private final Javalin server;

    private WebStation(Javalin server) {
        this.server = server;
    }

    /// Reads the stations and starts to serve.
    ///
    /// @param port 0 for any that is free
    /// @param demo marks every answer as made from invented data; so does a station whose settings say it
    /// @throws BindException where the port is taken
    /// @throws IOException where a station cannot be read
    public static WebStation start(int port, List<Site> sites, boolean demo) throws IOException {
        return start(port, sites, demo, Map.of());
    }

    /// The same, and takes what is sent signed into those stations that are open to be written to.
    ///
    /// @param stations by the id of their site
    public static WebStation start(int port, List<Site> sites, boolean demo, Map<String, Station> stations)
            throws IOException {
        List<OpenSite> open = new ArrayList<>();
        boolean invented = demo;
        for (Site site : sites) {
            OpenSite opened = new OpenSite(site, stations.get(site.id()));
            invented |= opened.snapshot().isDemo();
            open.add(opened);
        }
        boolean marked = invented;
        Javalin server = Javalin.create(
                config -> configure(config, port, marked, new Routes(open, marked), new Posts(stations)));
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new BindException("port " + port + " is taken: " + e.getMessage());
        }
        return new WebStation(server);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, int port, boolean demo, Routes routes, Posts posts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = "127.0.0.1";
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler((request, response, done) -> {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            String problem = "{\"type\":\"about:blank\",\"title\":\"The request is not understood\",\"status\":"
                    + response.getStatus() + ",\"detail\":\"The request is not understood\"}";
            Content.Sink.write(response, true, problem, done);
            return true;
        }));
        config.routes.before(request -> admit(request, demo, posts));
        posts.add(config.routes);
        routes.add(config.routes);
        config.routes.exception(
                HttpResponseException.class,
                (refusal, request) -> Answers.problem(
                        request, refusal.getStatus(), title(refusal.getStatus()), refusal.getMessage()));
        config.routes.exception(Exception.class, (failure, request) -> {
            // The reader gets no trace; whoever runs the station does.
            System.err.println("truceline: " + request.path() + " could not be answered: " + failure);
            Answers.problem(request, 500, title(500), "The station could not answer; its record is not touched.");
        });
    }

    private static void admit(Context request, boolean demo, Posts posts) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        if (demo) {
            request.header("X-Truceline-Demo", "true");
        }
        if (!isHere(request.header("Host"))) {
            throw new HttpResponseException(MISDIRECTED, "This station answers on 127.0.0.1 and localhost only.");
        }
        boolean isSent = HandlerType.POST.equals(request.method()) && posts.takes(request.path());
        if (!isSent && !READS.contains(request.method())) {
            request.header("Allow", posts.takes(request.path()) ? "POST" : "GET, HEAD");
            throw new HttpResponseException(405, "This station is read-only here: GET and HEAD.");
        }
    }

    private static boolean isHere(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean isPort = colon < 0 || host.substring(colon + 1).matches("[0-9]{1,5}");
        return isPort && (name.equals("127.0.0.1") || name.equalsIgnoreCase("localhost"));
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "The request is not understood";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Held already with other content";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case MISDIRECTED -> "Misdirected request";
            case 422 -> "The content is refused";
            case 429 -> "Too many requests";
            case 500 -> "Internal error";
            case 503 -> "Not available now";
            default -> "The request cannot be answered";
        };
    }
}
