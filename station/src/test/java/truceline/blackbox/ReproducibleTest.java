package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same entries give the same bytes in any JVM.
class ReproducibleTest {
    private static final List<List<String>> MACHINES = List.of(
            List.of(),
            List.of("-Xint"),
            List.of("-XX:TieredStopAtLevel=1", "-Duser.language=tr", "-Duser.country=TR"),
            List.of("-XX:-TieredCompilation", "-Duser.timezone=Pacific/Kiritimati"),
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:ActiveProcessorCount=1",
                    "-Duser.language=ar",
                    "-Dfile.encoding=ISO-8859-1"),
            List.of(
                    "-XX:+UseParallelGC",
                    "-XX:ActiveProcessorCount=8",
                    "-Duser.language=uk",
                    "-Duser.timezone=Asia/Kathmandu"));

    @Test
    void incidents_cases_and_report_are_the_same_bytes_in_every_jvm(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = Program.ondral(folder);
        List<String> first = tell(home, MACHINES.getFirst());
        assertThat(first.getFirst()).contains("explosion");
        for (List<String> machine : MACHINES) {
            assertThat(tell(home, machine)).as("%s", machine).isEqualTo(first);
        }
    }

    private static List<String> tell(Path home, List<String> machine) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        told.add(done(machine, "incidents", home, "--format", "json"));
        told.add(done(machine, "cases", home, "--format", "json"));
        told.add(done(machine, "report", home, "--daily", "2031-05-14"));
        return told;
    }

    private static String done(List<String> machine, Object... arguments) throws IOException, InterruptedException {
        return Program.expectDone(Program.run(machine, arguments)).out();
    }
}
