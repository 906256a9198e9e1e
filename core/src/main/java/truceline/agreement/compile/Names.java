package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;

/// All names that a file declares, gathered before anything is resolved: one name space for what norms
/// can refer to. Sources and severity rows have their own, since no norm names them.
final class Names {
    /// Keys of a section that are not declared names.
    static final List<String> SECTION_KEYS = List.of("basis", "source", "is");

    private static final int LONGEST = 64;
    private static final int MOST_PARTIES = 64;
    private static final List<String> RESERVED = List.of(
            "open",
            "anyone",
            "each",
            "all",
            "no",
            "not",
            "at",
            "after",
            "before",
            "by",
            "notice",
            "allowed",
            "authorised",
            "together",
            "list",
            "must",
            "must-not",
            "may",
            "all-of",
            "any-of",
            "otherwise",
            "basis",
            "source",
            "is",
            "assumed",
            "readings");
    private static final Map<String, Sort> SECTIONS = new TreeMap<>();

    static {
        SECTIONS.put("parties", Sort.PARTY);
        SECTIONS.put("others", Sort.OTHER);
        SECTIONS.put("bodies", Sort.BODY);
        SECTIONS.put("forces", Sort.FORCE);
        SECTIONS.put("days", Sort.DAY);
        SECTIONS.put("lines", Sort.LINE);
        SECTIONS.put("places", Sort.PLACE);
        SECTIONS.put("zones", Sort.ZONE);
        SECTIONS.put("classes", Sort.CLASS);
        SECTIONS.put("facts", Sort.FACT);
        SECTIONS.put("provisions", Sort.PROVISION);
        SECTIONS.put("proposals", Sort.PROPOSAL);
        SECTIONS.put("statements", Sort.STATEMENT);
        SECTIONS.put("claims", Sort.CLAIM);
    }

    private final Map<String, Declared> declared = new TreeMap<>();
    private final Map<String, Node> inherited = new TreeMap<>();
    private final Map<String, Node> sources = new TreeMap<>();
    private final TreeSet<String> used = new TreeSet<>();
    private final TreeSet<String> usedSources = new TreeSet<>();
    private final List<String> parties = new ArrayList<>();
    private final List<Sort> unread = new ArrayList<>();
    private final Faults faults;

    /// One declared name with its place and its element.
    record Declared(Sort sort, Node.Scalar at, Node element) {}

    private Names(Faults faults) {
        this.faults = faults;
    }

    static Names of(Node.Mapping root, Faults faults) {
        Names names = new Names(faults);
        names.inherit("", root);
        for (Node.Entry section : root.entries()) {
            String key = section.key().text();
            Sort sort = SECTIONS.get(key);
            if (section.value() instanceof Node.Mapping elements) {
                names.inherit(key, elements);
                if (sort != null) {
                    names.declareAll(sort, elements);
                } else if (key.equals("sources")) {
                    names.declareSources(elements);
                } else if (key.equals("severity")) {
                    names.checkRows(elements);
                }
            } else if (sort != null) {
                names.unread.add(sort);
            }
        }
        names.declareHubs();
        names.refuseDayCounts();
        return names;
    }

    private void inherit(String section, Node.Mapping keys) {
        for (Node.Entry entry : keys.entries()) {
            if (SECTION_KEYS.contains(entry.key().text())) {
                inherited.putIfAbsent(section + "/" + entry.key().text(), entry.value());
            }
        }
    }

    /// What a whole section, or with an empty name the whole file, says of its basis or source.
    @Nullable
    Node inherited(String section, String key) {
        return inherited.get(section + "/" + key);
    }

    private void declareAll(Sort sort, Node.Mapping elements) {
        for (Node.Entry element : elements.entries()) {
            if (!SECTION_KEYS.contains(element.key().text())) {
                declare(sort, element.key(), element.value());
            }
        }
    }

    private void declare(Sort sort, Node.Scalar at, Node element) {
        String name = at.text();
        if (!isName(name, sort == Sort.PROVISION)) {
            refuseShape(at);
            return;
        }
        if (ClosedWords.find(Kind.class, name).isPresent()) {
            faults.add(at, "name-is-a-kind", Quoted.of(name) + " is a kind of its own; choose another name.");
        } else if (RESERVED.contains(name) || ClosedWords.find(Verb.class, name).isPresent()) {
            faults.add(at, "name-is-reserved", Quoted.of(name) + " is a word of the format; choose another name.");
        }
        Declared before = declared.putIfAbsent(name, new Declared(sort, at, element));
        if (before != null) {
            refuseTwice(at, before.at);
        } else if (sort == Sort.PARTY) {
            addParty(at);
        }
    }

    private void addParty(Node.Scalar at) {
        if (parties.size() < MOST_PARTIES) {
            parties.add(at.text());
        } else {
            faults.add(at, "parties", "An agreement has at most " + MOST_PARTIES + " parties; join some in a group.");
        }
    }

    private void refuseShape(Node.Scalar at) {
        faults.add(
                at,
                "bad-name",
                Quoted.of(at.text()) + " is no name; write one word of letters, digits and hyphens, at most " + LONGEST
                        + " characters.");
    }

    private void refuseTwice(Node.Scalar at, Node before) {
        faults.add(
                at,
                "name-used-twice",
                Quoted.of(at.text()) + " is already declared in line " + before.line() + "; choose another name.");
    }

    private void declareSources(Node.Mapping elements) {
        for (Node.Entry source : elements.entries()) {
            if (!isName(source.key().text(), false)) {
                refuseShape(source.key());
            }
            Node before = sources.putIfAbsent(source.key().text(), source.key());
            if (before != null) {
                refuseTwice(source.key(), before);
            }
        }
    }

    private void checkRows(Node.Mapping rows) {
        Map<String, Node> before = new TreeMap<>();
        for (Node.Entry row : rows.entries()) {
            String name = row.key().text();
            if (SECTION_KEYS.contains(name)) {
                continue;
            }
            if (!isName(name, false)) {
                refuseShape(row.key());
            }
            Node first = before.putIfAbsent(name, row.key());
            if (first != null) {
                refuseTwice(row.key(), first);
            }
        }
    }

    private void declareHubs() {
        for (Declared force : List.copyOf(declared.values())) {
            if (force.sort == Sort.FORCE
                    && force.element instanceof Node.Mapping keys
                    && keys.find("hubs").orElse(null) instanceof Node.Mapping hubs) {
                hubs.entries().forEach(hub -> declare(Sort.HUB, hub.key(), hub.value()));
            }
        }
    }

    /// A name like `D-5` would read as a count of days.
    private void refuseDayCounts() {
        for (Map.Entry<String, Declared> entry : declared.entrySet()) {
            String name = entry.getKey();
            int hyphen = name.lastIndexOf('-');
            boolean count = hyphen > 0 && Numbers.isDigits(name.substring(hyphen + 1), LONGEST);
            if (count && is(name.substring(0, hyphen), Sort.DAY)) {
                faults.add(
                        entry.getValue().at,
                        "name-is-reserved",
                        Quoted.of(name) + " reads as days before " + name.substring(0, hyphen)
                                + "; choose another name.");
            }
        }
    }

    /// Whether a word is a name: letters, digits and hyphens; the id of a provision may have such parts
    /// between points.
    static boolean isName(String word, boolean withPoints) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return false;
        }
        char before = '.';
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean joint = (c == '-' || c == '.' && withPoints) && before != '.' && before != '-';
            if (!letter && !joint) {
                return false;
            }
            before = c;
        }
        return before != '.' && before != '-';
    }

    boolean is(String name, Sort sort) {
        Declared found = declared.get(name);
        return found != null && found.sort == sort;
    }

    Optional<Declared> find(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    /// Whether a section that declares names of one of these sorts is no map: then nothing is known of them, and it
    /// helps nobody to be told so at each of them.
    boolean isUnread(List<Sort> sorts) {
        return sorts.stream().anyMatch(unread::contains);
    }

    void use(String name) {
        used.add(name);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    boolean useSource(String name) {
        usedSources.add(name);
        return sources.containsKey(name);
    }

    /// Sources that nothing names, with their places.
    Map<String, Node> unusedSources() {
        Map<String, Node> unused = new TreeMap<>(sources);
        unused.keySet().removeAll(usedSources);
        return unused;
    }

    List<String> sourceNames() {
        return List.copyOf(sources.keySet());
    }

    /// Names of the given sorts, for hints.
    List<String> ofSorts(List<Sort> sorts) {
        List<String> found = new ArrayList<>();
        declared.forEach((name, entry) -> {
            if (sorts.contains(entry.sort)) {
                found.add(name);
            }
        });
        return found;
    }

    List<String> parties() {
        return List.copyOf(parties);
    }

    /// The key of a declared element, if the element is a mapping that has it.
    @Nullable
    Node key(String name, String key) {
        Declared found = declared.get(name);
        return found != null && found.element instanceof Node.Mapping keys
                ? keys.find(key).orElse(null)
                : null;
    }

    /// Whether a provision is triggered rather than fulfilled.
    boolean isGuarantee(String provision) {
        return is(provision, Sort.PROVISION) && key(provision, "triggered-by") != null;
    }
}
