package truceline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `agreement check FILE…`, `agreement print FILE`, `agreement diff OLD NEW`, `agreement positions FILE`,
/// `agreement timeline FILE`, `agreement state DIR`, `agreement amend DIR FILE`.
@Command(
        name = "agreement",
        description = "Works on agreement files.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgreementCheckCommand.class,
            AgreementPrintCommand.class,
            AgreementDiffCommand.class,
            AgreementPositionsCommand.class,
            AgreementTimelineCommand.class,
            AgreementStateCommand.class,
            AgreementAmendCommand.class
        })
final class AgreementCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to do with the agreement: check, print, diff, positions, timeline, state or amend.");
    }
}
