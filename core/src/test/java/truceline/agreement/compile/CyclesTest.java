package truceline.agreement.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CyclesTest {
    private static SortedMap<String, List<String>> graph(String... edges) {
        SortedMap<String, List<String>> graph = new TreeMap<>();
        for (String edge : edges) {
            graph.put(
                    edge.substring(0, 1),
                    edge.substring(1).chars().mapToObj(Character::toString).toList());
        }
        return graph;
    }

    @Test
    void only_what_lies_on_a_circle_is_found() {
        assertThat(Cycles.find(graph("ab", "bc", "cb", "dc", "xy"))).containsExactly("b", "c");
        assertThat(Cycles.find(graph("aa"))).containsExactly("a");
        assertThat(Cycles.find(graph("abc", "bc"))).isEmpty();
    }

    @Test
    void a_long_row_is_measured_without_recursion() {
        SortedMap<String, List<String>> row = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            row.put("z" + i, List.of("z" + (i + 1)));
        }
        row.put("z20000", List.of());
        assertThat(Cycles.find(row)).isEmpty();
        assertThat(Cycles.deeperThan(row, 20)).hasSize(20_000 - 20);
        assertThat(Cycles.deeperThan(graph("ab", "bc", "cd", "d"), 3)).isEmpty();
        assertThat(Cycles.deeperThan(graph("ab", "bc", "cd", "d"), 2)).containsExactly("a");
    }
}
