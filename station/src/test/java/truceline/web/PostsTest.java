package truceline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.ledger.Acceptance;
import truceline.ledger.EntryProof;
import truceline.ledger.Note;
import truceline.ledger.Verifier;
import truceline.station.Camera;
import truceline.station.LedgerView;
import truceline.station.SignedSubmission;
import truceline.station.Station;

/// What is sent over HTTP: only what is signed is taken, once, and every refusal is a problem with a code.
class PostsTest {
    private static final Camera CAMERA = new Camera("camera-1");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Station station;
    private static WebStation web;

    @BeforeAll
    static void start() throws IOException {
        Camera.found(folder.resolve("written"));
        Camera.found(folder.resolve("shown"));
        station = Camera.open(folder.resolve("written"), Camera.wide());
        CAMERA.enrol(station);
        station.sealEvery(Duration.ofMillis(50));
        List<Site> sites = List.of(
                new Site("written", "", "", folder.resolve("written")),
                new Site("shown", "", "", folder.resolve("shown")));
        web = WebStation.start(0, sites, false, Map.of("written", station));
    }

    @AfterAll
    static void stop() throws IOException {
        web.close();
        station.close();
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /// Asks again where the connection breaks, as a client on a poor line does.
    private static HttpResponse<String> send(HttpRequest request) {
        IOException last = new IOException();
        for (int time = 0; time < 20; time++) {
            try {
                return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(last);
    }

    private static HttpResponse<String> send(SignedSubmission sent) {
        return post("written/submissions", text(sent), "Content-Type", "application/json");
    }

    private static String text(SignedSubmission sent) {
        return new String(sent.toJson().toBytes(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/" + path))
                .build());
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asString("")).doesNotContain("Exception");
        return answer.statusCode() + " " + problem.path("code").asString("");
    }

    @Test
    void what_is_taken_is_answered_with_a_receipt_that_a_checkpoint_soon_bears_out() throws Exception {
        HttpResponse<String> answer = send(CAMERA.row(100));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode taken = JsonMapper.shared().readTree(answer.body());
        assertThat(taken.path("accepted").asInt()).isEqualTo(1);
        assertThat(taken.path("status").asString("")).isEqualTo("accepted");
        Verifier log = Verifier.parse(LedgerView.open(folder.resolve("written")).key());
        byte[] receipt = taken.path("receipt").asString("").getBytes(StandardCharsets.UTF_8);
        Acceptance acceptance = Acceptance.open(Note.parse(receipt), log);
        String place = answer.headers().firstValue("Location").orElseThrow().substring(1);
        HttpResponse<String> proof = get(place);
        for (int time = 0; time < 100 && proof.statusCode() == 202; time++) {
            assertThat(proof.body()).contains("\"accepted\"");
            Thread.sleep(50);
            proof = get(place);
        }
        assertThat(proof.statusCode()).isEqualTo(200);
        EntryProof read = EntryProof.parse(proof.body().getBytes(StandardCharsets.UTF_8));
        assertThat(acceptance.verify(read, log).size()).isGreaterThan(acceptance.index());
    }

    @Test
    void racing_retries_over_the_wire_leave_each_submission_once() throws Exception {
        long before = station.size();
        int ids = 60;
        List<ConcurrentLinkedQueue<String>> replies = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int id = 0; id < ids; id++) {
            SignedSubmission sent = CAMERA.row(1000 + id);
            ConcurrentLinkedQueue<String> own = new ConcurrentLinkedQueue<>();
            replies.add(own);
            for (int time = 0; time < 5; time++) {
                senders.add(Thread.ofVirtual().start(() -> own.add(send(sent).body())));
            }
        }
        for (Thread sender : senders) {
            sender.join();
        }
        for (ConcurrentLinkedQueue<String> own : replies) {
            assertThat(own).hasSize(5);
            assertThat(new TreeSet<>(own)).hasSize(1);
        }
        assertThat(station.size() - before).isBetween(2L * ids, 2L * ids + 4);
    }

    @Test
    void every_refusal_is_a_problem_with_its_code() {
        SignedSubmission good = CAMERA.row(5000);
        assertThat(send(good).statusCode()).isEqualTo(201);
        String body = text(good);
        String[] json = {"Content-Type", "application/json"};
        assertThat(code(send(CAMERA.other(good, 5001)))).isEqualTo("409 id-conflict");
        assertThat(code(send(new Camera("camera-9").row(1)))).isEqualTo("403 not-enrolled");
        String path = "written/submissions";
        assertThat(code(post(path, body.replace("\"source\":\"cameras\"", "\"source\":\"others\""), json)))
                .startsWith("403 ");
        assertThat(code(post(path, text(CAMERA.row(5002)).replaceFirst("\"id\":\"..", "\"id\":\"00"), json)))
                .isEqualTo("403 bad-signature");
        assertThat(code(post(path, body.substring(1), json))).isEqualTo("400 not-json");
        assertThat(code(post(path, "[]", json))).isEqualTo("400 not-json");
        assertThat(code(post(path, "{}", json))).isEqualTo("400 submission");
        assertThat(code(post(path, body.replace("{\"by\"", "{\"x\":1,\"by\""), json)))
                .isEqualTo("400 submission");
        assertThat(code(post(path, body + body, json))).isEqualTo("400 not-json");
        assertThat(code(post(path, " ".repeat(2 << 20), json))).isEqualTo("413 too-large");
        assertThat(code(send(CAMERA.sign("no-such-format", 'P', "x")))).isEqualTo("422 unknown-format");
        assertThat(code(send(CAMERA.sign("firms-csv", 'P', "a,b\n1,2\n")))).startsWith("422 ");
        assertThat(code(post(path + "?x=1", body, json))).startsWith("400 ");
    }

    @Test
    void only_json_that_a_page_of_another_site_cannot_send_is_read() {
        String body = text(CAMERA.row(6000));
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/json; charset=latin1",
                "application/jsonx")) {
            assertThat(code(post("written/submissions", body, "Content-Type", type)))
                    .as(type)
                    .startsWith("415 ");
        }
        assertThat(code(post("written/submissions", body))).startsWith("415 ");
        assertThat(code(post(
                        "written/submissions", body, "Content-Type", "application/json", "Content-Encoding", "gzip")))
                .startsWith("415 ");
        assertThat(code(post(
                        "written/submissions",
                        body,
                        "Content-Type",
                        "application/json",
                        "Origin",
                        "http://elsewhere.example")))
                .startsWith("403 ");
    }

    @Test
    void a_station_that_is_only_shown_takes_nothing() {
        String body = text(CAMERA.row(7000));
        HttpResponse<String> answer = post("shown/submissions", body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(get("written/submissions").statusCode()).isEqualTo(404);
        assertThat(post("written/ledger/checkpoint", "", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(405);
    }
}
