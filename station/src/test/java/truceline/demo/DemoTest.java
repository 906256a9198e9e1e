package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.compliance.Reconciled;
import truceline.finding.Act;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.finding.Stated;
import truceline.incident.Facts;
import truceline.intake.Refusal;
import truceline.mission.Lookup;
import truceline.mission.Picture;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.report.ClaimTable;
import truceline.station.At;
import truceline.station.FolderAudit;
import truceline.station.ReadOnlyStation;

/// One demonstration, made once and looked at by every test.
class DemoTest {
    @TempDir
    static Path temporary;

    private static Sites sites;
    private static Picture picture;
    private static Docket docket;

    @BeforeAll
    static void generate() throws IOException {
        sites = Demo.generate(temporary.resolve("demo"), Demo.SEED, sentence -> {});
        picture = ReadOnlyStation.open(sites.sites().getFirst().folder(), new At.Now())
                .picture();
        docket = picture.docket();
    }

    @Test
    void the_day_has_observations_of_every_means_and_incidents_all_over_it() {
        assertThat(picture.rows()).isBetween(3_000, 20_000);
        assertThat(Lookup.of(picture).incidents().size()).isBetween(100, 220);
        assertThat(count(Means.HEARD)).isPositive();
        assertThat(count(Means.SAW)).isPositive();
        assertThat(count(Means.RECORDED)).isPositive();
        assertThat(count(Means.ACOUSTIC)).isPositive();
        assertThat(count(Means.UAV)).isPositive();
        assertThat(count(Means.SATELLITE)).isPositive();
        assertThat(count(Means.INSPECTION)).isPositive();
        assertThat(count(Means.AIS)).isGreaterThan(1_000);
        assertThat(count(Means.ADS_B)).isGreaterThan(500);
        assertThat(count(Means.CLAIM)).isGreaterThan(40);
        assertThat(count(Kind.NONE_SEEN)).isGreaterThan(4);
        assertThat(count(Kind.INTERFERENCE)).isPositive();
        assertThat(count(Kind.CASUALTY)).isEqualTo(1);
    }

    @Test
    void an_aircraft_is_seen_in_the_closed_volume_and_a_ship_in_the_closed_water() {
        Lookup lookup = Lookup.of(picture);
        Map<String, String> crafts = new TreeMap<>();
        lookup.cases()
                .forEach(found -> crafts.merge(
                        found.norm().provision(),
                        String.valueOf(picture.observations()
                                .columns()
                                .text(Field.CRAFT, lookup.incidents().firstRow(found.incident()))),
                        (one, two) -> one + " " + two));
        assertThat(crafts)
                .containsEntry("6.1", "icao:" + AircraftFiles.CROSSING_CRAFT)
                .containsEntry("7.1", "mmsi:" + ShipFiles.STRAY)
                .containsEntry("7.2", "mmsi:" + ShipFiles.STRAY);
    }

    @Test
    void forty_ships_at_one_false_place_are_one_interference() {
        Lookup lookup = Lookup.of(picture);
        long jumps = 0;
        for (int incident = 0; incident < lookup.incidents().size(); incident++) {
            Facts facts = lookup.facts(incident);
            boolean then = facts.fromMs() < ShipFiles.FALSE_TO && facts.toMs() > ShipFiles.FALSE_FROM;
            jumps += then && facts.kind() == Kind.INTERFERENCE ? 1 : 0;
        }
        assertThat(jumps).isEqualTo(1);
    }

    @Test
    void the_rival_lists_have_claims_of_every_outcome() {
        List<Reconciled> claims = ClaimTable.of(picture, (fromMs, toMs, lonE7, latE7) -> 100)
                .reconciliation()
                .claims();
        assertThat(claims)
                .extracting(Reconciled::outcome)
                .contains(
                        Reconciled.Outcome.MATCHED,
                        Reconciled.Outcome.UNMATCHED_OBSERVED,
                        Reconciled.Outcome.DUPLICATE,
                        Reconciled.Outcome.OUT_OF_SCOPE);
    }

    @Test
    void rows_that_cannot_be_used_are_rejected_and_seen() {
        assertThat(picture.rejected()).isEqualTo(4);
        assertThat(picture.rejectionsByCode()).containsKeys("missing-year", "swapped-coordinates", "unknown-word");
    }

    @Test
    void people_stated_everything_that_a_day_on_the_floor_brings() {
        for (Act act : List.of(
                Act.VERIFY,
                Act.ASSESS,
                Act.VOTE,
                Act.REPLY,
                Act.PUBLISH,
                Act.MERGE,
                Act.SPLIT,
                Act.SETTLE_READING,
                Act.ATTEST,
                Act.GRADE,
                Act.HAND_OVER,
                Act.CALL,
                Act.REPAIR_WINDOW,
                Act.TASK,
                Act.RESTRICTION,
                Act.HARM,
                Act.WATCH,
                Act.HEARTBEAT)) {
            assertThat(docket.of(act)).as(act.word()).isNotEmpty();
        }
        assertThat(words(Act.CALL, "outcome")).contains("answered", "not-answered");
        assertThat(words(Act.RESTRICTION, "kind")).containsExactly("jamming", "denial");
        assertThat(words(Act.REPAIR_WINDOW, "status")).containsExactly("agreed", "kept");
        assertThat(Objects.requireNonNull(docket.settled().get("2.3")).holder()).isEqualTo("VA");
    }

    @Test
    void a_patrol_was_denied_for_390_minutes() {
        Stated denial = docket.latest(Act.RESTRICTION, "id").getLast();
        assertThat(denial.statement().number("until") - denial.statement().number("from"))
                .isEqualTo(390 * 60_000L);
        assertThat(denial.statement().spans()).isNotEmpty();
    }

    @Test
    void the_camera_that_fell_silent_sends_no_heartbeat_after_it() {
        assertThat(docket.of(Act.HEARTBEAT))
                .filteredOn(beat -> beat.statement().text("source").equals("camera-c3"))
                .allMatch(beat -> beat.statement().number("at") < Moments.utc(6, 10));
    }

    @Test
    void the_grave_incident_ends_in_a_published_finding_that_holds_the_dissent() {
        CaseFile file = docket.file(grave());
        assertThat(file.published()).isNotNull();
        String finding = new String(Objects.requireNonNull(file.published()).bytes(), StandardCharsets.UTF_8);
        assertThat(finding)
                .contains(
                        "\"level\":\"A3\"",
                        "\"party\":\"IL\"",
                        "No launch point was visited",
                        "\"dissent\":[{\"seat\":\"IL\"");
        assertThat(file.of(Act.REPLY))
                .extracting(reply -> reply.statement().text("language"))
                .containsExactly("uk", "en");
        assertThat(Lookup.of(picture)
                        .corroboration(Lookup.of(picture).incident(grave()))
                        .lineages())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void one_vote_is_open_and_one_finding_was_published_without_attribution() {
        List<CaseFile> published = new ArrayList<>();
        List<CaseFile> open = new ArrayList<>();
        docket.files().values().forEach(file -> {
            if (file.published() != null) {
                published.add(file);
            } else if (file.isVerified() && !file.votes().isEmpty()) {
                open.add(file);
            }
        });
        assertThat(open).hasSize(1);
        assertThat(published)
                .hasSize(2)
                .anySatisfy(file -> assertThat(new String(
                                Objects.requireNonNull(file.published()).bytes(), StandardCharsets.UTF_8))
                        .contains("\"level\":\"A0\""));
    }

    @Test
    void the_record_of_both_stations_stands_up_to_the_audit() throws IOException {
        for (Sites.Site site : sites.sites()) {
            assertThat(FolderAudit.of(site.folder(), null).tree()).as(site.id()).isEmpty();
        }
    }

    @Test
    void the_station_of_paris_has_no_event_and_no_first_day() throws IOException {
        Picture paris = ReadOnlyStation.open(sites.sites().getLast().folder(), new At.Now())
                .picture();
        assertThat(sites.sites().getLast().id()).isEqualTo("paris");
        assertThat(paris.rows()).isZero();
        assertThat(paris.docket().stated()).isEmpty();
        assertThat(paris.docket().daysSet()).isEmpty();
    }

    @Test
    void a_folder_that_holds_something_is_refused() {
        assertThatThrownBy(() -> Demo.generate(temporary.resolve("demo"), 1, sentence -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void another_seed_works_as_well_and_its_files_are_kept_as_they_were_drawn() throws IOException {
        Sites other = Demo.generate(temporary.resolve("other"), 99, sentence -> {});
        Map<String, byte[]> drawn = new TreeMap<>();
        Day.draw(99).parcels().forEach(parcel -> drawn.put(parcel.fileName(), parcel.bytes()));
        for (Map.Entry<String, byte[]> file : drawn.entrySet()) {
            assertThat(Files.readAllBytes(other.input().resolve(file.getKey()))).isEqualTo(file.getValue());
        }
    }

    private static String grave() {
        return docket.files().values().stream()
                .filter(file -> !file.of(Act.ASSESS).isEmpty())
                .findFirst()
                .orElseThrow()
                .incident();
    }

    private static List<String> words(Act act, String part) {
        return docket.of(act).stream().map(each -> each.statement().text(part)).toList();
    }

    private static long count(Means means) {
        long count = 0;
        for (int row = 0; row < picture.rows(); row++) {
            count += picture.observations().columns().means(row) == means ? 1 : 0;
        }
        return count;
    }

    private static long count(Kind kind) {
        long count = 0;
        for (int row = 0; row < picture.rows(); row++) {
            count += picture.observations().columns().kind(row) == kind ? 1 : 0;
        }
        return count;
    }
}
