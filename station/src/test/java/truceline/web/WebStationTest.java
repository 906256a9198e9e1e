package truceline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.blackbox.Program;
import truceline.ledger.Hash;
import truceline.ledger.Proofs;

class WebStationTest {
    private static final Path ONDRAL = Program.ROOT.resolve("examples/ondral");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> VIEWS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static WebStation web;

    static {
        VIEWS.put("api/stations", "Stations");
        VIEWS.put("api/ondral/overview", "Overview");
        VIEWS.put("api/ondral/incidents", "{ incidents: IncidentRow[]; observedShare: number | null }");
        VIEWS.put("api/ondral/findings", "{ findings: Finding[] }");
        VIEWS.put("api/ondral/map", "MapData");
        VIEWS.put("api/ondral/histogram", "Histogram");
        VIEWS.put("api/ondral/coverage", "Coverage");
        VIEWS.put("api/ondral/floor", "Floor");
        VIEWS.put("api/ondral/agreement", "Agreement");
        VIEWS.put("api/ondral/guarantees", "Guarantees");
        VIEWS.put("api/ondral/positions", "Positions");
        VIEWS.put("api/ondral/timeline", "Timeline");
        VIEWS.put("api/ondral/forces", "Forces");
        VIEWS.put("api/ondral/territory", "Territory");
        VIEWS.put("api/ondral/claims", "ClaimLists");
        VIEWS.put("api/ondral/reports", "Reports");
        VIEWS.put("api/ondral/ledger", "Ledger");
        VIEWS.put("api/ondral/ledger/3", "LedgerEntry");
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path home = folder.resolve("ondral");
        run(
                "init",
                home,
                "--agreement",
                ONDRAL.resolve("ondral.agreement.yaml"),
                "--units",
                ONDRAL.resolve("regions.geojson"));
        String day = Files.readString(ONDRAL.resolve("patrol-2031-05-14.csv"))
                .replace("Patrol P-03 near Harrowick", "CANARY-POST")
                .replace("-27.2017,-28.6213", "-27.2017531,-28.6213579")
                .replace("clear sky", "CANARY-REMARK")
                .replace("a night of fire", "CANARY-NIGHT");
        Path file = folder.resolve("day.csv");
        Files.writeString(file, day);
        run("submit", home, "--source", "patrols", file);
        web = WebStation.start(0, List.of(new Site("ondral", "Ondral", "invented", home)), true);
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static void run(Object... arguments) throws IOException, InterruptedException {
        Program.Outcome outcome = Program.run(folder, List.of(), arguments);
        assertThat(outcome.code()).as(outcome.words()).isZero();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String firstIncident() throws IOException, InterruptedException {
        return json("api/ondral/incidents").path("incidents").path(0).path("id").asString("");
    }

    @Test
    void every_view_keeps_to_the_contract_of_the_pages() throws Exception {
        Contract contract = Contract.read();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> view : VIEWS.entrySet()) {
            contract.faults(json(view.getKey()), view.getValue()).forEach(fault -> faults.add(view.getKey() + fault));
        }
        String incident = "api/ondral/incidents/" + firstIncident().replace('/', '-');
        faults.addAll(contract.faults(json(incident), "IncidentDetail"));
        assertThat(faults).isEmpty();
        assertThat(contract.faults(json("api/ondral/overview"), "IncidentDetail"))
                .as("the check finds what is missing")
                .contains(".kind is missing", ".evidence is missing");
    }

    @Test
    void the_day_of_the_example_is_told_in_figures() throws Exception {
        JsonNode overview = json("api/ondral/overview");
        JsonNode incidents = json("api/ondral/incidents").path("incidents");
        assertThat(incidents.size())
                .isPositive()
                .isEqualTo(overview.path("counts").path("incidents").asInt()
                        + overview.path("counts").path("cues").asInt());
        JsonNode map = json("api/ondral/map");
        assertThat(map.path("lines").path("features").size()).isEqualTo(1);
        assertThat(map.path("zones").path("features").size()).isEqualTo(2);
        JsonNode hours = json("api/ondral/histogram?from=2031-05-14T02:00:00Z&to=2031-05-15T02:00:00Z")
                .path("hours");
        assertThat(hours.size()).isEqualTo(24);
        assertThat(hours.path(0).path("observed").isNull())
                .as("nobody said what he watched")
                .isTrue();
        JsonNode empty = json("api/ondral/incidents?from=2031-06-01T00:00:00Z").path("incidents");
        assertThat(empty.size()).isZero();
    }

    @Test
    void the_proof_of_an_entry_leads_to_the_root() throws Exception {
        JsonNode entry = json("api/ondral/ledger/3");
        Hash leaf = Hash.leaf(entry.path("raw").asString("").getBytes(StandardCharsets.UTF_8));
        List<Hash> path = new ArrayList<>();
        entry.path("proof").forEach(hash -> path.add(Hash.fromBase64(hash.asString(""))));
        assertThat(leaf.base64()).isEqualTo(entry.path("leafHash").asString(""));
        assertThat(Proofs.verifyInclusion(
                        leaf,
                        3,
                        entry.path("size").asLong(),
                        path,
                        Hash.fromBase64(entry.path("root").asString(""))))
                .isTrue();
        assertThat(get("ondral/proof/3").body()).startsWith("c2sp.org/tlog-proof@v1\n");
    }

    @Test
    void the_ledger_is_served_as_it_is() throws Exception {
        Path ledger = folder.resolve("ondral/ledger");
        long size = json("api/ondral/ledger").path("size").asLong();
        for (String path : List.of("checkpoint", "tile/0/000.p/" + size, "tile/entries/000.p/" + size)) {
            byte[] answer = get("ondral/ledger/" + path).body().getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Base64.getEncoder().encodeToString(answer))
                    .as(path)
                    .isEqualTo(Base64.getEncoder().encodeToString(Files.readAllBytes(ledger.resolve(path))));
        }
    }

    @Test
    void documents_are_written_in_their_formats() throws Exception {
        assertThat(get("ondral/reports/daily/2031-05-14").body()).contains("Daily report, 14 May 2031");
        assertThat(get("ondral/reports/daily/2031-05-14.json").body()).startsWith("{");
        assertThat(get("ondral/reports/daily/2031-05-14.csv").statusCode()).isEqualTo(200);
        assertThat(get("ondral/incidents.geojson").body()).contains("FeatureCollection");
        assertThat(get("ondral/incidents.csv").body()).contains("id,");
        assertThat(get("ondral/reports/daily/2031-13-14").statusCode()).isEqualTo(404);
        assertThat(get("").body()).contains("<title>");
        assertThat(get("ondral/public").body()).contains("<html").doesNotContain("<script");
        assertThat(get("ondral/reports/spot/" + firstIncident().replace('/', '-'))
                        .body())
                .contains("<html");
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again() throws Exception {
        HttpResponse<String> first = get("api/ondral/overview");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        JsonNode ledger = json("api/ondral/ledger");
        String root = ledger.path("root").asString().substring(0, 12);
        assertThat(tag).startsWith("\"" + ledger.path("size").asLong() + "-" + root + "-");
        HttpResponse<String> second = get("api/ondral/overview", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(get("api/ondral/overview", "If-None-Match", "\"1\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_answer_says_what_a_page_may_load() throws Exception {
        for (String path : List.of("api/stations", "", "ondral/ledger/checkpoint", "nothing-here")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Truceline-Demo")).hasValue("true");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void only_reading_is_answered() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            String answer = Raw.ask(web.port(), method, "/api/ondral/overview", "127.0.0.1");
            assertThat(Raw.status(answer)).as(method).isEqualTo(405);
        }
        String head = Raw.ask(web.port(), "HEAD", "/api/ondral/overview", "localhost:" + web.port());
        assertThat(Raw.status(head)).isEqualTo(200);
        assertThat(head).contains("ETag").endsWith("\r\n\r\n");
    }

    @Test
    void another_host_is_refused() throws Exception {
        for (String host :
                List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::1]", "")) {
            int status = Raw.status(Raw.ask(web.port(), "GET", "/api/stations", host));
            assertThat(status).as(host).isIn(421, 400);
        }
        assertThat(Raw.status(Raw.ask(web.port(), "GET", "/api/stations", "LOCALHOST")))
                .isEqualTo(200);
    }

    @Test
    void what_is_not_understood_is_a_problem_in_words() throws Exception {
        for (String query : List.of(
                "?x=1",
                "?from=yesterday",
                "?from=2031-05-14T00:00:00",
                "?from=2031-05-15T00:00:00Z" + "&to=2031-05-14T00:00:00Z",
                "?to=2031-05-14T00:00:00Z&to=2031-05-14T00:00:00Z")) {
            HttpResponse<String> answer = get("api/ondral/incidents" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"detail\"").doesNotContain("Exception");
        }
        assertThat(get("api/ondral/coverage?from=2031-01-01T00:00:00Z&to=2031-05-14T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        for (String path : List.of(
                "api/nowhere/overview",
                "api/ondral/nothing",
                "api/ondral/incidents/999-9",
                "api/ondral/ledger/999",
                "api/ondral/ledger/-1",
                "api/ondral/ledger/01",
                "ondral/proof/x")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("\"status\":404");
        }
    }

    @Test
    void no_path_leads_out_of_what_is_served() throws Exception {
        for (String path : List.of(
                "/ondral/ledger/tile/../../keys/log.key",
                "/ondral/ledger/tile/..%2f..%2fkeys/log.key",
                "/ondral/ledger/tile/0/%2e%2e/%2e%2e/keys",
                "/ondral/ledger/tile/entries/000.p/1.bak",
                "/ondral/ledger/../keys/log.key",
                "/../keys/log.key",
                "/..%2fkeys%2flog.key",
                "/%2e%2e/keys",
                "//keys/log.key",
                "/assets/..%5c..%5ckeys",
                "/truceline.yaml",
                "/META-INF/MANIFEST.MF")) {
            String answer = Raw.ask(web.port(), "GET", path, "127.0.0.1");
            assertThat(Raw.status(answer)).as(path).isIn(400, 404);
            assertThat(answer).as(path).doesNotContain("PRIVATE").doesNotContain("Manifest-Version");
        }
    }

    @Test
    void nothing_protected_is_in_any_answer() throws Exception {
        List<String> paths = new ArrayList<>(VIEWS.keySet());
        long size = json("api/ondral/ledger").path("size").asLong();
        for (long index = 0; index < size; index++) {
            paths.add("api/ondral/ledger/" + index);
        }
        for (JsonNode row : json("api/ondral/incidents").path("incidents")) {
            String incident = row.path("id").asString("").replace('/', '-');
            paths.add("api/ondral/incidents/" + incident);
            paths.add("ondral/reports/spot/" + incident);
        }
        paths.addAll(List.of(
                "",
                "ondral/reports/daily/2031-05-14",
                "ondral/reports/daily/2031-05-14.json",
                "ondral/reports/daily/2031-05-14.csv",
                "ondral/public",
                "ondral/incidents.geojson",
                "ondral/incidents.csv",
                "ondral/ledger/checkpoint",
                "ondral/ledger/tile/entries/000.p/" + size));
        for (String path : paths) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContain("CANARY")
                    .doesNotContain("2017531")
                    .doesNotContain("6213579");
        }
    }

    @Test
    void only_this_machine_is_listened_to() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, web.port()).close())
                    .as(other.toString())
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.2"), web.port()).close())
                .isInstanceOf(ConnectException.class);
    }
}
