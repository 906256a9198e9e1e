package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.territory.ContactLine;

class RealContactLineTest {
    @Test
    void the_map_of_6_january_2026_implies_one_long_line_and_border_sectors() throws IOException {
        ContactLine line =
                ContactLine.compute(RealMaps.control(), RealMaps.units(), ContactLine.DEFAULT_TOLERANCE_METRES);

        List<Double> lengthsKm = line.lines().features().stream()
                .map(feature -> Double.valueOf(feature.properties().getOrDefault("lengthKm", "")))
                .toList();
        assertThat(lengthsKm.getFirst()).isBetween(1_130.0, 1_290.0);
        assertThat(lengthsKm.subList(1, lengthsKm.size())).hasSizeBetween(2, 8).allMatch(km -> km >= 5 && km < 60);
        assertThat(line.droppedParts()).isPositive();
        Path main = main(line);
        assertThat(main.isClosed()).isFalse();
        assertThat(main.lonE7(0)).as("from the Dnipro estuary").isBetween(320_000_000, 330_000_000);
        assertThat(main.latE7(main.size() - 1)).as("to Kharkiv").isBetween(498_000_000, 502_000_000);
    }

    private static Path main(ContactLine line) {
        return line.lines().features().getFirst().shape() instanceof Shape.Lines lines
                ? lines.paths().getFirst()
                : new Path(new int[0], new int[0]);
    }
}
