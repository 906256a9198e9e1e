package truceline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The interface as the pages read it, `ui/src/lib/contract.ts`, and whether an answer keeps to it: every field is
/// there, and of its type.
final class Contract {
    private static final Pattern HEAD =
            Pattern.compile("export interface (\\w+)(?: extends (?:Omit<)?(\\w+)[^{]*)? ?\\{");
    private static final Pattern LITERALS = Pattern.compile("'[^']*'(?:\\s*\\|\\s*'[^']*')*");

    private final Map<String, Map<String, String>> interfaces = new LinkedHashMap<>();

    static Contract read() throws IOException {
        Path file = Path.of(System.getProperty("truceline.root")).resolve("ui/src/lib/contract.ts");
        String text = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
        Contract contract = new Contract();
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            if (head.group(2) != null) {
                fields.putAll(contract.interfaces.getOrDefault(head.group(2), Map.of()));
            }
            int end = closing(text, head.end() - 1);
            fields.putAll(fields(text.substring(head.end(), end)));
            contract.interfaces.put(head.group(1), fields);
        }
        return contract;
    }

    /// What of an answer is not as the type says, each with its place; empty where all is.
    List<String> faults(JsonNode answer, String type) {
        List<String> faults = new ArrayList<>();
        check(answer, type, "", faults);
        return faults;
    }

    private void check(JsonNode node, String declared, String at, List<String> faults) {
        String type = declared.strip();
        if (node.isMissingNode()) {
            faults.add(at + " is missing");
        } else if (node.isNull()) {
            if (!type.matches("(?s).*\\|\\s*null")) {
                faults.add(at + " is null, not " + type);
            }
        } else {
            present(node, type.replaceFirst("\\s*\\|\\s*null$", ""), at, faults);
        }
    }

    private void present(JsonNode node, String type, String at, List<String> faults) {
        if (type.endsWith("[]")) {
            expect(node.isArray(), node, type, at, faults);
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), type.substring(0, type.length() - 2), at + "[" + i + "]", faults);
            }
        } else if (type.startsWith("{")) {
            fields(type.substring(1, type.length() - 1))
                    .forEach((name, inner) -> check(node.path(name), inner, at + "." + name, faults));
        } else if (interfaces.containsKey(type)) {
            interfaces
                    .getOrDefault(type, Map.of())
                    .forEach((name, inner) -> check(node.path(name), inner, at + "." + name, faults));
        } else if (LITERALS.matcher(type).matches()) {
            expect(type.contains("'" + node.asString("") + "'"), node, type, at, faults);
        } else {
            switch (type) {
                case "string" -> expect(node.isString(), node, type, at, faults);
                case "number" -> expect(node.isNumber(), node, type, at, faults);
                case "boolean" -> expect(node.isBoolean(), node, type, at, faults);
                case "FC" -> expect(node.path("features").isArray(), node, type, at, faults);
                default -> expect(!type.matches("[A-Z]\\w+"), node, type + ", which is not declared", at, faults);
            }
        }
    }

    private static void expect(boolean holds, JsonNode node, String type, String at, List<String> faults) {
        if (!holds) {
            faults.add(at + " is " + node + ", not " + type);
        }
    }

    /// Fields of a body, by name; separated by semicolons, or by commas and line ends at the outermost level.
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= body.length(); i++) {
            char c = i == body.length() ? ';' : body.charAt(i);
            depth += "{[(<".indexOf(c) >= 0 ? 1 : "}])>".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 && c == ';') {
                add(fields, body.substring(start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    private static void add(Map<String, String> fields, String declared) {
        int colon = declared.indexOf(':');
        if (colon < 0) {
            return;
        }
        String type = declared.substring(colon + 1).strip();
        for (String name : declared.substring(0, colon).split(",", -1)) {
            fields.put(name.strip(), type);
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("an interface that does not end");
    }
}
