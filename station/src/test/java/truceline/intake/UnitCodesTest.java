package truceline.intake;

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
    void a_name_is_found_by_code_and_stays_where_it_is_one() {
        assertThat(codes.nameOf("XX-2")).isEqualTo("South");
        assertThat(codes.nameOf("South")).isEqualTo("South");
    }

    @Test
    void the_shipped_tables_know_iso_codes_only() {
        assertThat(UnitCodes.names("iso", "UA-14")).containsExactly("Donets'k");
        assertThat(UnitCodes.names("iso", "UA")).hasSize(27);
        assertThat(UnitCodes.names("iso", "KR")).isEmpty();
        assertThat(UnitCodes.names("hasc", "UA-14")).isEmpty();
    }
}
