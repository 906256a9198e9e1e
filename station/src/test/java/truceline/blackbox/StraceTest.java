package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.station.AgreementFile;
import truceline.station.Founding;
import truceline.station.Receipt;
import truceline.station.Station;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// A fault at every system call by which a real process writes into a station: what was receipted is kept all the same.
///
/// The calls are counted on a run without faults, in two parts: a start that recovers what a broken run left, and a
/// submission. Then each call meets each fault that can meet it, in a process of its own, on a copy of the same folder.
/// `-Dtruceline.strace.every=1` runs them all (`scripts/strace.sh`); the default is a sample.
///
/// A lost fsync returns 0 and forces nothing. The page cache hides that from every process, so here it only shows that
/// nothing else goes wrong; what a loss of power then takes is the simulated disk's to show.
class StraceTest {
    /// How threads meet decides which calls a process makes: a fault that no call met is tried again.
    private static final int TRIES = 5;

    private static final int EVERY = Integer.getInteger("truceline.strace.every", 56);
    private static final int WORKERS = Integer.getInteger("truceline.strace.workers", 2);
    private static final long SEED = Long.getLong("truceline.strace.seed", 20310514);
    private static final int ROWS = 600;
    private static final int ENTRIES_BEFORE = 247;
    private static final int LONGEST_SECONDS = 60;

    @TempDir
    private static Path folder = Path.of("");

    /// What befalls a call, as strace writes it.
    private enum Fault {
        EIO("error=EIO"),
        ENOSPC("error=ENOSPC"),
        DIES_BEFORE("signal=SIGKILL"),
        DIES_AFTER("delay_exit=20000000"),
        LOST("retval=0");

        private final String injection;

        Fault(String injection) {
            this.injection = injection;
        }

        boolean canMeet(String call) {
            boolean forces = call.equals("fsync") || call.equals("fdatasync");
            return switch (this) {
                case EIO -> true;
                case ENOSPC ->
                    forces
                            || call.startsWith("openat")
                            || call.contains("write")
                            || call.startsWith("rename")
                            || call.startsWith("mkdir")
                            || call.contains("truncate")
                            || call.equals("fallocate");
                case DIES_BEFORE, DIES_AFTER -> !call.equals("close") && !call.equals("lseek");
                case LOST -> forces;
            };
        }
    }

    private enum Outcome {
        COMPLETED,
        REFUSED,
        DIED,
        NOT_MET
    }

    /// A part of the process's life in which calls are counted and meet faults.
    ///
    /// @param home the folder it starts from
    private record Part(String name, Path home, boolean submits) {}

    private record Case(Part part, SystemCalls.Call call, Fault fault) {
        @Override
        public String toString() {
            return part.name + ": " + fault + " at " + call;
        }
    }

    /// What came of one process.
    private record Run(Outcome outcome, String fault) {
        boolean isNotMet() {
            return outcome == Outcome.NOT_MET && fault.isEmpty();
        }
    }

    /// A process that waits where it was told to, and what it says.
    private record Waiting(Process process, BufferedReader words) {
        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
    }

    @Test
    void whatever_call_fails_what_was_receipted_is_kept_and_nothing_is_entered_twice() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not installed");
        folder = folder.toRealPath();
        Path file = Receipts.rows(folder.resolve("rows.csv"), ROWS, SEED, "s");
        Path clean = founded(folder.resolve("clean"));
        QuickJava java = new QuickJava(folder, FaultedSubmit.class);
        Lab lab = new Lab(java, file);
        lab.train(clean);
        Part submission = new Part("submission", clean, true);
        Path broken = folder.resolve("broken");
        lab.breakOff(submission, broken);
        List<Part> parts = List.of(submission, new Part("start", broken, false));
        List<Case> cases = new ArrayList<>();
        for (Part part : parts) {
            // frames are cut by how threads happen to meet: only what two runs both do is counted on
            List<SystemCalls.Call> calls = new ArrayList<>(lab.count(part));
            calls.retainAll(lab.count(part));
            for (SystemCalls.Call call : calls) {
                for (Fault fault : Fault.values()) {
                    if (fault.canMeet(call.name())) {
                        cases.add(new Case(part, call, fault));
                    }
                }
            }
        }
        int all = cases.size();
        Collections.shuffle(cases, new Random(SEED));
        cases = cases.subList(0, (all + EVERY - 1) / EVERY);
        Map<Case, Run> runs = lab.run(cases);
        String table = table(runs, all);
        write(table);
        new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(table);
        List<String> faults = new ArrayList<>();
        runs.forEach((each, run) -> {
            if (!run.fault.isEmpty()) {
                faults.add(each + ": " + run.outcome + ": " + run.fault);
            }
        });
        assertThat(faults).isEmpty();
        long missed = runs.values().stream()
                .filter(run -> run.outcome == Outcome.NOT_MET)
                .count();
        assertThat(missed).as("faults that no call met").isLessThanOrEqualTo(cases.size() / 20);
    }

    /// A station whose next submission fills the first bundle, so that a partial one is superseded on the way.
    private static Path founded(Path home) throws IOException {
        AgreementFile agreement = AgreementFile.read(Program.ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(home, "ledger.example/strace", agreement, () -> FaultedSubmit.NOW_MS);
        try (LedgerStore ledger = LedgerStore.open(home, StationKeys.read(home).log())) {
            List<byte[]> entries = new ArrayList<>();
            for (long i = ledger.size(); i < ENTRIES_BEFORE; i++) {
                entries.add(EntryText.write(new Entry.SourceEntered("source-" + i, 'F', FaultedSubmit.NOW_MS)));
            }
            ledger.append(entries).await();
        }
        try (Station station = Station.open(home, () -> FaultedSubmit.NOW_MS)) {
            assertThat(station.picture().rows()).isZero();
        }
        return home;
    }

    private static void write(String table) throws IOException {
        Path file = Program.ROOT.resolve("station/target/strace.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
    }

    private static String table(Map<Case, Run> runs, int all) {
        Map<String, Map<Outcome, Integer>> rows = new TreeMap<>();
        Map<Outcome, Integer> total = new TreeMap<>();
        runs.forEach((each, run) -> {
            String row = String.format(Locale.ROOT, "%-16s%-12s", each.call.name(), each.fault);
            rows.computeIfAbsent(row, _ -> new TreeMap<>()).merge(run.outcome, 1, Integer::sum);
            total.merge(run.outcome, 1, Integer::sum);
        });
        rows.put("~ all                       ", total);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT, "%-28s%10s%10s%10s%10s%10s%n", "call", "runs", "completed", "refused", "died", "not met"));
        rows.forEach((row, counts) -> {
            out.append(row)
                    .append(String.format(
                            Locale.ROOT,
                            "%10d",
                            counts.values().stream().mapToInt(Integer::intValue).sum()));
            for (Outcome outcome : Outcome.values()) {
                out.append(String.format(Locale.ROOT, "%10d", counts.getOrDefault(outcome, 0)));
            }
            out.append('\n');
        });
        long bad = runs.values().stream().filter(run -> !run.fault.isEmpty()).count();
        return out.append(String.format(
                        Locale.ROOT, "%d of %d cases run, %d of them not consistent%n", runs.size(), all, bad))
                .toString();
    }

    /// Makes the processes, and looks at what they leave.
    private static final class Lab {
        private final QuickJava java;
        private final Path file;

        Lab(QuickJava java, Path file) {
            this.java = java;
            this.file = file;
        }

        /// A run to its end without faults that leaves the cache of classes.
        void train(Path clean) throws IOException, InterruptedException {
            Path home = folder.resolve("training");
            Folders.copy(clean, home);
            Process process = java.start(true, home, file, folder.resolve("training.receipts"), "patrols");
            process.getOutputStream().write("\n\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            Folders.delete(home);
        }

        /// Leaves a folder whose writer died with everything durable and nothing sealed.
        void breakOff(Part part, Path left) throws IOException, InterruptedException {
            SystemCalls.Call sealing = new SystemCalls.Call("rename", "wal/staging/tile-0", 1);
            Folders.copy(part.home, left);
            Path receipts = folder.resolve("broken.receipts");
            Waiting waiting = start(part, left, receipts);
            SystemCalls.attach(
                            waiting.process,
                            folder.resolve("broken.log"),
                            SystemCalls.fault(sealing, left, waiting.process.pid(), Fault.DIES_BEFORE.injection))
                    .strace();
            waiting.go();
            waiting.process.waitFor();
            assertThat(Receipts.read(receipts)).hasSizeGreaterThan(9);
            assertThat(LedgerStore.openReadOnly(left).checkpoint().size()).isEqualTo(ENTRIES_BEFORE);
        }

        /// The calls of a run without faults.
        List<SystemCalls.Call> count(Part part) throws IOException, InterruptedException {
            Path home = folder.resolve("counted-" + part.name);
            Folders.copy(part.home, home);
            Waiting waiting = start(part, home, folder.resolve(part.name + ".receipts"));
            Path log = folder.resolve(part.name + ".log");
            SystemCalls.Watch watch = SystemCalls.attach(waiting.process, log, SystemCalls.all());
            waiting.go();
            finish(part, waiting);
            List<SystemCalls.Call> calls = SystemCalls.calls(watch.end(), home, waiting.process.pid());
            assertThat(waiting.process.waitFor()).isZero();
            assertThat(calls).hasSizeGreaterThan(30);
            Folders.delete(home);
            return calls;
        }

        /// A process that waits at the beginning of the part.
        private Waiting start(Part part, Path home, Path receipts) throws IOException {
            Process process = java.start(false, home, part.submits ? file : "-", receipts, "patrols");
            BufferedReader words =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            Waiting waiting = new Waiting(process, words);
            assertThat(words.readLine()).isEqualTo("ready");
            if (part.submits) {
                waiting.go();
                assertThat(words.readLine()).isEqualTo("open");
            }
            return waiting;
        }

        /// Lets a part that starts a station close it again.
        private static void finish(Part part, Waiting waiting) throws IOException {
            if (!part.submits && "open".equals(waiting.words.readLine())) {
                waiting.go();
            }
        }

        Map<Case, Run> run(List<Case> cases) throws Exception {
            Map<Case, Run> runs = new LinkedHashMap<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
                List<Future<Run>> futures = new ArrayList<>();
                for (int i = 0; i < cases.size(); i++) {
                    int number = i;
                    Callable<Run> work = () -> {
                        Run run = run(number, cases.get(number));
                        for (int again = 1; again < TRIES && run.isNotMet(); again++) {
                            run = run(number, cases.get(number));
                        }
                        return run;
                    };
                    futures.add(pool.submit(work));
                }
                for (int i = 0; i < cases.size(); i++) {
                    runs.put(cases.get(i), futures.get(i).get());
                    if (i % 50 == 49) {
                        write(table(runs, cases.size()));
                    }
                }
            }
            return runs;
        }

        private Run run(int number, Case each) throws IOException, InterruptedException {
            Path home = folder.resolve("run-" + number);
            Path receipts = folder.resolve("run-" + number + ".receipts");
            Folders.copy(each.part.home, home);
            if (!each.part.submits) {
                Files.copy(folder.resolve("broken.receipts"), receipts);
            }
            Outcome outcome = suffer(each, home, receipts, folder.resolve("run-" + number + ".log"));
            String fault = outcome == null ? "it did not end as it should" : look(home, receipts);
            if (fault.isEmpty()) {
                Folders.delete(home);
                Files.deleteIfExists(receipts);
            }
            return new Run(outcome == null ? Outcome.NOT_MET : outcome, fault);
        }

        /// Null where the process neither completed nor refused nor died of the fault.
        private @Nullable Outcome suffer(Case each, Path home, Path receipts, Path log)
                throws IOException, InterruptedException {
            Waiting waiting = start(each.part, home, receipts);
            Process process = waiting.process;
            SystemCalls.Watch watch = SystemCalls.attach(
                    process, log, SystemCalls.fault(each.call, home, process.pid(), each.fault.injection));
            waiting.go();
            if (each.fault == Fault.DIES_AFTER) {
                Thread.ofPlatform().daemon().start(() -> endOnceDelayed(watch, process));
            }
            finish(each.part, waiting);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return null;
            }
            watch.end();
            int code = process.exitValue();
            boolean met = watch.shows("(INJECTED)") || watch.shows("(DELAYED)") || watch.shows("SIGKILL");
            boolean dies = each.fault == Fault.DIES_BEFORE || each.fault == Fault.DIES_AFTER;
            if (!met) {
                return code == 0 ? Outcome.NOT_MET : null;
            }
            return switch (code) {
                case 0 -> Outcome.COMPLETED;
                case FaultedSubmit.REFUSED -> Outcome.REFUSED;
                case 137 -> dies ? Outcome.DIED : null;
                default -> null;
            };
        }

        private static void endOnceDelayed(SystemCalls.Watch watch, Process process) {
            try {
                while (process.isAlive() && !watch.shows("(DELAYED)")) {
                    Thread.sleep(2);
                }
                process.destroyForcibly();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /// What is wrong with what a process left, or an empty text.
        private String look(Path home, Path receipts) throws IOException {
            List<Receipts.Line> receipted = Receipts.read(receipts);
            List<Checkpoint> older = Receipts.checkpoints(home);
            long rows;
            try (Station station = Station.open(home, () -> FaultedSubmit.NOW_MS)) {
                Receipt again = Receipts.submit(station, "patrols", file);
                if (again.accepted() + again.duplicates() != ROWS || again.rejected() != 0) {
                    return "resubmitted: " + again;
                }
                Receipt third = Receipts.submit(station, "patrols", file);
                if (third.entries() != 0 || third.duplicates() != ROWS) {
                    return "submitted a third time: " + third;
                }
                rows = station.picture().rows();
            } catch (LedgerException e) {
                return "does not open again: " + e.getMessage();
            }
            if (rows != ROWS) {
                return "it holds " + rows + " rows of " + ROWS;
            }
            String broken = Receipts.broken(home, receipted);
            return broken.isEmpty() ? Receipts.faults(home, older) : broken;
        }
    }
}
