package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.finding.Redaction;
import truceline.station.Clock;
import truceline.station.Shredder;
import truceline.station.Station;

/// `redact DIR`: carries out what two persons decided to shred. It takes no decision and has no option to make one.
@Command(
        name = "redact",
        description = {
            "Carries out every redaction that two persons signed ('state' with the act redact): overwrites the keys and",
            "salts of the item, and the keys of the received files that hold the same text. May be repeated."
        },
        mixinStandardHelpOptions = true)
final class RedactCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Shredder.Shredded> done;
        try (Station station = Station.open(folder, Clock.system())) {
            done = station.shred();
        }
        if (json) {
            JsonOut.print(spec.commandLine().getOut(), out -> write(out, done));
        } else {
            print(spec.commandLine().getOut(), done);
        }
        return Exit.DONE;
    }

    private static void print(PrintWriter out, List<Shredder.Shredded> done) {
        for (Shredder.Shredded each : done) {
            Redaction redaction = each.redaction();
            out.println(redaction.item() + " class " + redaction.classLetter() + ": " + redaction.words() + " ("
                    + redaction.reason() + ")");
            each.files().forEach(file -> out.println("  the file of submission " + file + " is gone with it, whole"));
            if (each.copies() > 0) {
                out.println("  copies of keys overwritten elsewhere in the folder: " + each.copies());
            }
        }
        out.println(done.size() + " redactions, all carried out in this folder; backups of it are not reached");
    }

    private static void write(JsonGenerator out, List<Shredder.Shredded> done) {
        out.writeStartArray();
        for (Shredder.Shredded each : done) {
            out.writeStartObject();
            out.writeStringProperty("item", each.redaction().item());
            out.writeStringProperty("class", String.valueOf(each.redaction().classLetter()));
            out.writeStringProperty("reason", each.redaction().reason());
            out.writeNumberProperty("decided", each.redaction().decided());
            out.writeStringProperty("withheld", each.redaction().words());
            out.writeArrayPropertyStart("files");
            each.files().forEach(out::writeNumber);
            out.writeEndArray();
            out.writeNumberProperty("copies", each.copies());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
