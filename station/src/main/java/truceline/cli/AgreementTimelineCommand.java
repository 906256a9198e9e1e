package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.Pledges;
import truceline.duty.Timeline;
import truceline.duty.World;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.report.agreement.TimelineChart;
import truceline.report.agreement.TimelineSvg;
import truceline.station.AgreementFile;

/// `agreement timeline FILE`: every time that an agreement gives, as a date or as what it waits for.
@Command(
        name = "timeline",
        description = "Every dated duty in the order of its dates, and what the others wait for.",
        mixinStandardHelpOptions = true)
final class AgreementTimelineCommand implements Callable<Integer> {
    private static final long BEFORE_ANY_AGREEMENT_MS =
            Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

    @Parameters(paramLabel = "FILE", description = "agreement file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--day",
            paramLabel = "NAME=TIME",
            description = "tries a date for a named day, such as D=2026-03-01; may be repeated")
    private Map<String, String> days = new LinkedHashMap<>();

    @Option(names = "--at", paramLabel = "TIME", description = "says what is due and what has passed at that time")
    private @Nullable String at;

    @Option(
            names = "--out",
            paramLabel = "DRAWING",
            description =
                    "writes the drawing to a file whose name ends in .svg: a lane for each party; days that are not"
                            + " set are counted from")
    private @Nullable Path drawing;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Agreement agreement = AgreementReader.read(AgreementFile.bytes(file)).getAgreement(file);
        long foldMs = at == null ? BEFORE_ANY_AGREEMENT_MS : moment(at, agreement.timeZone());
        World world = new World(List.of(), List.of(), daysSet(agreement), List.of(), foldMs);
        Timeline timeline = Timeline.ofEveryReading(agreement, world);
        PrintWriter out = spec.commandLine().getOut();
        if (drawing != null) {
            if (!drawing.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                throw new Refusal("usage", "--out takes a name that ends in .svg, not " + drawing);
            }
            OutputFile.write(drawing, TimelineSvg.of(TimelineChart.of(agreement, world)));
        } else if (json) {
            JsonOut.print(out, generator -> writeJson(generator, agreement, timeline));
        } else {
            writeText(out, agreement, timeline);
            writePledges(out, Pledges.of(agreement, null, world));
        }
        return Exit.DONE;
    }

    private SortedMap<String, Long> daysSet(Agreement agreement) {
        SortedMap<String, Long> set = new TreeMap<>();
        days.forEach((name, time) -> {
            if (!agreement.days().containsKey(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "No day is called " + name + "; the days are "
                                + String.join(", ", agreement.days().keySet()) + ".");
            }
            set.put(name, moment(time, agreement.timeZone()));
        });
        return set;
    }

    private long moment(String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "'" + text + "' is no time; write 2026-03-01, or 2026-03-01T12:00+02:00.", e);
        }
    }

    private void writeText(PrintWriter out, Agreement agreement, Timeline timeline) {
        boolean anyReading = timeline.rows().stream().anyMatch(row -> row.holder() != null);
        AlignedRows rows = new AlignedRows();
        for (Timeline.Row row : timeline.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(when(row, agreement.timeZone()));
            if (at != null) {
                cells.add(ClosedWords.word(row.state()));
            }
            cells.add(row.provision());
            if (anyReading) {
                cells.add(row.holder() == null ? "" : "as " + row.holder() + " reads it");
            }
            cells.add(row.edge() == Timeline.Edge.EVERY ? row.phrase() : edge(row) + " " + row.phrase());
            cells.add(row.sentence());
            rows.add(cells);
        }
        boolean isDraft = agreement.identity().status() == Identity.Status.DRAFT;
        out.println(agreement.id() + " " + agreement.version() + (isDraft ? ", a draft, not agreed" : "")
                + ", times in " + agreement.timeZone());
        days.forEach((day, time) -> out.println(day + " is tried as " + time + "; nobody has set it here."));
        out.println();
        rows.lines().forEach(out::println);
        out.println();
        long dated = timeline.rows().stream().filter(row -> row.atMs() != null).count();
        out.println(dated + " of " + timeline.rows().size() + " times have a date. No clock runs that waits for a day,"
                + " a fact or an open value.");
        out.println("A date says when something falls due, not whether it was done.");
    }

    /// Who promised what, who attests it and how that stands: no stocks, no places.
    private static void writePledges(PrintWriter out, List<Pledges.Pledge> pledges) {
        if (pledges.isEmpty()) {
            return;
        }
        out.println();
        out.println("Pledges:");
        AlignedRows rows = new AlignedRows();
        for (Pledges.Pledge pledge : pledges) {
            String by = pledge.attesters().isEmpty() ? "nobody is named" : String.join(", ", pledge.attesters());
            rows.add(List.of(
                    ClosedWords.word(pledge.status()).replace('-', ' '), pledge.id(), "attests: " + by, pledge.says()));
        }
        rows.lines().forEach(out::println);
    }

    private static String edge(Timeline.Row row) {
        return ClosedWords.word(row.edge()).replace('-', ' ');
    }

    /// A day that ends a duty is written with its 24:00, as the text means it.
    private static String when(Timeline.Row row, ZoneId zone) {
        Long atMs = row.atMs();
        String waits = "open".equals(row.waitsFor()) ? "left open" : "waits for " + row.waitsFor();
        if (atMs == null) {
            return counted(row) + waits;
        }
        ZonedDateTime time = Instant.ofEpochMilli(atMs).atZone(zone);
        boolean isEnd = row.edge() != Timeline.Edge.FROM && time.toLocalTime().equals(LocalTime.MIDNIGHT);
        String date =
                isEnd ? time.toLocalDate().minusDays(1) + " 24:00" : time.toLocalDate() + " " + time.toLocalTime();
        return row.waitsFor() == null ? date : date + ", " + waits;
    }

    /// A day counted from one that is not set, with its 24:00 where it ends a duty.
    private static String counted(Timeline.Row row) {
        String day = row.waitsFor();
        if (day == null || day.equals("open") || !row.phrase().matches(day + "([+-][0-9]+)?( [0-9:]{5})?")) {
            return "";
        }
        boolean isEnd = row.edge() != Timeline.Edge.FROM && !row.phrase().contains(" ");
        return row.phrase() + (isEnd ? " 24:00, " : ", ");
    }

    private void writeJson(JsonGenerator json, Agreement agreement, Timeline timeline) {
        json.writeStartObject();
        json.writeStringProperty("agreement", agreement.id());
        json.writeStringProperty("version", agreement.version());
        json.writeStringProperty("timeZone", agreement.timeZone().getId());
        json.writeArrayPropertyStart("times");
        for (Timeline.Row row : timeline.rows()) {
            Long atMs = row.atMs();
            json.writeStartObject();
            json.writeStringProperty("id", row.provision());
            json.writeStringProperty("sentence", row.sentence());
            json.writeStringProperty("edge", ClosedWords.word(row.edge()));
            json.writeStringProperty("phrase", row.phrase());
            json.writeStringProperty(
                    "at",
                    atMs == null
                            ? null
                            : Instant.ofEpochMilli(atMs)
                                    .atZone(agreement.timeZone())
                                    .toOffsetDateTime()
                                    .toString());
            json.writeStringProperty("waitsFor", row.waitsFor());
            json.writeStringProperty("reading", row.holder());
            if (at != null) {
                json.writeStringProperty("state", ClosedWords.word(row.state()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
