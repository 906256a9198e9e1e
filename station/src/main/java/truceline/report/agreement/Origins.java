package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import truceline.agreement.Origin;
import truceline.report.Markup;

/// The small note on what an element rests: its basis, its sources, and which of its keys are the writer's own choice.
final class Origins {
    private Origins() {}

    static String text(Origin origin) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.basis(origin.basis()));
        if (!origin.sources().isEmpty()) {
            parts.add((origin.sources().size() == 1 ? "source " : "sources ") + Words.and(origin.sources()));
        }
        if (!origin.assumed().isEmpty()) {
            parts.add("assumed: " + Words.and(origin.assumed()));
        }
        return String.join("; ", parts);
    }

    static void write(Markup html, Origin origin) throws IOException {
        html.raw("<p class=\"o\">").text(Words.basis(origin.basis()));
        if (!origin.sources().isEmpty()) {
            html.raw(origin.sources().size() == 1 ? "; source " : "; sources ");
            String separator = "";
            for (String source : origin.sources()) {
                html.raw(separator).element("a", " class=\"t\" href=\"#src-" + source + "\"", source);
                separator = ", ";
            }
        }
        if (!origin.assumed().isEmpty()) {
            html.raw("; assumed: ").text(String.join(", ", origin.assumed()));
        }
        html.raw("</p>");
    }
}
