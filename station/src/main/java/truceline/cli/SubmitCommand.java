package truceline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.incident.Incidents;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.observation.Rejection;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Recorder;
import truceline.station.Station;

/// `submit DIR --source ID FILE…`: reads, records, assesses.
@Command(
        name = "submit",
        description = "Reads files, records their rows, and assesses what they say. '-' reads standard input.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "files, or '-'")
    private List<String> files = new ArrayList<>();

    @Mixin
    private DeliveryOptions options = new DeliveryOptions();

    @Option(names = "--receipts", paramLabel = "FILE", description = "appends a line for each entry once it is durable")
    private @Nullable Path receipts;

    @Option(names = "--json", description = "prints the receipt as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Station station = Station.open(folder, Clock.system());
                Writer lines = receipts == null ? Writer.nullWriter() : append(receipts)) {
            for (String file : files) {
                Receipt receipt = submit(station, file, lines);
                print(file, receipt);
            }
            Picture picture = station.picture();
            Incidents incidents = picture.incidents();
            words().println("The station holds " + incidents.size() + " incidents and "
                    + picture.cases(incidents).size() + " candidate cases.");
            station.silent().forEach(sentence -> words().println("truceline: " + sentence));
            station.countersign();
        }
        return Exit.DONE;
    }

    private Receipt submit(Station station, String file, Writer lines) throws IOException {
        AdoptedAgreement agreement = station.picture().agreement();
        try (InputStream raw = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
                BufferedInputStream bytes = new BufferedInputStream(raw, 1 << 17)) {
            Recorder.Witness witness = (index, leaf) -> {
                lines.write(index + " " + leaf.base64() + "\n");
                lines.flush();
            };
            return options.isControl()
                    ? station.admitControl(options.source(), file, bytes, witness)
                    : station.admit(
                            options.delivery(file, bytes, agreement == null ? null : agreement.zone()), witness);
        }
    }

    private static Writer append(Path file) throws IOException {
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void print(String file, Receipt receipt) {
        if (json) {
            JsonOut.print(spec.commandLine().getOut(), out -> write(out, receipt));
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %,d accepted, %,d duplicates, %,d rejected%n",
                file, receipt.accepted(), receipt.duplicates(), receipt.rejected());
        receipt.shown().stream().limit(20).forEach(rejection -> out.println("  " + line(rejection)));
        if (receipt.rejected() > 20) {
            out.printf("  and %,d more; --json lists them%n", receipt.rejected() - 20);
        }
        if (receipt.future() > 0) {
            out.printf("  %,d accepted rows lie after the moment they were received: flagged%n", receipt.future());
        }
        out.printf(
                "  checkpoint: size %d, root %s%n",
                receipt.checkpoint().size(), receipt.checkpoint().root().base64());
    }

    private static String line(Rejection rejection) {
        String field = rejection.field().isEmpty() ? "" : ", " + rejection.field();
        return "row " + rejection.row() + field + ": " + rejection.code() + " (" + rejection.detail() + ")";
    }

    private static void write(JsonGenerator out, Receipt receipt) {
        out.writeStartObject();
        out.writeNumberProperty("accepted", receipt.accepted());
        out.writeNumberProperty("duplicates", receipt.duplicates());
        out.writeNumberProperty("rejected", receipt.rejected());
        out.writeNumberProperty("future", receipt.future());
        out.writeArrayPropertyStart("rejections");
        for (Rejection rejection : receipt.shown()) {
            out.writeStartObject();
            out.writeNumberProperty("row", rejection.row());
            out.writeStringProperty("field", rejection.field());
            out.writeStringProperty("code", rejection.code());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectPropertyStart("entries");
        out.writeNumberProperty("first", receipt.firstEntry());
        out.writeNumberProperty("count", receipt.entries());
        out.writeEndObject();
        out.writeObjectPropertyStart("checkpoint");
        out.writeStringProperty("origin", receipt.checkpoint().origin());
        out.writeNumberProperty("size", receipt.checkpoint().size());
        out.writeStringProperty("root", receipt.checkpoint().root().base64());
        out.writeEndObject();
        out.writeEndObject();
    }

    private PrintWriter words() {
        return spec.commandLine().getErr();
    }
}
