package truceline.duty.life;

import java.util.List;
import java.util.Optional;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.words.Language;

/// States, conditions and changes as lines of text in one language. Names, conditions and quantities of the agreement
/// are quoted as it writes them. Immutable.
public final class StateText {
    private final Language language;

    public StateText(Language language) {
        this.language = language;
    }

    /// That no lawyer has read the words of this language; empty for the language of the program.
    public Optional<String> caution() {
        return language == Language.EN ? Optional.empty() : Optional.of(language.sentence("line-unreviewed"));
    }

    /// That what follows is told by the words of an earlier version.
    public String earlier(String version, long untilMs) {
        return language.sentence("line-earlier", version, Moments.utc(untilMs));
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
            line.append("  ").append(language.sentence("line-read-by", String.join(", ", state.worlds())));
        }
        return line.toString();
    }

    /// Why, one line a reason.
    public List<String> reasons(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.in(language)).toList();
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
                .toList();
    }

    /// A change, with its entry and its reasons.
    public String change(Change change) {
        String what = switch (change) {
            case Change.Moved moved -> language.sentence("line-moved", word(moved.from()), word(moved.to()));
            case Change.Judged judged -> judged.id() + " " + outcome(judged);
        };
        String why = language.joined(reasons(change.reasons()));
        String told = why.isEmpty() ? what : language.sentence("line-why", what, why);
        String at = Moments.utc(change.atMs());
        return language.sentence("line-entry", String.valueOf(change.entry()), at, told);
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
