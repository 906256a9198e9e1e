package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import truceline.agreement.Node;
import truceline.agreement.Note;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Shape;

/// Whether each unit code of an agreement names exactly one unit of a file of boundaries. Stateless.
///
/// An ISO code that the shipped table knows is looked up by the table's name; every other code by the property whose
/// name has the scheme in it (`code_hasc`, `ADM1_PCODE`, `iso_3166_2`), except those that only guess (`hasc_maybe`).
/// The code of a whole country may name many.
public final class UnitMatches {
    private UnitMatches() {}

    /// One note (`unit-matches`) at each unit code that names no unit or several, in file order.
    public static List<Note> notes(Node agreement, Geometry units) {
        List<Note> notes = new ArrayList<>();
        if (agreement instanceof Node.Mapping root && root.find("zones").orElse(null) instanceof Node.Mapping zones) {
            for (Node.Entry zone : zones.entries()) {
                zone(zone.value(), units, notes);
            }
        }
        return List.copyOf(notes);
    }

    private static void zone(Node zone, Geometry units, List<Note> notes) {
        if (!(zone instanceof Node.Mapping keys)) {
            return;
        }
        for (Node.Entry entry : keys.entries()) {
            if (entry.key().text().equals("unit")) {
                List<Node> words =
                        entry.value() instanceof Node.Sequence list ? list.elements() : List.of(entry.value());
                words.forEach(word -> word(word, units, notes));
            } else if (entry.key().text().equals("readings") && entry.value() instanceof Node.Mapping holders) {
                holders.entries().forEach(holder -> zone(holder.value(), units, notes));
            }
        }
    }

    private static void word(Node word, Geometry units, List<Note> notes) {
        String text = word instanceof Node.Scalar scalar ? scalar.text() : "open";
        int space = text.indexOf(' ');
        if (space < 0) {
            return;
        }
        String scheme = text.substring(0, space);
        String code = text.substring(space + 1);
        List<String> names = UnitCodes.names(scheme, code);
        List<String> found = matches(units, scheme, code, names);
        boolean whole = names.size() > 1 && !found.isEmpty();
        if (found.size() == 1 || whole) {
            return;
        }
        String what = found.isEmpty()
                ? "names no unit of the boundaries given; use a code that they have, or a table of codes."
                : "names " + found.size() + " units of the boundaries given (" + String.join(", ", found)
                        + "); use a code that names one.";
        notes.add(new Note(word.line(), word.column(), "unit-matches", "Unit '" + text + "' " + what));
    }

    private static List<String> matches(Geometry units, String scheme, String code, List<String> names) {
        List<String> found = new ArrayList<>();
        for (Feature feature : units.features()) {
            if (feature.shape() instanceof Shape.Areas) {
                String name = feature.properties().getOrDefault("name", "without a name");
                boolean known = names.isEmpty() ? hasCode(feature.properties(), scheme, code) : names.contains(name);
                if (known) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static boolean hasCode(Map<String, String> properties, String scheme, String code) {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String key = property.getKey().toLowerCase(Locale.ROOT);
            if (key.contains(scheme)
                    && !key.contains("maybe")
                    && property.getValue().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
