package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.station.BundleExport;

/// `export DIR --bundle FILE.zip`: what a stranger needs to audit on a laptop.
@Command(
        name = "export",
        description = "Writes the sealed record and all public files into one zip file for audit elsewhere.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(
            names = "--bundle",
            paramLabel = "FILE.zip",
            required = true,
            description = "the file to write; it must not exist")
    private Path bundle = Path.of("");

    @Option(
            names = "--release",
            paramLabel = "CLASS",
            description = {
                "release class: P (public), or S, C, M where two persons signed the act release for it",
                "(default: ${DEFAULT-VALUE})"
            })
    private String release = "P";

    @Option(names = "--audience", paramLabel = "FILE", description = "key of the audience that opens the items")
    private @Nullable Path audience;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        BundleExport.Result result =
                BundleExport.write(folder, bundle, release, audience == null ? null : AudienceCommand.read(audience));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> write(generator, result));
        } else {
            out.printf("entries     %,d, root %s%n", result.entries(), result.rootBase64());
            out.printf("files       %,d public%n", result.blobs());
            if (!release.equals("P")) {
                out.printf("opened      %,d items, %,d withheld%n", result.opened(), result.withheld());
            }
            out.println("log key     " + result.key());
            out.println("bundle      " + bundle);
        }
        if (result.missing() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf("truceline: %,d public files are gone from the station's folder%n", result.missing());
        }
        return Exit.DONE;
    }

    private void write(JsonGenerator out, BundleExport.Result result) {
        out.writeStartObject();
        out.writeStringProperty("bundle", bundle.toString());
        out.writeStringProperty("release", release);
        out.writeNumberProperty("size", result.entries());
        out.writeStringProperty("root", result.rootBase64());
        out.writeStringProperty("key", result.key());
        out.writeNumberProperty("blobs", result.blobs());
        out.writeNumberProperty("missing", result.missing());
        out.writeNumberProperty("opened", result.opened());
        out.writeNumberProperty("withheld", result.withheld());
        out.writeEndObject();
    }
}
