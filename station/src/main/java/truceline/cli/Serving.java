package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import truceline.intake.Refusal;
import truceline.station.Station;
import truceline.station.WitnessRounds;
import truceline.web.Site;
import truceline.web.WebStation;

/// Serves stations until the process is interrupted.
final class Serving {
    private static final int MOST_PORT = 65_535;

    private Serving() {}

    static void checkPort(int port) {
        if (port < 0 || port > MOST_PORT) {
            throw new Refusal("usage", "--port is a number from 0 to " + MOST_PORT);
        }
    }

    /// Prints the address and answers on it until an interrupt ends the process.
    ///
    /// @param port 0 for any that is free
    static void untilInterrupted(PrintWriter out, int port, List<Site> sites, boolean demo)
            throws IOException, InterruptedException {
        untilInterrupted(out, port, sites, demo, Map.of());
    }

    /// The same, and takes what is sent into the stations that are open.
    ///
    /// @param stations by the id of their site; closed when the process is interrupted
    static void untilInterrupted(
            PrintWriter out, int port, List<Site> sites, boolean demo, Map<String, Station> stations)
            throws IOException, InterruptedException {
        checkPort(port);
        List<WitnessRounds> rounds = new ArrayList<>();
        try (WebStation web = WebStation.start(port, sites, demo, stations)) {
            for (Site site : sites) {
                rounds.add(WitnessRounds.start(site.folder(), stations.get(site.id())));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(web, stations), "close"));
            out.println("http://127.0.0.1:" + web.port() + "/");
            out.flush();
            new CountDownLatch(1).await();
        } finally {
            rounds.forEach(WitnessRounds::close);
        }
    }

    private static void close(WebStation web, Map<String, Station> stations) {
        web.close();
        for (Station station : stations.values()) {
            try {
                station.close();
            } catch (IOException e) {
                System.err.println("truceline: the station could not be closed: " + e.getMessage());
            }
        }
    }
}
