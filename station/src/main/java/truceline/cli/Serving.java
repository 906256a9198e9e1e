package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import truceline.intake.Refusal;
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
        checkPort(port);
        List<WitnessRounds> rounds = new ArrayList<>();
        try (WebStation web = WebStation.start(port, sites, demo)) {
            for (Site site : sites) {
                rounds.add(WitnessRounds.start(site.folder()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(web::close, "close"));
            out.println("http://127.0.0.1:" + web.port() + "/");
            out.flush();
            new CountDownLatch(1).await();
        } finally {
            rounds.forEach(WitnessRounds::close);
        }
    }
}
