package truceline.intake.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AisBitsTest {
    private static AisBits of(String payload, int fillBits) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        return AisBits.of(bytes, 0, bytes.length, fillBits);
    }

    @Test
    void each_of_64_characters_stands_for_six_bits() {
        int next = 0;
        for (int c = 0; c < 128; c++) {
            if (AisBits.isPayload((byte) c)) {
                assertThat(of(Character.toString(c), 0).unsigned(0, 6)).isEqualTo(next++);
            }
        }
        assertThat(next).isEqualTo(64);
    }

    @Test
    void any_range_of_bits_is_the_number_that_arithmetic_gives() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder payload = new StringBuilder();
            BigInteger all = BigInteger.ZERO;
            int sixes = 1 + random.nextInt(40);
            for (int i = 0; i < sixes; i++) {
                int six = random.nextInt(64);
                payload.append((char) (six < 40 ? six + 48 : six + 56));
                all = all.shiftLeft(6).or(BigInteger.valueOf(six));
            }
            AisBits bits = of(payload.toString(), 0);
            int at = random.nextInt(sixes * 6);
            int width = 1 + random.nextInt(Math.min(32, sixes * 6 - at));
            long expected = all.shiftRight(sixes * 6 - at - width)
                    .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE))
                    .longValueExact();
            assertThat(bits.unsigned(at, width)).as("seed %d", seed).isEqualTo(expected);
            boolean negative = expected >= 1L << (width - 1);
            assertThat(bits.signed(at, width))
                    .as("seed %d", seed)
                    .isEqualTo(negative ? expected - (1L << width) : expected);
        }
    }

    @Test
    void bits_that_only_fill_are_not_there() {
        AisBits bits = of("www", 5);
        assertThat(bits.length()).isEqualTo(13);
        assertThat(bits.unsigned(0, 13)).isEqualTo(8191);
        assertThatThrownBy(() -> bits.unsigned(0, 14)).isInstanceOf(IllegalStateException.class);
        assertThat(bits.hex(0, 100)).isEqualTo("fff8");
        assertThat(of("", 5).length()).isZero();
    }

    @Test
    void text_ends_at_its_first_at_sign_and_without_blanks() {
        assertThat(of("13P54PP0", 0).text(0, 48)).isEqualTo("AC ED");
        assertThat(of("13P54PP", 2).text(0, 42)).isEqualTo("AC ED");
        assertThat(of("13", 0).text(0, 6)).isEqualTo("A");
        assertThat(of("", 0).text(0, 60)).isEmpty();
    }
}
