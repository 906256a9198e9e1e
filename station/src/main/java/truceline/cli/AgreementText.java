package truceline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.compile.Compilation;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;

/// An agreement as its text alone, without the maps that it names.
final class AgreementText {
    private AgreementText() {}

    /// Reads a file.
    ///
    /// @throws Refusal naming file, line and column of the first fault
    static Agreement read(Path file) throws IOException {
        Compilation compilation = AgreementReader.read(Files.readAllBytes(file)).compilation();
        Agreement agreement = compilation.agreement();
        if (agreement == null) {
            Fault fault = compilation.faults().getFirst();
            throw new Refusal(
                    "agreement-fault",
                    file + ":" + fault.line() + ":" + fault.column() + ": " + fault.code() + ": " + fault.message()
                            + " ('truceline agreement check' lists all of them)");
        }
        return agreement;
    }
}
