package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import truceline.agreement.Node;
import truceline.report.Markup;

/// What the drafters left open, in the order of the file: the element, and which of its keys. Only what is signed.
final class CopyOpen {
    private static final List<String> UNSIGNED = List.of("proposals", "statements", "claims");

    private static final List<String> SINGLE = List.of("supersedes", "languages", "runs", "verification", "clocks");

    private final Node root;
    private final Markup html;
    private final Parts parts;

    CopyOpen(Node root, Markup html, Parts parts) {
        this.root = root;
        this.html = html;
        this.parts = parts;
    }

    void write() throws IOException {
        Map<String, List<String>> open = of(root);
        parts.heading("What is left open", "open");
        if (open.isEmpty()) {
            html.raw("<p class=\"le\">Nothing.</p>\n");
            return;
        }
        int count = open.values().stream().mapToInt(List::size).sum();
        html.raw("<p class=\"le\">" + Words.count(count, "value") + (count == 1 ? " is" : " are")
                + " open. No clock runs and no norm is judged that depends on one.</p><table class=\"df\"><tbody>");
        for (Map.Entry<String, List<String>> each : open.entrySet()) {
            html.raw("<tr><th scope=\"row\">").text(each.getKey()).raw("</th><td><p>");
            html.text(String.join(", ", each.getValue())).raw("</p></td></tr>");
        }
        html.raw("</tbody></table>\n");
    }

    /// Keys with the value `open`, by the element that they stand on.
    static Map<String, List<String>> of(Node root) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        if (root instanceof Node.Mapping sections) {
            for (Node.Entry section : sections.entries()) {
                String name = section.key().text();
                if (UNSIGNED.contains(name)) {
                    continue;
                }
                if (section.value() instanceof Node.Mapping elements && !SINGLE.contains(name)) {
                    elements.entries()
                            .forEach(each -> find(open, one(name) + each.key().text(), "", each.value()));
                } else {
                    find(open, name, "", section.value());
                }
            }
        }
        return open;
    }

    private static String one(String section) {
        return switch (section) {
            case "bodies" -> "body ";
            case "classes" -> "class ";
            case "provisions" -> "";
            default -> section.endsWith("s") ? section.substring(0, section.length() - 1) + " " : section + " ";
        };
    }

    private static void find(Map<String, List<String>> open, String element, String path, Node node) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.text().equals("open")) {
                    open.computeIfAbsent(element, key -> new ArrayList<>()).add(path.isEmpty() ? "all of it" : path);
                }
            }
            case Node.Sequence sequence -> sequence.elements().forEach(each -> find(open, element, path, each));
            case Node.Mapping mapping ->
                mapping.entries()
                        .forEach(each -> find(
                                open,
                                element,
                                path.isEmpty()
                                        ? each.key().text()
                                        : path + " " + each.key().text(),
                                each.value()));
        }
    }
}
