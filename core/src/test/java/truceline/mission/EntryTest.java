package truceline.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import truceline.geo.GeometryText;
import truceline.json.JsonException;

/// Entries against their vectors. The vectors are language-neutral: another implementation reads the same files.
class EntryTest {
    private static final Path VECTORS = Path.of(System.getProperty("truceline.root"), "vectors", "entry");

    @Test
    void every_good_line_reads_and_writes_back_to_itself() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("good.jsonl"));
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(EntryText.write(EntryText.read(bytes))).as(line).isEqualTo(bytes);
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void every_bad_line_is_refused() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("bad.jsonl"));
        for (String line : lines) {
            assertThatThrownBy(() -> EntryText.read(line.getBytes(StandardCharsets.UTF_8)))
                    .as(line)
                    .isInstanceOf(JsonException.class);
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void every_geometry_line_reads_and_writes_back_to_itself() throws IOException {
        for (String line : Files.readAllLines(VECTORS.resolve("geometry.jsonl"))) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(GeometryText.write(GeometryText.read(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void a_changed_byte_is_another_entry_or_none() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (String line : Files.readAllLines(VECTORS.resolve("good.jsonl"))) {
            byte[] good = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                try {
                    assertThat(EntryText.write(EntryText.read(bad))).isEqualTo(bad);
                } catch (JsonException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void the_fold_refuses_what_it_does_not_know_or_what_stands_out_of_order() throws IOException {
        Mission mission = new Mission();
        assertThatThrownBy(() -> mission.apply(0, bytes("{\"finding\":{},\"v\":1}")))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("unknown type");
        assertThatThrownBy(() ->
                        mission.apply(1, bytes("{\"source\":{\"grade\":\"F\",\"id\":\"a\",\"received\":1},\"v\":1}")))
                .isInstanceOf(CannotCheck.class);
        assertThatThrownBy(
                        () -> mission.apply(
                                0,
                                bytes(
                                        "{\"rule\":{\"parameters\":{\"distanceMm\":1,\"gapMs\":2},\"rule\":\"grouping\",\"version\":9},\"v\":1}")))
                .isInstanceOf(CannotCheck.class);
        assertThatThrownBy(
                        () -> mission.apply(
                                0,
                                bytes(
                                        "{\"document\":{\"kind\":\"geometry\",\"part\":1,\"parts\":2,\"sha256\":\"00\",\"text\":\"\"},\"v\":1}")))
                .isInstanceOf(CannotCheck.class);
        assertThat(mission.picture().size()).isZero();
    }

    @Test
    void the_digest_of_the_vectors_picture_is_the_one_that_is_recorded() throws IOException {
        Mission mission = new Mission();
        long index = 0;
        for (String line : Files.readAllLines(VECTORS.resolve("picture.jsonl"))) {
            mission.apply(index++, bytes(line));
        }
        assertThat(PictureDigest.of(mission.picture()))
                .isEqualTo(Files.readString(VECTORS.resolve("picture.txt")).strip());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
