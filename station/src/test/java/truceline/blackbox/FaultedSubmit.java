package truceline.blackbox;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import truceline.intake.ObservationsCsvReader;
import truceline.station.Delivery;
import truceline.station.Station;

/// A process that submits one file to a station, and waits before each part of it, so that whoever watches its system
/// calls can begin there. Started anew for each fault; much quicker to start than the program.
///
/// `FaultedSubmit HOME FILE RECEIPTS SOURCE`; prints `ready`, reads a line, opens the station, prints `open`, reads a
/// line, admits the file and closes. Each entry's line stands in RECEIPTS once the entry is durable. Exit status: 0 all
/// done, 7 refused with a message.
final class FaultedSubmit {
    static final int REFUSED = 7;
    static final long NOW_MS = 1_936_000_000_000L;

    private FaultedSubmit() {}

    /// Does it.
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        PrintStream say = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        FixedRandom.install();
        say.println("ready");
        told.readLine();
        try (Station station = Station.open(home, () -> NOW_MS)) {
            say.println("open");
            told.readLine();
            if (!args[1].equals("-")) {
                admit(station, Path.of(args[1]), Path.of(args[2]), args[3]);
            }
        } catch (IOException | RuntimeException e) {
            say.println("refused " + e);
            System.exit(REFUSED);
        }
        say.println("done");
        System.exit(0);
    }

    private static void admit(Station station, Path file, Path receipts, String source) throws IOException {
        try (Writer lines = Files.newBufferedWriter(receipts, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            station.admit(new Delivery(source, new ObservationsCsvReader(), null, in), (index, leaf) -> {
                lines.write(index + " " + leaf.base64() + "\n");
                lines.flush();
            });
        }
    }
}
