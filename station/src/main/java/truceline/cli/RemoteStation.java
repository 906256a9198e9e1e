package truceline.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import truceline.ledger.Verifier;
import truceline.station.BoundedHttp;
import truceline.station.RemoteLedger;

/// A station that is served at an address: what is sent to it, and what it says of its ledger.
///
/// A reply that does not come is asked for again with the same content, which the station answers with the same
/// receipt. The log's first key is the one that the ledger's first entry names; who was told a key goes by that.
final class RemoteStation {
    private static final int TRIES = 6;
    private static final int MOST_ANSWER_BYTES = 8 << 20;

    private final BoundedHttp http;
    private final Duration whole;
    private final String base;
    private final @Nullable Verifier told;
    private final RemoteLogKeys keys;

    private RemoteStation(String address, @Nullable Verifier told, Duration whole) {
        this.http = new BoundedHttp(whole);
        this.whole = whole;
        this.base = base(address);
        this.told = told;
        this.keys = keys();
    }

    private RemoteLogKeys keys() {
        return new RemoteLogKeys(
                Note.parse(bytes("/ledger/checkpoint", RemoteLedger.MOST_CHECKPOINT_BYTES)), told, this::tile);
    }

    /// Looks at the station at an address; where none is named in it, at the only one there.
    ///
    /// @throws Refusal `unavailable` where nobody answers
    static RemoteStation open(String address) {
        return open(address, null);
    }

    /// As the other, by a key of the log that the reader was told.
    ///
    /// @throws LedgerException `bad-signature` where the checkpoint is not signed by that key or by those that it
    ///     handed the log over to
    static RemoteStation open(String address, @Nullable String key) {
        return open(address, key, BoundedHttp.WHOLE);
    }

    /// @param whole how long one reply may take to come
    static RemoteStation open(String address, @Nullable String key, Duration whole) {
        try {
            return new RemoteStation(address, key == null ? null : Verifier.parse(key), whole);
        } catch (LedgerException | JsonException e) {
            if (key != null
                    && e instanceof LedgerException ledger
                    && ledger.code().equals("bad-signature")) {
                throw ledger;
            }
            throw new Refusal("unavailable", address + " does not answer as a station does: " + e.getMessage());
        }
    }

    /// Name of the station's log.
    String origin() {
        return keys.origin();
    }

    /// Every key that was ever the log's.
    List<Verifier> known() {
        return keys.known();
    }

    /// Sends a signed submission or statement and returns what the station answers where it takes it: the receipt in
    /// it is yet to be checked by {@link #check}.
    ///
    /// @param place `submissions` or `statements`
    /// @throws Refusal with the station's code where it refuses, `unavailable` where it does not answer
    JsonNode send(String place, String id, JsonValue.Obj sent) {
        HttpRequest request = request("/" + place)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.toBytes()))
                .build();
        long startNanos = System.nanoTime();
        String last = "";
        for (int time = 0; time < TRIES && System.nanoTime() - startNanos < whole.toNanos(); time++) {
            pause(time);
            HttpResponse<byte[]> reply;
            try {
                reply = http.send(request, MOST_ANSWER_BYTES);
            } catch (InterruptedIOException e) {
                throw new Refusal("unavailable", "interrupted while " + id + " was sent");
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
                continue;
            }
            if (reply.statusCode() == 429 || reply.statusCode() == 503) {
                last = json(reply.body()).path("detail").asString("");
                continue;
            }
            return answer(reply);
        }
        throw new Refusal("unavailable", "the station at " + base + " does not take it: " + last);
    }

    private static JsonNode answer(HttpResponse<byte[]> reply) {
        JsonNode answer = json(reply.body());
        if (reply.statusCode() / 100 != 2) {
            String code = answer.path("code").asString("refused");
            throw new Refusal(code, answer.path("detail").asString("the station answers " + reply.statusCode()));
        }
        return answer;
    }

    /// Checks that the receipt in an answer is of what was sent and that a key of the log signed it.
    ///
    /// @throws Refusal `unavailable` where it is not
    void check(JsonNode answer, String id) {
        try {
            Note receipt = Note.parse(answer.path("receipt").asString("").getBytes(StandardCharsets.UTF_8));
            Acceptance acceptance = accepted(receipt);
            if (!acceptance.id().equals(id)) {
                throw new Refusal("unavailable", "the station answers with the receipt of " + acceptance.id());
            }
        } catch (LedgerException e) {
            throw new Refusal(
                    "unavailable",
                    "the station took " + id + " and its receipt is not found to be the log's: " + e.getMessage());
        }
    }

    /// The receipt of a note that a key of the log signed, in force or retired. The log may have been handed over
    /// since its checkpoint was read: then the newest one tells.
    ///
    /// @throws LedgerException `bad-signature` where none did
    Acceptance accepted(Note receipt) {
        try {
            return keys.accepted(receipt);
        } catch (LedgerException e) {
            RemoteLogKeys newest = keys();
            if (newest.note().text().equals(keys.note().text())) {
                throw e;
            }
            return newest.accepted(receipt);
        }
    }

    /// Checks that every entry of a receipt is kept, by the entries and tiles of the checkpoint as they are published.
    /// The tiles that show one entry show the next: few are asked for.
    ///
    /// @throws LedgerException as {@link Acceptance#verify}
    Checkpoint kept(Acceptance receipt) {
        long size = Checkpoint.parse(keys.note().text()).size();
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
        return receipt.verify(keys.note(), entries, keys.hashes(), keys.inForce());
    }

    /// A tile as it was at its checkpoint: the full one may have taken the place of a partial one since.
    private byte[] tile(Tile tile) {
        String path = "/ledger/" + tile.path();
        HttpResponse<byte[]> reply = get(path, RemoteLedger.most(tile));
        if (reply.statusCode() != 404 || !tile.isPartial()) {
            return checked(reply, path);
        }
        byte[] full = bytes("/ledger/" + tile.full().path(), RemoteLedger.most(tile.full()));
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.encode(EntryBundle.decode(full, Tile.WIDTH).subList(0, tile.width()))
                : Arrays.copyOf(full, tile.width() * Hash.BYTES);
    }

    private byte[] bytes(String path, int most) {
        return checked(get(path, most), path);
    }

    private byte[] checked(HttpResponse<byte[]> reply, String path) {
        if (reply.statusCode() != 200) {
            String code = reply.statusCode() == 404 ? "not-found" : "unavailable";
            throw new Refusal(code, base + path + " answers " + reply.statusCode());
        }
        return reply.body();
    }

    private HttpResponse<byte[]> get(String path, int most) {
        try {
            return http.send(request(path).build(), most);
        } catch (IOException e) {
            throw new Refusal("unavailable", "nobody answers at " + base + ": " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return BoundedHttp.request(URI.create(base + path));
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
        URI folder = BoundedHttp.folder(address);
        String plain = folder.toString().substring(0, folder.toString().length() - 1);
        if (!folder.getPath().equals("/")) {
            return plain;
        }
        HttpRequest request =
                BoundedHttp.request(folder.resolve("api/stations")).build();
        try {
            JsonNode stations =
                    json(http.send(request, MOST_ANSWER_BYTES).body()).path("stations");
            if (stations.size() == 1) {
                return plain + "/" + stations.path(0).path("id").asString("");
            }
            List<String> ids = stations.valueStream()
                    .map(each -> each.path("id").asString(""))
                    .toList();
            throw new Refusal("usage", "say which station: " + plain + "/" + String.join(", " + plain + "/", ids));
        } catch (IOException e) {
            throw new Refusal("unavailable", "nobody answers at " + plain + ": " + e.getMessage());
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
