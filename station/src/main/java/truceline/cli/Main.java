package truceline.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.mission.CannotCheck;

/// The program: `truceline COMMAND …`.
@Command(
        name = "truceline",
        description =
                "Ceasefire oversight and verification: what was agreed, what was observed, what follows, and the proof.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            InitCommand.class,
            SubmitCommand.class,
            StatusCommand.class,
            IncidentsCommand.class,
            CasesCommand.class,
            FindingsCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            WitnessCommand.class,
            PolicyCommand.class,
            AuditCommand.class,
            FsckCommand.class,
            ScrubCommand.class,
            ExportCommand.class,
            ProofCommand.class,
            ReceiptCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DemoCommand.class,
            StateCommand.class,
            UserCommand.class,
            KeyCommand.class,
            AudienceCommand.class,
            RedactCommand.class,
            RevealCommand.class,
            AgreementCommand.class,
            TerritoryCommand.class,
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which command.");
    }

    /// Starts the program and ends the process with the command's exit code.
    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, false, StandardCharsets.UTF_8), args));
    }

    /// Runs a command; data goes to `out`, words to standard error.
    static int run(PrintWriter out, String... args) {
        PrintWriter words = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(words)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, words));
        int code;
        try {
            code = line.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            words.println("truceline: the input is too deep or too large");
            return Exit.REFUSED;
        }
        if (out.checkError()) {
            words.println("truceline: the output could not be written");
            return Exit.UNAVAILABLE;
        }
        return code;
    }

    private static int explain(Exception failure, PrintWriter words) {
        switch (failure) {
            case Refusal refusal -> {
                words.println("truceline: " + refusal.getMessage());
                return Exit.of(refusal);
            }
            case CannotCheck cannot -> {
                words.println("truceline: could not check: " + cannot.getMessage());
                return Exit.UNAVAILABLE;
            }
            case LedgerException refused -> {
                words.println("truceline: " + refused.getMessage());
                return refused.code().equals("absent") ? Exit.NOT_FOUND : Exit.UNAVAILABLE;
            }
            case NoSuchFileException missing -> {
                words.println("truceline: there is no file " + missing.getFile());
                return Exit.NOT_FOUND;
            }
            case FileNotFoundException missing -> {
                words.println("truceline: " + missing.getMessage());
                return Exit.NOT_FOUND;
            }
            case FileSystemException odd
            when odd.getReason() != null -> {
                words.println("truceline: " + odd.getFile() + ": " + odd.getReason());
                return Exit.REFUSED;
            }
            case IOException broken
            when "Is a directory".equals(broken.getMessage()) -> {
                words.println("truceline: a file is expected, not a folder");
                return Exit.REFUSED;
            }
            case BindException taken -> {
                words.println(
                        "truceline: " + taken.getMessage() + "; say another with --port, or 0 for any that is free");
                return Exit.UNAVAILABLE;
            }
            case IOException broken -> {
                words.println("truceline: the disk or the stream failed: " + broken.getMessage());
                return Exit.UNAVAILABLE;
            }
            case UncheckedIOException broken
            when broken.getCause() instanceof ConnectException -> {
                words.println("truceline: no server answers at that address; nothing was done");
                return Exit.UNAVAILABLE;
            }
            case UncheckedIOException broken -> {
                words.println("truceline: the disk failed: " + broken.getMessage());
                return Exit.UNAVAILABLE;
            }
            default -> {
                words.println("truceline: this is our fault, please report it: " + failure);
                return Exit.UNAVAILABLE;
            }
        }
    }
}
