package truceline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of `vectors/agreement/faults.jsonl`, each with the only fault that it has.
final class AgreementFaultCases {
    static final String SOUND = text("sound.agreement.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    /// A file, each byte as one character, with the place and the code of its fault.
    record Case(int number, String code, int line, int column, String latin1) {
        byte[] file() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return number + " " + code;
        }
    }

    private AgreementFaultCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String line : text("faults.jsonl").lines().toList()) {
            JsonNode json = JSON.readTree(line);
            cases.add(new Case(
                    cases.size() + 1,
                    json.get("code").asString(),
                    json.get("line").asInt(),
                    json.get("column").asInt(),
                    new String(file(json), StandardCharsets.ISO_8859_1)));
        }
        return cases;
    }

    private static byte[] file(JsonNode json) {
        if (json.has("hex")) {
            return HexFormat.of().parseHex(json.get("hex").asString());
        }
        String text = json.has("text") ? json.get("text").asString() : null;
        if (text == null && json.has("repeat")) {
            text = json.get("before").asString()
                    + json.get("repeat").asString().repeat(json.get("times").asInt())
                    + json.get("after").asString();
        }
        return (text == null ? edited(json.get("edits")) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static String edited(JsonNode edits) {
        String text = SOUND;
        for (JsonNode edit : edits) {
            String replace = edit.get("replace").asString();
            int at = text.indexOf(replace);
            if (at < 0 || text.indexOf(replace, at + 1) >= 0) {
                throw new IllegalStateException("stands not once: " + replace);
            }
            text = text.substring(0, at) + edit.get("by").asString() + text.substring(at + replace.length());
        }
        return text;
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("truceline.root"), "vectors", "agreement", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
