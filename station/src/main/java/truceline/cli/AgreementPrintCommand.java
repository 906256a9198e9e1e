package truceline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.agreement.Agreement;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.report.agreement.CopyPdf;
import truceline.report.agreement.SignatureCopy;
import truceline.report.agreement.SignedBytes;
import truceline.station.AgreementFile;

/// `agreement print FILE`: the copy that is signed, text left and norm right.
@Command(
        name = "print",
        description = "The copy that is signed: the text on the left, the norm that is computed from it on the right.",
        mixinStandardHelpOptions = true)
final class AgreementPrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "agreement file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "COPY",
            description = "writes a file whose name ends in .html or .pdf; without it, HTML goes to standard output")
    private @Nullable Path copy;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "of the texts, such as en; default: the first that binds and has texts")
    private @Nullable String language;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        byte[] yaml = AgreementFile.bytes(file);
        AgreementReader.Reading reading = AgreementReader.read(yaml);
        Agreement agreement = reading.getAgreement(file);
        var root = Objects.requireNonNull(reading.root());
        StringBuilder html = new StringBuilder();
        SignatureCopy.write(
                agreement,
                root,
                SignedBytes.of(yaml, root),
                String.valueOf(file.getFileName()),
                language(agreement),
                html);
        if (copy == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(html);
            return Exit.DONE;
        }
        String name = copy.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            OutputFile.write(copy, pdf(html.toString()));
        } else if (name.endsWith(".html")) {
            OutputFile.write(copy, html);
        } else {
            throw new Refusal("usage", "--out takes a name that ends in .html or .pdf, not " + copy);
        }
        return Exit.DONE;
    }

    private static byte[] pdf(String html) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            CopyPdf.write(html, pdf);
        } catch (IllegalArgumentException e) {
            throw new Refusal("usage", e.getMessage() + "; write --out with a name that ends in .html");
        }
        return pdf.toByteArray();
    }

    private String language(Agreement agreement) {
        List<String> found = SignatureCopy.languages(agreement);
        if (language == null) {
            return agreement.identity().languages().stream()
                    .filter(found::contains)
                    .findFirst()
                    .orElse(found.getFirst());
        }
        if (!found.contains(language)) {
            throw new Refusal(
                    "usage", file + " has no text in " + language + "; it has texts in " + String.join(", ", found));
        }
        return language;
    }
}
