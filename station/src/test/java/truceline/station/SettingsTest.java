package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.Refusal;

class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private Settings read(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
        return Settings.read(folder);
    }

    @Test
    void what_is_written_reads_back_and_a_station_is_no_demonstration_unless_it_says_so() throws IOException {
        assertThat(read(new Settings("a.example/b").text())).isEqualTo(new Settings("a.example/b", false));
        assertThat(read(new Settings("a.example/b", true).text())).isEqualTo(new Settings("a.example/b", true));
        assertThat(new Settings("a.example/b").text()).doesNotContain("demo");
    }

    @Test
    void a_demonstration_is_true_or_false_and_said_once() {
        for (String line : new String[] {"demo: yes", "demo:", "demo: true\ndemo: true", "demos: true"}) {
            assertThatThrownBy(() -> read("origin: a.example/b\n" + line + "\n"))
                    .as(line)
                    .isInstanceOf(Refusal.class);
        }
    }
}
