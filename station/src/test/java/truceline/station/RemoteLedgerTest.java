package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.intake.Refusal;
import truceline.ledger.Signer;
import truceline.store.LedgerStore;

class RemoteLedgerTest {
    private static final Signer KEY = Signer.of("ledger.example/remote", new byte[32]);

    @TempDir
    Path dir;

    private final Set<String> withheld = new ConcurrentSkipListSet<>();
    private HttpServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        try (LedgerStore store = LedgerStore.create(dir, KEY.name(), KEY)) {
            store.append(entries);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Path file = dir.resolve(path.substring(1));
            boolean isThere = Files.isRegularFile(file) && !withheld.contains(path);
            byte[] body = isThere ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(
                    path.contains("moved") ? 302 : isThere ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private TreeAudit.Result audit() {
        return TreeAudit.run(RemoteLedger.files(address), KEY.verifier(), List.of(), List.of(), (index, entry) -> {});
    }

    @Test
    void a_ledger_is_verified_from_its_address_or_from_the_one_above() {
        assertThat(audit().differences()).isEmpty();
        address += "/ledger/";
        assertThat(audit().differences()).isEmpty();
        assertThat(audit().checkpoint())
                .isNotNull()
                .satisfies(found -> assertThat(found.size()).isEqualTo(700));
    }

    @Test
    void a_changed_or_a_missing_file_is_named() throws IOException {
        Path bundle = dir.resolve("ledger/tile/entries/001");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[20] ^= 1;
        Files.write(bundle, bytes);
        assertThat(audit().differences())
                .extracting(Difference::file, Difference::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("tile/entries/001", "leaf-hash"));
        bytes[20] ^= 1;
        Files.write(bundle, bytes);
        withheld.add("/ledger/tile/0/001");
        assertThat(audit().differences()).extracting(Difference::file).containsExactly("tile/0/001");
    }

    @Test
    void of_a_partial_tile_that_is_gone_the_full_one_is_taken() throws IOException {
        byte[] checkpoint = Files.readAllBytes(dir.resolve("ledger/checkpoint"));
        List<byte[]> more = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            more.add(new byte[] {(byte) i});
        }
        try (LedgerStore store = LedgerStore.open(dir, KEY)) {
            store.append(more);
        }
        Files.write(dir.resolve("ledger/checkpoint"), checkpoint);
        assertThat(Files.exists(dir.resolve("ledger/tile/entries/002.p/188"))).isFalse();
        assertThat(audit().differences()).isEmpty();
    }

    @Test
    void what_cannot_be_fetched_is_no_answer_and_a_redirection_is_not_followed() {
        server.stop(0);
        assertThatThrownBy(this::audit).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> RemoteLedger.files(address + "/moved")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_file_that_never_ends_is_given_up() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            while (true) {
                exchange.getResponseBody().write(32);
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(20_000_000);
            }
        });
        assertThatThrownBy(() -> RemoteLedger.files(address + "/slow/", Duration.ofMillis(300)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void only_https_or_this_machine_is_an_address() {
        for (String bad : List.of(
                "http://monitor.example/",
                "http://127.0.0.1.monitor.example/",
                "ftp://127.0.0.1/",
                "http://user@127.0.0.1/",
                "http://127.0.0.1/?a",
                "https:///",
                "file:///etc/")) {
            assertThatThrownBy(() -> RemoteLedger.files(bad)).as(bad).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> RemoteLedger.files(address + "/nothing")).isInstanceOf(Refusal.class);
        assertThat(BoundedHttp.isAddress("ledger")).isFalse();
        assertThat(BoundedHttp.isAddress("https://monitor.example")).isTrue();
    }
}
