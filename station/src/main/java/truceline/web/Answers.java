package truceline.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes answers: JSON, text and bytes, each under the size of the ledger it was made from.
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String NO_CACHE = "no-cache";
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Answers() {}

    /// The same with the stable word that a program reads.
    record Refused(String type, String title, int status, String detail, String code) {}

    /// What went wrong, in words (RFC 9457).
    record Problem(String type, String title, int status, String detail) {}

    /// True where the reader has the answer already: the tag is the ledger's size and the first bits of its root, and
    /// what the witnesses said of it; then
    /// 304 is set and nothing else is to be written.
    static boolean isKnown(Context request, Snapshot snapshot) {
        return isKnown(
                request,
                snapshot.size(),
                snapshot.ledger().root(),
                Integer.toHexString(Objects.hash(snapshot.ledger().checkpoint(), snapshot.witnesses())));
    }

    static boolean isKnown(Context request, long size, String root, String said) {
        String tag = "\"" + size + "-" + root.substring(0, 12) + "-" + said + "\"";
        request.header("ETag", tag);
        request.header("Cache-Control", NO_CACHE);
        String known = request.header("If-None-Match");
        if (known != null && matches(known, tag)) {
            request.status(304);
            return true;
        }
        return false;
    }

    private static boolean matches(String known, String tag) {
        return known.equals("*")
                || List.of(known.split(",", -1)).stream()
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    static void json(Context request, Object view) {
        request.contentType("application/json").result(JSON.writeValueAsBytes(view));
    }

    /// Two records as one object; what stands in the second goes before the first.
    static ObjectNode together(Object first, Object second) {
        ObjectNode both = JSON.valueToTree(first);
        ObjectNode more = JSON.valueToTree(second);
        both.setAll(more);
        return both;
    }

    static void text(Context request, String type, CharSequence text) {
        request.contentType(type + "; charset=utf-8").result(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void problem(Context request, int status, String title, @Nullable String detail) {
        request.status(status);
        request.header("Cache-Control", "no-store");
        Problem problem = new Problem("about:blank", title, status, detail == null ? title : detail);
        request.contentType("application/problem+json").result(JSON.writeValueAsBytes(problem));
    }

    static void problem(Context request, int status, String title, @Nullable String detail, String code) {
        request.status(status);
        request.header("Cache-Control", "no-store");
        Refused problem = new Refused("about:blank", title, status, detail == null ? title : detail, code);
        request.contentType("application/problem+json").result(JSON.writeValueAsBytes(problem));
    }
}
