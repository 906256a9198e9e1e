package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Fault;

/// What a file may not hold as YAML. `^` stands before the place of the fault.
class YamlFaultTest {
    static final List<String> CODES = List.of(
            "anchor",
            "alias",
            "tag",
            "merge-key",
            "block-scalar",
            "tab",
            "several-documents",
            "directive",
            "empty-value",
            "too-deep",
            "key-not-text",
            "malformed",
            "bad-character",
            "wrong-shape",
            "bom",
            "bad-encoding",
            "too-large",
            "line-too-long",
            "too-many-values");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("anchor", "id: ^&a test"),
                Arguments.of("alias", "id: &a test\ntitle: ^*a"),
                Arguments.of("alias", "id: &a test\n^*a : x"),
                Arguments.of("tag", "id: ^!!str test"),
                Arguments.of("tag", "id: ^! test"),
                Arguments.of("tag", "title: ^!x {en: test}"),
                Arguments.of("merge-key", "^<<: {id: test}"),
                Arguments.of("block-scalar", "is: ^|\n  many words"),
                Arguments.of("block-scalar", "is: ^>-\n  many words"),
                Arguments.of("tab", "id:^\ttest"),
                Arguments.of("tab", "id: test # with^\ta tab"),
                Arguments.of("several-documents", "id: test\n^---\nid: test"),
                Arguments.of("directive", "^%YAML 1.2\n---\nid: test"),
                Arguments.of("empty-value", "id:^\nis: x"),
                Arguments.of("empty-value", "id: ^\"\""),
                Arguments.of("empty-value", "id: ^~"),
                Arguments.of("empty-value", "id: ^null"),
                Arguments.of("empty-value", "is: {en:^ }"),
                Arguments.of("too-deep", "is: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ^{a: x}}}}}}}}}}}}"),
                Arguments.of("key-not-text", "? ^[id]\n: test"),
                Arguments.of("malformed", "id: {a: b^"),
                Arguments.of("malformed", "id: test^: more"),
                Arguments.of("malformed", "id: \"a\\^q\""),
                Arguments.of("bad-character", "id: te^\u0007st"),
                Arguments.of("bad-character", "id: te^\u202Est"),
                Arguments.of("bad-character", "id: \u0456\uD83D\uDE00^\u0085"),
                Arguments.of("wrong-shape", "^"),
                Arguments.of("wrong-shape", "^- id"),
                Arguments.of("wrong-shape", "^id"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void what_yaml_hides_is_refused_at_its_place(String code, String marked) {
        String before = marked.substring(0, marked.indexOf('^'));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String start = before.substring(before.lastIndexOf('\n') + 1);
        int column = 1 + start.codePointCount(0, start.length());
        assertThat(faults(marked.replace("^", "").getBytes(StandardCharsets.UTF_8)))
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .contains(line + ":" + column + " " + code);
        assertThat(CODES).contains(code);
    }

    private static List<Fault> faults(byte[] yaml) {
        return AgreementReader.read(yaml).compilation().faults();
    }

    private static void only(byte[] yaml, int line, int column, String code) {
        assertThat(faults(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
        });
    }

    @Test
    void twelve_levels_are_not_too_deep() {
        String yaml = "is: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: x}}}}}}}}}}}";
        assertThat(faults(yaml.getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::code)
                .doesNotContain("too-deep");
    }

    @Test
    void a_byte_order_mark_is_refused_and_the_rest_still_checked() {
        byte[] yaml = "\uFEFFagreement: 2".getBytes(StandardCharsets.UTF_8);
        assertThat(faults(yaml)).extracting(Fault::code).contains("bom", "unknown-format");
        assertThat(faults("agreement: 1".getBytes(StandardCharsets.UTF_16)))
                .extracting(Fault::code)
                .containsExactly("bad-encoding");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_where_they_stand() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id: x\nis: й".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xC3);
        bytes.write('(');
        only(bytes.toByteArray(), 2, 6, "bad-encoding");
        only(new byte[] {'i', 'd', ':', ' ', (byte) 0xE2, (byte) 0x82}, 1, 5, "bad-encoding");
    }

    @Test
    void what_is_too_large_too_long_or_too_much_is_refused() {
        only(new byte[4 * 1024 * 1024 + 1], 1, 1, "too-large");
        only(("id: " + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8), 1, 65_537, "line-too-long");
        String many = "is: [" + "a,\n".repeat(60_000) + "a]";
        only(many.getBytes(StandardCharsets.UTF_8), 49_998, 1, "too-many-values");
    }

    @Test
    void a_carriage_return_before_a_line_feed_is_no_line_of_its_own() {
        assertThat(faults("agreement: 2\r\nid: te\u0007st".getBytes(StandardCharsets.UTF_8)))
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .containsExactly("2:7 bad-character");
    }
}
