package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.station.AgreementFile;
import truceline.station.Founding;

/// Two processes never write one station at the same time.
class DoubleStartTest {
    private static final int ROUNDS = Integer.getInteger("truceline.double.rounds", 100);
    private static final int DEATHS = Math.max(5, ROUNDS / 10);

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    /// A process of its own that opens and closes stations.
    private record Writer(Process process, BufferedReader words) implements AutoCloseable {
        static Writer start(QuickJava java) throws IOException {
            Process process = java.start(false);
            BufferedReader words =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(words.readLine()).isEqualTo("ready");
            return new Writer(process, words);
        }

        void tell(String command) throws IOException {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String ask(String command) throws IOException {
            tell(command);
            return words.readLine();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    @BeforeEach
    void found() throws IOException {
        home = folder.resolve("station");
        AgreementFile agreement = AgreementFile.read(Program.ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(home, "ledger.example/double", agreement, () -> FaultedSubmit.NOW_MS);
    }

    @Test
    void a_second_writer_is_refused_while_the_first_writes_starts_or_ends() throws Exception {
        QuickJava java = new QuickJava(folder, OpenAndClose.class);
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        int raced = 0;
        try (Writer a = Writer.start(java);
                Writer b = Writer.start(java)) {
            for (int round = 0; round < ROUNDS; round++) {
                Writer first = round % 2 == 0 ? a : b;
                Writer second = round % 2 == 0 ? b : a;
                first.tell("open " + home);
                Thread.sleep(random.nextInt(40));
                second.tell("open " + home);
                List<String> answers = List.of(first.words.readLine(), second.words.readLine());
                assertThat(answers).as("round %d", round).containsExactlyInAnyOrder("open", "refused locked");
                raced += answers.getFirst().equals("open") ? 0 : 1;
                Writer in = answers.getFirst().equals("open") ? first : second;
                Writer out = in.equals(first) ? second : first;
                assertThat(out.ask("open " + home)).isEqualTo("refused locked");
                in.tell("close");
                out.tell("open " + home);
                String whileItEnds = out.words.readLine();
                assertThat(in.words.readLine()).isEqualTo("closed");
                if (whileItEnds.equals("refused locked")) {
                    assertThat(out.ask("open " + home)).isEqualTo("open");
                } else {
                    assertThat(whileItEnds).isEqualTo("open");
                }
                assertThat(in.ask("open " + home)).isEqualTo("refused locked");
                assertThat(out.ask("close")).isEqualTo("closed");
                refused += 3;
            }
        }
        assertThat(refused).isEqualTo(3 * ROUNDS);
        assertThat(raced).isLessThan(ROUNDS);
        assertThat(Receipts.faults(home, List.of())).isEmpty();
    }

    @Test
    void the_lock_of_a_process_that_died_is_free_and_never_before() throws Exception {
        QuickJava java = new QuickJava(folder, OpenAndClose.class);
        try (Writer next = Writer.start(java)) {
            for (int round = 0; round < DEATHS; round++) {
                try (Writer first = Writer.start(java)) {
                    assertThat(first.ask("open " + home)).isEqualTo("open");
                    assertThat(next.ask("open " + home)).isEqualTo("refused locked");
                }
                assertThat(next.ask("open " + home)).as("round %d", round).isEqualTo("open");
                assertThat(next.ask("close")).isEqualTo("closed");
            }
        }
        assertThat(Receipts.faults(home, List.of())).isEmpty();
    }

    @Test
    void a_second_try_within_the_first_process_does_not_let_another_process_in() throws Exception {
        QuickJava java = new QuickJava(folder, OpenAndClose.class);
        try (Writer first = Writer.start(java);
                Writer second = Writer.start(java)) {
            assertThat(first.ask("open " + home)).isEqualTo("open");
            assertThat(first.ask("open " + home)).isEqualTo("refused locked");
            assertThat(second.ask("open " + home)).isEqualTo("refused locked");
        }
    }
}
