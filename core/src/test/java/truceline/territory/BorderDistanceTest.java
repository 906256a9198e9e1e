package truceline.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static truceline.territory.Maps.box;
import static truceline.territory.Maps.polygon;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import truceline.geo.Geodesic;
import truceline.geo.JtsShapes;

class BorderDistanceTest {
    private final BorderDistance border =
            new BorderDistance(JtsShapes.toJts(List.of(polygon(box(30, 46, 34, 50), box(31, 47, 32, 48)))));

    @Test
    void inside_is_positive_outside_and_in_a_hole_is_negative() {
        assertThat(border.signedMetres(305_000_000, 460_100_000, 5_000)).isPositive();
        assertThat(border.signedMetres(305_000_000, 459_900_000, 5_000)).isNegative();
        assertThat(border.signedMetres(315_000_000, 475_000_000, 5_000)).isEqualTo(-5_000);
    }

    @Test
    void beyond_the_most_asked_for_the_answer_is_the_most() {
        assertThat(border.signedMetres(305_000_000, 485_000_000, 5_000)).isEqualTo(5_000);
    }

    @Test
    void metres_to_a_meridian_agree_with_the_geodesic_distance() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int lat = 465_000_000 + random.nextInt(30_000_000);
            int lon = 300_000_000 + random.nextInt(1_000_000);

            double geodesic = Geodesic.distanceMm(lon, lat, 300_000_000, lat) / 1e3;

            assertThat(border.signedMetres(lon, lat, 20_000))
                    .as("seed %d", seed)
                    .isCloseTo(geodesic, within(geodesic * 1e-3 + 0.01));
        }
    }
}
