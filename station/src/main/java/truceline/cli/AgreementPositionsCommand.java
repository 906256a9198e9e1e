package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.agreement.Agreement;
import truceline.agreement.PointMap;
import truceline.agreement.Positions;
import truceline.agreement.Proposal;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.report.agreement.PositionsHtml;
import truceline.station.AgreementFile;

/// `agreement positions FILE`: who answered what to each point of a proposal, and on how much whom agrees.
@Command(
        name = "positions",
        description =
                "Who answered what to each point, on how many points whom agrees, and what moved between versions.",
        mixinStandardHelpOptions = true)
final class AgreementPositionsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "agreement file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--proposal",
            paramLabel = "NAME",
            description = "which version; default: the one whose points the provisions follow, else the last")
    private @Nullable String proposal;

    @Option(
            names = "--among",
            split = ",",
            paramLabel = "CODE",
            description = "adds the figure for these actors, such as UA,US,EU")
    private List<String> among = new ArrayList<>();

    @Option(names = "--out", paramLabel = "TABLE", description = "writes a file whose name ends in .html")
    private @Nullable Path html;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Agreement agreement = AgreementReader.read(AgreementFile.bytes(file)).getAgreement(file);
        Proposal chosen = chosen(agreement);
        Positions positions = Positions.of(agreement, chosen);
        List<Positions.Agreed> figures = figures(agreement, positions);
        PointMap map = PointMap.find(agreement, chosen).orElse(null);
        PositionsTable table = new PositionsTable(positions, figures, map);
        PrintWriter out = spec.commandLine().getOut();
        if (html != null) {
            if (!html.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
                throw new Refusal("usage", "--out takes a name that ends in .html, not " + html);
            }
            StringBuilder page = new StringBuilder();
            PositionsHtml.write(agreement, positions, figures, map, page);
            OutputFile.write(html, page);
        } else if (json) {
            JsonOut.print(out, table::writeJson);
        } else {
            table.writeText(out);
        }
        return Exit.DONE;
    }

    private Proposal chosen(Agreement agreement) {
        if (proposal == null) {
            return Positions.findLeading(agreement)
                    .orElseThrow(() -> new Refusal("not-found", file + " names no proposal"));
        }
        Proposal named = agreement.proposals().get(proposal);
        if (named == null) {
            throw new Refusal(
                    "not-found",
                    file + " has no proposal " + proposal + "; it has "
                            + String.join(", ", agreement.proposals().keySet()));
        }
        return named;
    }

    private List<Positions.Agreed> figures(Agreement agreement, Positions positions) {
        List<Positions.Agreed> figures = new ArrayList<>(positions.agreed());
        if (among.isEmpty()) {
            return figures;
        }
        for (String code : among) {
            if (!agreement.parties().containsKey(code) && !agreement.others().containsKey(code)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), code + " is no party and no other actor of this agreement.");
            }
        }
        if (among.stream().distinct().count() < among.size()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--among names the same actor twice: " + String.join(",", among) + ".");
        }
        figures.removeIf(figure -> figure.among().equals(among));
        figures.addFirst(Positions.among(positions.proposal(), among));
        return figures;
    }
}
