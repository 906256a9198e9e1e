package truceline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import truceline.geo.Feature;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.intake.GeoJsonReader.Problem;
import truceline.intake.GeoJsonReader.Reading;

class GeoJsonReaderTest {
    @ParameterizedTest
    @CsvSource({
        "37.12345674,371234567",
        "37.12345675,371234568",
        "37.12345665,371234566",
        "37.123456650000000000000000001,371234567",
        "-0.00000005,0",
        "-0.00000015,-2",
        "3.7e1,370000000",
        "370E-1,370000000",
        "4e-8,0",
        "6e-8,1",
        "1e-99999,0",
        "180,1800000000",
        "-180.00000005,-1800000000"
    })
    void decimal_text_becomes_1e_7_degree_half_to_even(String text, int lonE7) {
        Shape shape =
                only("{\"type\":\"Point\",\"coordinates\":[" + text + ",0]}").shape();

        assertThat(shape).isEqualTo(new Shape.Points(new Path(new int[] {lonE7}, new int[] {0})));
    }

    @Test
    void each_type_of_geometry_is_read() {
        assertThat(shape("MultiPoint", "[[1,2],[1,2]]")).isEqualTo(new Shape.Points(path(1, 2, 1, 2)));
        assertThat(shape("LineString", "[[1,2],[3,4,99]]")).isEqualTo(new Shape.Lines(List.of(path(1, 2, 3, 4))));
        assertThat(shape("MultiLineString", "[[[1,2],[3,4]],[[5,6],[7,8]]]"))
                .isEqualTo(new Shape.Lines(List.of(path(1, 2, 3, 4), path(5, 6, 7, 8))));
        Polygon big = new Polygon(path(0, 0, 9, 0, 9, 9, 0, 0), List.of(path(7, 2, 7, 3, 8, 3, 7, 2)));
        Polygon small = new Polygon(path(10, 0, 11, 0, 11, 1, 10, 0), List.of());
        assertThat(shape(
                        "MultiPolygon",
                        "[[[[0,0],[9,0],[9,9],[0,0]],[[7,2],[7,3],[8,3],[7,2]]]," + "[[[10,0],[11,0],[11,1],[10,0]]]]"))
                .isEqualTo(new Shape.Areas(List.of(big, small)));
    }

    @Test
    void a_shell_comes_out_counter_clockwise_and_a_hole_clockwise() {
        Shape shape = shape("Polygon", "[[[0,0],[9,9],[9,0],[0,0]],[[7,2],[8,3],[7,3],[7,2]]]");

        assertThat(shape)
                .isEqualTo(new Shape.Areas(
                        List.of(new Polygon(path(0, 0, 9, 0, 9, 9, 0, 0), List.of(path(7, 2, 7, 3, 8, 3, 7, 2))))));
    }

    @Test
    void neighbouring_positions_equal_after_rounding_are_one() {
        assertThat(shape("LineString", "[[1,2],[1.00000001,2],[3,4]]"))
                .isEqualTo(new Shape.Lines(List.of(path(1, 2, 3, 4))));
    }

    @Test
    void members_may_come_in_any_order() {
        Reading reading = read("{\"features\":[{\"geometry\":{\"coordinates\":[1,2],\"type\":\"Point\"},"
                + "\"properties\":{},\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.geometry().features()).hasSize(1);
    }

    @Test
    void properties_become_text_and_nested_ones_are_left_out() {
        Feature feature = only(
                "{\"type\":\"Feature\",\"properties\":{\"n\":1.50,\"t\":\"é\\u0041\",\"b\":true,"
                        + "\"none\":null,\"list\":[1],\"deep\":{\"a\":{}}},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}");

        assertThat(feature.properties()).isEqualTo(new TreeMap<>(Map.of("n", "1.50", "t", "éA", "b", "true")));
    }

    @Test
    void a_byte_order_mark_and_foreign_members_are_passed_over() {
        assertThat(only("\uFEFF{\"bbox\":[1,2,3,4],\"x\":{\"type\":[]},\"type\":\"Point\",\"coordinates\":[1,2]}")
                        .shape())
                .isEqualTo(new Shape.Points(path(1, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point | [181,0] | longitude-out-of-range | coordinates",
                "Point | [180.00000006,0] | longitude-out-of-range | coordinates",
                "Point | [1e99,0] | longitude-out-of-range | coordinates",
                "Point | [0,90.0000001] | latitude-out-of-range | coordinates",
                "LineString | [[0,0],[0,91]] | latitude-out-of-range | coordinates[1]",
                "MultiPolygon | [[[[0,0],[1,0],[1,1],[0,999]]]] | latitude-out-of-range | coordinates[0][0][3]",
                "Polygon | [[[0,0],[1,0],[1,1],[0,1]]] | ring-not-closed | coordinates[0]",
                "MultiPolygon | [[[[0,0],[1,0],[1,1],[0,0]]],[[[0,0],[1,0],[1,1]]]] | ring-not-closed | coordinates[1][0]",
                "Polygon | [[[0,0],[1,0],[0,0]]] | ring-too-short | coordinates[0]",
                "Polygon | [[[0,0],[1,0],[1.00000001,0],[0,0]]] | ring-too-short | coordinates[0]",
                "LineString | [[0,0]] | line-too-short | coordinates",
                "LineString | [[0,0],[0,0]] | line-too-short | coordinates",
                "MultiLineString | [[[0,0],[0,1]],[[0,0]]] | line-too-short | coordinates[1]",
                "Polygon | [[0,0],[1,0],[1,1],[0,0]] | coordinates-uneven | coordinates",
                "LineString | [[0,0],[[1,1]]] | coordinates-uneven | coordinates[1][0]",
                "Polygon | [] | no-coordinates | coordinates",
                "Polygon | [[[0,0],[1,0],[1,1],[0,0]],[]] | empty-part | coordinates",
                "MultiPolygon | [[[[[0,0]]]]] | coordinates-too-deep | coordinates[0][0][0]",
                "Point | [1] | position-malformed | coordinates",
                "Point | [1,\"2\"] | position-malformed | coordinates",
                "LineString | [[0,0],[1,[2]]] | position-malformed | coordinates[1]",
                "LineString | [[0,0],null] | coordinates-expected | coordinates",
                "Point | 5 | coordinates-expected | coordinates",
                "Circle | [1,2] | type-unknown | type"
            })
    void a_faulty_geometry_is_named_with_its_place(String type, String coordinates, String code, String place) {
        Reading reading = read("{\"type\":\"FeatureCollection\",\"features\":[" + POINT + ",{\"type\":\"Feature\","
                + "\"properties\":{},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}]}");

        assertThat(reading.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(reading.problems().getFirst().path()).isEqualTo("features[1].geometry." + place);
        assertThat(reading.problems().getFirst().feature()).isEqualTo(1);
        assertThat(reading.geometry().features())
                .as("the other feature is kept")
                .hasSize(1);
    }

    @Test
    void swapped_longitude_and_latitude_are_hinted_at_where_they_can_be_told() {
        assertThat(problem("{\"type\":\"Point\",\"coordinates\":[48,137.8]}").detail())
                .contains("swapped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "nonsense",
                "{\"type\":\"Point\",\"coordinates\":[1,2]}x",
                "{\"type\":\"Point\",}",
                "{\"type\":\"Point\",\"coordinates\":[NaN,2]}",
                "{\"type\":\"Point\",\"coordinates\":[01,2]}",
                "{\"type\":\"Point\",\"coordinates\":[.5,2]}",
                "/**/{}"
            })
    void what_is_not_json_is_refused(String text) {
        assertThat(codes(text)).containsAnyOf("not-json", "not-geojson");
        assertThat(read(text).geometry().features()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | not-geojson",
                "{} | type-unknown",
                "{\"type\":\"FeatureCollection\"} | no-features",
                "{\"type\":\"FeatureCollection\",\"features\":{}} | no-features",
                "{\"type\":\"FeatureCollection\",\"features\":[7]} | feature-expected",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]} | feature-expected",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null} | no-geometry",
                "{\"type\":\"Feature\",\"properties\":{}} | no-geometry",
                "{\"type\":\"Point\"} | no-coordinates",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]} | geometry-collection",
                "{\"type\":\"Point\",\"type\":\"Point\",\"coordinates\":[1,2]} | duplicate-key",
                "{\"type\":\"Feature\",\"properties\":{\"a\":1,\"a\":2},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}} | duplicate-key",
                "{\"type\":\"Feature\",\"properties\":{\"a\":\"\\ud800\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}} | ill-formed-text",
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}} | crs-unsupported",
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":\"EPSG:4326\"} | crs-unsupported"
            })
    void what_is_json_but_not_usable_is_named(String text, String code) {
        assertThat(codes(text)).contains(code);
        assertThat(read(text).geometry().features()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"})
    void a_crs_that_is_wgs_84_is_accepted(String name) {
        only("{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name
                + "\"}}}");
    }

    @Test
    void other_encodings_than_utf_8_are_refused() {
        String text = "{\"type\":\"Point\",\"coordinates\":[1,2]}";

        assertThat(GeoJsonReader.read(text.getBytes(StandardCharsets.UTF_16)).problems())
                .extracting(Problem::code)
                .containsExactly("not-utf8");
        assertThat(GeoJsonReader.read("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("not-utf8");
    }

    @Test
    void depth_size_and_the_length_of_a_number_are_limited() {
        assertThat(codes("{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"))
                .containsExactly("limit-exceeded");
        assertThat(codes("{\"type\":\"Point\",\"coordinates\":[" + "1".repeat(5_000) + ",2]}"))
                .containsExactly("limit-exceeded");
        assertThat(GeoJsonReader.read(new byte[GeoJsonReader.MOST_BYTES + 1]).problems())
                .extracting(Problem::code)
                .containsExactly("too-large");
    }

    @Test
    void more_than_ten_million_positions_are_refused() {
        byte[] start = "{\"type\":\"MultiPoint\",\"coordinates\":[".getBytes(UTF_8);
        byte[] end = "[0,0]]}".getBytes(UTF_8);
        byte[] one = "[0,0],".getBytes(UTF_8);
        int count = 10_000_000;
        byte[] all = Arrays.copyOf(start, start.length + count * one.length + end.length);
        for (int i = 0; i < count; i++) {
            System.arraycopy(one, 0, all, start.length + i * one.length, one.length);
        }
        System.arraycopy(end, 0, all, all.length - end.length, end.length);

        assertThat(GeoJsonReader.read(all).problems()).extracting(Problem::code).contains("too-many-positions");
    }

    @Test
    void the_list_of_problems_is_bounded() {
        Reading reading = read("{\"type\":\"FeatureCollection\",\"features\":[" + "1,".repeat(5_000) + "1]}");

        assertThat(reading.problems()).hasSizeLessThanOrEqualTo(1_001);
        assertThat(reading.problems().getLast().code()).isEqualTo("more-problems");
    }

    @Test
    void an_area_that_crosses_itself_is_refused_or_mended_as_asked() {
        byte[] bowTie = ("{\"type\":\"FeatureCollection\",\"features\":[" + POINT + ",{\"type\":\"Feature\","
                        + "\"properties\":{\"name\":\"x\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}]}")
                .getBytes(UTF_8);

        assertThat(GeoJsonReader.read(bowTie).problems()).isEmpty();
        Reading strict = GeoJsonReader.readAreas(bowTie, false);
        assertThat(strict.problems())
                .containsExactly(new Problem(1, "features[1].geometry", "self-intersection", "at 1 1"));
        assertThat(strict.geometry().features()).hasSize(1);
        Reading mended = GeoJsonReader.readAreas(bowTie, true);
        assertThat(mended.problems()).isEmpty();
        assertThat(mended.geometry().features().get(1).properties()).containsEntry("name", "x");
    }

    private static final String POINT =
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + "{\"type\":\"Point\",\"coordinates\":[1,2]}}";

    private static Reading read(String text) {
        return GeoJsonReader.read(text.getBytes(UTF_8));
    }

    private static List<String> codes(String text) {
        return read(text).problems().stream().map(Problem::code).toList();
    }

    private static Problem problem(String text) {
        assertThat(read(text).problems()).hasSize(1);
        return read(text).problems().getFirst();
    }

    private static Feature only(String text) {
        Reading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.geometry().features()).hasSize(1);
        return reading.geometry().features().getFirst();
    }

    private static Shape shape(String type, String coordinates) {
        return only("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}")
                .shape();
    }

    private static Path path(int... lonLat) {
        int[] lon = new int[lonLat.length / 2];
        int[] lat = new int[lonLat.length / 2];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = lonLat[2 * i] * 10_000_000;
            lat[i] = lonLat[2 * i + 1] * 10_000_000;
        }
        return new Path(lon, lat);
    }
}
