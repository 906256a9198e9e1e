package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.station.BundleAudit;
import truceline.station.BundleExport;
import truceline.web.Site;
import truceline.web.WebStation;

/// Each part of the arrangement is seen in the demonstration: one test a row of `docs/systems.md`, on the pages' own
/// data.
class SystemsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path temporary;

    private static Sites made;
    private static WebStation web;

    @BeforeAll
    static void serve() throws IOException {
        made = Demo.generate(temporary.resolve("demo"), Demo.SEED, sentence -> {});
        List<Site> sites = made.sites().stream()
                .map(site -> new Site(site.id(), site.title(), site.note(), site.folder(), site.basemap()))
                .toList();
        web = WebStation.start(0, sites, true);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void s1_monitoring_and_verification_runs_from_an_observation_to_a_published_finding() throws Exception {
        JsonNode grave = incident(finding("IL").path("incident").asString());
        assertThat(grave.path("v").asString()).isEqualTo("V4");
        assertThat(grave.path("a").asString()).isEqualTo("A3");
        assertThat(grave.path("lineages").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(grave.path("evidence").size()).isGreaterThan(3);
        assertThat(words(grave.path("decisions"), "step"))
                .anyMatch(step -> step.contains("V3") || step.contains("erif"));
        assertThat(grave.path("commission").path("votes").size()).isEqualTo(4);
        assertThat(finding("IL").path("dissent").get(0).path("seat").asString()).isEqualTo("IL");
    }

    @Test
    void s2_nothing_of_the_framework_of_paris_runs_before_its_day_is_set() throws Exception {
        assertThat(api("paris/overview").path("agreement").path("d").isNull()).isTrue();
        JsonNode timeline = api("paris/timeline");
        assertThat(timeline.path("d").isNull()).isTrue();
        assertThat(timeline.path("rows").size()).isGreaterThan(10);
        assertThat(words(timeline.path("rows"), "state")).containsOnly("pending");
        assertThat(api("paris/incidents").path("incidents").size()).isZero();
    }

    @Test
    void s3_hubs_and_contingents_are_listed_with_their_mandate_and_without_a_place() throws Exception {
        JsonNode force = api("paris/forces").path("forces").get(0);
        assertThat(force.path("mandate").size()).isGreaterThan(0);
        assertThat(force.path("legalBasis").asString()).isNotBlank();
        assertThat(words(force.path("hubs"), "place")).containsOnly("withheld, class M");
    }

    @Test
    void s4_movement_refused_to_monitors_is_a_register() throws Exception {
        JsonNode restrictions = api("ondral/coverage").path("restrictions");
        assertThat(words(restrictions, "kind")).contains("denial", "jamming");
        assertThat(restrictions.get(0).path("reason").asString()).isNotBlank();
    }

    @Test
    void s5_an_aircraft_in_the_closed_volume_is_a_case() throws Exception {
        assertThat(cases("aircraft")).contains("6.1 candidate");
    }

    @Test
    void s6_a_ship_off_its_lane_is_a_case_and_forty_that_jump_are_one_interference_and_none() throws Exception {
        assertThat(cases("vessel")).isNotEmpty();
        List<JsonNode> jumps = new ArrayList<>();
        for (JsonNode each : api("ondral/incidents").path("incidents")) {
            if (each.path("kind").asString().equals("interference")
                    && each.path("title").asString().contains("40")) {
                jumps.add(each);
            }
        }
        assertThat(jumps).hasSize(1);
        assertThat(jumps.getFirst().path("cases").size()).isZero();
    }

    @Test
    void s7_a_guarantee_says_what_is_missing_before_it_opens_and_its_twin_likewise() throws Exception {
        JsonNode guarantees = api("ondral/guarantees").path("guarantees");
        assertThat(guarantees.size()).isEqualTo(2);
        for (JsonNode guarantee : guarantees) {
            assertThat(guarantee.path("status").asString()).isEqualTo("closed");
            assertThat(guarantee.path("missing").size()).isGreaterThan(0);
            assertThat(guarantee.path("twin").asString()).isNotBlank();
        }
    }

    @Test
    void s8_claims_of_territory_stand_beside_the_share_that_is_computed_once_a_map_is_given() throws Exception {
        List<String> shares = new ArrayList<>();
        JsonNode territory = api("paris/territory");
        for (JsonNode unit : territory.path("units")) {
            unit.path("claims").forEach(claim -> shares.add(claim.path("share").asString()));
        }
        territory
                .path("total")
                .path("claims")
                .forEach(claim -> shares.add(claim.path("share").asString()));
        assertThat(String.join(", ", shares)).contains("20").contains("75").contains("99");
        assertThat(territory.path("control").size()).isZero();
    }

    @Test
    void s9_paired_steps_of_withdrawal_are_in_the_text_beside_their_norm() throws Exception {
        List<String> kinds = words(api("paris/agreement").path("provisions"), "kind");
        kinds.addAll(words(api("ondral/agreement").path("provisions"), "kind"));
        assertThat(String.join(" ", kinds)).contains("step");
    }

    @Test
    void s10_ninety_percent_has_a_numerator_a_denominator_its_owners_and_a_basis() throws Exception {
        for (JsonNode proposal : api("paris/positions").path("proposals")) {
            for (JsonNode agreed : proposal.path("agreed")) {
                if (agreed.path("among").toString().equals("[\"UA\",\"US\"]")) {
                    assertThat(agreed.path("agreed").asInt()).isEqualTo(18);
                    assertThat(agreed.path("of").asInt()).isEqualTo(20);
                    assertThat(agreed.path("percent").asString()).startsWith("90.0");
                    assertThat(agreed.path("basis").asString()).isEqualTo("inferred");
                    assertThat(agreed.path("signed").asInt()).isZero();
                    return;
                }
            }
        }
        throw new AssertionError("no figure for UA and US");
    }

    @Test
    void s11_statements_say_who_when_on_what_and_from_which_source() throws Exception {
        JsonNode statements = api("paris/positions").path("statements");
        assertThat(statements.size()).isGreaterThan(3);
        for (JsonNode statement : statements) {
            assertThat(statement.path("speaker").asString()).isNotBlank();
            assertThat(statement.path("date").asString()).isNotBlank();
            assertThat(statement.path("source").asString()).isNotBlank();
            assertThat(statement.path("basis").asString()).isNotBlank();
        }
    }

    @Test
    void s12_harm_and_the_window_for_repairs_are_on_the_floor() throws Exception {
        JsonNode floor = api("ondral/floor");
        assertThat(words(floor.path("windows"), "status")).contains("kept");
        assertThat(floor.path("harm").size()).isGreaterThan(0);
    }

    @Test
    void s13_obligations_have_dates_from_the_first_day_on() throws Exception {
        JsonNode rows = api("ondral/timeline").path("rows");
        List<String> dated = words(rows, "at");
        assertThat(dated).anyMatch(at -> at.startsWith("2031-"));
    }

    @Test
    void s14_pledges_are_listed_by_attester_and_status_only() throws Exception {
        JsonNode pledges = api("paris/forces").path("pledges");
        assertThat(pledges.size()).isGreaterThan(0);
        for (JsonNode pledge : pledges) {
            assertThat(pledge.path("status").asString()).isNotBlank();
            assertThat(new TreeSet<>(pledge.propertyNames())).doesNotContain("place", "stock");
        }
    }

    @Test
    void s15_the_public_page_says_in_plain_words_what_was_and_was_not_seen() throws Exception {
        String page = get("/ondral/public");
        assertThat(page).contains("Nothing here happened").contains("at least").contains("not");
        assertThat(page).doesNotContain("<script");
    }

    /// What a protected note says is found in no answer, no document and no byte of the public bundle.
    @Test
    void what_is_protected_is_found_nowhere() throws Exception {
        StringBuilder everything = new StringBuilder();
        for (String path :
                List.of("overview", "incidents", "findings", "map", "coverage", "floor", "agreement", "reports")) {
            everything.append(get("/api/ondral/" + path));
        }
        for (JsonNode each : api("ondral/incidents").path("incidents")) {
            everything.append(incident(each.path("id").asString()));
        }
        for (JsonNode report : api("ondral/reports").path("reports")) {
            everything.append(get(report.path("href").asString()));
        }
        Path bundle = temporary.resolve("day.zip");
        BundleExport.write(made.sites().getFirst().folder(), bundle, "P");
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (var entry : zip.stream().toList()) {
                everything.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String told = everything.toString();
        List<String> protectedTexts = protectedTexts();
        assertThat(protectedTexts).hasSizeGreaterThanOrEqualTo(10);
        assertThat(protectedTexts).allSatisfy(text -> assertThat(told).doesNotContain(text));
        BundleAudit.Result audit = BundleAudit.of(bundle, null);
        assertThat(audit.ledger().recomputed().differ()).isZero();
        assertThat(audit.ledger().recomputed().couldNotCheck()).isZero();
        assertThat(audit.ledger().tree()).isEmpty();
        assertThat(audit.withheld()).isPositive();
    }

    /// Notes of statements, and the patrols' own places, remarks and names as their files give them.
    private static List<String> protectedTexts() throws IOException {
        List<String> texts = new ArrayList<>(List.of("go to the ford and look for craters"));
        try (var files = Files.list(made.input())) {
            for (Path file :
                    files.filter(each -> each.toString().contains("patrol")).toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> heads = List.of(lines.getFirst().split(",", -1));
                for (String line : lines.subList(1, lines.size())) {
                    List<String> cells = List.of(line.split(",", -1));
                    for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
                        boolean isProtected = heads.get(i).matches("(?i).*(SMM|position|patrol|remark|comment|note).*");
                        if (isProtected && cells.get(i).length() > 14) {
                            texts.add(cells.get(i).replace("\"", ""));
                        }
                    }
                }
            }
        }
        return texts.stream().distinct().toList();
    }

    private static JsonNode finding(String party) throws Exception {
        for (JsonNode finding : api("ondral/findings").path("findings")) {
            if (finding.path("party").asString("").equals(party)) {
                return finding;
            }
        }
        throw new AssertionError("no finding that names " + party);
    }

    private static JsonNode incident(String id) throws Exception {
        return api("ondral/incidents/" + id.replace('/', '-'));
    }

    private static List<String> cases(String kind) throws Exception {
        List<String> cases = new ArrayList<>();
        for (JsonNode each : api("ondral/incidents").path("incidents")) {
            if (each.path("kind").asString().equals(kind)) {
                each.path("cases")
                        .forEach(found -> cases.add(found.path("provision").asString() + " "
                                + found.path("certainty").asString()));
            }
        }
        return cases;
    }

    private static List<String> words(JsonNode elements, String name) {
        List<String> words = new ArrayList<>();
        elements.forEach(element -> words.add(element.path(name).asString("")));
        return words;
    }

    private static JsonNode api(String path) throws Exception {
        return JsonMapper.builder().build().readTree(get("/api/" + path));
    }

    private static String get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + web.port() + path);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
