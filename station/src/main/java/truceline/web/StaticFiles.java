package truceline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The pages of the interface, from `/web/` on the class path, where the build put them. Only files with a known ending
/// and a plain path are served, so that no path leads elsewhere.
final class StaticFiles {
    private static final Pattern PLAIN =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("pbf", "application/x-protobuf"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private StaticFiles() {}

    static void serve(Context request, String path) throws IOException {
        byte[] bytes = find(path);
        if (bytes == null) {
            throw new NotFoundResponse("There is nothing at this address.");
        }
        boolean isHashed = path.startsWith("assets/");
        request.header("Cache-Control", isHashed ? Answers.FOR_EVER : Answers.NO_CACHE);
        request.contentType(TYPES.getOrDefault(ending(path), "application/octet-stream"))
                .result(bytes);
    }

    /// The bytes of a file, or null where there is none.
    static byte @Nullable [] find(String path) throws IOException {
        if (!PLAIN.matcher(path).matches() || !TYPES.containsKey(ending(path))) {
            return null;
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream("/web/" + path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
