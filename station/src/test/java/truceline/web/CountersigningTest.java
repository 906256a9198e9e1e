package truceline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.Refusal;
import truceline.station.AgreementFile;
import truceline.station.At;
import truceline.station.BundleAudit;
import truceline.station.BundleExport;
import truceline.station.Countersigning;
import truceline.station.Delivery;
import truceline.station.FolderAudit;
import truceline.station.Founding;
import truceline.station.LedgerView;
import truceline.station.QuorumAudit;
import truceline.station.ReadOnlyStation;
import truceline.station.Settings;
import truceline.station.Station;
import truceline.station.WitnessPolicy;
import truceline.station.WitnessPost;
import truceline.station.WitnessRow;
import truceline.station.WitnessView;

/// A station and four witnesses over real HTTP.
class CountersigningTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final List<String> NAMES = List.of("A", "B", "G", "N");
    private static final long NOW_MS = 1_936_600_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final List<WitnessPost> posts = new ArrayList<>();
    private final List<WitnessServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(WitnessServer::close);
        posts.forEach(WitnessPost::close);
    }

    private Path home() {
        return folder.resolve("station");
    }

    /// A station under the policy "three of four", whose witnesses all run.
    private void found() throws IOException {
        Founding.found(
                home(),
                "ondral.example/w",
                AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), ONDRAL.resolve("regions.geojson")),
                () -> NOW_MS);
        String log = LedgerView.open(home()).key();
        TreeMap<String, String> addresses = new TreeMap<>();
        StringBuilder policy = new StringBuilder("log " + log + "\n");
        for (String name : NAMES) {
            WitnessPost post = WitnessPost.open(folder.resolve(name), "witness.example/" + name, () -> NOW_MS);
            post.serve(log);
            WitnessServer server = WitnessServer.start(0, post);
            posts.add(post);
            servers.add(server);
            addresses.put(name, "http://127.0.0.1:" + server.port());
            policy.append("witness " + name + " " + post.key() + "\n");
        }
        policy.append("group sealed 3 A B G N\nquorum sealed\n");
        Files.writeString(home().resolve(Settings.FILE), new Settings("ondral.example/w", false, addresses).text());
        try (Station station = open()) {
            station.adopt(policy.toString(), (index, leaf) -> {});
        }
    }

    private Station open() throws IOException {
        return Station.open(home(), () -> NOW_MS);
    }

    private static void admit(Station station, String id) throws IOException {
        String rows =
                "id,time,longitude,latitude,means,kind\n" + id + ",2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion\n";
        station.admit(
                new Delivery(
                        "patrols",
                        new ObservationsCsvReader(),
                        null,
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))),
                (index, leaf) -> {});
    }

    private WitnessView round() throws IOException {
        String policy = ReadOnlyStation.open(home(), new At.Now()).picture().policy();
        return Countersigning.round(home(), policy, () -> NOW_MS);
    }

    @Test
    void four_witnesses_countersign_in_full_three_seal_and_two_do_not() throws IOException {
        found();
        try (Station station = open()) {
            assertThat(station.silent()).isEmpty();
            admit(station, "a");
            assertThat(station.countersign().level()).isEqualTo("fully countersigned");
            servers.get(0).close();
            admit(station, "b");
            WitnessView three = station.countersign();
            assertThat(three.level()).isEqualTo("sealed");
            assertThat(three.missing()).containsExactly("A");
            assertThat(three.witnesses().getFirst().answer()).startsWith("no answer");
            assertThat(three.witnesses().getFirst().failingMs()).isEqualTo(NOW_MS);
            assertThat(three.witnesses().getFirst().size())
                    .as("what it cosigned last")
                    .isLessThan(three.witnesses().get(1).size());
            servers.get(1).close();
            admit(station, "c");
            assertThat(station.countersign().level()).isEqualTo("accepted");
        }
        FolderAudit.Result audited = FolderAudit.of(home(), null);
        assertThat(audited.tree()).isEmpty();
        assertThat(QuorumAudit.ofRecord(audited).level()).isEqualTo("accepted");
        assertThat(QuorumAudit.ofRecord(audited).differences()).isEmpty();
        assertThat(QuorumAudit.of(
                                audited,
                                WitnessPolicy.read(
                                        Objects.requireNonNull(audited.picture().policy())))
                        .differences())
                .as("a quorum that was asked for must be there")
                .hasSize(1);
    }

    @Test
    void a_served_folder_is_confirmed_without_a_writer_and_bundles_carry_policy_and_cosignatures() throws IOException {
        found();
        assertThat(round().level()).isEqualTo("fully countersigned");
        assertThat(round().witnesses()).allMatch(row -> row.answer().equals("cosigned"));
        Path bundle = folder.resolve("bundle.zip");
        BundleExport.write(home(), bundle, "P");
        BundleAudit.Result audited = BundleAudit.of(bundle, null);
        assertThat(audited.ledger().tree()).isEmpty();
        QuorumAudit quorum = QuorumAudit.ofRecord(audited.ledger());
        assertThat(quorum.level()).isEqualTo("fully countersigned");
        assertThat(quorum.confirmedBy()).hasSize(4).contains("witness.example/A");
    }

    @Test
    void while_a_writer_is_at_work_a_round_publishes_nothing_and_nothing_goes_back() throws IOException {
        found();
        try (Station station = open()) {
            assertThat(round().level()).isEqualTo("accepted");
            admit(station, "a");
            assertThat(station.countersign().level()).isEqualTo("fully countersigned");
        }
    }

    @Test
    void a_folder_that_came_back_from_an_old_copy_is_read_and_not_written_to() throws IOException {
        found();
        Path copy = folder.resolve("copy");
        copy(home(), copy);
        try (Station station = open()) {
            admit(station, "a");
            station.countersign();
        }
        assertThatThrownBy(() -> Station.open(copy, () -> NOW_MS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("rolled-back"));
        assertThat(ReadOnlyStation.open(copy, new At.Now()).picture().policy()).isNotNull();
        servers.forEach(WitnessServer::close);
        try (Station station = Station.open(copy, () -> NOW_MS)) {
            assertThat(station.silent()).hasSize(4);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void a_witness_that_never_answers_takes_three_seconds_of_nobody_who_submits() throws IOException {
        found();
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String text = Files.readString(home().resolve(Settings.FILE))
                    .replace(":" + servers.get(2).port(), ":" + mute.getLocalPort());
            Files.writeString(home().resolve(Settings.FILE), text);
            try (Station station = open()) {
                assertThat(station.silent()).hasSize(1).allMatch(said -> said.contains("witness G"));
                long before = System.nanoTime();
                WitnessView view = station.countersign();
                assertThat(System.nanoTime() - before).isLessThan(8_000_000_000L);
                assertThat(view.level()).isEqualTo("sealed");
                WitnessRow row = view.witnesses().get(2);
                assertThat(row.name()).isEqualTo("G");
                assertThat(row.answer()).startsWith("no answer");
            }
        }
    }

    @Test
    void policies_that_split_name_another_log_or_are_in_force_are_not_adopted() throws IOException {
        found();
        try (Station station = open()) {
            String good = station.picture().policy();
            assertThat(good).isNotNull();
            for (String bad : List.of(
                    good,
                    Objects.requireNonNull(good).replace("sealed 3", "sealed 2"),
                    good.replace("ondral.example/w", "ondral.example/x"),
                    good.replace("quorum", "quorums"))) {
                long size = station.picture().size();
                assertThatThrownBy(() -> station.adopt(bad, (index, leaf) -> {}))
                        .isInstanceOf(Refusal.class);
                assertThat(station.picture().size()).isEqualTo(size);
            }
        }
    }
}
