package truceline.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitCodesTest {
    private final UnitCodes codes = new UnitCodes("XX", Map.of("XX-1", "North", "XX-2", "South"));

    @Test
    void a_code_stands_for_one_unit_and_the_whole_for_all() {
        assertThat(codes.names("XX-1")).containsExactly("North");
        assertThat(codes.names("XX")).containsExactly("North", "South");
        assertThat(codes.names("XX-9")).isEmpty();
    }

    @Test
    void a_row_is_found_by_code_or_by_name() {
        assertThat(codes.row("XX-2")).isEqualTo("South");
        assertThat(codes.row("South")).isEqualTo("South");
        assertThat(codes.row("XX")).isEqualTo(Shares.TOTAL);
    }
}
