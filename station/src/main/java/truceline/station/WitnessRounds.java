package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;

/// Asks a station's witnesses again and again while it is served, on a thread of its own: a dead one is known
/// within a minute, a checkpoint that grew is confirmed within seconds.
public final class WitnessRounds implements AutoCloseable {
    private static final long PAUSE_SECONDS = 10;

    private final Path folder;
    private final @Nullable Station open;
    private final ScheduledExecutorService rounds;
    private String policy = "";
    private long folded = -1;

    private WitnessRounds(Path folder, @Nullable Station open) {
        this.folder = folder;
        this.open = open;
        this.rounds = Executors.newSingleThreadScheduledExecutor(body -> {
            Thread thread = new Thread(body, "witnesses");
            thread.setDaemon(true);
            return thread;
        });
    }

    /// Begins, where the station's settings name any witness.
    ///
    /// @param open the station, where this process writes to it
    public static WitnessRounds start(Path folder, @Nullable Station open) throws IOException {
        WitnessRounds started = new WitnessRounds(folder, open);
        if (!Settings.read(folder).witnesses().isEmpty()) {
            var _ = started.rounds.scheduleWithFixedDelay(started::round, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
        return started;
    }

    private void round() {
        try {
            if (open != null) {
                open.countersign();
                return;
            }
            LedgerView view = LedgerView.open(folder);
            if (view.size() != folded) {
                ReadOnlyStation station = ReadOnlyStation.open(folder, new At.Now());
                String text = station.picture().policy();
                policy = text == null ? "" : text;
                folded = station.ledger().size();
            }
            if (!policy.isEmpty()) {
                Countersigning.round(folder, policy, Clock.system());
            }
        } catch (IOException | RuntimeException e) {
            say(e);
        }
    }

    /// The next round comes anyway; whoever runs the station sees why this one failed.
    private static void say(Exception failure) {
        boolean known = failure instanceof LedgerException || failure instanceof Refusal;
        System.err.println("truceline: witnesses could not be asked: " + (known ? failure.getMessage() : failure));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
