package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import truceline.geo.Geodesic;
import truceline.geo.Place;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;

class ObservedAreaTest {
    private static final String HEADER =
            "time,observer_lon,observer_lat,sectors,range_from_m,range_to_m,longitude,latitude\n";

    @Test
    void the_area_holds_every_place_that_the_words_describe() {
        Draft draft = read("37.5,48.5,NW,8000,10000,,");
        assertThat(draft.basis).isEqualTo(PlaceBasis.SECTORS);
        assertThat(draft.radiusMetres).isBetween(3000, 5000);
        Random random = new Random(9);
        for (int i = 0; i < 10_000; i++) {
            double azimuth = 315 + (random.nextDouble() - 0.5) * 22.5;
            Place place = Geodesic.direct(375_000_000, 485_000_000, azimuth, 8000 + 2000 * random.nextDouble());
            assertThat(Geodesic.distanceMm(draft.lonE7, draft.latE7, place.lonE7(), place.latE7()))
                    .as("place %d of seed 9", i)
                    .isLessThanOrEqualTo(draft.radiusMetres * 1000L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "37.5,48.5,,8000,10000,,",
                "37.5,48.5,\"N,S\",8000,10000,,",
                "37.5,48.5,\"N,ESE,WSW\",8000,10000,,",
                "37.5,48.5,NW,,,,",
                ",,NW,8000,10000,,"
            })
    void words_that_do_not_describe_an_area_away_from_the_observer_draw_none(String row) {
        Draft draft = read(row);
        assertThat(draft.basis).isEqualTo(PlaceBasis.NONE);
        assertThat(draft.lonE7).isEqualTo(Draft.NOWHERE);
    }

    @Test
    void a_place_that_the_row_names_itself_counts_instead() {
        Draft draft = read("37.5,48.5,NW,8000,10000,37.0,48.6");
        assertThat(draft.basis).isEqualTo(PlaceBasis.POINT);
        assertThat(draft.lonE7).isEqualTo(370_000_000);
    }

    private static Draft read(String row) {
        return Rows.of(new ObservationsCsvReader(), HEADER + "2025-04-20T10:15Z," + row + "\n")
                .only();
    }
}
