package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import truceline.territory.Share;
import truceline.territory.Shares;

class RealSharesTest {
    @Test
    void shares_of_the_map_of_6_january_2026_are_those_of_the_reference() throws IOException {
        Shares shares = Shares.compute(List.of(RealMaps.control()), RealMaps.units(), "name");

        assertThat(shares.units()).hasSize(27);
        assertThat(shares.overlapKm2Tenths()).isZero();
        assertThat(shares.total().areaKm2Tenths()).isBetween(5_990_900L, 5_991_000L);
        assertThat(shares.total().sharePercentHundredths()).isCloseTo(1910, Assertions.within(15));
        assertThat(unit(shares, "Donets'k")).isEqualTo(new Share("Donets'k", 265_990, 206_282, 7755, 7755, 7755));
        assertThat(unit(shares, "Luhans'k").sharePercentHundredths()).isCloseTo(9878, Assertions.within(20));
        assertThat(unit(shares, "L'viv").controlledKm2Tenths()).isZero();
    }

    private static Share unit(Shares shares, String name) {
        return shares.units().stream()
                .filter(share -> share.unit().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
