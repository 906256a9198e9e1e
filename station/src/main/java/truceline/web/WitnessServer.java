package truceline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import truceline.ledger.LedgerException;
import truceline.station.WitnessPost;

/// Serves a witness on 127.0.0.1: `POST /add-checkpoint` and `GET /<origin hash>/checkpoint` (C2SP tlog-witness). Who
/// asks needs no right but the log's signature. Thread-safe.
public final class WitnessServer implements AutoCloseable {
    private static final long MOST_BYTES = 65_536;

    private final Javalin server;

    private WitnessServer(Javalin server) {
        this.server = server;
    }

    /// Starts to serve.
    ///
    /// @param port 0 for any that is free
    /// @throws BindException where the port is taken
    public static WitnessServer start(int port, WitnessPost witness) throws BindException {
        Javalin server = Javalin.create(config -> configure(config, port, witness));
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new BindException("port " + port + " is taken: " + e.getMessage());
        }
        return new WitnessServer(server);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, int port, WitnessPost witness) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MOST_BYTES;
        config.jetty.host = "127.0.0.1";
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.post("/add-checkpoint", request -> write(request, witness.addCheckpoint(request.bodyAsBytes())));
        config.routes.get(
                "/{origin}/checkpoint", request -> write(request, witness.checkpoint(request.pathParam("origin"))));
        config.routes.exception(LedgerException.class, (failure, request) -> {
            // A witness that could not write must not cosign; whoever runs it is told.
            System.err.println("truceline: " + failure.getMessage());
            request.status(500).contentType("text/plain").result("the witness stopped\n");
        });
    }

    private static void write(Context request, WitnessPost.Reply reply) {
        request.status(reply.status());
        request.header("Cache-Control", "no-store");
        request.header("X-Content-Type-Options", "nosniff");
        request.contentType(reply.type()).result(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
