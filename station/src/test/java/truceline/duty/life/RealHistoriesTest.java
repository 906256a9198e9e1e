package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Zone;
import truceline.geo.Disc;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.intake.AgreementReader;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// Invented histories under the real agreements, on invented lines. Nothing here happened.
class RealHistoriesTest {
    private final List<Change> changes = new ArrayList<>();
    private long entry = 1;

    private static Agreement read(String name) {
        Path file = Path.of(System.getProperty("truceline.root"), "agreements", name + ".agreement.yaml");
        try {
            return AgreementReader.read(Files.readAllBytes(file)).getAgreement(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Geometry parallel(double latitude) {
        int lat = (int) Math.round(latitude * 1e7);
        Shape line = new Shape.Lines(
                List.of(new truceline.geo.Path(new int[] {100_000_000, 200_000_000}, new int[] {lat, lat})));
        return new Geometry(List.of(new Feature(Map.of(), line)));
    }

    private static Geometry box(int west, int south, int east, int north) {
        int tens = 10_000_000;
        truceline.geo.Path shell = new truceline.geo.Path(
                new int[] {west * tens, east * tens, east * tens, west * tens, west * tens},
                new int[] {south * tens, south * tens, north * tens, north * tens, south * tens});
        Shape area = new Shape.Areas(List.of(new Polygon(shell, List.of())));
        return new Geometry(List.of(new Feature(Map.of(), area)));
    }

    private static Evidence evidence(
            String id,
            Verb verb,
            Kind kind,
            String when,
            @Nullable String by,
            double lon,
            double lat,
            String... known) {
        return new Evidence(
                id,
                verb,
                at(when),
                at(when),
                new Disc((int) Math.round(lon * 1e7), (int) Math.round(lat * 1e7), 0),
                null,
                Zone.ON_SURFACE,
                kind,
                kind == Kind.WEAPON ? Weapon.ARTILLERY : Weapon.NOT_KNOWN,
                kind == Kind.WEAPON ? 1220 : -1,
                null,
                List.of(known),
                List.of(),
                -1,
                by);
    }

    private void tell(Evaluation evaluation, Occurrence occurrence) {
        changes.addAll(evaluation.take(occurrence));
    }

    private void says(Evaluation evaluation, String known, String by, String fact, @Nullable String about) {
        tell(evaluation, new Occurrence.Said(entry++, at(known), fact, about, by, true, at(known), null));
    }

    private void tick(Evaluation evaluation, String known) {
        tell(evaluation, new Occurrence.Ticked(entry++, at(known)));
    }

    private static String phases(Evaluation evaluation, String provision) {
        return evaluation.states(provision, null).stream()
                .map(state -> state.who() + " " + state.worlds() + " " + state.phase())
                .collect(Collectors.joining(", "));
    }

    private static String words(Change change) {
        return change.reasons().stream().map(Reason::english).collect(Collectors.joining("; "));
    }

    @Test
    void of_the_paris_steps_one_is_breached_in_one_reading_only_until_the_reading_is_settled() {
        Evaluation paris = new Evaluation(read("paris-framework-20"), new TreeMap<>(), 0, at("2026-02-01T00:00:00Z"));
        assertThat(phases(paris, "14.6.b")).isEqualTo("RU [UA, RU] PENDING");
        tell(paris, new Occurrence.DaySet(entry++, at("2026-02-20T00:00:00Z"), "D", at("2026-02-28T22:00:00Z")));
        says(paris, "2026-03-01T10:00:00Z", "UA", "vote-held", null);
        tick(paris, "2026-03-20T00:00:00Z");
        assertThat(phases(paris, "14.6.a")).isEqualTo("UA [UA, RU] BREACHED");
        assertThat(phases(paris, "14.6.b")).isEqualTo("RU [UA] BREACHED, RU [RU] HELD");

        tell(paris, new Occurrence.Settled(entry++, at("2026-03-21T00:00:00Z"), "14.6", "RU"));
        assertThat(phases(paris, "14.6.b")).isEqualTo("RU [UA, RU] HELD");
        assertThat(changes.getLast().worlds()).containsExactly("UA");
        assertThat(changes.getLast().atMs()).isEqualTo(at("2026-03-21T00:00:00Z"));
        says(paris, "2026-03-22T00:00:00Z", "monitor", "14.6.a", "UA");
        assertThat(phases(paris, "14.6.b")).startsWith("RU [UA, RU] RUNNING");
        assertThat(phases(paris, "14.6.c")).isEqualTo("RU [UA, RU] RUNNING");
    }

    @Test
    void the_paris_guarantee_opens_by_the_commissions_word_and_is_void_once_its_twin_is_triggered() {
        Evaluation paris = new Evaluation(read("paris-framework-20"), new TreeMap<>(), 0, at("2026-02-01T00:00:00Z"));
        tell(paris, new Occurrence.DaySet(entry++, at("2026-02-20T00:00:00Z"), "D", at("2026-02-28T22:00:00Z")));
        says(paris, "2026-03-02T10:00:00Z", "UA", "armed-attack", "RU");
        assertThat(phases(paris, "5.a")).endsWith("RUNNING");
        says(paris, "2026-03-03T10:00:00Z", "commission", "armed-attack", "RU");
        assertThat(phases(paris, "5.a")).endsWith("TRIGGERED");
        says(paris, "2026-03-04T10:00:00Z", "commission", "unprovoked-fire", "UA");
        assertThat(phases(paris, "5.b")).endsWith("TRIGGERED");
        assertThat(phases(paris, "5.a")).endsWith("VOID");
    }

    @Test
    void in_minsk_the_same_gun_breaches_under_one_reference_line_and_not_under_the_other() {
        SortedMap<String, Geometry> maps = new TreeMap<>(Map.of("actual", parallel(50), "memo", parallel(50.4)));
        Evaluation minsk = new Evaluation(read("minsk-package-2015"), maps, 0, at("2015-02-12T00:00:00Z"));
        tick(minsk, "2015-03-10T00:00:00Z");
        changes.clear();
        String when = "2015-03-11T10:00:00Z";
        tell(
                minsk,
                new Occurrence.Seen(
                        entry++, at(when), evidence("gun", Verb.KEEP, Kind.WEAPON, when, null, 15, 50.1, "guns")));
        Change.Judged judged = (Change.Judged) changes.getFirst();
        assertThat(judged.provision()).isEqualTo("2.a");
        assertThat(judged.outcome()).isEqualTo(Change.Outcome.INDETERMINATE);
        assertThat(words(judged))
                .isEqualTo("for UA, measured from actual: 11.1 km from the line of guns-out, which is 25.0 km deep;"
                        + " for CADLR, measured from memo: 33.3 km from the line of guns-out, which is 25.0 km deep;"
                        + " nobody knows who it was");
    }

    @Test
    void colombias_two_days_give_two_sets_of_deadlines_until_one_is_settled() {
        Evaluation colombia =
                new Evaluation(read("colombia-ceasefire-2016"), new TreeMap<>(), 0, at("2016-09-01T05:00:00Z"));
        tick(colombia, "2016-12-08T00:00:00Z");
        assertThat(colombia.states("B.4", "GOV"))
                .extracting(ProvisionState::worlds, ProvisionState::phase, ProvisionState::dueMs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("GOV"), Phase.BREACHED, at("2016-12-07T05:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                List.of("FARC"), Phase.PENDING, at("2016-12-18T05:00:00Z")));
        tell(colombia, new Occurrence.Settled(entry++, at("2016-12-09T00:00:00Z"), "D", "FARC"));
        assertThat(phases(colombia, "B.2")).isEqualTo("GOV [GOV, FARC] PENDING, FARC [GOV, FARC] PENDING");
        assertThat(phases(colombia, "B.4")).isEqualTo("GOV [GOV, FARC] PENDING");
    }

    @Test
    void in_the_grain_corridor_a_deviation_and_a_stop_are_cases_unless_the_centre_allowed_them() {
        SortedMap<String, Geometry> maps =
                new TreeMap<>(Map.of("corridor", box(30, 45, 31, 46), "waiting-area", box(29, 41, 30, 42)));
        Evaluation grain = new Evaluation(read("black-sea-grain-2022"), maps, 0, at("2022-07-22T00:00:00Z"));
        tick(grain, "2022-08-01T00:00:00Z");
        changes.clear();
        String when = "2022-08-02T10:00:00Z";
        Evidence deviation = evidence("T1", Verb.LEAVE, Kind.VESSEL, when, null, 30.5, 45.5, "grain-ships");
        tell(grain, new Occurrence.Acted(entry++, at(when), deviation));
        Evidence stop = evidence("T2", Verb.STOP, Kind.VESSEL, when, null, 30.5, 45.5, "grain-ships");
        tell(grain, new Occurrence.Acted(entry++, at(when), stop));
        tell(
                grain,
                new Occurrence.Permitted(
                        entry++, at(when), "JCC", "P.6", null, at("2022-08-03T00:00:00Z"), at("2022-08-04T00:00:00Z")));
        String later = "2022-08-03T10:00:00Z";
        Evidence allowed = evidence("T3", Verb.STOP, Kind.VESSEL, later, null, 30.5, 45.5, "grain-ships");
        tell(grain, new Occurrence.Acted(entry++, at(later), allowed));
        assertThat(changes.stream()
                        .filter(Change.Judged.class::isInstance)
                        .map(Change.Judged.class::cast)
                        .map(judged -> judged.provision() + " " + judged.id() + " " + judged.outcome()))
                .containsExactly("P.5 T1 CANDIDATE", "P.6 T2 CANDIDATE", "P.6 T3 EXCUSED");
    }

    @Test
    void in_korea_whoever_crosses_the_line_without_leave_is_a_case_also_where_nobody_knows_who_it_was() {
        SortedMap<String, Geometry> maps = new TreeMap<>(Map.of("MDL", parallel(38)));
        Evaluation korea = new Evaluation(read("korean-armistice-1953"), maps, 0, at("1953-07-27T01:00:00Z"));
        tick(korea, "1953-07-28T00:00:00Z");
        changes.clear();
        String when = "1953-08-02T03:00:00Z";
        Evidence crossing = evidence("X1", Verb.CROSS, Kind.ARMED_PRESENCE, when, null, 15, 38.1);
        tell(korea, new Occurrence.Acted(entry++, at(when), crossing));
        tell(korea, new Occurrence.Acted(entry++, at(when), crossing.by("UNC")));
        tell(korea, new Occurrence.Acted(entry++, at(when), crossing.by("KPA-CPV")));
        assertThat(changes.stream()
                        .filter(Change.Judged.class::isInstance)
                        .map(Change.Judged.class::cast)
                        .map(judged -> judged.provision() + " " + judged.outcome() + " " + judged.who()))
                .containsExactly("7 CANDIDATE null", "7 CANDIDATE KPA-CPV");
    }

    @Test
    void in_the_minsk_package_a_late_constitution_leaves_the_border_without_a_breach() {
        Evaluation minsk = new Evaluation(read("minsk-package-2015"), new TreeMap<>(), 0, at("2015-02-12T00:00:00Z"));
        tick(minsk, "2016-01-02T00:00:00Z");
        assertThat(phases(minsk, "11")).endsWith("BREACHED");
        assertThat(phases(minsk, "9")).endsWith("PENDING");
        says(minsk, "2016-03-01T10:00:00Z", "TCG", "11", null);
        assertThat(phases(minsk, "11")).endsWith("FULFILLED_LATE");
        assertThat(phases(minsk, "9")).endsWith("RUNNING");
        tick(minsk, "2017-01-01T00:00:00Z");
        assertThat(phases(minsk, "9")).endsWith("RUNNING");
    }
}
