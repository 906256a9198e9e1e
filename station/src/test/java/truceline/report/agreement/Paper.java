package truceline.report.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import truceline.agreement.Agreement;
import truceline.agreement.Node;
import truceline.intake.AgreementReader;

/// An agreement file of the project, or one made from it, ready to be printed.
record Paper(String name, Agreement agreement, Node root, SignedBytes signed) {
    static final List<String> NAMES = List.of(
            "agreements/paris-framework-20",
            "agreements/minsk-package-2015",
            "agreements/korean-armistice-1953",
            "agreements/black-sea-grain-2022",
            "agreements/colombia-ceasefire-2016",
            "agreements/dayton-1a-1995",
            "agreements/minsk-additional-measures-2020",
            "agreements/minsk-memorandum-2014",
            "examples/ondral/ondral");

    static Paper of(String name) {
        return read(text(name));
    }

    static String text(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("truceline.root"), name + ".agreement.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Paper paris() {
        return of(NAMES.getFirst());
    }

    static Paper minsk() {
        return of(NAMES.get(1));
    }

    static Paper read(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        AgreementReader.Reading reading = AgreementReader.read(bytes);
        Node root = Objects.requireNonNull(reading.root());
        return new Paper("x.yaml", reading.getAgreement(Path.of("x.yaml")), root, SignedBytes.of(bytes, root));
    }

    String html() {
        StringBuilder html = new StringBuilder();
        try {
            SignatureCopy.write(agreement, root, signed, name, "en", html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    AgreementDiff to(Paper younger) {
        return AgreementDiff.of(
                agreement, signed, younger.agreement, younger.signed, new MapChanges(List.of(), List.of()));
    }
}
