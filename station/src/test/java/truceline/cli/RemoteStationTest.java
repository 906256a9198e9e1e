package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.ledger.Acceptance;
import truceline.ledger.Signer;

/// A server that is no honest station: whatever it answers, a command ends, and what it took is not without receipt.
class RemoteStationTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private Path dir = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    private String address = "";

    @BeforeEach
    void serve() throws IOException {
        Path folder = dir.resolve("station");
        Worked.found(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/station/ledger/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/station/".length()));
            boolean isThere = Files.isRegularFile(file);
            answer(exchange, isThere ? 200 : 404, isThere ? Files.readAllBytes(file) : new byte[1]);
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void drip(String path, long pauseNanos, int bytes) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[bytes];
            while (true) {
                exchange.getResponseBody().write(some);
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(pauseNanos);
            }
        });
    }

    @Test
    void a_reply_that_drips_is_given_up() {
        drip("/api/stations", 20_000_000, 1);
        drip("/slow/ledger/checkpoint", 20_000_000, 1);
        drip("/station/submissions", 20_000_000, 1);
        for (String place : List.of("", "/slow")) {
            assertThatThrownBy(() -> RemoteStation.open(address + place, null, SHORT))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unavailable"));
        }
        RemoteStation station = RemoteStation.open(address + "/station", null, Duration.ofSeconds(2));
        JsonValue.Obj nothing = new JsonValue.Obj(new TreeMap<>());
        assertThatThrownBy(() -> station.send("submissions", "0", nothing))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not take it");
    }

    @Test
    void a_reply_without_end_is_given_up() {
        drip("/api/stations", 0, 1 << 16);
        drip("/long/ledger/checkpoint", 0, 1 << 16);
        for (String place : List.of("", "/long")) {
            assertThatThrownBy(() -> RemoteStation.open(address + place, null, Duration.ofMinutes(5)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unavailable"));
        }
    }

    @Test
    void only_https_or_this_machine_is_asked() throws IOException {
        Path file = Files.writeString(dir.resolve("receipt"), "receipt");
        for (String bad : List.of(
                "http://monitor.example/",
                "http://127.0.0.1.monitor.example/station",
                "http://user@127.0.0.1/",
                "http://127.0.0.1/?a",
                "ftp://127.0.0.1/",
                "file:///etc/")) {
            Worked.Said said = Worked.run("receipt", file, bad);
            assertThat(said.exit()).as(bad + said.err()).isEqualTo(Exit.USAGE);
        }
    }

    @Test
    void what_the_station_took_has_its_receipt_on_disk_also_where_nobody_knows_its_key() throws IOException {
        Signer stranger = Signer.of(Worked.ORIGIN, new byte[32]);
        server.createContext("/station/submissions", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{32})\"").matcher(sent);
            String of = id.find() ? id.group(1) : "";
            String receipt = new String(
                    Acceptance.of(Worked.ORIGIN, of, 9, List.of(new byte[] {1}))
                            .sign(stranger)
                            .encode(),
                    StandardCharsets.UTF_8);
            answer(
                    exchange,
                    201,
                    JsonMapper.shared()
                            .writeValueAsBytes(
                                    JsonMapper.shared().createObjectNode().put("receipt", receipt)));
        });
        Path key = dir.resolve("device.key");
        KeyFile.write(key, Signer.of("device-1", new byte[32]).text());
        Path rows = Files.writeString(dir.resolve("rows.csv"), "id,time,longitude,latitude,means,kind\n");
        Path receipts = dir.resolve("receipts");
        Worked.Said said = Worked.run(
                "submit", address + "/station", "--source", "patrols", "--key", key, "--receipts", receipts, rows);
        assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(said.err()).contains("not found to be the log's");
        assertThat(said.out()).doesNotContain("receipt:");
        assertThat(Files.readString(receipts)).startsWith("truceline.receipt/v1\n" + Worked.ORIGIN);
    }
}
