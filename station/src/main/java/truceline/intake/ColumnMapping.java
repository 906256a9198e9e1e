package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.observation.Kind;

/// How the columns of somebody else's CSV become ours: which column holds what, which word means which, how its times
/// and labels are written. Format: `spec/columns.md`. Immutable.
public final class ColumnMapping {
    /// Where one of our columns comes from.
    ///
    /// @param theirs their columns; the first that is not empty counts
    /// @param constant our text for every row, where they have no column
    /// @param words our word for theirs; empty where theirs stands as it is
    /// @param otherwise our word for theirs that are not in `words`; without it such a row is rejected
    /// @param optional true where a file may lack the columns
    record Source(
            List<String> theirs,
            @Nullable String constant,
            Map<String, String> words,
            @Nullable String otherwise,
            boolean optional) {}

    /// Several labels in one cell.
    ///
    /// @param from their columns, each with a text to put before its labels
    /// @param separator between the labels of one cell, or empty where a cell is one label
    /// @param readAs labels to be read as another, such as ones that are spelled wrongly
    /// @param kinds what a label is evidence of; the first that a row carries, in this order, decides its kind
    record Labels(List<Origin> from, String separator, Map<String, String> readAs, Map<String, Kind> kinds) {
        static final Labels NONE = new Labels(List.of(), "", Map.of(), Map.of());
    }

    record Origin(String column, String prefix) {}

    private static final List<String> SHIPPED = List.of("viina", "ucdp-ged", "acled");

    private final String text;
    private final String name;
    private final char fileClass;
    private final TimeRules times;
    private final Map<Column, Source> sources;
    private final Labels labels;

    ColumnMapping(
            String text, String name, char fileClass, TimeRules times, Map<Column, Source> sources, Labels labels) {
        this.text = text;
        this.name = name;
        this.fileClass = fileClass;
        this.times = times;
        this.sources = new EnumMap<>(sources);
        this.labels = labels;
    }

    /// Reads a mapping file.
    ///
    /// @throws Refusal `bad-columns-file`, naming the line
    public static ColumnMapping load(byte[] yaml) {
        return new ColumnMappingText("columns file", yaml).read();
    }

    /// A mapping that comes with the program: one of {@link #shippedNames()}.
    ///
    /// @throws Refusal `unknown-columns`
    public static ColumnMapping shipped(String name) {
        return new ColumnMappingText(name + ".yaml", shippedText(name)).read();
    }

    /// The text of a mapping that comes with the program.
    ///
    /// @throws Refusal `unknown-columns`
    public static byte[] shippedText(String name) {
        if (!SHIPPED.contains(name)) {
            throw new Refusal(
                    "unknown-columns",
                    "There is no mapping '" + name + "'; give a file, or one of " + String.join(", ", SHIPPED) + ".");
        }
        try (InputStream in = ColumnMapping.class.getResourceAsStream("/columns/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks columns/" + name + ".yaml");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the jar cannot be read", broken);
        }
    }

    /// Names that {@link #shipped} knows.
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /// The mapping's own name, which goes into the record with every submission.
    public String name() {
        return name;
    }

    /// The file as it was read; it is evidence, since it decides what the rows mean.
    public String text() {
        return text;
    }

    /// Class of a file that this mapping describes: 'P' or 'M'.
    public char fileClass() {
        return fileClass;
    }

    TimeRules times() {
        return times;
    }

    Map<Column, Source> sources() {
        return sources;
    }

    Labels labels() {
        return labels;
    }
}
