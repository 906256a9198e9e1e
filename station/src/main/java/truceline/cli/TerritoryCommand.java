package truceline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `territory`: shares and the line of contact that control maps and unit boundaries imply.
@Command(
        name = "territory",
        description = "Area controlled according to a map, and the line of contact it implies.",
        mixinStandardHelpOptions = true,
        subcommands = {TerritorySharesCommand.class, TerritoryLineCommand.class})
public final class TerritoryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Says that one of the two must be named.
    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        self.getErr().println("name one of: shares, line");
        self.usage(self.getErr());
        return Exit.USAGE;
    }
}
