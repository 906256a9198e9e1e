package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.Forces;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.compile.Compilation;
import truceline.compliance.NormCompiler;
import truceline.compliance.Norms;
import truceline.geo.Geometry;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.station.AgreementFile;

/// `agreement check FILE…`, `agreement positions FILE`, `agreement timeline FILE`.
@Command(
        name = "agreement",
        description = "Works on agreement files.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgreementCommand.Check.class,
            AgreementPositionsCommand.class,
            AgreementTimelineCommand.class,
            AgreementAmendCommand.class
        })
final class AgreementCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the agreement: check, positions or timeline.");
    }

    /// Checks files and reads every norm back.
    @Command(
            name = "check",
            description =
                    "Names every fault with line and column, reads every norm back, and says what is not evaluated.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "agreement files")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--json", description = "prints JSON")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        private record Checked(
                Path file,
                List<Fault> faults,
                List<Note> notes,
                Norms norms,
                List<Provision> provisions,
                List<Forces.Entry> forces) {}

        @Override
        public Integer call() throws IOException {
            List<Checked> all = new ArrayList<>();
            for (Path file : files) {
                all.add(check(file));
            }
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                JsonOut.print(out, generator -> write(generator, all));
            } else {
                all.forEach(checked -> print(out, checked));
            }
            return all.stream().allMatch(checked -> checked.faults().isEmpty()) ? Exit.DONE : Exit.NO;
        }

        private static Checked check(Path file) throws IOException {
            Compilation reading = AgreementReader.read(Files.readAllBytes(file)).compilation();
            Agreement agreement = reading.agreement();
            List<Fault> faults = new ArrayList<>(reading.faults());
            if (agreement == null) {
                return new Checked(
                        file, faults, reading.notes(), new Norms(List.of(), List.of()), List.of(), List.of());
            }
            SortedMap<String, Geometry> maps = new TreeMap<>();
            try {
                AgreementFile.read(file, null).maps().forEach((name, map) -> maps.put(name, map.geometry()));
            } catch (Refusal | java.nio.file.NoSuchFileException e) {
                faults.add(new Fault(1, 1, "bad-map", String.valueOf(e.getMessage())));
            }
            List<Provision> provisions = List.copyOf(agreement.provisions().values());
            return new Checked(
                    file,
                    faults,
                    reading.notes(),
                    NormCompiler.compile(agreement, maps),
                    provisions,
                    Forces.of(agreement).entries());
        }

        private static void print(PrintWriter out, Checked checked) {
            out.println(checked.file() + ": "
                    + (checked.faults().isEmpty()
                            ? "no fault"
                            : checked.faults().size() + " faults"));
            for (Fault fault : checked.faults()) {
                out.printf("  %d:%d  %s  %s%n", fault.line(), fault.column(), fault.code(), fault.message());
            }
            for (Provision provision : checked.provisions()) {
                out.println("  " + provision.id() + "  " + Sentence.of(provision));
            }
            checked.forces().forEach(force -> printForce(out, force));
            if (!checked.norms().notEvaluated().isEmpty()) {
                out.println("  Loaded, but not yet evaluated:");
                checked.norms()
                        .notEvaluated()
                        .forEach(silent -> out.println("    " + silent.id() + ": " + silent.reason()));
            }
            if (!checked.notes().isEmpty()) {
                out.println("  Notes:");
                checked.notes()
                        .forEach(note -> out.printf(
                                "    %d:%d  %s  %s%n", note.line(), note.column(), note.code(), note.message()));
            }
        }

        /// A force without its places, which are class M.
        private static void printForce(PrintWriter out, Forces.Entry force) {
            out.println("  Force " + force.name() + ", led by " + join(force.lead()));
            out.println("    mandate        " + provisions(force.mandate()));
            out.println("    legal basis    " + provisions(force.legalBasis()));
            out.println("    notification   " + provisions(force.notification()));
            force.contingents()
                    .forEach(sent -> out.println("    contingent     of " + sent.actor() + ", "
                            + (sent.size() == null ? "size not stated" : "size " + sent.size())));
            force.hubs()
                    .forEach(hub -> out.println(
                            "    hub            " + hub.name() + " of " + join(hub.of()) + ", place withheld"));
        }

        private static String provisions(List<Forces.Clause> clauses) {
            return join(clauses.stream().map(Forces.Clause::provision).toList());
        }

        private static String join(List<String> words) {
            return words.isEmpty() ? Forces.NOT_STATED : String.join(", ", words);
        }

        private static void write(JsonGenerator out, List<Checked> all) {
            out.writeStartObject();
            out.writeBooleanProperty(
                    "ok", all.stream().allMatch(checked -> checked.faults().isEmpty()));
            out.writeArrayPropertyStart("faults");
            for (Checked checked : all) {
                for (Fault fault : checked.faults()) {
                    mark(out, checked.file(), fault.line(), fault.column(), fault.code(), fault.message());
                }
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("notes");
            for (Checked checked : all) {
                for (Note note : checked.notes()) {
                    mark(out, checked.file(), note.line(), note.column(), note.code(), note.message());
                }
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("norms");
            for (Checked checked : all) {
                checked.provisions()
                        .forEach(provision ->
                                pair(out, checked.file(), provision.id(), "sentence", Sentence.of(provision)));
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("notEvaluated");
            for (Checked checked : all) {
                checked.norms()
                        .notEvaluated()
                        .forEach(silent -> pair(out, checked.file(), silent.id(), "reason", silent.reason()));
            }
            out.writeEndArray();
            out.writeEndObject();
        }

        private static void mark(JsonGenerator out, Path file, int line, int column, String code, String message) {
            out.writeStartObject();
            out.writeStringProperty("file", file.toString());
            out.writeNumberProperty("line", line);
            out.writeNumberProperty("column", column);
            out.writeStringProperty("code", code);
            out.writeStringProperty("message", message);
            out.writeEndObject();
        }

        private static void pair(JsonGenerator out, Path file, String id, String name, String value) {
            out.writeStartObject();
            out.writeStringProperty("file", file.toString());
            out.writeStringProperty("id", id);
            out.writeStringProperty(name, value);
            out.writeEndObject();
        }
    }
}
