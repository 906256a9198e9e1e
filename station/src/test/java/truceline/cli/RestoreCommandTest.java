package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.LedgerException;
import truceline.station.LedgerView;
import truceline.station.LogKeyChange;
import truceline.station.Settings;
import truceline.station.Station;
import truceline.station.WitnessPost;
import truceline.store.StationKeys;
import truceline.web.WitnessServer;

/// What comes back from a backup: the rest where a file is bad, nothing where a key is wrong, and a station
/// that signs
/// only once it is known that nobody holds more.
class RestoreCommandTest {
    @TempDir
    private Path dir = Path.of("");

    private final List<WitnessPost> posts = new ArrayList<>();
    private final List<WitnessServer> servers = new ArrayList<>();
    private Path station = dir;
    private Path copy = dir;
    private Path again = dir;

    @BeforeEach
    void found() throws IOException {
        station = dir.resolve("station");
        copy = dir.resolve("copy");
        again = dir.resolve("again");
        Worked.found(station);
    }

    @AfterEach
    void stop() {
        servers.forEach(WitnessServer::close);
        posts.forEach(WitnessPost::close);
    }

    private void backUp() {
        assertThat(Worked.run("backup", station, copy, "--vault", dir.resolve("vault"))
                        .exit())
                .isZero();
    }

    private Worked.Said restore(Object... how) {
        List<Object> words =
                new ArrayList<>(List.of("restore", copy, again, "--keys", station.resolve("keys"), "--vault"));
        words.add(dir.resolve("vault"));
        words.addAll(List.of(how));
        return Worked.run(words.toArray());
    }

    private void witnesses() throws IOException {
        String log = LedgerView.open(station).key();
        TreeMap<String, String> addresses = new TreeMap<>();
        StringBuilder policy = new StringBuilder("log " + log + "\n");
        for (String name : List.of("A", "B", "G", "N")) {
            WitnessPost post = WitnessPost.open(dir.resolve(name), "witness.example/" + name, () -> Worked.NOW_MS);
            post.serve(log);
            WitnessServer server = WitnessServer.start(0, post);
            posts.add(post);
            servers.add(server);
            addresses.put(name, "http://127.0.0.1:" + server.port());
            policy.append("witness " + name + " " + post.key() + "\n");
        }
        policy.append("group sealed 3 A B G N\nquorum sealed\n");
        Files.writeString(station.resolve(Settings.FILE), new Settings(Worked.ORIGIN, false, addresses).text());
        try (Station open = Worked.open(station)) {
            open.adopt(policy.toString(), (index, leaf) -> {});
            open.countersign();
        }
    }

    @Test
    void one_bad_received_file_is_named_and_left_out_and_the_rest_comes_back() throws IOException {
        backUp();
        Path bad = Worked.files(copy.resolve("blobs")).getFirst();
        Worked.spoil(bad);
        Worked.Said said = restore("--nobody-holds-newer");
        assertThat(said.exit()).isEqualTo(Exit.NO);
        assertThat(said.out() + said.err()).contains(String.valueOf(bad.getFileName()));
        assertThat(Worked.files(again.resolve("blobs")))
                .isNotEmpty()
                .noneMatch(file -> file.endsWith(bad.getFileName()));
        try (Station open = Worked.open(again)) {
            Worked.admit(open, 7);
        }
    }

    @Test
    void a_restoration_that_fails_leaves_nothing_and_may_be_tried_again() throws IOException {
        backUp();
        Path other = dir.resolve("other");
        StationKeys.create(other, Worked.ORIGIN);
        Worked.Said wrong = Worked.run("restore", copy, again, "--keys", other.resolve("keys"), "--nobody-holds-newer");
        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left.map(each -> String.valueOf(each.getFileName())))
                    .as("what is beside the station")
                    .containsExactlyInAnyOrder("station", "copy", "vault", "other");
        }
        assertThat(restore("--nobody-holds-newer").exit()).isZero();
        Worked.open(again).close();
    }

    @Test
    void the_backups_own_checkpoint_proves_nothing() throws IOException {
        backUp();
        Worked.Said said = restore("--known", copy.resolve("ledger/checkpoint"));
        assertThat(said.out() + said.err()).contains("Neither they nor").doesNotContain("it may go on");
        assertThat(said.exit()).isEqualTo(Exit.NO);
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("--nobody-holds-newer");
        assertThatThrownBy(() -> truceline.store.LedgerStore.open(
                        again, StationKeys.read(again).log()))
                .isInstanceOf(LedgerException.class);
        assertThat(Worked.run("status", again).exit()).isZero();
        assertThat(Worked.run("audit", again).exit()).isZero();
    }

    @Test
    void a_restored_station_goes_on_once_enough_witnesses_say_that_they_saw_no_more() throws IOException {
        witnesses();
        backUp();
        Worked.Said said = restore("--known", copy.resolve("ledger/checkpoint"));
        assertThat(said.out()).contains("witnesses");
        String settings = Files.readString(again.resolve(Settings.FILE));
        Files.writeString(again.resolve(Settings.FILE), settings.replaceAll("127.0.0.1:[0-9]+", "127.0.0.1:1"));
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("witness");
        Worked.Said silent = Worked.run("submit", again, "--source", "patrols", dir.resolve("none.csv"));
        assertThat(silent.exit()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(silent.err()).contains("--nobody-holds-newer");
        Files.writeString(again.resolve(Settings.FILE), settings);
        servers.get(0).close();
        try (Station open = Worked.open(again)) {
            Worked.admit(open, 7);
        }
        servers.forEach(WitnessServer::close);
        try (Station open = Worked.open(again)) {
            assertThat(open.silent()).hasSize(4);
        }
        try (Station open = Worked.open(station)) {
            assertThat(open.silent()).as("a station that was never restored").hasSize(4);
        }
    }

    @Test
    void a_restored_station_signs_nothing_where_a_witness_saw_more_or_too_few_answer() throws IOException {
        witnesses();
        backUp();
        restore("--known", copy.resolve("ledger/checkpoint"));
        try (Station open = Worked.open(station)) {
            Worked.admit(open, 1);
            open.countersign();
        }
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("went back");
        servers.get(0).close();
        servers.get(1).close();
        servers.get(2).close();
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("went back");
        servers.get(3).close();
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("witness");
    }

    @Test
    void cosignatures_that_are_newer_than_the_backup_say_nothing_of_what_was_signed_after_it() throws IOException {
        backUp();
        witnesses();
        Path early = dir.resolve("early");
        try (Station open = Worked.open(station)) {
            Worked.admit(open, 1);
        }
        assertThat(Worked.run("backup", station, early, "--vault", dir.resolve("vault"))
                        .exit())
                .isZero();
        Path cosigned = dir.resolve("cosigned");
        try (Station open = Worked.open(station)) {
            open.countersign();
            Files.copy(station.resolve("ledger/checkpoint"), cosigned);
            Worked.admit(open, 2);
        }
        copy = early;
        servers.forEach(WitnessServer::close);
        Worked.Said said = restore("--known", cosigned);
        assertThat(said.out()).doesNotContain("it may go on").contains("once enough witnesses");
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("witness");
    }

    @Test
    void a_restored_station_whose_settings_name_no_witness_any_more_signs_nothing() throws IOException {
        witnesses();
        backUp();
        restore("--known", copy.resolve("ledger/checkpoint"));
        Path settings = again.resolve(Settings.FILE);
        String text = Files.readString(settings);
        byte[] published = Files.readAllBytes(again.resolve("ledger/checkpoint"));
        Files.writeString(settings, text.replaceAll("witnesses: .*\n", ""));
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("--nobody-holds-newer");
        Files.writeString(settings, text.replaceAll("witnesses: ([^ ]*) .*\n", "witnesses: $1\n"));
        assertThatThrownBy(() -> Worked.open(again)).hasMessageContaining("Too few witnesses");
        assertThat(Files.readAllBytes(again.resolve("ledger/checkpoint"))).isEqualTo(published);
    }

    @Test
    void one_witness_that_says_a_size_and_shows_no_checkpoint_does_not_stop_a_station() throws IOException {
        witnesses();
        backUp();
        restore("--known", copy.resolve("ledger/checkpoint"));
        HttpServer boasting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        boasting.createContext("/", exchange -> {
            boolean isPost = exchange.getRequestMethod().equals("POST");
            byte[] body = "999999\n".getBytes(StandardCharsets.US_ASCII);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/x.tlog.size");
            exchange.sendResponseHeaders(isPost ? 409 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        boasting.start();
        try {
            Path settings = again.resolve(Settings.FILE);
            String text = Files.readString(settings);
            int port = boasting.getAddress().getPort();
            Files.writeString(
                    settings, text.replaceFirst("127.0.0.1:" + servers.get(0).port() + "\\b", "127.0.0.1:" + port));
            try (Station open = Worked.open(again)) {
                Worked.admit(open, 7);
            }
        } finally {
            boasting.stop(0);
        }
    }

    @Test
    void an_older_copy_of_the_keys_neither_restores_nor_opens_a_station() throws IOException {
        Path before = dir.resolve("before");
        copyFolder(station.resolve("keys"), before);
        LogKeyChange.rotate(station, () -> Worked.NOW_MS, List.of());
        String missing = LogKeyChange.chain(station).inForce().getLast().toString();
        backUp();
        Worked.Said said = Worked.run("restore", copy, again, "--keys", before, "--nobody-holds-newer");
        assertThat(said.exit()).isEqualTo(Exit.REFUSED);
        assertThat(said.err()).contains(missing);
        assertThat(again).doesNotExist();
        byte[] published = Files.readAllBytes(station.resolve("ledger/checkpoint"));
        Files.move(station.resolve("keys"), dir.resolve("whole"));
        Files.move(before, station.resolve("keys"));
        assertThatThrownBy(() -> Worked.open(station).close()).hasMessageContaining(missing);
        assertThat(Files.readAllBytes(station.resolve("ledger/checkpoint"))).isEqualTo(published);
        LogKeyChange.retire(station, () -> Worked.NOW_MS, missing.substring(missing.length() - 8), List.of());
        Worked.open(station).close();
        assertThat(Worked.run("audit", station).exit())
                .as("a key that is lost is retired by those that stay")
                .isZero();
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Path file : Worked.files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
