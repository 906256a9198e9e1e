package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.agreement.Fault;
import truceline.agreement.Node;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Means;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Say;
import truceline.agreement.phrase.StatementKind;
import truceline.agreement.phrase.Verb;

/// `spec/agreement.schema.json` knows the keys and words that the compiler knows.
class AgreementSchemaTest {
    private static final JsonNode SCHEMA = schema();

    private static JsonNode schema() {
        try {
            return new JsonMapper()
                    .readTree(Files.readString(
                            Path.of(System.getProperty("truceline.root"), "spec", "agreement.schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        AgreementFiles.all().forEach(file -> files.add(AgreementFiles.bytes(file)));
        files.add(AgreementFaultCases.SOUND.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Node root(byte[] yaml) {
        return Objects.requireNonNull(AgreementReader.read(yaml).root());
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_sound_file_fits(byte[] file) {
        assertThat(new SchemaCheck(SCHEMA).misfits(root(file))).isEmpty();
    }

    @Test
    void a_key_that_the_compiler_does_not_know_does_not_fit() {
        int unknown = 0;
        for (AgreementFaultCases.Case wrong : AgreementFaultCases.all()) {
            boolean key = List.of("unknown-kind", "unknown-power", "unknown-verb", "unknown-format")
                    .contains(wrong.code());
            if (key) {
                unknown++;
                assertThat(new SchemaCheck(SCHEMA).misfits(root(wrong.file())))
                        .as("%s", wrong)
                        .isNotEmpty();
            }
        }
        assertThat(unknown).isGreaterThan(5);
    }

    @Test
    void the_closed_words_are_those_of_the_code() {
        words("kind", ClosedWords.all(Kind.class), "open");
        words("power", ClosedWords.all(Power.class), "open");
        words("level", ClosedWords.all(Level.class), "open");
        words("means", ClosedWords.all(Means.class), "open");
        words("basis", ClosedWords.all(Basis.class));
        words("verb", ClosedWords.all(Verb.class));
        for (Modal modal : Modal.values()) {
            List<String> verbs = new ArrayList<>();
            for (Verb verb : Verb.values()) {
                if (verb.allows(modal)) {
                    verbs.add(ClosedWords.word(verb));
                }
            }
            words(ClosedWords.word(modal), verbs);
        }
        assertThat(texts(element("statements").at("/properties/kind/enum")))
                .containsExactlyElementsOf(ClosedWords.all(StatementKind.class));
        assertThat(texts(element("proposals").at("/properties/positions/items/properties/say/enum")))
                .containsExactlyElementsOf(ClosedWords.all(Say.class));
    }

    private static void words(String name, List<String> known, String... more) {
        List<String> all = new ArrayList<>(known);
        all.addAll(List.of(more));
        assertThat(texts(SCHEMA.at("/$defs/" + name + "/enum"))).as(name).containsExactlyElementsOf(all);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /// The rule of the elements of a section.
    private static JsonNode element(String section) {
        JsonNode found = SCHEMA.at("/properties/" + section + "/patternProperties");
        JsonNode item = found.properties().iterator().next().getValue();
        return item.has("anyOf") && !item.has("properties") ? item.get("anyOf").get(1) : item;
    }

    /// A key that nobody knows makes the compiler list those that it does.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sources|paper: {",
                "others|FR: {",
                "bodies|panel: {",
                "forces|guard: {",
                "days|X: {",
                "lines|LoC: {",
                "places|town: {",
                "zones|ring: {",
                "classes|big: {",
                "facts|signed: {",
                "severity|bad: {",
                "provisions|5: {",
                "proposals|P0: {",
                "statements|s1: {",
                "claims|c1: {"
            })
    void the_keys_of_an_element_are_those_of_the_code(String section, String start) {
        boolean indented = section.equals("provisions") || section.equals("others");
        Set<String> known = known(start, indented ? "  " : "");
        assertThat(new TreeSet<>(element(section).get("properties").propertyNames()))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "supersedes|supersedes: {",
                "languages|languages: {",
                "runs|runs: {",
                "verification|verification: {",
                "clocks|clocks: {"
            })
    void the_keys_of_a_section_are_those_of_the_code(String section, String start) {
        assertThat(new TreeSet<>(
                        SCHEMA.at("/properties/" + section + "/properties").propertyNames()))
                .isEqualTo(known(start, ""));
    }

    @Test
    void the_keys_at_the_top_are_those_of_the_code() {
        String yaml = AgreementFaultCases.SOUND.replace("agreement: 1\n", "agreement: 1\nqqqqqqqqqqqqqqqq: x\n");
        assertThat(new TreeSet<>(SCHEMA.get("properties").propertyNames())).isEqualTo(listed(yaml));
    }

    private static Set<String> known(String start, String before) {
        String begin = before + start;
        assertThat(AgreementFaultCases.SOUND).containsOnlyOnce(begin);
        return listed(AgreementFaultCases.SOUND.replace(begin, begin + "qqqqqqqqqqqqqqqq: x, "));
    }

    private static Set<String> listed(String yaml) {
        List<Fault> faults = AgreementReader.read(yaml.getBytes(StandardCharsets.UTF_8))
                .compilation()
                .faults();
        assertThat(faults).extracting(Fault::code).containsExactly("unknown-key");
        String message = faults.getFirst().message();
        String list = message.substring(message.indexOf("known are ") + 10, message.length() - 1);
        return new TreeSet<>(List.of(list.split(", ", -1)));
    }
}
