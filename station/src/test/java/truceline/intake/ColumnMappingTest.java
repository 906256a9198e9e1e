package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

class ColumnMappingTest {
    private static final String VIINA = "datetime,lon,lat,place_name,event_type,headline\n";
    private static final String UCDP =
            "id,type_of_violence,side_a,side_b,source_headline,where_prec,where_coordinates,latitude,longitude,country,"
                    + "date_start,date_end,low,best,high\n";
    private static final String ACLED =
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,location,latitude,"
                    + "longitude,geo_precision,source,notes,fatalities\n";

    @Test
    void a_headline_at_midnight_is_known_to_the_day() {
        Draft draft = viina("2025-04-01 00:00:00,37.5,48.5,Ford,uav|property,Two words");
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString("2025-03-31T21:00:00Z");
        assertThat(draft.precisionMs).isEqualTo(86_400_000);
        assertThat(viina("2025-04-01 00:00:01,37.5,48.5,Ford,uav,Two words").precisionMs)
                .isEqualTo(1000);
        assertThat(viina("2025-03-30 00:00:00,37.5,48.5,Ford,uav,Two words").precisionMs)
                .as("the day the clock goes forward has 23 hours")
                .isEqualTo(82_800_000);
    }

    @Test
    void a_headline_is_the_lineage_and_the_protected_remark() {
        Draft draft = viina("2025-04-01 10:00:00,37.5,48.5,Ford,uav,\" Two \n words \"");
        assertThat(draft.lineage).isEqualTo("Two words");
        assertThat(draft.remark).isEqualTo("Two \n words");
        assertThat(draft.means).isEqualTo(Means.DOCUMENT);
        assertThat(draft.basis).isEqualTo(PlaceBasis.NAME);
        assertThat(draft.radiusMetres).isEqualTo(2000);
        assertThat(draft.credibility).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "uav|property|civcas   ! UAV_STRIKE       ! uav|property|civcas",
                "artillery|airstrike   ! AIRSTRIKE        ! artillery",
                "firefighb|control     ! ARMED_CLASH      ! firefight|control",
                "arresb                ! DETENTION        ! arrest",
                "airalerb              ! UNSPECIFIED      ! airalert",
                "new-word              ! UNSPECIFIED      ! new-word",
                "                      ! UNSPECIFIED      ! "
            })
    void the_first_label_of_the_list_decides_the_kind_and_no_label_is_lost(String cell, Kind kind, String labels) {
        Draft draft = viina("2025-04-01 10:00:00,37.5,48.5,Ford," + (cell == null ? "" : cell) + ",H");
        assertThat(draft.kind).isEqualTo(kind);
        assertThat(draft.labels).isEqualTo(labels);
    }

    @Test
    void a_fault_names_the_column_of_their_file() {
        Rows rows = Rows.of(reader("viina"), VIINA + "2025-04-01,337.5,48.5,Ford,,H\n01/04/2025,37.5,48.5,Ford,,H\n");
        assertThat(rows.faults()).containsExactly("2 lon longitude-out-of-range", "3 datetime day-first-date");
    }

    @Test
    void an_event_of_ucdp_spans_its_days_and_is_as_wide_as_its_precision() {
        Draft draft = Rows.of(
                        reader("ucdp-ged"),
                        UCDP
                                + "9,1,A,B,Head,3,Ford,48.5,37.5,Ukraine,2022-02-24 00:00:00.000,2022-02-26 00:00:00.000,1,2,5\n")
                .only();
        assertThat(Instant.ofEpochMilli(draft.fromMs)).hasToString("2022-02-23T22:00:00Z");
        assertThat(Instant.ofEpochMilli(draft.toMs + draft.precisionMs)).hasToString("2022-02-26T22:00:00Z");
        assertThat(draft.radiusMetres).isEqualTo(60_000);
        assertThat(draft.kind).isEqualTo(Kind.ARMED_CLASH);
        assertThat(draft.labels)
                .isEqualTo("state-based|side a: A|side b: B|deaths low: 1|deaths best: 2|deaths high: 5");
        assertThat(draft.clientId).isEqualTo("9");
    }

    @Test
    void a_place_known_only_as_a_country_is_not_drawn() {
        Draft draft = Rows.of(
                        reader("ucdp-ged"), UCDP + "9,3,A,B,Head,6,Chad,15.0,19.0,Chad,2022-02-24,2022-02-24,1,2,5\n")
                .only();
        assertThat(draft.basis).isEqualTo(PlaceBasis.NONE);
        assertThat(draft.lonE7).isEqualTo(Draft.NOWHERE);
        assertThat(draft.place).isEqualTo("Chad");
        assertThat(Instant.ofEpochMilli(draft.fromMs))
                .as("24 February, wherever")
                .hasToString("2022-02-23T10:00:00Z");
        assertThat(draft.precisionMs).isEqualTo(50 * 3_600_000);
    }

    @Test
    void an_event_of_acled_is_read_with_either_form_of_date() {
        String row =
                "UKR1,%s,2,Explosions/Remote violence,Shelling/artillery/missile attack,X,Ukraine,Ford,48.5,37.5,1,"
                        + "S1; S2,\"On 1 April, shells fell.\",0\n";
        Draft iso =
                Rows.of(reader("acled"), ACLED + row.formatted("2025-04-01")).only();
        Draft named =
                Rows.of(reader("acled"), ACLED + row.formatted("01 April 2025")).only();
        assertThat(named.fromMs).isEqualTo(iso.fromMs);
        assertThat(Instant.ofEpochMilli(iso.fromMs)).hasToString("2025-03-25T22:00:00Z");
        assertThat(Instant.ofEpochMilli(iso.toMs + iso.precisionMs)).hasToString("2025-04-07T21:00:00Z");
        assertThat(iso.kind).isEqualTo(Kind.SHELLING);
        assertThat(iso.labels).contains("Shelling/artillery/missile attack", "source: S1; S2", "fatalities: 0");
        assertThat(iso.lineage).isEqualTo("On 1 April, shells fell.");
    }

    @Test
    void a_word_that_the_mapping_does_not_list_is_rejected() {
        Rows rows = Rows.of(
                reader("acled"), ACLED + "U,2025-04-01,9,Battles,Armed clash,X,Ukraine,Ford,48.5,37.5,1,S,N,0\n");
        assertThat(rows.fault()).isEqualTo("2 time_precision unknown-word");
    }

    @Test
    void a_file_that_lacks_a_mapped_column_is_refused() {
        assertThatThrownBy(() -> Rows.of(reader("viina"), "datetime,lon,lat\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("place_name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            value = {
                "colour: red                           % line 3: unknown key 'colour'",
                "fields: {time: t, tyme: u}            % line 3: unknown key 'tyme'",
                "fields: {time: t, time: u}            % line 3: the key 'time' stands twice",
                "fields: {time: &a t}                  % line 3: anchors are not taken",
                "fields: {time: !!int 7}               % line 3: tags are not taken",
                "fields: [time]                        % line 3: here must stand 'key: value' lines",
                "fields: {place: p}                    % must say which column holds the time",
                "time: {midnight: noon}                % line 3: here must stand day or moment",
                "'kinds: {a: bang}'                    % line 3: 'bang' is no kind",
                "file-class: S                         % line 3: here must stand P or M",
                "'fields: {time: [t'                   % is no YAML"
            })
    void a_mapping_with_a_slip_is_refused_with_its_line(String line, String message) {
        String yaml = "columns: 1\nname: x\n" + line + "\n";
        assertThatThrownBy(() -> ColumnMapping.load(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_mapping_needs_its_version_and_name() {
        assertThatThrownBy(() -> ColumnMapping.load("fields: {time: t}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("columns: 1");
        assertThatThrownBy(() -> ColumnMapping.load(new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ColumnMapping.shipped("../secret")).isInstanceOf(Refusal.class);
    }

    @Test
    void every_mapping_that_is_named_is_shipped() {
        assertThat(ColumnMapping.shippedNames())
                .allSatisfy(
                        name -> assertThat(ColumnMapping.shipped(name).name()).isEqualTo(name));
    }

    private static Draft viina(String row) {
        return Rows.of(reader("viina"), VIINA + row + "\n").only();
    }

    private static Reader reader(String name) {
        return new ObservationsCsvReader(ColumnMapping.shipped(name));
    }
}
