package truceline.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import truceline.mission.Picture;
import truceline.report.Listing;

/// `cases DIR`.
@Command(name = "cases", description = "Lists the cases of a station.", mixinStandardHelpOptions = true)
final class CasesCommand implements Callable<Integer> {
    @Mixin
    private ListingOptions options = new ListingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Picture picture = options.picture();
        Listing.cases(
                picture,
                options.filter(picture),
                options.format(),
                options.isDemo(),
                spec.commandLine().getOut());
        return Exit.DONE;
    }
}
