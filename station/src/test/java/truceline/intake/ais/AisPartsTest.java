package truceline.intake.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AisPartsTest {
    private static final long NO_TIME = -1;

    private final AisSentence sentence = new AisSentence();
    private final AisParts parts = new AisParts(NO_TIME);

    private byte[] read(int of, int part, String sequence, char channel, String payload) {
        String body = "AIVDM," + of + "," + part + "," + sequence + "," + channel + "," + payload + ",0";
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum ^= body.charAt(i);
        }
        String digits = Integer.toHexString(sum | 0x100).substring(1);
        byte[] line = ("!" + body + "*" + digits).getBytes(StandardCharsets.US_ASCII);
        assertThat(sentence.read(line, 0, line.length)).isEqualTo(AisSentence.Sort.MESSAGE);
        return line;
    }

    private AisParts.@Nullable Group take(int of, int part, String sequence, char channel, String payload) {
        byte[] line = read(of, part, sequence, channel, payload);
        return part == 1
                ? parts.begin(sentence, line, 0, line.length, NO_TIME, 1)
                : parts.join(sentence, line, 0, line.length, NO_TIME, 1);
    }

    private AisParts.Group taken(int of, int part, String sequence, char channel, String payload) {
        return Objects.requireNonNull(take(of, part, sequence, channel, payload));
    }

    @Test
    void nine_parts_in_their_order_make_one_message() {
        for (int part = 1; part < 9; part++) {
            assertThat(take(9, part, "1", 'A', "5" + part)).isNull();
        }
        AisParts.Group whole = taken(9, 9, "1", 'A', "59");
        assertThat(whole.isWhole()).isTrue();
        assertThat(Objects.requireNonNull(whole.findBits()).length()).isEqualTo(108);
        assertThat(new String(whole.lines(), StandardCharsets.US_ASCII).lines()).hasSize(9);
    }

    @Test
    void channels_and_numbers_are_held_apart() {
        assertThat(take(2, 1, "1", 'A', "1")).isNull();
        assertThat(take(2, 1, "1", 'B', "2")).isNull();
        assertThat(take(2, 1, "2", 'A', "3")).isNull();
        assertThat(bits(taken(2, 2, "1", 'B', "w"))).isEqualTo(2 * 64 + 63);
        assertThat(bits(taken(2, 2, "2", 'A', "w"))).isEqualTo(3 * 64 + 63);
        assertThat(bits(taken(2, 2, "1", 'A', "w"))).isEqualTo(64 + 63);
    }

    private static long bits(AisParts.Group group) {
        assertThat(group.isWhole()).isTrue();
        return Objects.requireNonNull(group.findBits()).unsigned(0, 12);
    }

    @Test
    void a_part_out_of_order_spoils_its_message_and_no_other() {
        assertThat(take(3, 1, "1", 'A', "1")).isNull();
        assertThat(take(2, 1, "2", 'A', "1")).isNull();
        assertThat(taken(3, 3, "1", 'A', "1").isWhole()).isFalse();
        assertThat(taken(3, 2, "1", 'A', "1").isWhole()).isFalse();
        assertThat(taken(2, 2, "2", 'A', "1").isWhole()).isTrue();
        assertThat(parts.findEldest()).isNull();
    }

    @Test
    void the_eldest_of_too_many_is_given_up() {
        for (int i = 0; i < AisParts.MOST_OPEN; i++) {
            assertThat(take(2, 1, "1", (char) ('0' + i), "1")).isNull();
        }
        AisParts.Group eldest = taken(2, 1, "2", '0', "1");
        assertThat(new String(eldest.lines(), StandardCharsets.US_ASCII)).startsWith("!AIVDM,2,1,1,0,");
        assertThat(taken(2, 2, "1", '1', "1").isWhole()).isTrue();
        assertThat(taken(2, 2, "1", '0', "1").isWhole()).isFalse();
    }

    @Test
    void more_bits_than_a_message_holds_are_no_message() {
        String long200 = "0".repeat(200);
        assertThat(take(2, 1, "1", 'A', long200)).isNull();
        assertThat(taken(2, 2, "1", 'A', long200).findBits()).isNull();
    }
}
