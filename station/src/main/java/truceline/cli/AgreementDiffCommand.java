package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.Agreement;
import truceline.agreement.NamedMap;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.mission.Documents;
import truceline.report.agreement.AgreementDiff;
import truceline.report.agreement.DiffHtml;
import truceline.report.agreement.DiffText;
import truceline.report.agreement.MapChanges;
import truceline.report.agreement.SignedBytes;
import truceline.station.AgreementFile;

/// `agreement diff OLD NEW`: the redline of two versions.
@Command(
        name = "diff",
        description = "The redline of two versions, word by word: provisions by their ids, what moved, changed norms as"
                + " sentences before and after, changed definitions, readings.",
        mixinStandardHelpOptions = true)
final class AgreementDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "agreement file, the older version")
    @SuppressWarnings("NullAway.Init")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "agreement file, the newer version")
    @SuppressWarnings("NullAway.Init")
    private Path young;

    @Option(names = "--out", paramLabel = "REDLINE", description = "writes a file whose name ends in .html")
    private @Nullable Path redline;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Version(Agreement agreement, SignedBytes bytes, SortedMap<String, String> maps) {}

    @Override
    public Integer call() throws IOException {
        Version before = read(old);
        Version after = read(young);
        AgreementDiff diff = AgreementDiff.of(
                before.agreement(),
                before.bytes(),
                after.agreement(),
                after.bytes(),
                MapChanges.of(before.maps(), after.maps()));
        PrintWriter out = spec.commandLine().getOut();
        if (redline != null) {
            if (!redline.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
                throw new Refusal("usage", "--out takes a name that ends in .html, not " + redline);
            }
            StringBuilder html = new StringBuilder();
            DiffHtml.write(diff, html);
            OutputFile.write(redline, html);
        } else if (json) {
            JsonOut.print(out, generator -> writeJson(generator, diff));
        } else {
            DiffText.write(diff, CommandLine.Help.Ansi.AUTO.enabled(), out);
        }
        return Exit.DONE;
    }

    private static Version read(Path file) throws IOException {
        byte[] yaml = AgreementFile.bytes(file);
        AgreementReader.Reading reading = AgreementReader.read(yaml);
        Agreement agreement = reading.getAgreement(file);
        return new Version(
                agreement, SignedBytes.of(yaml, Objects.requireNonNull(reading.root())), maps(file, agreement));
    }

    /// SHA-256 of each map as it stands beside the agreement, else as the text names it.
    private static SortedMap<String, String> maps(Path file, Agreement agreement) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (NamedMap map : NamedMap.of(agreement)) {
            Path beside = file.resolveSibling(map.file());
            String stated = map.sha256();
            hashes.put(
                    map.element(),
                    Files.isRegularFile(beside)
                            ? Documents.sha256(Files.readAllBytes(beside))
                            : stated == null ? MapChanges.UNREAD : stated);
        }
        return hashes;
    }

    private static void writeJson(JsonGenerator json, AgreementDiff diff) {
        json.writeStartObject();
        json.writeStringProperty("from", diff.old().version());
        json.writeStringProperty("to", diff.young().version());
        json.writeStringProperty("fromSigned", diff.oldBytes().sha256());
        json.writeStringProperty("toSigned", diff.youngBytes().sha256());
        json.writeStringProperty("supersedes", word(diff.supersedes()));
        json.writeArrayPropertyStart("provisions");
        for (AgreementDiff.ProvisionChange change : diff.provisions()) {
            json.writeStartObject();
            json.writeStringProperty("how", word(change.how()));
            json.writeStringProperty("from", change.older());
            json.writeStringProperty("to", change.newer());
            json.writeArrayPropertyStart("parts");
            change.parts().forEach(part -> writePart(json, part, null));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        writeChanges(json, "definitions", diff.elements());
        writeChanges(json, "unsigned", diff.unsigned());
        json.writeArrayPropertyStart("mapsThatDiffer");
        diff.maps().differing().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("mapsNotRead");
        diff.maps().unread().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeChanges(JsonGenerator json, String name, List<AgreementDiff.Change> changes) {
        json.writeArrayPropertyStart(name);
        changes.forEach(change -> writePart(json, change.part(), change.section()));
        json.writeEndArray();
    }

    private static void writePart(JsonGenerator json, AgreementDiff.Part part, @Nullable String section) {
        json.writeStartObject();
        if (section != null) {
            json.writeStringProperty("section", section);
        }
        json.writeStringProperty("name", part.label());
        json.writeStringProperty("before", part.before());
        json.writeStringProperty("after", part.after());
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
