package truceline.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.intake.Refusal;
import truceline.json.JsonException;
import truceline.json.JsonValue;
import truceline.ledger.Acceptance;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Tile;
import truceline.ledger.TileHashes;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;

/// A station that is served at an address: what is sent to it, and what it says of its ledger.
///
/// A reply that does not come is asked for again with the same content, which the station answers with the same
/// receipt. The log's key is the one that the ledger's first entry names; who was told another uses that.
final class RemoteStation {
    private static final int TRIES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;
    private final Verifier log;

    private RemoteStation(String address) {
        this.base = base(address);
        Checkpoint claimed = Checkpoint.parse(note().text());
        Tile first = Tile.of(Tile.ENTRIES, 0, claimed.size());
        byte[] entry = EntryBundle.first(bytes("/ledger/" + first.path()));
        if (!(EntryText.read(entry) instanceof Entry.KeyEntered key)) {
            throw new Refusal("damaged", "the first entry at " + base + " names no key of the log");
        }
        this.log = Verifier.parse(key.key());
        Checkpoint.open(note(), log);
    }

    static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    /// Looks at the station at an address; where none is named in it, at the only one there.
    ///
    /// @throws Refusal `unavailable` where nobody answers
    static RemoteStation open(String address) {
        try {
            return new RemoteStation(address);
        } catch (LedgerException | JsonException e) {
            throw new Refusal("unavailable", address + " does not answer as a station does: " + e.getMessage());
        }
    }

    /// Name of the station's log.
    String origin() {
        return log.name();
    }

    Verifier log() {
        return log;
    }

    /// Sends a signed submission or statement and returns the answer, whose receipt the log has signed.
    ///
    /// @param place `submissions` or `statements`
    /// @throws Refusal with the station's code where it refuses, `unavailable` where it does not answer
    JsonNode send(String place, String id, JsonValue.Obj sent) {
        HttpRequest request = request("/" + place)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.toBytes()))
                .build();
        String last = "";
        for (int time = 0; time < TRIES; time++) {
            pause(time);
            HttpResponse<byte[]> reply;
            try {
                reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("unavailable", "interrupted while " + id + " was sent");
            }
            if (reply.statusCode() == 429 || reply.statusCode() == 503) {
                last = json(reply.body()).path("detail").asString("");
                continue;
            }
            return answer(reply, id);
        }
        throw new Refusal("unavailable", "the station at " + base + " does not take it: " + last);
    }

    private JsonNode answer(HttpResponse<byte[]> reply, String id) {
        JsonNode answer = json(reply.body());
        if (reply.statusCode() / 100 != 2) {
            String code = answer.path("code").asString("refused");
            throw new Refusal(code, answer.path("detail").asString("the station answers " + reply.statusCode()));
        }
        String receipt = answer.path("receipt").asString("");
        Acceptance acceptance = Acceptance.open(Note.parse(receipt.getBytes(StandardCharsets.UTF_8)), log);
        if (!acceptance.id().equals(id)) {
            throw new Refusal("unavailable", "the station answers with the receipt of " + acceptance.id());
        }
        return answer;
    }

    /// Checks that every entry of a receipt is kept, by the entries and tiles of the newest checkpoint as
    /// they are
    /// published. The tiles that show one entry show the next: few are asked for.
    ///
    /// @throws LedgerException as {@link Acceptance#verify}
    Checkpoint kept(Acceptance receipt, List<Verifier> signers) {
        Note note = note();
        long size = Checkpoint.parse(note.text()).size();
        SortedMap<String, byte[]> tiles = new TreeMap<>();
        List<byte[]> entries = new ArrayList<>();
        long index = receipt.index();
        long end = Math.min(size, index + receipt.count());
        while (index < end) {
            Tile bundle = Tile.of(Tile.ENTRIES, index / Tile.WIDTH, size);
            List<byte[]> all = EntryBundle.decode(tile(bundle), bundle.width());
            int first = (int) (index % Tile.WIDTH);
            int last = (int) Math.min(all.size(), first + end - index);
            entries.addAll(all.subList(first, last));
            index += last - first;
        }
        TileHashes hashes = new TileHashes(size, tile -> tiles.computeIfAbsent(tile.path(), path -> tile(tile)));
        return receipt.verify(note, entries, hashes, signers);
    }

    /// A tile as it was at its checkpoint: the full one may have taken the place of a partial one since.
    private byte[] tile(Tile tile) {
        String path = "/ledger/" + tile.path();
        HttpResponse<byte[]> reply = get(path);
        if (reply.statusCode() != 404 || !tile.isPartial()) {
            return checked(reply, path);
        }
        byte[] full = bytes("/ledger/" + tile.full().path());
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.encode(EntryBundle.decode(full, Tile.WIDTH).subList(0, tile.width()))
                : Arrays.copyOf(full, tile.width() * Hash.BYTES);
    }

    /// The signed checkpoint as published.
    Note note() {
        return Note.parse(bytes("/ledger/checkpoint"));
    }

    private byte[] bytes(String path) {
        return checked(get(path), path);
    }

    private byte[] checked(HttpResponse<byte[]> reply, String path) {
        if (reply.statusCode() != 200) {
            String code = reply.statusCode() == 404 ? "not-found" : "unavailable";
            throw new Refusal(code, base + path + " answers " + reply.statusCode());
        }
        return reply.body();
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Refusal("unavailable", "nobody answers at " + base + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("unavailable", "interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private static void pause(int time) {
        if (time > 0) {
            try {
                Thread.sleep(Duration.ofMillis(500L << time - 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The address with the station's name in it.
    private String base(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new Refusal("usage", "'" + address + "' is no address");
        }
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!path.isEmpty() && !path.equals("/")) {
            return plain;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(plain + "/api/stations"))
                .timeout(PATIENCE)
                .build();
        try {
            JsonNode stations = json(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .path("stations");
            if (stations.size() == 1) {
                return plain + "/" + stations.path(0).path("id").asString("");
            }
            List<String> ids = stations.valueStream()
                    .map(each -> each.path("id").asString(""))
                    .toList();
            throw new Refusal("usage", "say which station: " + plain + "/" + String.join(", " + plain + "/", ids));
        } catch (IOException e) {
            throw new Refusal("unavailable", "nobody answers at " + plain + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("unavailable", "interrupted");
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw new Refusal("unavailable", "the answer is not JSON: " + e.getOriginalMessage());
        }
    }
}
