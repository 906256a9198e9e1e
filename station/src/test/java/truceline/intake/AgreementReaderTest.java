package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementReaderTest {
    static java.util.List<Path> files() {
        return AgreementFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_agreement_of_the_project_is_sound(Path file) {
        var reading = AgreementReader.read(AgreementFiles.bytes(file));
        assertThat(reading.compilation().faults()).isEmpty();
        assertThat(reading.compilation().agreement()).isNotNull();
    }
}
