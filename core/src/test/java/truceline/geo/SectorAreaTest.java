package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectorAreaTest {
    private static final long SEED = 16;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "N | N",
                "nne|NNE",
                "NW, WNW and ENE | ENE WNW NW",
                "NW,WNW,ENE|ENE WNW NW",
                "S and SSE, and SE|SE SSE S",
                "north|N",
                "North-West|NW",
                "north west / south-south-east|SSE NW",
                "northeast; east-north-east & W|NE ENE W",
                "N, N|N"
            })
    void a_list_of_directions_is_read(String text, String expected) {
        assertThat(Sector.findAll(text))
                .hasValueSatisfying(
                        sectors -> assertThat(sectors.stream().map(Sector::name).toList())
                                .isEqualTo(List.of(expected.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "and", "NORD", "N W", "NWW", "N to E", "up", "N, everywhere", "NNEE", "sandwich"})
    void what_is_not_a_list_of_directions_is_refused_whole(String text) {
        assertThat(Sector.findAll(text)).isEmpty();
    }

    @Test
    void sectors_become_bits_and_come_back() {
        for (int mask = 0; mask < 1 << 16; mask += 7) {
            assertThat(Sector.toMask(Sector.ofMask(mask))).isEqualTo(mask);
        }
        assertThat(Sector.toMask(EnumSet.of(Sector.N, Sector.NNW))).isEqualTo(0x8001);
        assertThatThrownBy(() -> Sector.ofMask(1 << 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_disc_holds_the_whole_area_and_little_more() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 150; round++) {
            int lon = random.nextInt(-1_800_000_000, 1_800_000_000);
            int lat = random.nextInt(-890_000_000, 890_000_000);
            long to = random.nextLong(1, 1L << random.nextInt(4, 19));
            long from = random.nextLong(to + 1);
            Set<Sector> sectors = Sector.ofMask(random.nextInt(1, 1 << 16) & (random.nextBoolean() ? 0x8003 : -1) | 2);
            Disc disc = SectorArea.cover(lon, lat, sectors, from, Math.min(to, SectorArea.MAX_METRES));
            List<Sector> list = new ArrayList<>(sectors);
            for (int i = 0; i < 300; i++) {
                double azimuth = list.get(random.nextInt(list.size())).azimuthDegrees()
                        + (i % 3 == 0 ? (i % 2 == 0 ? -11.25 : 11.25) : random.nextDouble(-11.25, 11.25));
                double metres = i % 2 == 0 ? (double) to : random.nextDouble((double) from, to + 0.001);
                Place place = Geodesic.direct(lon, lat, azimuth, Math.min(metres, (double) to));
                assertThat(disc.contains(place.lonE7(), place.latE7()))
                        .as("seed %d round %d: %s in %s", SEED, round, place, disc)
                        .isTrue();
            }
            assertThat((double) disc.radiusMm())
                    .as("seed %d round %d", SEED, round)
                    .isLessThan(3.0 * to * 1000 + 2_500_000);
        }
    }

    @Test
    void a_narrow_sector_has_a_small_disc() {
        Disc disc = SectorArea.cover(370_000_000, 480_000_000, EnumSet.of(Sector.NW), 8_000, 10_000);
        assertThat(disc.radiusMm()).isBetween(3_000_000L, 5_000_000L);
        long middle = Geodesic.distanceMm(new Place(370_000_000, 480_000_000), disc.centre());
        assertThat(middle).isBetween(7_000_000L, 11_000_000L);
    }

    @Test
    void observers_in_one_cell_of_the_grid_are_not_told_apart() {
        Set<Sector> sectors = EnumSet.of(Sector.N, Sector.NNE);
        Disc here = SectorArea.cover(370_000_000, 480_000_000, sectors, 2_000, 6_000);
        int same = 0;
        for (int shift = -5_000; shift <= 5_000; shift += 100) {
            same += SectorArea.cover(370_000_000 + shift, 480_000_000, sectors, 2_000, 6_000)
                            .equals(here)
                    ? 1
                    : 0;
        }
        assertThat(same).isGreaterThan(45);
        assertThat(here.lonE7() % 100_000).isZero();
        assertThat(here.latE7() % 100_000).isZero();
        assertThat(here.radiusMm() % 100_000).isZero();
    }

    @Test
    void no_direction_or_no_range_is_refused() {
        Set<Sector> north = EnumSet.of(Sector.N);
        assertThatThrownBy(() -> SectorArea.cover(0, 0, EnumSet.noneOf(Sector.class), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SectorArea.cover(0, 0, north, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SectorArea.cover(0, 0, north, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SectorArea.cover(0, 0, north, 0, 500_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SectorArea.cover(0, 0, north, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_disc_covers_positions_wherever_they_are() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int round = 0; round < 200; round++) {
            int step = 1 << random.nextInt(1, 27);
            Path path = Lines.walk(
                    random,
                    random.nextInt(-1_799_000_000, 1_799_000_000),
                    random.nextInt(-899_000_000, 899_000_000),
                    step,
                    1 + round % 9);
            Disc disc = Disc.cover(path);
            long widest = 0;
            for (int i = 0; i < path.size(); i++) {
                assertThat(disc.contains(path.lonE7(i), path.latE7(i)))
                        .as("seed %d round %d", SEED + 1, round)
                        .isTrue();
                for (int j = 0; j < i; j++) {
                    widest = Math.max(
                            widest, Geodesic.distanceMm(path.lonE7(i), path.latE7(i), path.lonE7(j), path.latE7(j)));
                }
            }
            assertThat((double) disc.radiusMm())
                    .as("seed %d round %d: the bound of Jung", SEED + 1, round)
                    .isLessThanOrEqualTo(widest * 0.59 + 20);
        }
        assertThat(Disc.cover(Lines.path(1, 2, 1, 2))).isEqualTo(new Disc(1, 2, 0));
        assertThat(Disc.cover(Lines.path(0, 0, 1_800_000_000, 0)).radiusMm()).isLessThan(20_004_000_000L);
        assertThatThrownBy(() -> Disc.cover(Lines.path())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Disc(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(0, 900_000_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
