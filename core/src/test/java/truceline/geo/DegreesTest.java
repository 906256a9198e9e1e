package truceline.geo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "+37.5,375000000",
        ".5,5000000",
        "5.,50000000",
        "-0.0000001,-1",
        "0.00000005,0",
        "0.00000015,2",
        "0.00000025,2",
        "-0.00000025,-2",
        "0.000000250000000000000000000000001,3",
        "0.00000024999999999999999999999999,2",
        "179.99999995,1800000000",
        "0000000000000000000000000012.5,125000000",
        "214.7483646,2147483646",
        "400,2147483647",
        "-99999999999999999999999999999999999,-2147483647"
    })
    void a_plain_decimal_is_read_exactly(String text, int e7) {
        assertThat(Degrees.parseE7(text)).hasValue(e7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "+",
                "-.",
                "1 ",
                " 1",
                "1.2.3",
                "1..2",
                "--1",
                "+-1",
                "1-",
                "NaN",
                "Infinity",
                "1e400",
                "1e1",
                "0x10",
                "1,5",
                "1d",
                "٣",
                "12\u0000",
                "1_000"
            })
    void anything_else_is_malformed(String text) {
        assertThat(Degrees.parseE7(text)).isEmpty();
    }

    @Test
    void any_decimal_is_rounded_half_to_even_like_big_decimal() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder().append(random.nextBoolean() ? "-" : "");
            text.append(random.nextInt(214)).append('.');
            for (int n = random.nextInt(1, 14); n > 0; n--) {
                text.append(random.nextInt(3) == 0 ? random.nextInt(10) : 5 * random.nextInt(2));
            }
            int expected = new BigDecimal(text.toString())
                    .movePointRight(7)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .intValueExact();
            byte[] bytes = ("9," + text + ",9").getBytes(US_ASCII);
            assertThat(Degrees.parseE7(bytes, 2, bytes.length - 2))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_shortest_text_reads_back() {
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200_000; i++) {
            int e7 = random.nextInt(-Integer.MAX_VALUE, Integer.MAX_VALUE) >> random.nextInt(31);
            String text = Degrees.toText(e7);
            assertThat(Degrees.parseE7(text)).as("seed %d: %s", seed, text).isEqualTo(OptionalInt.of(e7));
            assertThat(new BigDecimal(text).stripTrailingZeros().toPlainString())
                    .isEqualTo(text);
        }
        assertThat(Degrees.toText(0)).isEqualTo("0");
        assertThat(Degrees.toText(-1)).isEqualTo("-0.0000001");
        assertThat(Degrees.toText(375_000_000)).isEqualTo("37.5");
    }

    @Test
    void the_range_includes_its_ends_and_nothing_beyond() {
        assertThat(Degrees.isLongitude(1_800_000_000)).isTrue();
        assertThat(Degrees.isLongitude(-1_800_000_000)).isTrue();
        assertThat(Degrees.isLongitude(1_800_000_001)).isFalse();
        assertThat(Degrees.isLongitude(Degrees.MALFORMED)).isFalse();
        assertThat(Degrees.isLatitude(900_000_000)).isTrue();
        assertThat(Degrees.isLatitude(-900_000_001)).isFalse();
        assertThat(Degrees.isLatitude(Integer.MAX_VALUE)).isFalse();
    }
}
