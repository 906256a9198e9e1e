package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Station;

/// `user add|list`: who may make statements.
@Command(
        name = "user",
        description = "The rolls: who may make statements, in which body and seat.",
        mixinStandardHelpOptions = true,
        subcommands = {UserCommand.Add.class, UserCommand.ListAll.class})
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say 'user add' or 'user list'.");
    }

    /// `user add DIR --key VKEY …`
    @Command(
            name = "add",
            description = "Puts a person on the rolls. The name in the key is the person's id.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Option(
                names = "--key",
                paramLabel = "VKEY",
                required = true,
                description = "public key, as 'key new' prints it")
        private String key = "";

        @Option(names = "--body", description = "body of the agreement; left out for a party's own liaison")
        private String body = "";

        @Option(names = "--seat", description = "code of the state or party whose seat it is, /n where it has several")
        private String seat = "";

        @Option(names = "--section", required = true, description = "section or delegation; two signatures need two")
        private String section = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Person person = new Person(name(key), body, seat, section, key);
            try (Station station = Station.open(folder, Clock.system())) {
                Receipt receipt = station.enrol(person, (index, leaf) -> {});
                spec.commandLine().getOut().println(person.id() + " is on the rolls: entry " + receipt.firstEntry());
            }
            return Exit.DONE;
        }
    }

    private static String name(String key) {
        try {
            return Verifier.parse(key).name();
        } catch (LedgerException e) {
            throw new Refusal("bad-key", "that is no public key as 'key new' prints it: " + e.getMessage());
        }
    }

    /// `user list DIR`
    @Command(name = "list", description = "Lists the rolls.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private StationOptions station = new StationOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            for (Person person : station.open().picture().docket().persons().values()) {
                String place = person.body().isEmpty() ? "liaison" : person.body();
                String seat = person.seat().isEmpty() ? "" : ", seat " + person.seat();
                out.println(person.id() + ": " + place + seat + ", " + person.section() + ", " + person.key());
            }
            return Exit.DONE;
        }
    }
}
