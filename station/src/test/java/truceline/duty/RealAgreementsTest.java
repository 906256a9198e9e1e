package truceline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.Force;
import truceline.agreement.Forces;
import truceline.agreement.PointMap;
import truceline.agreement.Positions;
import truceline.agreement.Proposal;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.Level;
import truceline.intake.AgreementReader;

/// The real agreements, in our own words, with nothing recorded or with what is said here.
class RealAgreementsTest {
    private static final Agreement PARIS = read("paris-framework-20");

    private static Agreement read(String name) {
        Path file = Path.of(System.getProperty("truceline.root"), "agreements", name + ".agreement.yaml");
        try {
            return Objects.requireNonNull(
                    AgreementReader.read(Files.readAllBytes(file)).compilation().agreement());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static World nothing() {
        return World.empty(at("2026-06-01T00:00:00Z"));
    }

    private static String dated(Timeline timeline, String provision, Timeline.Edge edge) {
        return timeline.rows().stream()
                .filter(row -> row.provision().equals(provision) && row.edge() == edge && row.holder() == null)
                .map(row -> row.atMs() == null
                        ? "waits for " + row.waitsFor()
                        : Instant.ofEpochMilli(row.atMs()).toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_the_twenty_points_two_agree_on_eighteen_and_three_on_none_and_nothing_is_signed() {
        Proposal twenty = Positions.findLeading(PARIS).orElseThrow();
        Positions positions = Positions.of(PARIS, twenty);
        assertThat(twenty.name()).isEqualTo("P20");
        assertThat(positions.agreed())
                .extracting(
                        Positions.Agreed::among,
                        figure -> figure.points().size(),
                        Positions.Agreed::percentTenths,
                        Positions.Agreed::basis,
                        figure -> figure.signed().size())
                .containsExactly(
                        tuple(List.of("UA", "US"), 18, 900, Basis.INFERRED, 0),
                        tuple(List.of("UA", "RU"), 0, 0, Basis.INFERRED, 0),
                        tuple(List.of("US", "RU"), 0, 0, Basis.INFERRED, 0),
                        tuple(List.of("UA", "US", "RU"), 0, 0, Basis.INFERRED, 0));
        assertThat(positions.agreed().getFirst().points()).doesNotContain(12, 14);
        assertThat(positions.cells()).hasSize(60);
    }

    @Test
    void nine_of_the_twenty_eight_points_have_no_heir_among_the_twenty() {
        PointMap map =
                PointMap.find(PARIS, Positions.findLeading(PARIS).orElseThrow()).orElseThrow();
        assertThat(map.isComplete()).isTrue();
        assertThat(map.vanished()).containsExactly(3, 4, 7, 8, 9, 13, 15, 17, 26);
        assertThat(map.splits()).containsOnlyKeys(12).containsEntry(12, List.of(8, 9));
        assertThat(map.with(PointMap.Change.MERGED)).containsExactly(9);
        assertThat(map.with(PointMap.Change.NEW)).containsExactly(10);
        assertThat(map.with(PointMap.Change.KEPT)).containsExactly(1, 2);
        assertThat(map.basis()).isEqualTo(Basis.ASSUMED);
    }

    @Test
    void in_the_paris_framework_nothing_is_dated_and_both_guarantees_are_pending() {
        Timeline timeline = Timeline.of(PARIS, null, nothing());
        assertThat(timeline.rows()).allMatch(row -> row.atMs() == null);
        assertThat(dated(timeline, "14.1", Timeline.Edge.BY)).isEqualTo("waits for D");
        assertThat(dated(timeline, "14.5", Timeline.Edge.EVERY)).isEqualTo("waits for D");
        assertThat(dated(timeline, "5.a.1", Timeline.Edge.BY)).isEqualTo("waits for 2.1 breached by RU");
        assertThat(Guarantees.status(PARIS, null, nothing()))
                .extracting(GuaranteeStatus::provision, GuaranteeStatus::state, GuaranteeStatus::waitsFor)
                .containsExactly(
                        tuple("5.a", GuaranteeStatus.State.PENDING, "D"),
                        tuple("5.b", GuaranteeStatus.State.PENDING, "D"));
        assertThat(Duties.of(PARIS, null, nothing()))
                .extracting(Duties.Standing::state)
                .containsOnly(Duties.State.TEXT_ONLY, Duties.State.PENDING);
    }

    @Test
    void once_the_day_is_set_findings_start_the_clocks_but_only_people_open_the_guarantee() {
        TreeMap<String, Long> days = new TreeMap<>();
        days.put("D", at("2026-02-28T22:00:00Z"));
        List<World.Attributed> findings = List.of(
                new World.Attributed(List.of("2.1"), "RU", Level.SERIOUS, at("2026-03-10T00:00:00Z")),
                new World.Attributed(List.of("2.1"), "RU", Level.SERIOUS, at("2026-03-11T00:00:00Z")));
        World world = new World(findings, List.of(), days, List.of(), at("2026-03-11T12:00:00Z"));
        GuaranteeStatus first = Guarantees.status(PARIS, null, world).getFirst();

        assertThat(first.state()).isEqualTo(GuaranteeStatus.State.CLOSED);
        assertThat(first.trigger().truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(first.missing()).containsExactly("armed-attack by RU: 0 of 1 attested (commission)");
        assertThat(first.clocks())
                .extracting(
                        GuaranteeStatus.Clock::provision,
                        clock -> clock.times().getFirst().atMs(),
                        clock -> clock.condition() == null
                                ? null
                                : clock.condition().has())
                .containsExactly(
                        tuple("5.a.1", at("2026-03-11T00:00:00Z"), null),
                        tuple("5.a.2", at("2026-03-13T00:00:00Z"), "2 of 2"),
                        tuple("5.a.3", at("2026-03-13T00:00:00Z"), "0 of 1 attested (commission)"));

        World.Attested word = new World.Attested("armed-attack", "RU", "commission", true, at("2026-03-11T10:00:00Z"));
        World attacked = new World(findings, List.of(word), days, List.of(), at("2026-03-11T12:00:00Z"));
        assertThat(Guarantees.status(PARIS, null, attacked))
                .extracting(GuaranteeStatus::state, GuaranteeStatus::openedMs)
                .containsExactly(
                        tuple(GuaranteeStatus.State.OPEN, at("2026-03-11T10:00:00Z")),
                        tuple(GuaranteeStatus.State.CLOSED, null));
        assertThat(dated(Timeline.of(PARIS, null, world), "14.1", Timeline.Edge.BY))
                .isEqualTo("2026-03-15T22:00:00Z");
        assertThat(dated(Timeline.of(PARIS, null, world), "14.5", Timeline.Edge.EVERY))
                .isEqualTo("2026-03-14T22:00:00Z");
    }

    @Test
    void the_dates_of_past_agreements_are_those_of_history() {
        Timeline minsk = Timeline.of(read("minsk-package-2015"), null, nothing());
        assertThat(dated(minsk, "2.a", Timeline.Edge.BEGIN_BY)).isEqualTo("2015-02-16T22:00:00Z");
        assertThat(dated(minsk, "2.a", Timeline.Edge.BY)).isEqualTo("2015-03-01T22:00:00Z");
        assertThat(dated(minsk, "6", Timeline.Edge.BY)).isEqualTo("waits for 2.c");
        Timeline korea = Timeline.of(read("korean-armistice-1953"), null, nothing());
        assertThat(dated(korea, "1", Timeline.Edge.BY)).isEqualTo("1953-07-30T13:00:00Z");
        Timeline grain = Timeline.of(read("black-sea-grain-2022"), null, World.empty(at("2022-08-10T00:00:00Z")));
        assertThat(dated(grain, "P.1", Timeline.Edge.EVERY)).isEqualTo("2022-08-10T09:00:00Z");
        assertThat(dated(grain, "P.3", Timeline.Edge.EVERY)).isEqualTo("2022-08-10T13:00:00Z");
        assertThat(Timeline.of(read("colombia-ceasefire-2016"), "GOV", nothing())
                        .rows())
                .filteredOn(row -> row.provision().equals("A.6"))
                .extracting(Timeline.Row::atMs)
                .containsExactly(at("2016-12-07T05:00:00Z"));
        assertThat(Timeline.of(read("colombia-ceasefire-2016"), "FARC", nothing())
                        .rows())
                .filteredOn(row -> row.provision().equals("A.6"))
                .extracting(Timeline.Row::atMs)
                .containsExactly(at("2016-12-18T05:00:00Z"));
    }

    @Test
    void the_register_of_forces_gives_mandate_and_lead_and_no_place() {
        Forces.Entry force = Forces.of(PARIS).entries().getFirst();
        assertThat(force.lead()).containsExactly("GB", "FR");
        assertThat(force.mandate()).extracting(Forces.Clause::provision).containsExactly("F.1", "F.2", "F.3", "F.4");
        assertThat(force.legalBasis()).extracting(Forces.Clause::provision).containsExactly("F", "F.5", "F.6");
        assertThat(force.notification()).isEmpty();
        assertThat(force.contingents())
                .containsExactly(
                        new Forces.Contingent("GB", "open"), new Forces.Contingent("FR", "more than 1000 persons"));
        assertThat(force.hubs()).containsExactly(new Forces.Hub("hub-1", List.of("GB", "FR")));
        Force.Hub hub = Objects.requireNonNull(PARIS.forces().firstEntry())
                .getValue()
                .hubs()
                .firstEntry()
                .getValue();
        assertThat(hub.covers()).isNotNull();
        assertThat(force.toString()).doesNotContain("LoC", "covers", "reach");
    }

    @Test
    void pledges_have_who_attests_them_and_how_that_stands() {
        List<Pledges.Pledge> pledges = Pledges.of(PARIS, null, nothing());
        assertThat(pledges)
                .extracting(Pledges.Pledge::id)
                .containsExactly("6", "7", "9", "10", "12", "13", "14.8", "18", "hubs", "part");
        assertThat(pledges.getFirst().attesters()).containsExactly("RU");
        assertThat(pledges.getFirst().status()).isEqualTo(Pledges.Status.PENDING);
        assertThat(pledges.get(6).attesters()).containsExactly("UA");
        assertThat(pledges.getLast().status()).isEqualTo(Pledges.Status.SAID);

        TreeMap<String, Long> days = new TreeMap<>();
        days.put("D", at("2026-02-28T22:00:00Z"));
        List<World.Attested> words = List.of(new World.Attested("7", null, "EU", true, at("2026-04-01T00:00:00Z")));
        List<Pledges.Pledge> later =
                Pledges.of(PARIS, null, new World(List.of(), words, days, List.of(), at("2026-06-01T00:00:00Z")));
        assertThat(later.subList(0, 3))
                .extracting(Pledges.Pledge::status)
                .containsExactly(Pledges.Status.NOT_ATTESTED, Pledges.Status.ATTESTED, Pledges.Status.NOT_ATTESTED);
    }

    @Test
    void the_clocks_of_the_paris_framework_are_those_of_its_bodies() {
        assertThat(Clocks.names(PARIS))
                .containsExactly(
                        "register",
                        "tell-liaisons",
                        "spot-report",
                        "preliminary-file",
                        "team-on-site",
                        "reply",
                        "decision");
        assertThat(Clocks.names(PARIS))
                .extracting(name -> Clocks.find(PARIS, name, 0, List.of(), null, 0)
                        .orElseThrow()
                        .whose())
                .containsExactly(
                        List.of("monitor"),
                        List.of("monitor"),
                        List.of("monitor"),
                        List.of("monitor"),
                        List.of("monitor"),
                        List.of("UA", "RU"),
                        List.of("commission"));
    }
}
