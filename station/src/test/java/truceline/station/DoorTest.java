package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.Reader;
import truceline.intake.Refusal;
import truceline.observation.RowSink;

/// Nothing that was read is lost, and nothing that is held is entered twice.
class DoorTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final String HEADER = "id,time,longitude,latitude,means,kind\n";
    private static final String MAP = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",
            "coordinates":[[[-29,-28],[-28,-28],[-28,-27],[-29,-27],[-29,-28]]]}}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_reader_that_refuses_half_way_loses_no_row_and_the_rest_can_be_entered_later() throws IOException {
        found();
        String rows = HEADER + row("a") + row("b") + row("c");
        try (Station station = open()) {
            assertThatThrownBy(() -> admit(station, new Breaking(), rows)).isInstanceOf(Refusal.class);
        }
        try (Station station = open()) {
            assertThat(station.picture().rows()).isEqualTo(3);
            Receipt again = admit(station, new ObservationsCsvReader(), rows + row("d"));
            assertThat(again.duplicates()).isEqualTo(3);
            assertThat(again.accepted()).isEqualTo(1);
        }
    }

    @Test
    void an_id_that_returns_with_other_content_is_a_rejection_that_is_kept_once() throws IOException {
        found();
        try (Station station = open()) {
            admit(station, new ObservationsCsvReader(), HEADER + row("a"));
            String changed = HEADER + row("a").replace("heard", "saw");
            Receipt first = admit(station, new ObservationsCsvReader(), changed);
            assertThat(first.rejected()).isEqualTo(1);
            assertThat(first.shown().getFirst().code()).isEqualTo("id-with-other-content");
            Receipt second = admit(station, new ObservationsCsvReader(), changed);
            assertThat(second.rejected()).isZero();
            assertThat(second.duplicates()).isEqualTo(1);
        }
    }

    @Test
    void a_row_that_stands_twice_in_a_file_is_two_observations_also_when_submitted_again() throws IOException {
        found();
        String plain = "time,longitude,latitude,means,kind\n" + row("").substring(1) + row("").substring(1);
        try (Station station = open()) {
            assertThat(admit(station, new ObservationsCsvReader(), plain).accepted())
                    .isEqualTo(2);
        }
        try (Station station = open()) {
            assertThat(admit(station, new ObservationsCsvReader(), plain).duplicates())
                    .isEqualTo(2);
        }
    }

    @Test
    void an_unchanged_map_of_another_day_or_source_is_no_duplicate() throws IOException {
        found();
        try (Station station = open()) {
            assertThat(map(station, "north", "map-20310514.geojson").accepted()).isEqualTo(1);
            assertThat(map(station, "north", "map-20310514.geojson").duplicates())
                    .isEqualTo(1);
            assertThat(map(station, "north", "map-20310515.geojson").accepted()).isEqualTo(1);
            assertThat(map(station, "south", "map-20310514.geojson").accepted()).isEqualTo(1);
            assertThat(station.picture().controls()).hasSize(3);
        }
    }

    @Test
    void a_closed_day_is_closed_by_a_tick_that_the_audit_recomputes() throws IOException {
        found();
        try (Station station = open()) {
            admit(station, new ObservationsCsvReader(), HEADER + row("a"));
        }
        try (Station station = Station.open(folder, () -> 1_936_600_000_000L + 86_400_000L)) {
            admit(station, new ObservationsCsvReader(), HEADER + row("b"));
        }
        FolderAudit.Result result = FolderAudit.of(folder, null);
        assertThat(result.tree()).isEmpty();
        assertThat(result.recomputed().recomputed()).isEqualTo(1);
        assertThat(result.recomputed().differ()).isZero();
    }

    private static final class Breaking implements Reader {
        @Override
        public String name() {
            return "observations-csv";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public char fileClass() {
            return 'M';
        }

        @Override
        public void read(InputStream bytes, RowSink sink) throws IOException {
            new ObservationsCsvReader().read(bytes, sink);
            throw new Refusal("swells-too-much", "the rest is refused");
        }
    }

    private void found() throws IOException {
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, "door.example/test", agreement, () -> 1_936_600_000_000L);
    }

    private Station open() throws IOException {
        return Station.open(folder, () -> 1_936_600_000_000L);
    }

    private static Receipt admit(Station station, Reader reader, String text) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return station.admit(new Delivery("patrols", reader, null, bytes), (index, leaf) -> {});
    }

    private static Receipt map(Station station, String source, String name) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(MAP.getBytes(StandardCharsets.UTF_8));
        return station.admitControl(source, name, bytes, (index, leaf) -> {});
    }

    private static String row(String id) {
        return id + ",2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion\n";
    }
}
