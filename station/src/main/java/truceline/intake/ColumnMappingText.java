package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import truceline.observation.Kind;

/// Reads a mapping file: YAML 1.2 in which every value is text. Unknown and double keys, anchors and tags are refused
/// with their line. Serves one file.
final class ColumnMappingText {
    private static final int MOST_BYTES = 1 << 18;

    private final String file;
    private final byte[] yaml;
    private final Map<Column, List<String>> fields = new EnumMap<>(Column.class);
    private final Map<Column, String> constants = new EnumMap<>(Column.class);
    private final Map<Column, Map<String, String>> words = new EnumMap<>(Column.class);
    private final Map<Column, String> otherwise = new EnumMap<>(Column.class);
    private final List<Column> optional = new ArrayList<>();
    private final List<ColumnMapping.Origin> origins = new ArrayList<>();
    private final Map<String, String> readAs = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private String name = "";
    private String separator = "";
    private char fileClass = 'M';
    private boolean monthNames;
    private boolean midnightIsDay;

    ColumnMappingText(String file, byte[] yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    ColumnMapping read() {
        Node root = compose();
        boolean versioned = false;
        for (Map.Entry<String, Node> entry : entries(root).entrySet()) {
            Node value = entry.getValue();
            switch (entry.getKey()) {
                case "columns" -> versioned = oneOf(value, "1").equals("1");
                case "name" -> name = name(value);
                case "file-class" -> fileClass = oneOf(value, "P", "M").charAt(0);
                case "fields" -> fields(value);
                case "constants" -> byColumn(value).forEach((column, node) -> constants.put(column, text(node)));
                case "words" -> byColumn(value).forEach((column, node) -> words.put(column, texts(node)));
                case "otherwise" -> byColumn(value).forEach((column, node) -> otherwise.put(column, text(node)));
                case "optional" -> items(value).forEach(item -> optional.add(column(text(item), item)));
                case "time" -> time(value);
                case "labels" -> labels(value);
                case "kinds" -> kinds(value);
                default -> throw unknown(entry.getKey(), value);
            }
        }
        if (!versioned || name.isEmpty()) {
            throw refusal(root, "it must begin with 'columns: 1' and have a 'name'");
        }
        return mapping(root);
    }

    private ColumnMapping mapping(Node root) {
        Map<Column, ColumnMapping.Source> sources = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<String> theirs = fields.getOrDefault(column, List.of());
            String constant = constants.get(column);
            if (!theirs.isEmpty() || constant != null) {
                sources.put(
                        column,
                        new ColumnMapping.Source(
                                theirs,
                                constant,
                                words.getOrDefault(column, Map.of()),
                                otherwise.get(column),
                                optional.contains(column)));
            }
        }
        if (!sources.containsKey(Column.TIME)) {
            throw refusal(root, "'fields' must say which column holds the time");
        }
        if (!origins.isEmpty() && (sources.containsKey(Column.LABELS) || sources.containsKey(Column.KIND))) {
            throw refusal(root, "'labels' already gives the kind and the labels");
        }
        return new ColumnMapping(
                new String(yaml, StandardCharsets.UTF_8),
                name,
                fileClass,
                new TimeRules(monthNames, midnightIsDay, true),
                sources,
                new ColumnMapping.Labels(List.copyOf(origins), separator, readAs, kinds));
    }

    private void fields(Node node) {
        byColumn(node).forEach((column, value) -> {
            List<String> theirs = new ArrayList<>();
            if (value instanceof SequenceNode) {
                items(value).forEach(item -> theirs.add(text(item)));
            } else {
                theirs.add(text(value));
            }
            fields.put(column, List.copyOf(theirs));
        });
    }

    private void time(Node node) {
        entries(node).forEach((key, value) -> {
            switch (key) {
                case "forms" -> {
                    for (Node form : items(value)) {
                        monthNames |= oneOf(form, "iso", "month-name").equals("month-name");
                    }
                }
                case "midnight" -> midnightIsDay = oneOf(value, "day", "moment").equals("day");
                default -> throw unknown(key, value);
            }
        });
    }

    private void labels(Node node) {
        entries(node).forEach((key, value) -> {
            switch (key) {
                case "from" -> items(value).forEach(item -> origins.add(origin(item)));
                case "separator" -> separator = text(value);
                case "read-as" -> readAs.putAll(texts(value));
                default -> throw unknown(key, value);
            }
        });
    }

    private ColumnMapping.Origin origin(Node node) {
        if (node instanceof ScalarNode) {
            return new ColumnMapping.Origin(text(node), "");
        }
        String column = "";
        String prefix = "";
        for (Map.Entry<String, Node> entry : entries(node).entrySet()) {
            switch (entry.getKey()) {
                case "column" -> column = text(entry.getValue());
                case "prefix" -> prefix = text(entry.getValue());
                default -> throw unknown(entry.getKey(), entry.getValue());
            }
        }
        return new ColumnMapping.Origin(column, prefix);
    }

    private void kinds(Node node) {
        entries(node).forEach((label, value) -> {
            Kind kind = WordFields.KINDS.find(text(value));
            if (kind == null) {
                throw refusal(value, "'" + text(value) + "' is no kind");
            }
            kinds.put(label, kind);
        });
    }

    private Node compose() {
        if (yaml.length > MOST_BYTES) {
            throw new Refusal("bad-columns-file", file + " is larger than 256 KiB.");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return new Compose(settings)
                    .composeString(new String(yaml, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new Refusal("bad-columns-file", file + " is empty."));
        } catch (YamlEngineException broken) {
            String message = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
            throw new Refusal("bad-columns-file", file + " is no YAML: " + message);
        }
    }

    private Map<String, Node> entries(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(node, "here must stand 'key: value' lines");
        }
        plain(node, Tag.MAP);
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw refusal(tuple.getKeyNode(), "the key '" + key + "' stands twice");
            }
        }
        return entries;
    }

    private Map<Column, Node> byColumn(Node node) {
        Map<Column, Node> byColumn = new LinkedHashMap<>();
        entries(node).forEach((key, value) -> byColumn.put(column(key, value), value));
        return byColumn;
    }

    private Map<String, String> texts(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(node).forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private List<Node> items(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw refusal(node, "here must stand a list");
        }
        plain(node, Tag.SEQ);
        return sequence.getValue();
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw refusal(node, "here must stand one text");
        }
        plain(node, Tag.STR);
        return scalar.getValue();
    }

    private void plain(Node node, Tag tag) {
        if (node.getAnchor().isPresent()) {
            throw refusal(node, "anchors are not taken");
        }
        if (!node.getTag().equals(tag)) {
            throw refusal(node, "tags are not taken");
        }
    }

    private Column column(String heading, Node node) {
        Column column = Column.find(heading);
        if (column == null) {
            throw unknown(heading, node);
        }
        return column;
    }

    private String name(Node node) {
        String text = text(node);
        if (!text.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw refusal(node, "a name is made of a-z, 0-9, dots and hyphens");
        }
        return text;
    }

    private String oneOf(Node node, String... allowed) {
        String text = text(node);
        if (!List.of(allowed).contains(text)) {
            throw refusal(node, "here must stand " + String.join(" or ", allowed) + ", not '" + text + "'");
        }
        return text;
    }

    private Refusal unknown(String key, Node value) {
        return refusal(value, "unknown key '" + key + "'");
    }

    private Refusal refusal(@Nullable Node node, String what) {
        String line = node == null
                ? ""
                : node.getStartMark()
                        .map(mark -> " line " + (mark.getLine() + 1))
                        .orElse("");
        return new Refusal("bad-columns-file", file + line + ": " + what + ".");
    }
}
