package truceline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 6 | 6",
                "about 60 | about 60 | 60",
                "almost 550 | almost 550 | 550",
                "at least 1,450 | at least 1,450 | 1450",
                "more than 20 | more than 20 | 21",
                "at most 4 | at most 4 | 1",
                "uncountable | uncountable | 1",
                "N/K | N/K | 1",
                "overlapping | overlapping | 1"
            })
    void a_number_is_read_written_and_bounded_as_the_field_means_it(String written, String text, int atLeast) {
        Count count = Count.parse(written).orElseThrow();
        assertThat(count.text()).isEqualTo(text);
        assertThat(count.atLeast()).isEqualTo(atLeast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-3", "1.5", "12,34", "1e9", "99999999", "about", "=6"})
    void what_is_no_number_is_none(String written) {
        assertThat(Count.parse(written)).isEmpty();
    }

    @Test
    void a_plain_number_is_not_qualified() {
        assertThat(Count.parse("6").orElseThrow().isQualified()).isFalse();
        assertThat(Count.parse("about 6").orElseThrow().isQualified()).isTrue();
    }
}
