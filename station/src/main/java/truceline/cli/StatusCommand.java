package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.compliance.Case;
import truceline.duty.BodyClock;
import truceline.duty.Clocks;
import truceline.finding.Redaction;
import truceline.incident.Incidents;
import truceline.ledger.Checkpoint;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.station.ReadOnlyStation;
import truceline.station.Shredder;
import truceline.station.WitnessRow;
import truceline.station.WitnessView;

/// `status DIR`.
@Command(
        name = "status",
        description = "Shows size, checkpoint, sources and counts of a station.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private StationOptions station = new StationOptions();

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// @param firstObservedMs earliest stated moment of any observation, or {@link Long#MAX_VALUE} where there is none
    private record State(
            Checkpoint checkpoint,
            Picture picture,
            WitnessView witnesses,
            int incidents,
            int cases,
            long findings,
            long firstObservedMs,
            long lastObservedMs,
            SortedMap<String, BodyClock> clocks,
            List<Redaction> pending,
            ZoneId zone) {
        @Nullable
        String text(long ms) {
            boolean absent = ms == Long.MAX_VALUE || ms == Long.MIN_VALUE || ms == 0;
            return absent
                    ? null
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            Instant.ofEpochMilli(ms).atZone(zone));
        }
    }

    @Override
    public Integer call() throws IOException {
        ReadOnlyStation read = station.open();
        State state = state(
                read,
                Shredder.pending(station.folder(), read.ledger(), read.picture()),
                WitnessView.of(
                        station.folder(), read.ledger().note(), read.picture().policy()));
        if (json) {
            JsonOut.print(spec.commandLine().getOut(), out -> write(out, state));
        } else {
            print(spec.commandLine().getOut(), state);
        }
        return Exit.DONE;
    }

    private static State state(ReadOnlyStation read, List<Redaction> pending, WitnessView witnesses) {
        Picture picture = read.picture();
        AdoptedAgreement agreement = picture.agreement();
        Incidents incidents = picture.incidents();
        List<Case> cases = picture.cases(incidents);
        Columns columns = picture.observations().columns();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < picture.rows(); row++) {
            first = Math.min(first, columns.fromMs(row));
            last = Math.max(last, columns.toMs(row));
        }
        return new State(
                read.ledger().checkpoint(),
                picture,
                witnesses,
                picture.count(incidents, cases),
                cases.size(),
                picture.docket().files().values().stream()
                        .filter(file -> file.published() != null)
                        .count(),
                first,
                last,
                agreement == null
                        ? new TreeMap<>()
                        : Clocks.votes(picture.docket(), agreement.agreement(), picture.receivedMs()),
                pending,
                agreement == null ? ZoneOffset.UTC : agreement.zone());
    }

    private static String word(BodyClock clock) {
        return clock.state().name().toLowerCase(Locale.ROOT);
    }

    private static String line(State state, WitnessRow row) {
        String seen = row.size() == 0 ? "nothing cosigned" : "cosigned size " + row.size();
        String failing = row.failingMs() == 0 ? "" : ", not since " + state.text(row.failingMs());
        return row.name() + ": " + seen + failing + (row.answer().isEmpty() ? ", never asked" : ", " + row.answer());
    }

    private static void print(PrintWriter out, State state) {
        Picture picture = state.picture();
        out.printf("ledger      %s%n", state.checkpoint().origin());
        out.printf(
                "tree        %,d entries, root %s%n",
                state.checkpoint().size(), state.checkpoint().root().base64());
        out.printf("witnesses   %s%n", state.witnesses().level());
        for (WitnessRow row : state.witnesses().witnesses()) {
            out.printf("            %s%n", line(state, row));
        }
        out.printf("observed    %,d observations, %,d rows rejected%n", picture.rows(), picture.rejected());
        if (picture.rows() > 0) {
            out.printf(
                    "            from %s to %s%n",
                    state.text(state.firstObservedMs()), state.text(state.lastObservedMs()));
        }
        out.printf(
                "assessed    %,d incidents, %,d candidate cases, %,d published findings%n",
                state.incidents(), state.cases(), state.findings());
        if (state.clocks().isEmpty()) {
            out.printf("clocks      none runs%n");
        }
        state.clocks()
                .forEach((incident, clock) -> out.printf(
                        "clock       %s of %s on %s: due %s, %s%n",
                        clock.name(),
                        String.join(", ", clock.whose()),
                        incident,
                        state.text(Objects.requireNonNull(clock.dueMs())),
                        word(clock)));
        if (!picture.docket().redactions().isEmpty()) {
            out.printf(
                    "redacted    %,d items by decision, %,d of them not carried out in this folder yet%n",
                    picture.docket().redactions().size(), state.pending().size());
        }
        for (Source source : picture.sources()) {
            out.printf(
                    "source      %s, grade %s6: %,d rows, %,d rejected, last seen %s%n",
                    source.id(), source.grade(), source.rows(), source.rejected(), state.text(source.lastReceivedMs()));
        }
    }

    private static void write(JsonGenerator out, State state) {
        Picture picture = state.picture();
        out.writeStartObject();
        out.writeNumberProperty("treeSize", state.checkpoint().size());
        out.writeObjectPropertyStart("checkpoint");
        out.writeStringProperty("origin", state.checkpoint().origin());
        out.writeNumberProperty("size", state.checkpoint().size());
        out.writeStringProperty("root", state.checkpoint().root().base64());
        out.writeEndObject();
        out.writeStringProperty("confirmed", state.witnesses().level());
        out.writeArrayPropertyStart("witnesses");
        for (WitnessRow row : state.witnesses().witnesses()) {
            out.writeStartObject();
            out.writeStringProperty("name", row.name());
            out.writeNumberProperty("size", row.size());
            out.writeStringProperty("cosigned", state.text(row.cosignedSeconds() * 1000));
            out.writeStringProperty("asked", state.text(row.askedMs()));
            out.writeStringProperty("failingSince", state.text(row.failingMs()));
            out.writeStringProperty("answer", row.answer());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("sources");
        for (Source source : picture.sources()) {
            out.writeStartObject();
            out.writeStringProperty("id", source.id());
            out.writeStringProperty("grade", source.grade() + "6");
            out.writeNumberProperty("accepted", source.rows());
            out.writeNumberProperty("rejected", source.rejected());
            out.writeStringProperty("firstSeen", state.text(source.firstReceivedMs()));
            out.writeStringProperty("lastSeen", state.text(source.lastReceivedMs()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringProperty("firstObserved", state.text(state.firstObservedMs()));
        out.writeStringProperty("lastObserved", state.text(state.lastObservedMs()));
        out.writeObjectPropertyStart("counts");
        out.writeNumberProperty("observations", picture.rows());
        out.writeNumberProperty("rejected", picture.rejected());
        out.writeNumberProperty("incidents", state.incidents());
        out.writeNumberProperty("cases", state.cases());
        out.writeNumberProperty("findings", state.findings());
        out.writeEndObject();
        out.writeNumberProperty("redactions", picture.docket().redactions().size());
        out.writeNumberProperty("pendingRedactions", state.pending().size());
        out.writeArrayPropertyStart("clocks");
        state.clocks().forEach((incident, clock) -> {
            out.writeStartObject();
            out.writeStringProperty("name", clock.name());
            out.writeStringProperty("whose", String.join(", ", clock.whose()));
            out.writeStringProperty("incident", incident);
            out.writeStringProperty("opened", state.text(clock.openedMs()));
            out.writeStringProperty("due", state.text(Objects.requireNonNull(clock.dueMs())));
            out.writeStringProperty("state", word(clock));
            out.writeEndObject();
        });
        out.writeEndArray();
        out.writeEndObject();
    }
}
