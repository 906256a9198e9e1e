package truceline.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import truceline.json.JsonValue;

/// Numbers and texts come back as they were written, and the bytes are those of the vectors.
class ArraysTest {
    private static final Path CASES =
            Path.of(System.getProperty("truceline.root"), "vectors", "entry", "snapshot-arrays.txt");

    @Test
    void the_bytes_are_those_of_the_vectors_and_read_back_to_the_same_values() throws IOException {
        int cases = 0;
        for (String line : Files.readAllLines(CASES)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            List<JsonValue> values = values(parts[1]);
            boolean isNumbers = parts[0].equals("numbers");
            byte[] bytes = bytes(out -> {
                if (isNumbers) {
                    out.numbers(values.size(), i -> number(values.get(i)));
                } else {
                    out.texts(values.size(), i -> values.get(i) instanceof JsonValue.Str(String t) ? t : null);
                }
            });
            assertThat(HexFormat.of().formatHex(bytes)).as(line).isEqualTo(parts[2]);
            ArrayReader in = new ArrayReader(MemorySegment.ofArray(bytes));
            if (isNumbers) {
                assertThat(in.numbers(0))
                        .as(line)
                        .containsExactly(
                                values.stream().mapToLong(ArraysTest::number).toArray());
            } else {
                TextColumn texts = in.texts();
                for (int i = 0; i < values.size(); i++) {
                    assertThat(texts.get(i))
                            .as(line)
                            .isEqualTo(values.get(i) instanceof JsonValue.Str(String t) ? t : null);
                }
            }
            assertThat(in.isAtEnd()).as(line).isTrue();
            cases++;
        }
        assertThat(cases).isGreaterThan(10);
    }

    @Test
    void numbers_of_every_span_come_back_also_beyond_one_chunk() {
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] numbers = new long[random.nextInt(40_000)];
            int shift = random.nextInt(64);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextInt(9) == 0 && seed % 2 == 0 ? Columns.NONE : random.nextLong() >> shift;
            }
            byte[] bytes = bytes(out -> out.numbers(numbers.length, i -> numbers[i]));
            ArrayReader in = new ArrayReader(MemorySegment.ofArray(bytes));
            assertThat(Arrays.copyOf(in.numbers(3), numbers.length))
                    .as("seed %d", seed)
                    .isEqualTo(numbers);
            assertThat(in.count()).isEqualTo(numbers.length);
        }
    }

    @Test
    void texts_that_are_too_many_for_a_list_come_back_and_more_can_follow() {
        int count = ArrayWriter.MOST_LISTED + 2;
        byte[] bytes = bytes(out -> out.texts(count, i -> i == 5 ? null : i == 6 ? "" : "text " + i));
        TextColumn texts = new ArrayReader(MemorySegment.ofArray(bytes)).texts();
        texts.grow(count + 1);
        texts.set(count, "more");
        assertThat(texts.get(0)).isEqualTo("text 0");
        assertThat(texts.get(5)).isNull();
        assertThat(texts.get(6)).isEmpty();
        assertThat(texts.get(count - 1)).isEqualTo("text " + (count - 1));
        assertThat(texts.get(count)).isEqualTo("more");
    }

    @Test
    void bytes_that_end_too_soon_are_refused() {
        byte[] bytes = bytes(out -> out.numbers(9, i -> i));
        for (int length = 0; length < bytes.length; length++) {
            ArrayReader in = new ArrayReader(MemorySegment.ofArray(Arrays.copyOf(bytes, length)));
            assertThatThrownBy(() -> in.numbers(0)).as("%d bytes", length).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<JsonValue> values(String json) {
        String compact = json.replace(", ", ",");
        return ((JsonValue.Arr) JsonValue.parse(compact.getBytes(StandardCharsets.UTF_8))).elements();
    }

    private static long number(JsonValue value) {
        return value instanceof JsonValue.Num(long number) ? number : Columns.NONE;
    }

    private static byte[] bytes(Consumer<ArrayWriter> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArrayWriter out = new ArrayWriter(bytes);
        writing.accept(out);
        out.flush();
        return bytes.toByteArray();
    }
}
