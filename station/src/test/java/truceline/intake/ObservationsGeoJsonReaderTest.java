package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.geo.Geodesic;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.PlaceBasis;

class ObservationsGeoJsonReaderTest {
    private static final String POINT = """
            {"type":"Feature","id":17,"geometry":{"type":"Point","coordinates":[37.5,48.25,120]},
             "properties":{"time":"2025-04-20T10:15Z","kind":"explosion","number":6,"radius_m":250,
              "labels":["a","b"],"sectors":["NW","N"],"remark":"- {\\"quoted\\"} ]"}}""";

    @Test
    void a_feature_is_a_row_with_our_columns_as_properties() {
        Draft draft = read(POINT).only();
        assertThat(draft.lonE7).isEqualTo(375_000_000);
        assertThat(draft.latE7).isEqualTo(482_500_000);
        assertThat(draft.radiusMetres).isEqualTo(250);
        assertThat(draft.basis).isEqualTo(PlaceBasis.POINT);
        assertThat(draft.kind).isEqualTo(Kind.EXPLOSION);
        assertThat(draft.count.value()).isEqualTo(6);
        assertThat(draft.clientId).isEqualTo("17");
        assertThat(draft.labels).isEqualTo("a|b");
        assertThat(draft.sectors).isEqualTo(1 << 14 | 1);
        assertThat(draft.remark).isEqualTo("- {\"quoted\"} ]");
    }

    @Test
    void a_polygon_is_the_disc_that_covers_it() {
        String corners = "[[[37.0,48.0],[37.2,48.0],[37.2,48.1],[37.0,48.1],[37.0,48.0]]]";
        Draft draft = read(feature(
                        "{\"type\":\"Polygon\",\"coordinates\":" + corners + "}", "\"time\":\"2025-04-20T10:15Z\""))
                .only();
        assertThat(draft.basis).isEqualTo(PlaceBasis.AREA);
        for (int lon : new int[] {370_000_000, 372_000_000}) {
            for (int lat : new int[] {480_000_000, 481_000_000}) {
                assertThat(Geodesic.distanceMm(draft.lonE7, draft.latE7, lon, lat))
                        .isLessThanOrEqualTo(draft.radiusMetres * 1000L);
            }
        }
        assertThat(draft.radiusMetres).isLessThan(9500);
    }

    @Test
    void features_of_a_collection_are_numbered_and_handed_on_as_they_stand() {
        String bad = POINT.replace("48.25", "98.25");
        Rows rows = read("{\"name\":{\"features\":[1]},\"type\":\"FeatureCollection\",\"features\" : [" + POINT + ",\n"
                + bad + ", null, " + POINT + "],\"bbox\":[1,2]}");
        assertThat(rows.accepted).extracting(draft -> draft.row).containsExactly(1L, 4L);
        assertThat(rows.faults()).containsExactly("2 latitude swapped-coordinates", "3  not-a-feature");
        assertThat(rows.texts.get(1)).isEqualTo(bad);
    }

    @Test
    void features_may_stand_one_to_a_line() {
        String one = POINT.replace("\n", " ");
        Rows rows = read(one + "\nwhat\n\u001e" + one + "\n");
        assertThat(rows.accepted).extracting(draft -> draft.row).containsExactly(1L, 3L);
        assertThat(rows.faults()).containsExactly("2  not-a-feature");
    }

    @Test
    void an_exponent_is_a_number_in_json() {
        assertThat(read(POINT.replace("37.5", "3.75E1")).only().lonE7).isEqualTo(375_000_000);
        assertThat(read(POINT.replace("37.5", "1e400")).fault()).isEqualTo("1 longitude not-a-number");
        assertThat(read(POINT.replace("37.5", "1e999999999")).fault()).isEqualTo("1 longitude not-a-number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[37.5]}           | coordinates not-a-position",
                "{\"type\":\"Point\",\"coordinates\":[]}               | geometry not-a-position",
                "{\"type\":\"Point\",\"coordinates\":[\"37\",48]}      | coordinates not-a-number",
                "{\"type\":\"Point\",\"coordinates\":[[37,48]]}        | geometry not-a-position",
                "{\"type\":\"Point\",\"coordinates\":[37,[48,1]]}      | coordinates not-a-position",
                "{\"type\":\"Point\"}                                  | geometry not-a-position",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]} | geometry unsupported-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4]]]} | geometry not-a-position",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-179,2],[179,2],[179,3],[-179,2]]]} | coordinates crosses-antimeridian",
                "[37,48]                                               | geometry wrong-type"
            })
    void a_geometry_that_is_no_place_is_rejected(String geometry, String fault) {
        assertThat(read(collection(feature(geometry, "\"time\":\"2025-04-20T10:15Z\"")))
                        .fault())
                .isEqualTo("1 " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"time\":\"2025-04-20T10:15Z\",\"colour\":1         | colour unknown-column",
                "\"time\":\"2025-04-20T10:15Z\",\"kind\":{}          | kind wrong-type",
                "\"time\":\"2025-04-20T10:15Z\",\"kind\":[\"a\"]     | kind wrong-type",
                "\"time\":\"2025-04-20T10:15\"                       | time missing-zone",
                "\"time\":\"2025-04-20T10:15Z\",\"time\":\"x\"       | not-json",
                "\"time\":\"2025-04-20T10:15Z\",\"longitude\":1      | longitude given-twice",
                "\"time\":\"2025-04-20T10:15Z\",\"place\":\"\\ud800\" | place not-unicode",
                "\"time\":\"2025-04-20T10:15Z\",\"place\":\"\\u0000\" | place control-character"
            })
    void a_property_that_is_none_of_ours_is_rejected(String properties, String fault) {
        String feature = feature("{\"type\":\"Point\",\"coordinates\":[37,48]}", properties);
        assertThat(read(collection(feature)).faults().getFirst())
                .startsWith("1 ")
                .endsWith(fault);
    }

    @Test
    void a_feature_without_geometry_may_still_have_an_observer() {
        Draft draft = read(feature("null", "\"time\":\"2025-04-20T10:15Z\",\"observer_lon\":37,\"observer_lat\":48"))
                .only();
        assertThat(draft.basis).isEqualTo(PlaceBasis.NONE);
        assertThat(draft.observerLonE7).isEqualTo(370_000_000);
    }

    @Test
    void a_feature_longer_than_the_limit_is_skipped() {
        String long_ = POINT.replace("quoted", "x".repeat(3 * FeatureScanner.MOST_BYTES));
        Rows rows = read(collection(String.join(",", List.of(POINT, long_, POINT))));
        assertThat(rows.accepted).hasSize(2);
        assertThat(rows.fault()).isEqualTo("2  row-too-long");
    }

    @Test
    void a_file_that_ends_too_early_keeps_what_was_whole() {
        Rows rows = read("{\"type\":\"FeatureCollection\",\"features\":[" + POINT + "," + POINT.substring(0, 90));
        assertThat(rows.accepted).hasSize(1);
        assertThat(rows.fault()).isEqualTo("2  truncated-json");
        assertThat(read(collection(POINT).substring(0, collection(POINT).length() - 1))
                        .fault())
                .isEqualTo("2  truncated-json");
    }

    @Test
    void what_is_no_geojson_is_refused() {
        for (String file : List.of("", "  \n", "time,kind\n", "{\"a\":1}", "[1,2]", "{{{}}}")) {
            assertThatThrownBy(() -> read(file)).as(file).isInstanceOf(Refusal.class);
        }
        assertThat(read("{\"type\":\"FeatureCollection\",\"features\":[]}").texts)
                .isEmpty();
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{" + properties + "}}";
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private static Rows read(String file) {
        return Rows.of(new ObservationsGeoJsonReader(), file);
    }
}
