package truceline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.intake.ClaimsReader.Problem;
import truceline.intake.ClaimsReader.Reading;

class ClaimsReaderTest {
    private static final String HEADER = "unit,percent,source,date,basis\n";

    @Test
    void claims_are_read_as_claimed() {
        Reading reading = read("""
                UA,20,Draft,2025-12-25,reported
                # a comment
                UA-14,75.5,"Speech, Kyiv",2025-12-25,official statement
                Luhans'k,99,X,2025-12-25,reported
                """);

        LocalDate date = LocalDate.of(2025, 12, 25);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows())
                .containsExactly(
                        new ClaimsReader.Row("UA", 2000, "Draft", date, "reported"),
                        new ClaimsReader.Row("UA-14", 7550, "Speech, Kyiv", date, "official statement"),
                        new ClaimsReader.Row("Luhans'k", 9900, "X", date, "reported"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UA,twenty,X,2025-12-25,reported | percent | percent-malformed",
                "UA,20.125,X,2025-12-25,reported | percent | percent-malformed",
                "UA,-1,X,2025-12-25,reported | percent | percent-malformed",
                "UA,100.01,X,2025-12-25,reported | percent | percent-out-of-range",
                "UA,20,X,25.12.2025,reported | date | date-malformed",
                "UA,20,X,2025-02-30,reported | date | date-malformed",
                "UA,20,,2025-12-25,reported | source | field-empty",
                "UA,20,X,2025-12-25, | basis | field-empty"
            })
    void a_faulty_claim_is_named_and_the_others_kept(String row, String field, String code) {
        Reading reading = read("UA-09,99,X,2025-12-25,reported\n" + row + "\n");

        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.problems()).hasSize(1);
        Problem problem = reading.problems().getFirst();
        assertThat(List.of(problem.line(), problem.field(), problem.code())).isEqualTo(List.of(3L, field, code));
    }

    @Test
    void a_table_that_is_not_one_is_refused() {
        assertThat(codes("unit,percent\nUA,20\n".getBytes(UTF_8))).containsExactly("wrong-header");
        assertThat(codes(new byte[0])).containsExactly("wrong-header");
        assertThat(codes((HEADER + "UA,20,X\n").getBytes(UTF_8))).containsExactly("wrong-columns");
        assertThat(codes(new byte[] {(byte) 0xC3, '('})).containsExactly("not-utf8");
        assertThat(codes(new byte[(4 << 20) + 1])).containsExactly("too-large");
    }

    @Test
    void no_bytes_make_it_throw() {
        byte[] seed = (HEADER + "UA,20,\"Speech, \"\"Kyiv\"\"\",2025-12-25,reported\n").getBytes(UTF_8);
        for (int i = 0; i < 5_000; i++) {
            Random random = new Random(i);
            byte[] bytes = seed.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            Reading reading = ClaimsReader.read(bytes);

            assertThat(reading.rows().size() + reading.problems().size())
                    .as("seed %d", i)
                    .isPositive();
        }
    }

    private static Reading read(String rows) {
        return ClaimsReader.read((HEADER + rows).getBytes(UTF_8));
    }

    private static List<String> codes(byte[] bytes) {
        return ClaimsReader.read(bytes).problems().stream().map(Problem::code).toList();
    }
}
