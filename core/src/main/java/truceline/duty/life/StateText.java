package truceline.duty.life;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.words.Language;

/// States, conditions and changes as lines of text in one language. Names, conditions and quantities of the agreement
/// are quoted as it writes them; moments have the offset of a zone. Immutable.
public final class StateText {
    private static final Pattern MOMENT = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private final Language language;
    private final ZoneId zone;

    /// @param zone in which moments are told, with its offset
    public StateText(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /// After how many entries, and at which moment, it stands as the lines tell.
    public String head(long entries, long atMs) {
        return local(language.sentence("line-picture", String.valueOf(entries), Moments.utc(atMs)));
    }

    private String local(String line) {
        return MOMENT.matcher(line)
                .replaceAll(found -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.parse(found.group()).atZone(zone)));
    }

    /// That no lawyer has read the words of this language; empty for the language of the program.
    public Optional<String> caution() {
        return language == Language.EN ? Optional.empty() : Optional.of(language.sentence("line-unreviewed"));
    }

    /// That what follows is told by the words of an earlier version.
    public String earlier(String version, long untilMs) {
        return local(language.sentence("line-earlier", version, Moments.utc(untilMs)));
    }

    /// Where it stands, for whom, since when and in whose reading.
    public String line(ProvisionState state) {
        StringBuilder line = new StringBuilder(state.provision());
        line.append(state.who().isEmpty() ? "" : "  " + state.who());
        line.append("  ").append(word(state.phase()));
        Long sinceMs = state.sinceMs();
        if (sinceMs != null) {
            line.append(' ').append(language.sentence("line-since", Moments.utc(sinceMs)));
        }
        if (!state.worlds().isEmpty()) {
            line.append("  ").append(readBy(state.worlds()));
        }
        return local(line.toString());
    }

    private String readBy(List<String> worlds) {
        return language.sentence("line-read-by", String.join(", ", worlds));
    }

    /// Why, one line a reason.
    public List<String> reasons(List<Reason> reasons) {
        return reasons.stream().map(reason -> local(reason.in(language))).toList();
    }

    /// The conditions of a provision, one line an atom.
    public List<String> conditions(ProvisionState state) {
        return state.conditions().stream()
                .flatMap(check -> check.atoms().stream())
                .map(atom -> language.sentence(
                        "line-condition",
                        word(atom.truth()),
                        atom.text(),
                        atom.reason().in(language)))
                .map(this::local)
                .toList();
    }

    /// A change, with its entry, its reasons, and in whose readings it came about.
    public String change(Change change) {
        String what = switch (change) {
            case Change.Moved moved -> language.sentence("line-moved", word(moved.from()), word(moved.to()));
            case Change.Judged judged -> judged.id() + " " + outcome(judged);
        };
        String why = language.joined(reasons(change.reasons()));
        String told = why.isEmpty() ? what : language.sentence("line-why", what, why);
        String at = Moments.utc(change.atMs());
        String line = local(language.sentence("line-entry", String.valueOf(change.entry()), at, told));
        return change.worlds().isEmpty() ? line : line + "  " + readBy(change.worlds());
    }

    private String outcome(Change.Judged judged) {
        String outcome = language.word("case-" + ClosedWords.word(judged.outcome()));
        return judged.level() == null
                ? outcome
                : language.sentence("line-level", outcome, word(judged.level()), String.valueOf(judged.row()));
    }

    private String word(Enum<?> word) {
        return language.word(ClosedWords.word(word));
    }
}
