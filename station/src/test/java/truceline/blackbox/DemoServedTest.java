package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first command of the README, as a stranger runs it: it prints an address, and both stations answer there.
class DemoServedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void the_demonstration_is_served_within_a_minute_and_ends_when_it_is_interrupted(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path words = folder.resolve("words.txt");
        Process demo = Program.start(folder, List.of(), out, words, "demo", "--dir", "day", "--port", "0");
        try {
            String address = address(demo, out, words);
            assertThat(address).startsWith("http://127.0.0.1:");
            assertThat(get(address + "api/stations").body())
                    .contains("\"ondral\"")
                    .contains("\"paris\"");
            HttpResponse<String> page = get(address + "ondral/public");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("X-Truceline-Demo")).contains("true");
        } finally {
            demo.destroy();
        }
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        statusCountsWhatIsListed(folder.resolve("day").resolve("ondral"));
    }

    private static void statusCountsWhatIsListed(Path station) throws IOException, InterruptedException {
        JsonNode counts = json("status", station, "--json").get("counts");
        for (String listed : List.of("incidents", "cases", "findings")) {
            int found = json(listed, station, "--format", "json").size();
            assertThat(found).as(listed).isPositive();
            assertThat(counts.get(listed).asInt()).as(listed).isEqualTo(found);
        }
    }

    private static JsonNode json(Object... command) throws IOException, InterruptedException {
        return JSON.readTree(Program.run(command).out());
    }

    private static String address(Process demo, Path out, Path words) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && demo.isAlive()) {
            String printed = Files.exists(out) ? Files.readString(out) : "";
            if (printed.endsWith("\n")) {
                return printed.strip();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no address within " + PATIENCE + ": " + Files.readString(words));
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
