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
import truceline.compliance.Case;
import truceline.incident.Incidents;
import truceline.intake.Refusal;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.observation.Rejection;
import truceline.station.BoundedHttp;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Recorder;
import truceline.station.Station;

/// `submit DIR|URL --source ID FILE…`: reads, records, assesses; or sends it, signed, to a station that is served.
@Command(
        name = "submit",
        description = {
            "Reads files, records their rows, and assesses what they say. '-' reads standard input. To an address,",
            "files are sent signed with --key; a reply that is lost is asked for again and enters nothing twice."
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR|URL", description = "folder of the station, or its address")
    private String place = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "files, or '-'")
    private List<String> files = new ArrayList<>();

    @Mixin
    private DeliveryOptions options = new DeliveryOptions();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "signs what is sent with this key; only with an address")
    private @Nullable Path key;

    @Option(
            names = "--receipts",
            paramLabel = "FILE",
            description = "appends a line for each entry once it is durable; of an address, the signed receipts")
    private @Nullable Path receipts;

    @Option(names = "--json", description = "prints the receipt as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (BoundedHttp.isAddress(place)) {
            send();
            return Exit.DONE;
        }
        if (key != null) {
            throw new Refusal("usage", "--key goes with an address: into a folder nothing is signed");
        }
        try (Station station = Station.open(Path.of(place), Clock.system());
                Writer lines = receipts == null ? Writer.nullWriter() : append(receipts)) {
            for (String file : files) {
                Receipt receipt = submit(station, file, lines);
                print(file, receipt);
            }
            Picture picture = station.picture();
            Incidents incidents = picture.incidents();
            List<Case> cases = picture.cases(incidents);
            words().println("The station holds " + picture.count(incidents, cases) + " incidents and " + cases.size()
                    + " candidate cases.");
            station.silent().forEach(sentence -> words().println("truceline: " + sentence));
            station.countersign();
        }
        return Exit.DONE;
    }

    private void send() throws IOException {
        SentFiles sending = new SentFiles(place, options, key);
        try (Writer lines = receipts == null ? Writer.nullWriter() : append(receipts)) {
            for (String file : files) {
                sending.send(file, spec.commandLine().getOut(), json, lines);
            }
        }
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
