package truceline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import truceline.json.JsonException;
import truceline.json.JsonValue;

class NodeTextTest {
    private static String json(Node node) {
        return new String(NodeText.toJson(node).toBytes(), StandardCharsets.UTF_8);
    }

    private static Node node(String json) {
        return NodeText.fromJson(JsonValue.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void order_is_kept_only_where_keys_do_not_ascend() {
        assertThat(json(Tree.of("{b: 1, a: {x: [p, {d: q, c: r}]}}")))
                .isEqualTo("{\"order\":{\"/\":[\"b\",\"a\"],\"/a/x/1\":[\"d\",\"c\"]},"
                        + "\"tree\":{\"a\":{\"x\":[\"p\",{\"c\":\"r\",\"d\":\"q\"}]},\"b\":\"1\"}}");
    }

    @Test
    void every_tree_comes_back_in_its_order() {
        long seed = 7L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Node tree = unmarked(random, 4);
            assertThat(node(json(tree))).as("seed %d, tree %d", seed, i).isEqualTo(tree);
        }
    }

    private static Node unmarked(SplittableRandom random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return new Node.Scalar(word(random), 0, 0);
        }
        List<Node> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(unmarked(random, depth - 1));
        }
        if (kind == 1) {
            return new Node.Sequence(values, 0, 0);
        }
        TreeSet<String> taken = new TreeSet<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Node value : values) {
            String key = word(random);
            if (taken.add(key)) {
                entries.add(new Node.Entry(new Node.Scalar(key, 0, 0), value));
            }
        }
        return new Node.Mapping(entries, 0, 0);
    }

    private static String word(SplittableRandom random) {
        String letters = "ab/~0é\uD83D\uDE00\"";
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(letters.codePointCount(0, letters.length()));
            word.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
        }
        return word.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "{\"order\":{}}",
                "{\"order\":{},\"tree\":\"x\",\"two\":\"x\"}",
                "{\"order\":[],\"tree\":\"x\"}",
                "{\"order\":{\"/\":[\"a\"]},\"tree\":\"x\"}",
                "{\"order\":{\"/\":[\"a\",\"b\"]},\"tree\":{\"a\":\"1\",\"b\":\"2\"}}",
                "{\"order\":{\"/\":[\"b\",\"a\",\"c\"]},\"tree\":{\"a\":\"1\",\"b\":\"2\"}}",
                "{\"order\":{\"/\":[\"b\",\"b\",\"a\"]},\"tree\":{\"a\":\"1\",\"b\":\"2\"}}",
                "{\"order\":{\"/\":[\"b\"]},\"tree\":{\"a\":\"1\",\"b\":\"2\"}}",
                "{\"order\":{\"/\":\"b\"},\"tree\":{\"a\":\"1\",\"b\":\"2\"}}",
                "{\"order\":{},\"tree\":1}",
                "{\"order\":{},\"tree\":[true]}",
                "{\"order\":{},\"tree\":{\"a\":null}}"
            })
    void what_no_tree_gives_is_refused(String json) {
        assertThatThrownBy(() -> node(json)).isInstanceOf(JsonException.class);
    }

    @Test
    void a_key_twice_has_no_form() {
        assertThatThrownBy(() -> NodeText.toJson(Tree.of("{a: 1, a: 2}"))).isInstanceOf(IllegalStateException.class);
    }
}
