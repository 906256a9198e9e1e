package truceline.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import truceline.audit.Difference;

/// Differences as lines and as JSON, the same for every command that checks.
final class DifferenceLines {
    private DifferenceLines() {}

    static void print(PrintWriter out, List<Difference> differences) {
        for (Difference difference : differences) {
            String index = difference.index() < 0 ? "" : "entry " + difference.index() + ", ";
            String file = difference.file().isEmpty() ? "" : difference.file() + ": ";
            out.println("differs     " + index + file + difference.what());
        }
    }

    static void write(JsonGenerator out, List<Difference> differences) {
        out.writeArrayPropertyStart("differences");
        for (Difference difference : differences) {
            out.writeStartObject();
            if (difference.index() >= 0) {
                out.writeNumberProperty("index", difference.index());
            }
            if (!difference.file().isEmpty()) {
                out.writeStringProperty("file", difference.file());
            }
            out.writeStringProperty("what", difference.what());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
