package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.report.DailyCsv;
import truceline.report.DailyHtml;
import truceline.report.DailyJson;
import truceline.report.DailyReport;
import truceline.report.Footer;
import truceline.station.ReadOnlyStation;

/// `report DIR --daily DATE`.
@Command(name = "report", description = "Writes the daily report of a station.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private StationOptions station = new StationOptions();

    @Option(names = "--daily", required = true, paramLabel = "DATE", description = "the day, in the agreement's zone")
    private String daily = "";

    @Option(names = "--format", paramLabel = "NAME", description = "html (default), json or csv")
    private String format = "html";

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ReadOnlyStation read = station.open();
        Checkpoint checkpoint = read.ledger().checkpoint();
        DailyReport report = DailyReport.of(read.picture(), date(), footer(read, checkpoint));
        PrintWriter out = spec.commandLine().getOut();
        switch (json ? "json" : format) {
            case "html" -> DailyHtml.write(report, out);
            case "json" -> DailyJson.write(report, out);
            case "csv" -> DailyCsv.write(report, out);
            default -> throw new Refusal("usage", "--format is html, json or csv");
        }
        return Exit.DONE;
    }

    private static Footer footer(ReadOnlyStation read, Checkpoint checkpoint) {
        return new Footer(
                checkpoint.origin(), read.picture().size(), read.root().base64());
    }

    private LocalDate date() {
        try {
            LocalDate date = LocalDate.parse(daily);
            if (date.getYear() < 1900 || date.getYear() > 2999) {
                throw new Refusal("usage", "--daily takes a date between 1900 and 2999");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new Refusal("usage", "--daily takes a date as 2025-04-20, not '" + daily + "'");
        }
    }
}
