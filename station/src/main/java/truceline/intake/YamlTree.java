package truceline.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import truceline.agreement.Fault;
import truceline.agreement.Node;

/// From YAML events to a marked tree of text, without anything in YAML that hides, repeats or changes a
/// value. The root is null where the text is no YAML, too deep or too large.
final class YamlTree {
    private static final int DEEPEST = 12;
    private static final int MOST_VALUES = 50_000;
    private static final int MOST_FAULTS = 100;
    private static final int BUFFER = 8_192;

    private final Iterator<Event> events;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Node root;
    private int line = 1;
    private int column = 1;
    private int values;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    @Nullable
    Node root() {
        return root;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    static YamlTree parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("agreement")
                .setBufferSize(BUFFER)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        YamlTree tree = new YamlTree(new Parse(settings).parseString(text).iterator());
        try {
            tree.root = tree.document();
        } catch (MarkedYamlEngineException malformed) {
            malformed.getProblemMark().or(malformed::getContextMark).ifPresent(tree::moveTo);
            int began =
                    malformed.getContextMark().map(mark -> mark.getLine() + 1).orElse(tree.line);
            tree.malformed(malformed.getProblem(), began);
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            tree.malformed("it cannot be read", tree.line);
        }
        return tree;
    }

    private void moveTo(Mark mark) {
        line = mark.getLine() + 1;
        column = mark.getColumn() + 1;
    }

    private void malformed(@Nullable String problem, int began) {
        String what = problem == null ? "" : ": " + problem.lines().findFirst().orElse("");
        String words = what.length() > 120 ? what.substring(0, 120) : what;
        String from = began < line ? " in what begins in line " + began : "";
        fault("malformed", "This is not YAML" + words + "; check quotes, brackets and indentation" + from + ".");
    }

    private void fault(String code, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(line, column, code, message));
        }
    }

    private Event next() {
        Event event = events.next();
        event.getStartMark().ifPresent(this::moveTo);
        return event;
    }

    /// The only document, or null after a fault that ends all reading.
    private @Nullable Node document() {
        Node found = null;
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof DocumentStartEvent start) {
                if (found != null) {
                    fault("several-documents", "A second document begins here; a file holds one.");
                    return found;
                }
                directives(start);
                found = node(next(), 1);
                if (found == null) {
                    return null;
                }
            }
        }
        if (found == null) {
            fault("wrong-shape", "The file is empty; write an agreement, beginning with 'agreement: 1'.");
        }
        return found;
    }

    private void directives(DocumentStartEvent start) {
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            fault("directive", "A YAML directive stands here; leave it out.");
        }
    }

    /// The node that begins with an event, or null after a fault that ends all reading.
    private @Nullable Node node(Event event, int depth) {
        int startLine = line;
        int startColumn = column;
        if (++values > MOST_VALUES) {
            fault("too-many-values", "A file has at most " + MOST_VALUES + " values; shorten it.");
            return null;
        }
        refuseProperties(event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof AliasEvent) {
            fault("alias", "An alias stands here; write the value itself.");
            return new Node.Scalar("open", startLine, startColumn);
        }
        if (depth > DEEPEST) {
            fault("too-deep", "A file has at most " + DEEPEST + " levels; write this flatter.");
            return null;
        }
        return event instanceof MappingStartEvent
                ? mapping(depth, startLine, startColumn)
                : sequence(depth, startLine, startColumn);
    }

    private void refuseProperties(Event event) {
        boolean anchored = event instanceof NodeEvent node
                && !(event instanceof AliasEvent)
                && node.getAnchor().isPresent();
        if (anchored) {
            fault("anchor", "An anchor stands here; leave it out and write each value where it belongs.");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            fault("tag", "A tag stands here; leave it out, since the key says what a value is.");
        }
    }

    private Node scalar(ScalarEvent scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            fault("block-scalar", "A block text stands here; write it between quotes, one sentence a line.");
        }
        if (scalar.isPlain() && List.of("~", "null", "Null", "NULL").contains(scalar.getValue())) {
            fault("empty-value", "There is no null; write a value, or open, or leave the key out.");
        }
        return new Node.Scalar(scalar.getValue(), line, column);
    }

    private @Nullable Node sequence(int depth, int startLine, int startColumn) {
        List<Node> elements = new ArrayList<>();
        for (Event event = next(); !(event instanceof SequenceEndEvent); event = next()) {
            Node element = node(event, depth + 1);
            if (element == null) {
                return null;
            }
            elements.add(element);
        }
        return new Node.Sequence(elements, startLine, startColumn);
    }

    private @Nullable Node mapping(int depth, int startLine, int startColumn) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Event event = next(); !(event instanceof MappingEndEvent); event = next()) {
            Node.Scalar key = key(event, depth);
            Node value = key == null ? null : node(next(), depth + 1);
            if (key == null || value == null) {
                return null;
            }
            entries.add(new Node.Entry(key, value));
        }
        return new Node.Mapping(entries, startLine, startColumn);
    }

    private Node.@Nullable Scalar key(Event event, int depth) {
        boolean plain = event instanceof ScalarEvent scalar && scalar.isPlain();
        if (!(event instanceof ScalarEvent) && !(event instanceof AliasEvent)) {
            fault("key-not-text", "A key is a map or a list; a key is one text.");
            return null;
        }
        Node node = node(event, depth);
        if (plain && node instanceof Node.Scalar merge && merge.text().equals("<<")) {
            fault("merge-key", "A merge key stands here; write the keys out.");
        }
        return node instanceof Node.Scalar key ? key : null;
    }
}
