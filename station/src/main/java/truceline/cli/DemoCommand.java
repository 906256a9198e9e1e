package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import truceline.demo.Demo;
import truceline.demo.Sites;
import truceline.web.Site;

/// `demo`: a whole mission in an invented country.
@Command(
        name = "demo",
        description = {
            "Makes a day of an invented mission from a seed, and the real framework of Paris without any event.",
            "Everything in it is invented; its keys come from the seed and protect nothing."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "port on 127.0.0.1 (default: any that is free)")
    private int port;

    @Option(names = "--seed", paramLabel = "N", description = "same seed, same input files (default: ${DEFAULT-VALUE})")
    private long seed = Demo.SEED;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "an empty folder to keep it in (default: a temporary one)")
    private @Nullable Path dir;

    @Option(names = "--no-serve", description = "only makes the files and the stations")
    private boolean noServe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter words = spec.commandLine().getErr();
        Path folder = dir == null ? Files.createTempDirectory("truceline-demo-") : dir;
        words.println("Demonstration: invented country, invented events, keys that protect nothing.");
        Sites made = Demo.generate(folder, seed, words::println);
        PrintWriter out = spec.commandLine().getOut();
        made.sites().forEach(site -> words.println(site.title() + ": " + site.folder()));
        if (noServe) {
            out.println(folder.toAbsolutePath());
            return Exit.DONE;
        }
        List<Site> served = made.sites().stream()
                .map(site -> new Site(site.id(), site.title(), site.note(), site.folder(), site.basemap()))
                .toList();
        Serving.untilInterrupted(out, port, served, true);
        return Exit.DONE;
    }
}
