package truceline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitCodesReaderTest {
    @Test
    void the_shipped_table_names_27_units_and_the_whole() {
        UnitCodes codes = UnitCodesReader.ukraine();

        assertThat(codes.whole()).isEqualTo("UA");
        assertThat(codes.nameByCode()).hasSize(27);
        assertThat(codes.names("UA-14")).containsExactly("Donets'k");
        assertThat(codes.names("UA-09")).containsExactly("Luhans'k");
        assertThat(codes.names("UA-43")).containsExactly("Crimea");
        assertThat(codes.names("UA")).hasSize(27).doesNotHaveDuplicates();
    }

    @Test
    void the_names_are_those_of_the_boundary_file() throws IOException {
        List<String> names = RealMaps.units().features().stream()
                .map(feature -> feature.properties().getOrDefault("name", ""))
                .toList();

        assertThat(UnitCodesReader.ukraine().names("UA")).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void a_faulty_table_is_refused() {
        assertThatThrownBy(() -> UnitCodesReader.read("code,name\nXX,*\nXX-1,A\nXX-1,B\n".getBytes(UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> UnitCodesReader.read("code,name\nXX-1,A\n".getBytes(UTF_8)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> UnitCodesReader.read("kode,name\n".getBytes(UTF_8)))
                .isInstanceOf(Refusal.class);
    }
}
