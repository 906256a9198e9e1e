package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.observation.Description;

/// The column "Description" of a patrol's table: `Undetermined`, `In flight, W to E`, `Outgoing, assessed as live-fire
/// exercise`.
///
/// @param word our word, or empty where the cell says nothing; of several, an exercise or a controlled detonation comes
/// first, because it says most
/// @param from sector of origin of a flight, or empty
/// @param to sector of its end, or empty
/// @param labels what else the cell says
record PatrolDescription(String word, String from, String to, List<String> labels) {
    private static final Pattern FLIGHT =
            Pattern.compile("(?:(in(?: \\p{Alpha}+)? flight) ?)?(?:from )?([\\p{Alpha}-]+) to ([\\p{Alpha}-]+)");
    private static final Pattern ASSESSED = Pattern.compile("(?:was |were )?assessed (?:to be |as )?(?:an? )?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    private static final Vocabulary<Description> WORDS = Vocabulary.of(Description.class)
            .with(Description.UNDETERMINED, "N/K")
            .with(Description.INCOMING, "incoming/impact", "impact", "impacts")
            .with(Description.AIRBURST, "air burst", "airbursts")
            .with(Description.IN_FLIGHT, "in flight", "in vertical flight")
            .with(Description.LIVE_FIRE_EXERCISE, "live fire exercise", "live-fire training exercise");

    /// The parts of a description, or null where one of them is not known.
    static @Nullable PatrolDescription of(String written) {
        List<Description> found = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        String from = "";
        String to = "";
        Matcher brackets = IN_BRACKETS.matcher(written);
        while (brackets.find()) {
            labels.add(brackets.group(1).strip());
        }
        String text = TextFields.oneSpaced(IN_BRACKETS.matcher(written).replaceAll(" "));
        for (String part : text.toLowerCase(Locale.ROOT).split("\\s*[,;]\\s*|\\s+and\\s+", -1)) {
            Matcher flight = FLIGHT.matcher(part);
            if (part.isEmpty()) {
                continue;
            }
            if (flight.matches() && isSector(flight.group(2)) && isSector(flight.group(3))) {
                from = flight.group(2);
                to = flight.group(3);
                found.add(Description.IN_FLIGHT);
                continue;
            }
            Description word = WORDS.find(ASSESSED.matcher(part).replaceFirst(""));
            if (word == null) {
                return null;
            }
            if (part.equals("in vertical flight")) {
                labels.add("vertical");
            }
            found.add(word);
        }
        return new PatrolDescription(first(found, labels), from, to, List.copyOf(labels));
    }

    private static boolean isSector(String written) {
        return Sectors.one(written) != Sectors.UNKNOWN;
    }

    private static String first(List<Description> found, List<String> labels) {
        if (found.isEmpty()) {
            return "";
        }
        Description first = found.contains(Description.LIVE_FIRE_EXERCISE)
                ? Description.LIVE_FIRE_EXERCISE
                : found.contains(Description.CONTROLLED_DETONATION)
                        ? Description.CONTROLLED_DETONATION
                        : found.getFirst();
        found.stream().distinct().filter(word -> word != first).forEach(word -> labels.add(word.word()));
        return first.word();
    }
}
