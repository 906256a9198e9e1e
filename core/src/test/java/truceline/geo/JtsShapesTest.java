package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JtsShapesTest {
    private static final Path BOX = ring(0, 0, 100, 0, 100, 100, 0, 100, 0, 0);

    @Test
    void a_valid_area_goes_to_jts_and_back_unchanged() {
        Polygon polygon = new Polygon(BOX, List.of(Rings.clockwise(ring(10, 10, 20, 10, 20, 20, 10, 20, 10, 10))));

        assertThat(JtsShapes.findFault(List.of(polygon))).isEmpty();
        assertThat(JtsShapes.toPolygons(JtsShapes.toJts(List.of(polygon)))).containsExactly(polygon);
    }

    @Test
    void a_ring_that_crosses_itself_is_a_fault_at_the_crossing() {
        Polygon bowTie = new Polygon(ring(0, 0, 100, 100, 100, 0, 0, 100, 0, 0), List.of());

        assertThat(JtsShapes.findFault(List.of(bowTie))).contains(new JtsShapes.Fault("self-intersection", 50, 50));
    }

    @Test
    void other_faults_have_their_own_codes() {
        Polygon holeOutside = new Polygon(BOX, List.of(ring(200, 200, 210, 200, 210, 210, 200, 200)));
        Polygon inner = new Polygon(ring(10, 10, 20, 10, 20, 20, 10, 10), List.of());

        assertThat(JtsShapes.findFault(List.of(holeOutside)).orElseThrow().code())
                .isEqualTo("hole-outside-shell");
        assertThat(JtsShapes.findFault(List.of(new Polygon(BOX, List.of()), inner))
                        .orElseThrow()
                        .code())
                .isEqualTo("nested-shells");
    }

    @Test
    void mending_makes_a_valid_area_of_what_was_drawn() {
        Polygon bowTie = new Polygon(ring(0, 0, 100, 100, 100, 0, 0, 100, 0, 0), List.of());

        List<Polygon> mended = JtsShapes.mend(List.of(bowTie));

        assertThat(mended).hasSize(2);
        assertThat(JtsShapes.findFault(mended)).isEmpty();
    }

    @Test
    void mending_any_drawing_ends_on_the_grid_and_valid() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int[] lonLat = new int[2 * (5 + random.nextInt(8))];
            for (int i = 0; i < lonLat.length - 2; i++) {
                lonLat[i] = random.nextInt(40);
            }
            lonLat[lonLat.length - 2] = lonLat[0];
            lonLat[lonLat.length - 1] = lonLat[1];

            List<Polygon> mended = JtsShapes.mend(List.of(new Polygon(ring(lonLat), List.of())));

            assertThat(JtsShapes.findFault(mended)).as("seed %d", seed).isEmpty();
        }
    }

    private static Path ring(int... lonLat) {
        int[] lon = new int[lonLat.length / 2];
        int[] lat = new int[lonLat.length / 2];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = lonLat[2 * i];
            lat[i] = lonLat[2 * i + 1];
        }
        return new Path(lon, lat);
    }
}
