package truceline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.intake.GeoJsonReader.Reading;

class GeoJsonReaderFuzzTest {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-",
            "1e9",
            "1e-400",
            "1e999999999",
            "\"",
            "\\ud800",
            "\"type\"",
            "\"coordinates\"",
            "\"Polygon\"",
            "\"MultiPolygon\"",
            "\"geometry\":",
            "\"crs\":",
            "\"name\"",
            "\u0000",
            "é",
            "[[[[",
            "]]]]",
            "[]",
            "\"features\":[",
            "180",
            "0.00000005");
    private static final String SEED = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"EPSG:4326\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a\",\"n\":1},"
            + "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9.5,0],[9,9],[0,0]],[[7,2],[7,3],[8,3],"
            + "[7,2]]]]}},{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"LineString\","
            + "\"coordinates\":[[1,2],[3,4]]}}]}";

    @Test
    void mutated_documents_are_read_or_refused_but_never_throw() {
        for (int seed = 0; seed < 6_000; seed++) {
            byte[] bytes = mutated(new Random(seed));
            assertThatCode(() -> check(bytes)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        check(bytes);
    }

    /// What comes out can enter the record, and polygons are what they promise.
    private static void check(byte[] bytes) {
        Reading reading = GeoJsonReader.readAreas(bytes, bytes.length % 2 == 0);
        Geometry geometry = reading.geometry();
        if (!GeometryText.read(GeometryText.write(geometry)).equals(geometry)) {
            throw new IllegalStateException("the geometry does not survive the record");
        }
        for (Feature feature : geometry.features()) {
            if (feature.shape() instanceof Shape.Areas areas) {
                areas.polygons().forEach(GeoJsonReaderFuzzTest::check);
            }
        }
        reading.problems().forEach(problem -> {
            if (!UTF_8.newEncoder().canEncode(problem.path() + problem.code() + problem.detail())) {
                throw new IllegalStateException("a problem that cannot be written down");
            }
        });
    }

    private static void check(Polygon polygon) {
        Path shell = polygon.shell();
        if (!shell.isClosed() || shell.size() < 4) {
            throw new IllegalStateException("a shell that is no ring");
        }
    }

    private static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder(SEED);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            String with = random.nextInt(3) == 0
                    ? text.substring(from, Math.min(text.length(), from + random.nextInt(60)))
                    : TOKENS.get(random.nextInt(TOKENS.size()));
            text.replace(from, random.nextBoolean() ? to : from, with);
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
