package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static final int LON = 1_800_000_000;
    private static final int LAT = 900_000_000;

    @Test
    void the_turn_of_a_ring_round_the_world_does_not_overflow() {
        Path world = new Path(new int[] {-LON, LON, LON, -LON, -LON}, new int[] {-LAT, -LAT, LAT, LAT, -LAT});

        assertThat(Rings.turn(world)).isEqualTo(1);
        assertThat(Rings.turn(Rings.reversed(world))).isEqualTo(-1);
    }

    @Test
    void the_turn_is_the_sign_of_the_exact_area() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int range = 1 << random.nextInt(30);
            int size = 3 + random.nextInt(6);
            int[] lon = new int[size + 1];
            int[] lat = new int[size + 1];
            for (int i = 0; i < size; i++) {
                lon[i] = LON - random.nextInt(range);
                lat[i] = LAT - random.nextInt(Math.min(range, LAT));
            }
            lon[size] = lon[0];
            lat[size] = lat[0];
            BigInteger twice = BigInteger.ZERO;
            for (int i = 0; i < size; i++) {
                twice = twice.add(BigInteger.valueOf(lon[i]).multiply(BigInteger.valueOf(lat[i + 1])))
                        .subtract(BigInteger.valueOf(lon[i + 1]).multiply(BigInteger.valueOf(lat[i])));
            }

            assertThat(Rings.turn(new Path(lon, lat))).as("seed %d", seed).isEqualTo(twice.signum());
        }
    }

    @Test
    void a_ring_is_turned_round_only_where_it_must() {
        Path counterClockwise = new Path(new int[] {0, 9, 9, 0}, new int[] {0, 0, 9, 0});

        assertThat(Rings.counterClockwise(counterClockwise)).isSameAs(counterClockwise);
        assertThat(Rings.clockwise(counterClockwise)).isEqualTo(Rings.reversed(counterClockwise));
    }
}
