package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void every_word_is_used_and_a_reason_without_words_is_refused() throws IOException {
        Path root = Path.of(System.getProperty("truceline.root", ".."));
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(root.resolve("core/src/main/java/truceline/duty/life"))) {
            files.filter(file -> !file.endsWith("ReasonText.java"))
                    .forEach(file -> KEY.matcher(read(file)).results().forEach(found -> used.add(found.group(1))));
        }
        assertThat(used).containsAll(ReasonText.keys());
        assertThat(new Reason("place-by-line", List.of("AA", "5 km", "LoC")).english())
                .isEqualTo("for AA, measured from LoC: 5 km");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Reason("no-such-key", List.of()).english())
                .isInstanceOf(IllegalStateException.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
