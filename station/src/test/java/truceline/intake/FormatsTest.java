package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final String FIRMS = "latitude,longitude,scan,track,acq_date,acq_time,satellite,confidence\n1,2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'latitude,longitude,acq_date,acq_time,satellite' ! firms-csv",
                "'Time,Kind,longitude,latitude'                   ! observations-csv",
                "'id,date,time,kind,Accused'                      ! claims-csv",
                "'PK\3\4 xl/workbook.xml'                         ! claims-xlsx",
                "'SMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"' ! patrol-csv",
                "'{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"time\":\"\",\"kind\":\"\"}}]}' ! observations-geojson",
                "'{ \"now\" : 1782296100.5, \"aircraft\" : [' ! readsb-json",
                "'MSG,3,1,1,A1B2C3,1,2026/06/24,10:15:00' ! sbs",
                "'AIR,,5,179,A1B2C3,1,2026/06/24,10:15:00' ! sbs",
                "'!AIVDM,1,1,,A,139>K;hP1VurcgEh?EV`h?w20000,0*7C' ! ais-nmea",
                "'# log\n\n\\c:1782296100*59\\!BSVDO,1,1,,A,139>K;hP' ! ais-nmea",
                "'2026-06-24T10:15:00Z !AIVDM,1,1,,A,139>K;hP' ! ais-nmea"
            })
    void a_beginning_that_leaves_no_doubt_names_its_format(String head, String format) {
        assertThat(Formats.guess(head.getBytes(StandardCharsets.UTF_8), "x")).isEqualTo(format);
        assertThat(Formats.reader(format, null, null).name()).isEqualTo(format);
    }

    @Test
    void a_compressed_beginning_is_read_as_what_it_is() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(FIRMS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Formats.guess(out.toByteArray(), "x.csv.gz")).isEqualTo("firms-csv");
    }

    @Test
    void what_is_not_clear_is_asked_for() {
        for (String head : new String[] {
            "", "a,b,c\n", "{\"type\":\"FeatureCollection\"}", "\0\0", "<xml/>", "{", "MSG,hello", "!", "# a\n# b\n"
        }) {
            assertThatThrownBy(() -> Formats.guess(head.getBytes(StandardCharsets.UTF_8), "x"))
                    .as(head)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("firms-csv, observations-csv, observations-geojson, patrol-csv");
        }
    }

    @Test
    void a_publisher_whose_columns_are_known_is_named() {
        String head = "datetime,lon,lat,place_name,event_type,headline\n";
        assertThatThrownBy(() -> Formats.guess(head.getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--columns viina");
    }

    @Test
    void columns_go_with_our_csv_only() {
        ColumnMapping viina = ColumnMapping.shipped("viina");
        assertThat(Formats.reader("observations-csv", viina, null).name()).isEqualTo("observations-csv/viina");
        assertThatThrownBy(() -> Formats.reader("firms-csv", viina, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Formats.reader("xls", null, null)).isInstanceOf(Refusal.class);
    }
}
