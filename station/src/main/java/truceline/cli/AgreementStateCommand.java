package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.life.Change;
import truceline.duty.life.Evaluation;
import truceline.duty.life.ProvisionState;
import truceline.duty.life.Reason;
import truceline.duty.life.StateText;
import truceline.duty.words.Language;
import truceline.intake.Refusal;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Lookup;
import truceline.mission.Occurrences;
import truceline.mission.Picture;

/// `agreement state DIR`: where every provision stands, for whom, in whose reading, and why.
@Command(
        name = "state",
        description = "Where every provision of a station's agreement stands, for whom, in whose reading, and why.",
        mixinStandardHelpOptions = true)
final class AgreementStateCommand implements Callable<Integer> {
    @Mixin
    private StationOptions station = new StationOptions();

    @Option(names = "--provision", paramLabel = "ID", description = "only that provision and those below it")
    private @Nullable String provision;

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "language of the words: en (default), uk, fr or ru; JSON is the same in each")
    private String lang = Language.EN.code();

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Language language = language();
        Picture picture = station.open().picture();
        AdoptedAgreement agreement = picture.agreement();
        Lookup lookup = Lookup.of(picture);
        Evaluation evaluation = Occurrences.evaluate(lookup);
        if (agreement == null || evaluation == null) {
            throw new Refusal("no-agreement", "No agreement was entered in this station.");
        }
        List<ProvisionState> states =
                evaluation.states().stream().filter(this::isAsked).toList();
        List<Occurrences.Earlier> earlier = Occurrences.earlier(lookup);
        if (states.isEmpty() && earlier.stream().allMatch(each -> states(each).isEmpty()) && provision != null) {
            throw new Refusal("not-found", "The agreement has no provision " + provision + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> write(generator, states, earlier));
        } else {
            StateText text = new StateText(language, agreement.zone());
            text.caution().ifPresent(out::println);
            out.println(text.head(picture.size(), picture.receivedMs()));
            states.forEach(state -> print(out, text, state));
            earlier.forEach(each -> print(out, text, each));
        }
        return Exit.DONE;
    }

    private boolean isAsked(ProvisionState state) {
        return provision == null
                || state.provision().equals(provision)
                || state.provision().startsWith(provision + ".");
    }

    /// What an earlier version said and the next one changed.
    private List<ProvisionState> states(Occurrences.Earlier earlier) {
        return earlier.evaluation().states().stream()
                .filter(state -> earlier.changed().contains(state.provision()))
                .filter(this::isAsked)
                .toList();
    }

    private void print(PrintWriter out, StateText text, Occurrences.Earlier earlier) {
        List<ProvisionState> states = states(earlier);
        if (!states.isEmpty()) {
            out.println();
            out.println(text.earlier(earlier.version(), earlier.untilMs()));
            states.forEach(state -> print(out, text, state));
        }
    }

    private Language language() {
        return Language.find(lang)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "The languages are en, uk, fr and ru; " + lang + " is none of them."));
    }

    private void print(PrintWriter out, StateText text, ProvisionState state) {
        out.println(text.line(state));
        text.reasons(state.reasons()).forEach(reason -> out.println("    " + reason));
        if (provision != null) {
            text.conditions(state).forEach(condition -> out.println("    " + condition));
            state.trace().forEach(change -> out.println("    " + text.change(change)));
        }
    }

    private void write(JsonGenerator out, List<ProvisionState> states, List<Occurrences.Earlier> earlier) {
        out.writeStartObject();
        write(out, states);
        out.writeArrayPropertyStart("earlier");
        for (Occurrences.Earlier each : earlier) {
            out.writeStartObject();
            out.writeStringProperty("version", each.version());
            moment(out, "until", each.untilMs());
            write(out, states(each));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, List<ProvisionState> states) {
        out.writeArrayPropertyStart("states");
        for (ProvisionState state : states) {
            out.writeStartObject();
            out.writeStringProperty("provision", state.provision());
            out.writeStringProperty("who", state.who());
            words(out, "worlds", state.worlds());
            out.writeStringProperty("state", ClosedWords.word(state.phase()));
            moment(out, "since", state.sinceMs());
            moment(out, "due", state.dueMs());
            out.writeNumberProperty("cases", state.cases());
            out.writeNumberProperty("attributed", state.attributed());
            reasons(out, "why", state.reasons());
            out.writeArrayPropertyStart("conditions");
            state.conditions().stream().flatMap(check -> check.atoms().stream()).forEach(atom -> {
                out.writeStartObject();
                out.writeStringProperty("text", atom.text());
                out.writeStringProperty("holds", ClosedWords.word(atom.truth()));
                reasons(out, "why", List.of(atom.reason()));
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeArrayPropertyStart("trace");
            state.trace().forEach(change -> write(out, change));
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Change change) {
        out.writeStartObject();
        out.writeNumberProperty("entry", change.entry());
        moment(out, "at", change.atMs());
        words(out, "worlds", change.worlds());
        switch (change) {
            case Change.Moved moved -> {
                out.writeStringProperty("from", ClosedWords.word(moved.from()));
                out.writeStringProperty("to", ClosedWords.word(moved.to()));
            }
            case Change.Judged judged -> {
                out.writeStringProperty("id", judged.id());
                out.writeStringProperty("outcome", ClosedWords.word(judged.outcome()));
                if (judged.level() != null && judged.row() != null) {
                    out.writeStringProperty("level", ClosedWords.word(judged.level()));
                    out.writeStringProperty("row", judged.row());
                }
            }
        }
        reasons(out, "why", change.reasons());
        out.writeEndObject();
    }

    private static void reasons(JsonGenerator out, String name, List<Reason> reasons) {
        out.writeArrayPropertyStart(name);
        for (Reason reason : reasons) {
            out.writeStartObject();
            out.writeStringProperty("key", reason.key());
            words(out, "values", reason.values());
            out.writeStringProperty("text", reason.english());
            if (!reason.parts().isEmpty()) {
                reasons(out, "parts", reason.parts());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void words(JsonGenerator out, String name, List<String> words) {
        out.writeArrayPropertyStart(name);
        words.forEach(out::writeString);
        out.writeEndArray();
    }

    private static void moment(JsonGenerator out, String name, @Nullable Long atMs) {
        if (atMs != null) {
            out.writeStringProperty(name, Instant.ofEpochMilli(atMs).toString());
        }
    }
}
