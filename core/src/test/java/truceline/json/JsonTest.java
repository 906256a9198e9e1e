package truceline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":1,\"b\":[true,false,null]}",
                "[-9007199254740991,9007199254740991,0]",
                "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f/é€𝄞\"",
                "{\"\":1}",
                "[[[\"x\"]],{\"ö\":{}}]"
            })
    void canonical_text_reads_and_writes_back_to_itself(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonValue.parse(bytes).toBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"\":1,\"\":2}",
                "[01]",
                "[-0]",
                "[1.0]",
                "[1e3]",
                "[9007199254740992]",
                "[+1]",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u000A\"",
                "\"\\u0008\"",
                "\"\n\"",
                "\"\\ud800\"",
                "tru",
                "[nul]",
                "NaN",
                "[1",
                "\"abc",
                "{\"a\":1]"
            })
    void what_has_a_second_way_of_being_written_is_refused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonValue.parse(bytes)).as(text).isInstanceOf(JsonException.class);
    }

    @Test
    void ill_formed_utf_8_is_refused() {
        int[][] wrong = {
            {0x80}, {0xC0, 0xAF}, {0xE0, 0x80, 0xAF}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xC3}, {0xFF}
        };
        for (int[] sequence : wrong) {
            byte[] bytes = new byte[sequence.length + 2];
            bytes[0] = '"';
            bytes[bytes.length - 1] = '"';
            for (int i = 0; i < sequence.length; i++) {
                bytes[i + 1] = (byte) sequence[i];
            }
            assertThatThrownBy(() -> JsonValue.parse(bytes)).isInstanceOf(JsonException.class);
        }
    }

    @Test
    void a_text_with_a_lone_surrogate_is_not_written() {
        assertThatThrownBy(() -> new JsonWriter().value("\ud800x")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> new JsonWriter().value("x\udc00")).isInstanceOf(JsonException.class);
    }

    @Test
    void keys_out_of_order_and_integers_too_large_are_not_written() {
        assertThatThrownBy(
                        () -> new JsonWriter().beginObject().name("b").value(1).name("a"))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> new JsonWriter().value(JsonWriter.MAX_INTEGER + 1))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void depth_is_bounded() {
        byte[] deep = "[".repeat(200).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> JsonValue.parse(deep))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void a_changed_byte_is_refused_or_read_as_what_it_says() {
        byte[] good = "{\"count\":[12,7,null],\"place\":\"Ruß\\n\",\"t\":true}".getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = good.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                assertThat(JsonValue.parse(changed).toBytes())
                        .as("mutation " + i)
                        .isEqualTo(changed);
            } catch (JsonException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }
}
