package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Fault;

/// Each file of `vectors/agreement/faults.jsonl` has the one fault that it is said to have, and no other.
class AgreementFaultTest {
    private static final String SOUND = AgreementFaultCases.SOUND;
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    static List<AgreementFaultCases.Case> cases() {
        return AgreementFaultCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void one_wrong_word_is_one_fault_at_its_place(AgreementFaultCases.Case wrong) {
        List<Fault> faults = AgreementReader.read(wrong.file()).compilation().faults();
        assertThat(faults)
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .as("%s", faults)
                .containsExactly(wrong.line() + ":" + wrong.column() + " " + wrong.code());
        assertThat(faults.getFirst().message()).endsWith(".").hasSizeGreaterThan(20);
    }

    @Test
    void every_code_of_the_format_has_a_case_and_every_case_a_code_of_the_format() throws IOException {
        String spec = Files.readString(Path.of(System.getProperty("truceline.root"), "spec", "agreement.md"));
        String table = spec.substring(spec.indexOf("## Faults"), spec.indexOf("## Notes"));
        TreeSet<String> documented = new TreeSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .forEach(codes -> CODE.matcher(codes).results().forEach(found -> documented.add(found.group(1))));
        TreeSet<String> used = new TreeSet<>();
        cases().forEach(wrong -> used.add(wrong.code()));
        assertThat(used).isEqualTo(documented);
        assertThat(cases()).hasSizeGreaterThan(400);
    }

    private static List<Fault> faults(String yaml) {
        return AgreementReader.read(yaml.getBytes(StandardCharsets.UTF_8))
                .compilation()
                .faults();
    }

    @Test
    void the_file_without_a_change_is_sound() {
        assertThat(faults(SOUND)).isEmpty();
    }

    @Test
    void all_faults_of_a_file_are_told_at_once() {
        String yaml = SOUND.replace("status: agreed", "status: signed")
                .replace("time-zone: Europe/Kyiv", "time-zone: Kyiv")
                .replace("share: about 20 %", "share: 10 percent");
        assertThat(faults(yaml))
                .extracting(Fault::code)
                .containsExactly("unknown-word", "unknown-time-zone", "bad-quantity");
    }

    @Test
    void zones_and_days_that_stand_on_themselves_are_a_cycle_at_each_of_them() {
        String zones = SOUND.replace("ring: {within: 2 km, of: town}", "ring: {within: 2 km, of: air}");
        assertThat(faults(zones)).extracting(Fault::code).containsOnly("cycle").hasSize(2);
        String days = SOUND.replace("D: {date: 2020-01-01,", "D: {date: X+1,");
        assertThat(faults(days)).extracting(Fault::code).containsOnly("cycle").hasSize(2);
    }

    @Test
    void one_party_alone_is_no_agreement() {
        String yaml = SOUND.replace("parties: {UA: Ukraine, RU: Russian Federation}", "parties: {UA: Ukraine}");
        assertThat(faults(yaml)).extracting(Fault::code).contains("parties", "not-two-parties");
    }

    @Test
    void a_file_without_any_source_lacks_one_at_every_element() {
        String yaml = SOUND.replace("source: paper\n", "");
        assertThat(faults(yaml))
                .extracting(Fault::code)
                .containsOnly("no-source")
                .hasSizeGreaterThan(30);
        assertThat(faults(yaml.replace("basis: reported", "basis: assumed"))).isEmpty();
    }

    @Test
    void severity_without_a_last_row_is_a_fault() {
        assertThat(faults(SOUND.replace("  otherwise: {level: minor}\n", "")))
                .extracting(Fault::code)
                .containsExactly("severity-otherwise");
    }
}
