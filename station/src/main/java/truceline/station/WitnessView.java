package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Policy;

/// Who confirmed the newest checkpoint, and how it stands with each witness. Immutable.
///
/// @param level `accepted`, `sealed` or `fully countersigned`; `no policy` where none is in force, `not readable`
///     where the one in force or a cosignature does not hold
/// @param missing groups of the quorum's top level that have not confirmed it
/// @param witnesses in the order of the policy
public record WitnessView(String level, List<String> missing, List<WitnessRow> witnesses) {
    public WitnessView {
        missing = List.copyOf(missing);
        witnesses = List.copyOf(witnesses);
    }

    /// How it stands in a station's folder.
    ///
    /// @param note the published checkpoint
    /// @param text the policy in force, or null
    public static WitnessView of(Path folder, Note note, @Nullable String text) throws IOException {
        return of(note, text, WitnessRow.read(folder));
    }

    static WitnessView of(Note note, @Nullable String text, SortedMap<String, WitnessRow> known) {
        if (text == null) {
            return new WitnessView("no policy", List.of(), List.of());
        }
        Policy policy = WitnessPolicy.find(text);
        if (policy == null) {
            return new WitnessView("not readable", List.of(), List.of());
        }
        List<WitnessRow> rows = new ArrayList<>();
        for (Policy.Witness witness : policy.witnesses()) {
            rows.add(known.getOrDefault(witness.name(), WitnessRow.unknown(witness.name())));
        }
        try {
            Policy.Standing standing = policy.standing(note);
            return new WitnessView(word(standing.level()), standing.missing(), rows);
        } catch (LedgerException _) {
            return new WitnessView("not readable", List.of(), rows);
        }
    }

    /// How a level is told to people.
    public static String word(Policy.Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
