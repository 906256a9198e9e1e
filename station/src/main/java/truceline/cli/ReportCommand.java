package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
import truceline.report.PublicHtml;
import truceline.report.SpotHtml;
import truceline.report.SpotJson;
import truceline.station.ReadOnlyStation;

/// `report DIR --daily DATE`, `--spot INCIDENT` or `--public`.
@Command(
        name = "report",
        description = "Writes the daily report of a station, the spot report of an incident, or the public page.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private StationOptions station = new StationOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--format", paramLabel = "NAME", description = "html (default), json, or csv of a daily report")
    private String format = "html";

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Exactly one of them is asked for.
    static final class Which {
        @Option(names = "--daily", paramLabel = "DATE", description = "the day, in the agreement's zone")
        private @Nullable String daily;

        @Option(names = "--spot", paramLabel = "INCIDENT", description = "one incident, by its address such as 12/0")
        private @Nullable String spot;

        @Option(names = "--public", description = "the plain-language page for the public")
        private boolean isPublic;
    }

    @Override
    public Integer call() throws IOException {
        ReadOnlyStation read = station.open();
        Footer footer = footer(read, read.ledger().checkpoint());
        PrintWriter out = spec.commandLine().getOut();
        String form = json ? "json" : format;
        if (which.spot != null) {
            spot(read, which.spot, footer, form, out);
        } else if (which.isPublic) {
            only(form, "html", "--public is written as html");
            PublicHtml.write(read.picture(), footer, station.isDemo(), out);
        } else {
            daily(read, footer, form, out);
        }
        return Exit.DONE;
    }

    private void daily(ReadOnlyStation read, Footer footer, String form, PrintWriter out) throws IOException {
        DailyReport report = DailyReport.of(read.picture(), date(), footer, station.isDemo());
        switch (form) {
            case "html" -> DailyHtml.write(report, out);
            case "json" -> DailyJson.write(report, out);
            case "csv" -> DailyCsv.write(report, out);
            default -> throw new Refusal("usage", "--format is html, json or csv");
        }
    }

    private void spot(ReadOnlyStation read, String incident, Footer footer, String form, PrintWriter out)
            throws IOException {
        try {
            switch (form) {
                case "html" -> SpotHtml.write(read.picture(), incident, footer, station.isDemo(), out);
                case "json" -> SpotJson.write(read.picture(), incident, footer, station.isDemo(), out);
                default -> throw new Refusal("usage", "a spot report is written as html or json");
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal("not-found", String.valueOf(e.getMessage()) + ": 'truceline incidents' lists them");
        }
    }

    private static void only(String form, String wanted, String why) {
        if (!form.equals(wanted)) {
            throw new Refusal("usage", why);
        }
    }

    private static Footer footer(ReadOnlyStation read, Checkpoint checkpoint) {
        return new Footer(
                checkpoint.origin(), read.picture().size(), read.root().base64());
    }

    private LocalDate date() {
        String daily = String.valueOf(which.daily);
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
