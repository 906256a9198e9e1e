package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

class FirmsCsvReaderTest {
    private static final String VIIRS =
            "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,"
                    + "bright_ti5,frp,daynight\n";
    private static final String MODIS =
            "latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,"
                    + "bright_t31,frp,daynight,type\n";

    @Test
    void a_detection_is_a_pixel_seen_in_a_minute() {
        Draft draft = only("45.12345,-30.54321,301.50,0.39,0.44,2026-06-24,0005,N20,VIIRS,n,2.0NRT,287.93,0.55,N");
        assertThat(draft.latE7).isEqualTo(451_234_500);
        assertThat(draft.lonE7).isEqualTo(-305_432_100);
        assertThat(draft.radiusMetres).isEqualTo(294);
        assertThat(draft.basis).isEqualTo(PlaceBasis.POINT);
        assertThat(draft.kind).isEqualTo(Kind.THERMAL_ANOMALY);
        assertThat(draft.means).isEqualTo(Means.SATELLITE);
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString("2026-06-24T00:05:00Z");
        assertThat(draft.toMs).isEqualTo(draft.fromMs);
        assertThat(draft.precisionMs).isEqualTo(60_000);
        assertThat(draft.labels).isEqualTo("N20|nominal");
        assertThat(draft.credibility).isEqualTo(6);
    }

    @Test
    void all_satellites_with_one_instrument_are_one_lineage() {
        for (String satellite : new String[] {"N", "N20", "N21"}) {
            assertThat(only("48,37,1,0.4,0.4,2026-06-24,1,%s,VIIRS,l,2,1,1,D".formatted(satellite)).lineage)
                    .isEqualTo("VIIRS");
        }
        Draft draft = Rows.of(
                        new FirmsCsvReader(),
                        MODIS + "48,37,300,1.0,1.0,2025-01-02,0930,Terra,MODIS,85,61.03,290,9,D,2\n")
                .only();
        assertThat(draft.lineage).isEqualTo("MODIS");
        assertThat(draft.labels).isEqualTo("Terra|85|static-source");
        assertThat(draft.radiusMetres).isEqualTo(708);
    }

    @Test
    void the_radius_is_the_least_that_reaches_the_corners_of_the_pixel() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long across = 1L + random.nextInt(100_000);
            long along = 1L + random.nextInt(100_000);
            long radius = FirmsRow.halfDiagonalMetres(across, along);
            long square = across * across + along * along;
            assertThat(4 * radius * radius)
                    .as("%d by %d, seed 5", across, along)
                    .isGreaterThanOrEqualTo(square);
            assertThat(4 * (radius - 1) * (radius - 1)).isLessThan(square);
        }
    }

    @ParameterizedTest
    @CsvSource({"0005,5", "5,5", "45,45", "130,90", "0130,90", "2359,1439", "01:30,90", "1:30,90", "0,0"})
    void the_time_of_day_needs_no_leading_zeros(String written, int minute) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        assertThat(FirmsRow.minuteOfDay(bytes, 0, bytes.length)).isEqualTo(minute);
    }

    @ParameterizedTest
    @CsvSource({"2400", "1260", "12345", "12h", "''", "1:3", ":30", "-5", "00005"})
    void no_other_text_is_a_time_of_day(String written) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        assertThat(FirmsRow.minuteOfDay(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "91,137,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D       | 2 latitude latitude-out-of-range",
                "48,181,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D       | 2 longitude longitude-out-of-range",
                "137.5,48,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D     | 2 latitude swapped-coordinates",
                "NaN,37,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D       | 2 latitude not-a-number",
                "48,,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D          | 2 longitude missing-value",
                "48,37,1,-0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1,D       | 2 scan out-of-range",
                "48,37,1,0.4,1e3,2026-06-24,1,N,VIIRS,n,2,1,1,D        | 2 track not-a-number",
                "48,37,1,0.4,0.4,24/06/2026,1,N,VIIRS,n,2,1,1,D        | 2 acq_date day-first-date",
                "48,37,1,0.4,0.4,2026-06-31,1,N,VIIRS,n,2,1,1,D        | 2 acq_date not-a-time",
                "48,37,1,0.4,0.4,2026-06-24,2400,N,VIIRS,n,2,1,1,D     | 2 acq_time not-a-time",
                "48,37,1,0.4,0.4,2026-06-24,1,N,VIIRS,maybe,2,1,1,D    | 2 confidence unknown-word",
                "48,37,1,0.4,0.4,2026-06-24,1,N,CAMERA,n,2,1,1,D       | 2 instrument unknown-word",
                "48,37,1,0.4,0.4,2026-06-24,1,N,VIIRS,n,2,1,1          | 2  wrong-number-of-cells"
            })
    void a_row_that_cannot_be_used_says_where_and_why(String row, String fault) {
        assertThat(Rows.of(new FirmsCsvReader(), VIIRS + row + "\n").fault()).isEqualTo(fault);
    }

    @Test
    void another_header_is_refused() {
        assertThatThrownBy(() -> Rows.of(new FirmsCsvReader(), "lat,lon\n1,2\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("missing-column"));
        assertThatThrownBy(() -> Rows.of(new FirmsCsvReader(), VIIRS.replace(',', ';') + "1;2\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("wrong-separator"));
        assertThatThrownBy(() -> Rows.of(new FirmsCsvReader(), ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("empty-file"));
    }

    private static Draft only(String row) {
        return Rows.of(new FirmsCsvReader(), VIIRS + row + "\n").only();
    }
}
