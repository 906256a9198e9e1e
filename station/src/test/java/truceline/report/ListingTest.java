package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.mission.Picture;

class ListingTest {
    private static final Picture PICTURE = Ondral.picture();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String incidents(Filter filter, String format) {
        StringBuilder out = new StringBuilder();
        try {
            Listing.incidents(PICTURE, Ondral.register(PICTURE), Ondral.ZONE, filter, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cases(Filter filter, String format) {
        StringBuilder out = new StringBuilder();
        try {
            Listing.cases(PICTURE, Ondral.register(PICTURE), Ondral.ZONE, filter, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Test
    void one_array_holds_every_incident() {
        JsonNode all = JSON.readTree(incidents(Filter.ALL, "json"));
        assertThat(all.isArray()).isTrue();
        assertThat(all.size()).isEqualTo(PICTURE.incidents().size());
        List<String> ids = new ArrayList<>();
        all.forEach(each -> ids.add(each.get("id").asString()));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void every_format_holds_as_many_incidents() {
        int size = PICTURE.incidents().size();
        assertThat(incidents(Filter.ALL, "ndjson").lines())
                .hasSize(size)
                .allMatch(line -> JSON.readTree(line).isObject());
        assertThat(JSON.readTree(incidents(Filter.ALL, "geojson"))
                        .get("features")
                        .size())
                .isEqualTo(size);
        assertThat(incidents(Filter.ALL, "csv").split("\r\n", -1)).hasSize(size + 2);
        assertThat(incidents(Filter.ALL, "table").lines()).hasSize(size + 1);
    }

    @Test
    void geojson_is_a_feature_collection_of_points_or_of_no_place() {
        JsonNode collection = JSON.readTree(incidents(Filter.ALL, "geojson"));
        assertThat(collection.get("type").asString()).isEqualTo("FeatureCollection");
        int placeless = 0;
        for (JsonNode feature : collection.get("features")) {
            assertThat(feature.get("type").asString()).isEqualTo("Feature");
            assertThat(feature.get("properties").isObject()).isTrue();
            JsonNode geometry = feature.get("geometry");
            if (geometry.isNull()) {
                placeless++;
            } else {
                assertThat(geometry.get("type").asString()).isEqualTo("Point");
                assertThat(geometry.get("coordinates").get(0).asDouble()).isBetween(-180.0, 180.0);
                assertThat(geometry.get("coordinates").get(1).asDouble()).isBetween(-90.0, 90.0);
            }
        }
        assertThat(placeless).isPositive();
    }

    @Test
    void why_names_the_observation_that_was_joined_and_to_which() {
        int joined = 0;
        for (JsonNode each : JSON.readTree(incidents(Filter.ALL, "json"))) {
            if (each.get("observations").size() == 2) {
                joined++;
                assertThat(each.get("why").get(0).asString())
                        .startsWith(each.get("observations").get(1).asString() + ": ")
                        .endsWith(" from " + each.get("id").asString() + ", same family");
            }
        }
        assertThat(joined).isPositive();
    }

    @Test
    void an_event_that_lies_after_its_receipt_is_flagged() {
        List<String> flagged = new ArrayList<>();
        for (JsonNode each : JSON.readTree(incidents(Filter.ALL, "json"))) {
            if (each.get("flags").toString().contains("future-event-time")) {
                flagged.add(each.get("from").asString());
            }
        }
        assertThat(flagged).containsExactly("2031-05-16T23:00:00-02:00");
    }

    @Test
    void what_is_protected_is_never_listed() {
        for (String format : Listing.FORMATS) {
            assertThat(incidents(Filter.ALL, format) + cases(Filter.ALL, format))
                    .as(format)
                    .doesNotContain("class M words", "post W2", "27.6512345", "26.3112345");
        }
    }

    @Test
    void filters_hold_for_incidents_and_cases() {
        long from = Ondral.at(2031, 5, 14, 0, 0);
        Filter day = new Filter(from, from + 86_400_000, null, null);
        JsonNode ofTheDay = JSON.readTree(incidents(day, "json"));
        assertThat(ofTheDay.size())
                .isEqualTo(Ondral.report(PICTURE, Ondral.DATE).events().size());
        Box west = new Box(Ondral.e7(-28), Ondral.e7(-27), Ondral.e7(-27.5), Ondral.e7(-26));
        for (JsonNode each : JSON.readTree(incidents(new Filter(Long.MIN_VALUE, Long.MAX_VALUE, west, null), "json"))) {
            assertThat(each.get("longitude").asDouble()).isBetween(-28.0, -27.5);
        }
        JsonNode under = JSON.readTree(cases(new Filter(Long.MIN_VALUE, Long.MAX_VALUE, null, "4"), "json"));
        assertThat(under.size()).isPositive();
        under.forEach(each -> assertThat(each.get("provision").asString()).isEqualTo("4.2"));
    }

    @Test
    void a_box_may_reach_across_the_antimeridian() {
        Box pacific = new Box(Ondral.e7(170), Ondral.e7(-20), Ondral.e7(-170), Ondral.e7(0));
        assertThat(pacific.contains(Ondral.e7(179), Ondral.e7(-10))).isTrue();
        assertThat(pacific.contains(Ondral.e7(-179), Ondral.e7(-10))).isTrue();
        assertThat(pacific.contains(0, Ondral.e7(-10))).isFalse();
    }

    @Test
    void a_case_names_no_party() {
        for (JsonNode each : JSON.readTree(cases(Filter.ALL, "json"))) {
            assertThat(each.get("party").asString()).isEqualTo("undetermined");
            assertThat(each.toString()).doesNotContain("Vathe", "Ilmoss");
        }
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            StringBuilder out = new StringBuilder();
            new CsvText(out).text(start + "1+1").number(-5).endLine();
            assertThat(out.toString().replace("\"", "")).isEqualTo("'" + start + "1+1,-5\r\n");
        }
    }

    @Test
    void no_finding_has_been_published() throws IOException {
        StringBuilder out = new StringBuilder();
        Listing.findings(PICTURE, Filter.ALL, "json", out);
        assertThat(JSON.readTree(out.toString()).size()).isZero();
    }

    @Test
    void a_format_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> Listing.incidents(PICTURE, Filter.ALL, "xml", new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xml");
    }

    @Test
    void a_terminal_is_not_told_what_to_do_by_a_name() throws IOException {
        StringBuilder out = new StringBuilder();
        TableRows rows = new TableRows(out);
        rows.begin(List.of(new Row.Column("place", 12)));
        rows.row(new Row(List.of(Row.of("a\u001B[2Jb\u202Ec\nlonger than that")), null));
        assertThat(out.toString()).isEqualTo("PLACE\na?[2Jb?c?lo…\n");
    }
}
