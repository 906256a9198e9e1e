package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Founding;
import truceline.station.Station;
import truceline.web.Site;
import truceline.web.WebStation;

/// The framework of Paris with a real control map handed in: what is claimed stands beside what is computed.
class ParisTerritoryTest {
    private static final Path ROOT = Path.of(System.getProperty("truceline.root"));
    private static final Path DATA = ROOT.resolve("../shared/data");

    @Test
    void claims_of_20_75_and_99_percent_stand_beside_the_computed_shares(@TempDir Path folder) throws Exception {
        assumeThat(DATA).as("real data beside the project").exists();
        Path control = DATA.resolve("deepstate-control/deepstatemap_data_20260106.geojson");
        Path units = only(DATA.resolve("ua-adm1"));
        Path home = folder.resolve("paris");
        AgreementFile agreement =
                AgreementFile.read(ROOT.resolve("agreements/paris-framework-20.agreement.yaml"), units);
        Founding.found(home, "paris", agreement, Clock.system());
        try (Station station = Station.open(home, Clock.system());
                InputStream map = Files.newInputStream(control)) {
            station.admitControl("map", control.getFileName().toString(), map, (index, leaf) -> {});
        }
        try (WebStation web = WebStation.start(0, List.of(new Site("paris", "Paris", "", home)), false)) {
            JsonNode territory = territory(web.port());
            List<String> rows = new ArrayList<>();
            rows.add(row(territory.path("total")));
            territory.path("units").forEach(unit -> rows.add(unit.path("name").asString() + " " + row(unit)));
            assertThat(rows.getFirst()).isEqualTo("19.1 [about 20 %]");
            assertThat(rows).anyMatch(row -> row.startsWith("Donets'k 77.6") && row.contains("75 %"));
            assertThat(rows).anyMatch(row -> row.startsWith("Luhans'k 98.8") && row.contains("99 %"));
        }
    }

    private static String row(JsonNode unit) {
        List<String> claims = new ArrayList<>();
        unit.path("claims").forEach(claim -> claims.add(claim.path("share").asString()));
        return Math.round(unit.path("sharePercent").asDouble() * 10) / 10.0 + " " + claims;
    }

    private static JsonNode territory(int port) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/paris/territory");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".geojson"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
