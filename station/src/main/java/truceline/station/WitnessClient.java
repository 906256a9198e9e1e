package truceline.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Asks witnesses over HTTP. Follows no redirection; an answer that takes more than three seconds or 64 KiB is none.
/// Thread-safe.
final class WitnessClient implements AutoCloseable {
    static final long TIMEOUT_MS = 3_000;
    private static final int MOST_BYTES = 65_536;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMillis(TIMEOUT_MS))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// What a witness answered.
    ///
    /// @param status 0 where it did not answer; then the body says why
    /// @param isSize true where the body is the size it cosigned last
    record Answer(int status, boolean isSize, String body) {}

    CompletableFuture<Answer> addCheckpoint(String prefix, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(prefix + "add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    CompletableFuture<Answer> checkpoint(String prefix, String originHash) {
        return send(HttpRequest.newBuilder(URI.create(prefix + originHash + "/checkpoint")));
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return http.sendAsync(
                        request.timeout(Duration.ofMillis(TIMEOUT_MS)).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(WitnessClient::read)
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new Answer(0, false, why(failure)));
    }

    private static String why(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return new Answer(0, false, "an answer of more than " + MOST_BYTES + " bytes");
            }
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.startsWith("text/x.tlog.size"),
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
