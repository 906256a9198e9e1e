package truceline.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a policy, one after the other. Used once.
final class PolicyReader {
    private static final int MOST_CHARACTERS = 32_768;
    private static final int MOST_OF_A_KIND = 32;

    private final String text;
    private final List<Policy.Log> logs = new ArrayList<>();
    private final SequencedMap<String, Policy.Witness> witnesses = new LinkedHashMap<>();
    private final SequencedMap<String, Policy.Group> groups = new LinkedHashMap<>();
    private final TreeSet<String> logKeys = new TreeSet<>();
    private final TreeSet<String> witnessKeys = new TreeSet<>();
    private final TreeSet<String> members = new TreeSet<>();
    private @Nullable String quorum;
    private int number;

    PolicyReader(String text) {
        this.text = text;
    }

    Policy read() {
        if (text.length() > MOST_CHARACTERS) {
            throw LedgerException.malformed("a policy has at most " + MOST_CHARACTERS + " characters");
        }
        String[] lines = text.split("\n", -1);
        for (String line : List.of(lines).subList(0, lines.length - 1)) {
            number++;
            line(line);
        }
        number++;
        require(lines[lines.length - 1].isEmpty(), "the last line has no newline");
        if (quorum == null) {
            throw LedgerException.malformed("a policy has a quorum line");
        }
        return new Policy(text, logs, witnesses, groups, quorum);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw LedgerException.malformed("line " + number + ": " + otherwise);
        }
    }

    private void line(String line) {
        require(line.chars().noneMatch(c -> c < 0x20 && c != '\t' || c == 0x7f), "it has a control character");
        require(!hasLoneSurrogate(line), "it is not well-formed text");
        List<String> items = items(line);
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        switch (items.getFirst()) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> require(false, "'" + items.getFirst() + "' is not log, witness, group or quorum");
        }
    }

    private static boolean hasLoneSurrogate(String line) {
        return line.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// Only the space and the tab are whitespace here.
    private static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        for (String item : line.split("[ \t]", -1)) {
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private void log(List<String> items) {
        require(items.size() == 2 || items.size() == 3, "a log line is: log <vkey> [<url>]");
        require(logs.size() < MOST_OF_A_KIND, "there are more than " + MOST_OF_A_KIND + " logs");
        Verifier key;
        try {
            key = Verifier.parse(items.get(1));
        } catch (LedgerException e) {
            throw new LedgerException("malformed", "line " + number + ": the log's key: " + e.getMessage(), e);
        }
        require(logKeys.add(Policy.identity(key.rawKey())), "the log's key stands on an earlier line");
        logs.add(new Policy.Log(key, items.size() == 3 ? items.get(2) : ""));
    }

    private void witness(List<String> items) {
        require(items.size() == 3 || items.size() == 4, "a witness line is: witness <name> <vkey> [<url>]");
        require(witnesses.size() < MOST_OF_A_KIND, "there are more than " + MOST_OF_A_KIND + " witnesses");
        String name = newName(items.get(1));
        CosignatureKey key;
        try {
            key = CosignatureKey.parse(items.get(2));
        } catch (LedgerException e) {
            throw new LedgerException("malformed", "line " + number + ": the witness's key: " + e.getMessage(), e);
        }
        require(witnessKeys.add(Policy.identity(key.rawKey())), "the witness's key stands on an earlier line");
        witnesses.put(name, new Policy.Witness(name, key, items.size() == 4 ? items.get(3) : ""));
    }

    private void group(List<String> items) {
        require(items.size() >= 4, "a group line is: group <name> all|any|<number> <name>...");
        require(groups.size() < MOST_OF_A_KIND, "there are more than " + MOST_OF_A_KIND + " groups");
        String name = newName(items.get(1));
        List<String> names = items.subList(3, items.size());
        for (String member : names) {
            requireKnown(member);
            require(members.add(member), "'" + member + "' is a member of a group already");
        }
        int threshold = switch (items.get(2)) {
            case "all" -> names.size();
            case "any" -> 1;
            default -> threshold(items.get(2), names.size());
        };
        groups.put(name, new Policy.Group(name, threshold, names));
    }

    private int threshold(String written, int most) {
        require(written.matches("[1-9][0-9]{0,3}"), "'" + written + "' is not all, any or a number");
        int threshold = Integer.parseInt(written);
        require(threshold <= most, threshold + " of " + most + " members can never be reached");
        return threshold;
    }

    private void quorum(List<String> items) {
        require(items.size() == 2, "a quorum line is: quorum <name>");
        require(quorum == null, "there is a quorum line already");
        String name = items.get(1);
        if (!name.equals(Policy.NONE)) {
            requireKnown(name);
        }
        quorum = name;
    }

    private void requireKnown(String name) {
        require(
                witnesses.containsKey(name) || groups.containsKey(name),
                "no earlier line defines a witness or group '" + name + "'");
    }

    private String newName(String name) {
        require(!name.equals(Policy.NONE), "'none' cannot be the name of a witness or group");
        require(!witnesses.containsKey(name) && !groups.containsKey(name), "the name '" + name + "' is taken");
        return name;
    }
}
