package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.store.Scrub;

/// `scrub DIR`: reads a share of the record and of the received files again, and another share the next time.
@Command(
        name = "scrub",
        description = "Reads a share of the record and the received files again and compares them with their hashes,"
                + " going on where the last run stopped.",
        mixinStandardHelpOptions = true)
final class ScrubCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(names = "--share", paramLabel = "PERCENT", description = "how much of it, 1 to 100 (default: 5)")
    private int sharePercent = 5;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (sharePercent < 1 || sharePercent > 100) {
            throw new Refusal("usage", "--share is 1 to 100 percent");
        }
        Scrub.Result result = Scrub.run(folder, sharePercent);
        boolean isOk = result.differences().isEmpty();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> {
                generator.writeStartObject();
                generator.writeBooleanProperty("ok", isOk);
                generator.writeNumberProperty("firstBundle", result.firstBundle());
                generator.writeNumberProperty("bundles", result.bundles());
                generator.writeNumberProperty("blobs", result.blobs());
                DifferenceLines.write(generator, result.differences());
                generator.writeEndObject();
            });
        } else {
            out.printf(
                    "bundles     %,d from %,d%nblobs       %,d%n",
                    result.bundles(), result.firstBundle(), result.blobs());
            DifferenceLines.print(out, result.differences());
            out.println(isOk ? "scrub       passed" : "scrub       failed");
        }
        return isOk ? Exit.DONE : Exit.NO;
    }
}
