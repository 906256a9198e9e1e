package truceline.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import truceline.ledger.LedgerException;
import truceline.station.Station;

/// A process that does what it is told with a station: lines `open HOME` and `close`. Answers each with one
/// line.
final class OpenAndClose {
    private OpenAndClose() {}

    /// Does it until its input ends.
    public static void main(String[] args) throws IOException {
        PrintStream say = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<Station> open = new ArrayList<>();
        say.println("ready");
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            say.println(answer(line, open));
        }
    }

    private static String answer(String line, List<Station> open) throws IOException {
        if (line.startsWith("open ")) {
            try {
                open.add(Station.open(Path.of(line.substring(5)), () -> FaultedSubmit.NOW_MS));
                return "open";
            } catch (LedgerException refused) {
                return "refused " + refused.code();
            }
        }
        for (Station station : open) {
            station.close();
        }
        open.clear();
        return "closed";
    }
}
