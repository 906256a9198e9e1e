package truceline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.CosignatureKey;
import truceline.ledger.Hash;
import truceline.ledger.HashReader;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Proofs;
import truceline.ledger.Signer;
import truceline.ledger.TileBuilder;
import truceline.ledger.TileHashes;
import truceline.ledger.WitnessRequest;
import truceline.station.WitnessPost;

class WitnessServerTest {
    private static final Signer LOG = Signer.of("log.example", new byte[32]);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST = 450;
    private static final HashReader TREE = tree("");
    private static final HashReader FORK = tree("fork ");

    @TempDir
    Path folder;

    private WitnessPost witness;
    private WitnessServer server;

    private static HashReader tree(String prefix) {
        TreeMap<String, byte[]> tiles = new TreeMap<>();
        TileBuilder builder = new TileBuilder((tile, bytes) -> tiles.put(tile.path(), bytes));
        for (int i = 0; i < MOST; i++) {
            builder.append(
                    Hash.leaf((prefix + i).getBytes(StandardCharsets.UTF_8)).bytes(), 0, 1);
        }
        builder.partials((tile, bytes) -> tiles.put(tile.path(), bytes));
        return new TileHashes(MOST, tile -> tiles.get(tile.path()));
    }

    @BeforeEach
    void start() throws IOException {
        open("witness.example/a");
        witness.serve(LOG.verifier().text());
    }

    private void open(String name) throws IOException {
        witness = WitnessPost.open(folder.resolve("w"), name, () -> 1_800_000_000_000L);
        server = WitnessServer.start(0, witness);
    }

    @AfterEach
    void stop() {
        server.close();
        witness.close();
    }

    private static Note note(HashReader tree, long size) {
        return new Checkpoint(LOG.name(), size, Proofs.root(tree, size)).sign(LOG);
    }

    private static byte[] body(HashReader tree, long older, long newer) {
        return new WitnessRequest(older, Proofs.consistency(tree, older, newer), note(tree, newer)).encode();
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void more_than_two_hundred_growing_sizes_are_cosigned_and_the_newest_is_shown() throws Exception {
        CosignatureKey key = CosignatureKey.parse(witness.key());
        String address = "/" + WitnessRequest.originHash(LOG.name()) + "/checkpoint";
        assertThat(get(address).statusCode()).isEqualTo(404);
        int sizes = 0;
        for (long older = 0, newer = 1; newer <= MOST; older = newer, newer += 2) {
            HttpResponse<String> answer = post(body(TREE, older, newer));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Note note = note(TREE, newer).with(Note.parseLines(answer.body()));
            assertThat(note.cosignatures(List.of(key))).hasSize(1).allMatch(one -> one.timeSeconds() == 1_800_000_000L);
            sizes++;
        }
        assertThat(sizes).isGreaterThanOrEqualTo(200);
        HttpResponse<String> shown = get(address);
        Note newest = Note.parse(shown.body().getBytes(StandardCharsets.UTF_8));
        assertThat(Checkpoint.open(newest, LOG.verifier()).size()).isEqualTo(449);
        assertThat(newest.cosignatures(List.of(key))).hasSize(1);
    }

    @Test
    void every_refusal_has_its_status_over_http() throws Exception {
        assertThat(post(body(TREE, 0, 5)).statusCode()).isEqualTo(200);
        assertThat(post("old five\n\n".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(post(new WitnessRequest(9, List.of(), note(TREE, 7)).encode())
                        .statusCode())
                .isEqualTo(400);
        byte[] seed = new byte[32];
        seed[0] = 1;
        Note forged = new Checkpoint(LOG.name(), 7, Proofs.root(TREE, 7)).sign(Signer.of(LOG.name(), seed));
        assertThat(post(new WitnessRequest(5, List.of(), forged).encode()).statusCode())
                .isEqualTo(403);
        Signer other = Signer.of("other.example", seed);
        Note foreign = new Checkpoint(other.name(), 7, Proofs.root(TREE, 7)).sign(other);
        assertThat(post(new WitnessRequest(0, List.of(), foreign).encode()).statusCode())
                .isEqualTo(404);
        HttpResponse<String> conflict = post(body(TREE, 3, 7));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo("5\n");
        HttpResponse<String> fork = post(body(FORK, 5, 5));
        assertThat(fork.statusCode()).isEqualTo(409);
        assertThat(fork.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(post(body(FORK, 5, 7)).statusCode()).isEqualTo(422);
        assertThat(post(new byte[100_000]).statusCode()).isIn(400, 413);
        assertThat(get("/add-checkpoint").statusCode()).isIn(404, 405);
        assertThat(post(body(TREE, 5, 7)).statusCode())
                .as("nothing of that changed what it saw")
                .isEqualTo(200);
    }

    @Test
    void of_two_racing_requests_one_is_cosigned_and_what_was_seen_never_goes_back() throws Exception {
        long seen = 0;
        for (int round = 0; round < 20; round++) {
            long base = seen;
            List<CompletableFuture<HttpResponse<String>>> racing = new ArrayList<>();
            for (long size : List.of(base + 1, base + 6)) {
                racing.add(CLIENT.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body(TREE, base, size)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            int first = racing.get(0).join().statusCode();
            int second = racing.get(1).join().statusCode();
            assertThat(List.of(first, second)).containsExactlyInAnyOrder(200, 409);
            seen = base + (first == 200 ? 1 : 6);
            String shown = get("/" + WitnessRequest.originHash(LOG.name()) + "/checkpoint")
                    .body();
            assertThat(shown).startsWith(LOG.name() + "\n" + seen + "\n");
        }
    }

    @Test
    void it_remembers_over_a_restart_and_refuses_to_start_once_it_forgot_or_went_back() throws Exception {
        String hash = WitnessRequest.originHash(LOG.name());
        Path lock = folder.resolve("w/lock").resolve(hash);
        Path state = folder.resolve("w/state").resolve(hash);
        assertThat(post(body(TREE, 0, 5)).statusCode()).isEqualTo(200);
        byte[] older = Files.readAllBytes(lock);
        assertThat(post(body(TREE, 5, 9)).statusCode()).isEqualTo(200);
        byte[] newest = Files.readAllBytes(lock);
        assertThatThrownBy(() -> WitnessPost.open(folder.resolve("w"), null, () -> 0))
                .as("two at a time")
                .isInstanceOf(LedgerException.class);
        stop();
        open("witness.example/a");
        assertThat(post(body(TREE, 5, 12)).statusCode()).isEqualTo(409);
        stop();
        Files.write(state, older);
        open("witness.example/a");
        assertThat(post(body(TREE, 5, 12)).statusCode())
                .as("the lock knows better")
                .isEqualTo(409);
        stop();
        Files.write(state, newest);
        Files.write(lock, older);
        assertRefused("went back");
        Files.delete(lock);
        assertRefused("forgot");
        Files.write(lock, new byte[0]);
        assertRefused("went back");
        String fork = new String(newest, StandardCharsets.UTF_8).replace("log.example\n9", "log.example\n8");
        Files.writeString(lock, fork);
        assertRefused("does not hold");
        Files.write(lock, newest);
        open("witness.example/a");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> WitnessPost.open(folder.resolve("w"), null, () -> 0))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(why);
    }

    @Test
    void its_key_is_its_own_and_nothing_is_made_without_a_name() throws Exception {
        Path key = folder.resolve("w/keys/witness.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> WitnessPost.open(folder.resolve("none"), null, () -> 0))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> witness.serve("log.example+0000+x")).isInstanceOf(Refusal.class);
        stop();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused("0600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        open("witness.example/a");
    }
}
