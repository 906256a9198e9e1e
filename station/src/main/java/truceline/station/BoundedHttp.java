package truceline.station;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import truceline.intake.Refusal;

/// Requests to a server that is not trusted: each reply ends, however slow or long the server makes it.
///
/// By `https`, or by `http` to this machine alone; a redirection is not followed. Safe for many threads.
public final class BoundedHttp {
    /// How long one reply may take to come, its body included, where nothing else is said.
    public static final Duration WHOLE = Duration.ofMinutes(5);

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int MOST_REFUSAL_BYTES = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(WAIT)
            .build();
    private final Duration whole;

    /// @param whole how long one reply may take to come, its body included
    public BoundedHttp(Duration whole) {
        this.whole = whole;
    }

    /// True where a word on the command line is an address and not a folder.
    public static boolean isAddress(String place) {
        return place.matches("(?i)[a-z][a-z0-9+.-]*://.*");
    }

    /// The folder at an address, with a slash at its end.
    ///
    /// @throws Refusal `usage` where it is none that may be asked
    public static URI folder(String address) {
        try {
            URI uri = new URI(address.endsWith("/") ? address : address + "/");
            boolean isPlain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null;
            if (uri.getScheme() == null || uri.getHost() == null || !isPlain) {
                throw new Refusal("usage", "not the address of a station or its ledger: " + address);
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.equals("https") || scheme.equals("http") && isThisMachine(uri.getHost())) {
                return uri;
            }
            throw new Refusal("usage", "only https is asked, or http on this machine: " + address);
        } catch (URISyntaxException e) {
            throw new Refusal("usage", "not the address of a station or its ledger: " + address);
        }
    }

    private static boolean isThisMachine(String host) {
        boolean isLiteral = host.startsWith("[") || host.matches("127(\\.[0-9]{1,3}){3}");
        try {
            return host.equals("localhost")
                    || isLiteral && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }

    /// A request to be completed; it is given up where the head of its reply does not come in time.
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(WAIT);
    }

    /// The reply with its whole body.
    ///
    /// @param most bytes that the body of a reply may have that says yes; a refusal may have a million
    /// @throws IOException where it does not come, is longer, or takes too long
    public HttpResponse<byte[]> send(HttpRequest request, int most) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> reply = client.sendAsync(
                request,
                head -> HttpResponse.BodySubscribers.limiting(
                        HttpResponse.BodySubscribers.ofByteArray(),
                        head.statusCode() / 100 == 2 ? most : MOST_REFUSAL_BYTES));
        try {
            return reply.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(request.uri() + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(request.uri() + " is not read to its end in " + whole, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, e);
        } finally {
            reply.cancel(true);
        }
    }

    private static IOException interrupted(HttpRequest request, InterruptedException cause) {
        IOException interrupted = new InterruptedIOException("interrupted while reading " + request.uri());
        interrupted.initCause(cause);
        return interrupted;
    }
}
