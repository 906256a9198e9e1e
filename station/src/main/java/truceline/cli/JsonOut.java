package truceline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON value to a command's output.
final class JsonOut {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// Writes into a generator.
    interface Body {
        void write(JsonGenerator json);
    }

    private JsonOut() {}

    static void print(PrintWriter out, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            body.write(json);
        }
        out.println(text);
    }
}
