package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import truceline.agreement.Node;
import truceline.agreement.NodeText;
import truceline.agreement.compile.AgreementCompiler;

/// The agreement of `vectors/agreement` has no fault, and the record's form of it compiles to the same.
class AgreementVectorsTest {
    private static final Path SOUND =
            Path.of(System.getProperty("truceline.root"), "vectors", "agreement", "sound.agreement.yaml");

    @Test
    void the_sound_agreement_has_no_fault_and_compiles_the_same_from_the_record() throws IOException {
        AgreementReader.Reading reading = AgreementReader.read(Files.readAllBytes(SOUND));
        assertThat(reading.compilation().faults()).isEmpty();
        Node root = Objects.requireNonNull(reading.root());
        Node again = NodeText.fromJson(NodeText.toJson(root));
        assertThat(AgreementCompiler.compile(again).agreement())
                .isEqualTo(reading.compilation().agreement());
    }
}
