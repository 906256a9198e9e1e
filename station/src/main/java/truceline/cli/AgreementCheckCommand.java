package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.agreement.Fault;
import truceline.agreement.Forces;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.VotingPower;
import truceline.intake.Refusal;
import truceline.station.AgreementFile;

/// `agreement check FILE…`: faults and notes with their places, every norm as a sentence in every reading, who can
/// decide against whom, and what the list of cases leaves out.
@Command(
        name = "check",
        description = {
            "Names every fault with line and column, and reads every norm back as a sentence, in every reading.",
            "Lists who can decide in each body and against whom, what only 'agreement state' evaluates, and what is worth",
            "a note."
        },
        mixinStandardHelpOptions = true)
final class AgreementCheckCommand implements Callable<Integer> {
    /// Printed as the table of votes, so not again as notes.
    private static final List<String> VOTE_NOTES = List.of("deciding-sets", "one-side-decides");

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "agreement files")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--units",
            paramLabel = "GEOJSON",
            description = "boundaries of administrative units; each unit code should name exactly one of them")
    private @Nullable Path units;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (units != null) {
            if (!Files.isRegularFile(units)) {
                throw new Refusal("usage", "--units names " + units + ", and there is no such file");
            }
            AgreementFile.readUnits(units);
        }
        List<CheckedAgreement> all = new ArrayList<>();
        for (Path file : files) {
            all.add(CheckedAgreement.of(file, units));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> CheckedAgreementJson.write(generator, all));
        } else {
            all.forEach(checked -> print(out, checked));
        }
        return all.stream().allMatch(checked -> checked.faults().isEmpty()) ? Exit.DONE : Exit.NO;
    }

    private static void print(PrintWriter out, CheckedAgreement checked) {
        int faults = checked.faults().size();
        out.println(checked.file() + ": " + (faults == 0 ? "no fault" : faults == 1 ? "1 fault" : faults + " faults"));
        for (Fault fault : checked.faults()) {
            out.printf("  %d:%d  %s  %s%n", fault.line(), fault.column(), fault.code(), fault.message());
        }
        for (Provision provision : checked.provisions()) {
            out.println("  " + provision.id() + "  " + Sentence.of(provision));
            Sentence.byHolder(provision)
                    .forEach((holder, sentence) -> out.println("      as " + holder + " reads it: " + sentence));
        }
        if (!checked.disputes().isEmpty()) {
            out.println("  Read differently:");
            checked.disputes()
                    .forEach(dispute -> out.println("    " + dispute.section() + " " + dispute.name() + " as "
                            + dispute.holder() + " reads it: " + dispute.words()));
        }
        checked.forces().forEach(force -> printForce(out, force));
        if (!checked.votes().isEmpty()) {
            out.println("  Who can decide, by the smallest coalitions:");
            checked.votes().forEach(power -> printVotes(out, power, checked.parties()));
        }
        if (!checked.norms().notEvaluated().isEmpty()) {
            out.println("  Evaluated by 'agreement state' only, not in the list of cases:");
            checked.norms()
                    .notEvaluated()
                    .forEach(silent -> out.println("    " + silent.id() + ": " + silent.reason()));
        }
        List<Note> notes = checked.notes().stream()
                .filter(note -> !VOTE_NOTES.contains(note.code()))
                .toList();
        if (!notes.isEmpty()) {
            out.println("  Notes:");
            notes.forEach(
                    note -> out.printf("    %d:%d  %s  %s%n", note.line(), note.column(), note.code(), note.message()));
        }
    }

    private static void printVotes(PrintWriter out, VotingPower power, List<String> parties) {
        VotingPower.Unknown unknown = power.unknown();
        if (unknown != null) {
            out.println("    " + power.body() + ": not known, since " + unknown.text());
        } else {
            out.println("    " + power.body() + ": " + listed(power.winning()));
            power.against(parties).forEach((party, coalitions) -> {
                boolean oneSide = !power.ofOneSideAgainst(party, parties).isEmpty();
                out.println("      against " + party + ": "
                        + (coalitions.isEmpty() ? "nobody" : listed(coalitions))
                        + (oneSide ? "  (one side alone)" : ""));
            });
        }
        if (!power.lead().isEmpty()) {
            out.println("      when time is over: " + new VotingPower.Coalition(power.lead()).text() + " alone");
        }
    }

    private static String listed(List<VotingPower.Coalition> coalitions) {
        return String.join(
                "; or ", coalitions.stream().map(VotingPower.Coalition::text).toList());
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
                .forEach(hub ->
                        out.println("    hub            " + hub.name() + " of " + join(hub.of()) + ", place withheld"));
    }

    private static String provisions(List<Forces.Clause> clauses) {
        return join(clauses.stream().map(Forces.Clause::provision).toList());
    }

    private static String join(List<String> words) {
        return words.isEmpty() ? Forces.NOT_STATED : String.join(", ", words);
    }
}
