package truceline.agreement.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void values_stand_where_their_numbers_are() {
        assertThat(Template.fill("{1} from {0}, {{}, {1}", List.of("LoC", "5 km")))
                .isEqualTo("5 km from LoC, {{}, 5 km");
        assertThat(Template.fill("{0}", List.of("{0}")))
                .as("a value is no sentence")
                .isEqualTo("{0}");
        assertThat(Template.fill("{", List.of())).isEqualTo("{");
        assertThatThrownBy(() -> Template.fill("{1}", List.of("a"))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_table_has_one_sentence_a_line_and_each_key_once() {
        assertThat(Template.table("b = two = 2\na = one\n")).hasToString("{a=one, b=two = 2}");
        assertThatThrownBy(() -> Template.table("a = one\na = two\n")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Template.table("a one\n")).isInstanceOf(IllegalStateException.class);
    }
}
