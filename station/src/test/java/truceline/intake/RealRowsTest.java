package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import truceline.observation.Rejection;

class RealRowsTest {
    @Test
    void every_real_fire_detection_is_accepted() {
        Rows rows = Rows.of(new FirmsCsvReader(), RealFiles.read("firms-viirs/viirs_nrt_22_44_41_53.csv.gz"));
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).hasSize(8331);
        assertThat(rows.accepted).extracting(draft -> draft.lineage).containsOnly("VIIRS");
    }

    @Test
    void every_real_headline_is_accepted_or_says_why_not() {
        byte[] file = RealFiles.read("viina/viina_incidents_202504.csv.gz");
        Rows rows = Rows.of(new ObservationsCsvReader(ColumnMapping.shipped("viina")), file);
        Map<String, Long> codes = rows.rejected.stream()
                .collect(Collectors.groupingBy(Rejection::code, TreeMap::new, Collectors.counting()));
        Map<String, Long> kinds = rows.accepted.stream()
                .collect(Collectors.groupingBy(draft -> draft.kind.word(), TreeMap::new, Collectors.counting()));
        System.out.println(codes + " " + kinds);
        assertThat(rows.accepted.size() + rows.rejected.size()).isEqualTo(3764);
    }
}
