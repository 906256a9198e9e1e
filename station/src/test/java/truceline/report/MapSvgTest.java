package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import truceline.geo.Path;

class MapSvgTest {
    private static final DailyReport REPORT = Ondral.report(Ondral.picture(), Ondral.DATE);
    private static final Projection FLAT = Projection.fit(new Box(0, 0, 10_000_000, 10_000_000), 400, 400);

    @Test
    void a_drawing_stands_alone_and_says_what_it_shows() throws Exception {
        MapSvg.Drawing drawing = MapSvg.of(REPORT, "x", 300, 236, 1, 5);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(drawing.svg())))
                        .getElementsByTagName("desc")
                        .getLength())
                .isEqualTo(1);
        assertThat(drawing.svg()).doesNotContain("var(", "href", "style=");
    }

    @Test
    void a_place_far_from_the_agreement_is_counted_and_does_not_pull_the_map_away() {
        assertThat(MapSvg.of(REPORT, "x", 300, 236, 1, 5).outside()).isEqualTo(1);
        Box extent = MapExtent.of(REPORT);
        assertThat(extent.contains(0, 0)).isFalse();
        assertThat(extent.eastE7() - extent.westE7()).isLessThan(10_000_000);
    }

    @Test
    void a_jagged_outline_is_simplified_and_stays_within_its_tolerance() {
        int points = 20_000;
        int[] lon = new int[points];
        int[] lat = new int[points];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < points; i++) {
            lon[i] = i * 500;
            lat[i] = 5_000_000 + random.nextInt(10_000);
        }
        Path path = new Path(lon, lat);
        Outline outline = Outline.of(path, FLAT, 1);
        assertThat(outline.size()).isBetween(2, 50);
        for (int i = 0; i < outline.size(); i++) {
            assertThat(outline.y(i)).isBetween(FLAT.y(5_010_000) - 1, FLAT.y(5_000_000) + 1);
        }
        assertThat(outline.x(0)).isEqualTo(FLAT.x(0));
        assertThat(outline.x(outline.size() - 1)).isEqualTo(FLAT.x(lon[points - 1]));
    }

    @Test
    void what_lies_beyond_an_edge_of_the_view_is_left_out_of_the_drawing() {
        int[] lon = new int[1000];
        int[] lat = new int[1000];
        for (int i = 0; i < 1000; i++) {
            lon[i] = -50_000_000 - i * 10_000;
            lat[i] = i % 2 * 10_000_000;
        }
        assertThat(Outline.of(new Path(lon, lat), FLAT, 0.4).size()).isEqualTo(2);
    }

    @Test
    void left_of_a_line_is_left_of_its_drawn_direction() {
        Outline north = Outline.of(Ondral.path(0.5, 0.2, 0.5, 0.8), FLAT, 1);
        assertThat(north.beside(10).x(0)).isEqualTo(north.x(0) - 10);
        assertThat(north.beside(-10).x(0)).isEqualTo(north.x(0) + 10);
    }

    @Test
    void events_close_together_are_one_mark_and_none_is_lost() {
        var clusters = Clusters.of(REPORT.events(), Projection.fit(MapExtent.of(REPORT), 300, 236), 11);
        long marked =
                clusters.stream().mapToLong(cluster -> cluster.events().size()).sum();
        long placed =
                REPORT.events().stream().filter(event -> event.place() != null).count();
        assertThat(marked).isEqualTo(placed - 1);
        for (var one : clusters) {
            assertThat(clusters)
                    .filteredOn(two -> Math.abs(two.x() - one.x()) <= 11 && Math.abs(two.y() - one.y()) <= 11)
                    .containsExactly(one);
        }
    }
}
