package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import truceline.observation.PlaceBasis;

class RealRowsTest {
    @Test
    void every_real_fire_detection_is_accepted() {
        Rows rows = Rows.of(new FirmsCsvReader(), RealFiles.read("firms-viirs/viirs_nrt_22_44_41_53.csv.gz"));
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).hasSize(8331);
        assertThat(rows.accepted).extracting(draft -> draft.lineage).containsOnly("VIIRS");
        assertThat(rows.accepted).allMatch(draft -> draft.radiusMetres >= 250 && draft.radiusMetres <= 600);
    }

    @Test
    void every_real_headline_is_accepted() {
        byte[] file = RealFiles.read("viina/viina_incidents_202504.csv.gz");
        Rows rows = Rows.of(new ObservationsCsvReader(ColumnMapping.shipped("viina")), file);
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).hasSize(3764);
        assertThat(rows.accepted).allMatch(draft -> draft.basis == PlaceBasis.NAME && draft.radiusMetres == 2000);
        assertThat(rows.accepted.stream().map(draft -> draft.lineage).distinct())
                .hasSize(2229);
        assertThat(rows.accepted.stream().filter(draft -> draft.precisionMs >= 82_800_000))
                .hasSize(2573);
    }

    @Test
    void the_labels_of_real_headlines_decide_their_kinds() {
        byte[] file = RealFiles.read("viina/viina_incidents_202504.csv.gz");
        Rows rows = Rows.of(new ObservationsCsvReader(ColumnMapping.shipped("viina")), file);
        Map<String, Long> kinds = rows.accepted.stream()
                .collect(Collectors.groupingBy(draft -> draft.kind.word(), TreeMap::new, Collectors.counting()));
        assertThat(kinds)
                .containsEntry("airstrike", 99L)
                .containsEntry("uav-strike", 340L)
                .containsEntry("shelling", 188L)
                .containsEntry("detention", 100L)
                .containsEntry("unspecified", 2263L);
    }
}
