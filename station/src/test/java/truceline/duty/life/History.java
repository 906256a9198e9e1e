package truceline.duty.life;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Zone;
import truceline.duty.words.Language;
import truceline.geo.Disc;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// An invented history under a real agreement with letters for names, told entry by entry, and what came of it, as a
/// text that a person can read and compare. Only what concerns the watched provisions is written down.
final class History {
    private final Evaluation evaluation;
    private final List<String> watched;
    private final List<Change> watchedChanges = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long entry = 1;

    /// @param entered when the agreement was entered, ISO 8601 in UTC
    History(String agreement, String entered, String... watched) throws IOException {
        Lettered lettered = Lettered.read(agreement);
        this.watched = List.of(watched);
        this.evaluation = new Evaluation(lettered.agreement(), lettered.maps(), 0, at(entered));
        text.append("An invented history under ").append(agreement).append("; the parties bear letters.\n");
        for (String id : watched) {
            text.append("  ").append(id).append(": ");
            text.append(Sentence.of(lettered.agreement().getProvision(id)));
            text.append('\n');
        }
    }

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static String moment(long millis) {
        return Instant.ofEpochMilli(millis).toString().replace(":00Z", "Z").replace('T', ' ');
    }

    History clock(String known) {
        return tell("time passes", new Occurrence.Ticked(entry, at(known)));
    }

    History says(String known, String by, String fact, @Nullable String about) {
        String words = by + " attests " + fact + (about == null ? "" : " of " + about);
        return tell(words, new Occurrence.Said(entry, at(known), fact, about, by, true, at(known), null));
    }

    History saysOf(String known, String by, String fact, @Nullable String about, String act) {
        String words = by + " attests " + fact + (about == null ? "" : " of " + about) + " for " + act;
        return tell(words, new Occurrence.Said(entry, at(known), fact, about, by, true, at(known), act));
    }

    History done(String known, String provision, String by, long quantity) {
        String words = by + " does " + provision + (quantity < 0 ? "" : ": " + quantity);
        long thousandths = quantity < 0 ? -1 : quantity * 1000;
        return tell(words, new Occurrence.Done(entry, at(known), provision, by, at(known), thousandths));
    }

    History notice(String known, String by, String to) {
        return tell(by + " gives notice to " + to, new Occurrence.Noticed(entry, at(known), to, by, at(known)));
    }

    History allows(String known, String by, @Nullable String provision, @Nullable String whom, String until) {
        String words = by + " allows " + (whom == null ? "anybody" : whom) + " what " + provision + " forbids, until "
                + moment(at(until));
        return tell(words, new Occurrence.Permitted(entry, at(known), by, provision, whom, at(known), at(until)));
    }

    History daySet(String known, String day, String date) {
        return tell(
                "day " + day + " is set: " + moment(at(date)), new Occurrence.DaySet(entry, at(known), day, at(date)));
    }

    History settles(String known, String name, String holder) {
        return tell(
                "of " + name + " the reading of " + holder + " is settled",
                new Occurrence.Settled(entry, at(known), name, holder));
    }

    History listed(String known, String provision, String by, String what, long count) {
        String words = by + " hands over a list under " + provision + ": " + count + " " + what;
        return tell(
                words,
                new Occurrence.Listed(
                        entry, at(known), provision, by, at(known), List.of(new Occurrence.Lot(what, count))));
    }

    History acted(String words, Evidence act) {
        return tell(act.id() + ": " + words, new Occurrence.Acted(entry, act.toMs(), act));
    }

    History seen(String words, Evidence thing) {
        return tell(thing.id() + ": " + words, new Occurrence.Seen(entry, thing.toMs(), thing));
    }

    /// An act at a place, without a weapon; `known` are words of the agreement that somebody vouches for.
    static Evidence act(
            Verb verb,
            String id,
            String when,
            @Nullable String by,
            Kind kind,
            double lon,
            double lat,
            String... known) {
        return new Evidence(
                id,
                verb,
                at(when),
                at(when),
                disc(lon, lat),
                null,
                Zone.ON_SURFACE,
                kind,
                Weapon.NOT_KNOWN,
                -1,
                null,
                List.of(known),
                List.of(),
                -1,
                by);
    }

    /// A weapon that was seen.
    static Evidence weapon(
            String id,
            String when,
            @Nullable String by,
            Weapon weapon,
            int calibreTenthMm,
            @Nullable String system,
            double lon,
            double lat) {
        return new Evidence(
                id,
                Verb.KEEP,
                at(when),
                at(when),
                disc(lon, lat),
                null,
                Zone.ON_SURFACE,
                Kind.WEAPON,
                weapon,
                calibreTenthMm,
                system,
                List.of(),
                List.of(),
                -1,
                by);
    }

    private static Disc disc(double lon, double lat) {
        return new Disc((int) Math.round(lon * 1e7), (int) Math.round(lat * 1e7), 0);
    }

    private History tell(String words, Occurrence occurrence) {
        text.append('\n')
                .append(moment(occurrence.knownMs()))
                .append("  ")
                .append(words)
                .append('\n');
        entry++;
        List<Change> changes = evaluation.take(occurrence).stream()
                .filter(change -> watched.contains(change.provision()))
                .toList();
        changes.forEach(this::write);
        watchedChanges.addAll(changes);
        if (changes.isEmpty()) {
            text.append("    nothing follows\n");
        }
        return this;
    }

    private void write(Change change) {
        text.append("    ").append(change.provision()).append(' ');
        switch (change) {
            case Change.Moved moved ->
                text.append(moved.who())
                        .append(": ")
                        .append(ClosedWords.word(moved.from()))
                        .append(" > ")
                        .append(ClosedWords.word(moved.to()))
                        .append(" at ")
                        .append(moment(moved.atMs()));
            case Change.Judged judged ->
                text.append(judged.id())
                        .append(judged.who() == null ? "" : " by " + judged.who())
                        .append(": ")
                        .append(ClosedWords.word(judged.outcome()))
                        .append(judged.level() == null ? "" : ", " + ClosedWords.word(judged.level()))
                        .append(judged.row() == null ? "" : " (" + judged.row() + ")");
        }
        text.append(worlds(change.worlds())).append('\n');
        change.reasons()
                .forEach(
                        reason -> text.append("      ").append(reason.english()).append('\n'));
    }

    private static String worlds(List<String> worlds) {
        List<String> sorted = new ArrayList<>(worlds);
        sorted.sort(null);
        return sorted.isEmpty() ? "" : ", as read by " + String.join(" and ", sorted);
    }

    /// All of it, with where the watched provisions stand at the end and why.
    String text() {
        text.append("\nAt the end\n");
        for (String id : watched) {
            for (ProvisionState state : evaluation.states(id, null)) {
                text.append("    ").append(id).append(' ').append(state.who()).append(": ");
                text.append(ClosedWords.word(state.phase()))
                        .append(worlds(state.worlds()))
                        .append('\n');
                state.reasons()
                        .forEach(reason ->
                                text.append("      ").append(reason.english()).append('\n'));
            }
        }
        return text.toString();
    }

    /// What came of it and where the watched provisions stand at the end, as the program tells it in a language.
    String told(Language language) {
        StateText words = new StateText(language, java.time.ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        words.caution().ifPresent(lines::add);
        watchedChanges.forEach(change -> lines.add(change.provision() + "  " + words.change(change)));
        for (String id : watched) {
            for (ProvisionState state : evaluation.states(id, null)) {
                lines.add(words.line(state));
                words.reasons(state.reasons()).forEach(reason -> lines.add("    " + reason));
                words.conditions(state).forEach(condition -> lines.add("    " + condition));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
