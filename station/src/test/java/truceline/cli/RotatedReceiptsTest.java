package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.finding.Person;
import truceline.ledger.Acceptance;
import truceline.ledger.Note;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;
import truceline.station.LogKeyChange;
import truceline.station.Station;
import truceline.store.StationKeys;
import truceline.web.Site;
import truceline.web.WebStation;

/// A receipt given before the log changed its key is as good as one given after it.
class RotatedReceiptsTest {
    @TempDir
    private Path dir = Path.of("");

    private Path folder = dir;
    private Path key = dir;
    private String firstKey = "";
    private String secondKey = "";

    @BeforeEach
    void found() throws IOException {
        folder = dir.resolve("station");
        key = dir.resolve("device.key");
        Worked.found(folder);
        Signer device = Signer.of("device-1", new byte[32]);
        KeyFile.write(key, device.text());
        try (Station station = Worked.open(folder)) {
            Person person = new Person("device-1", "", "", "", device.verifier().text(), List.of("patrols"));
            String proof = SignedText.sign(KeysText.enrolment(station.origin(), person), device);
            station.enrol(person, proof, (index, leaf) -> {});
        }
        firstKey = StationKeys.read(folder).log().verifier().text();
    }

    private void rotate() throws IOException {
        secondKey = LogKeyChange.rotate(folder, () -> Worked.NOW_MS, List.of())
                .key()
                .text();
    }

    private void retire(String old) throws IOException {
        LogKeyChange.retire(folder, () -> Worked.NOW_MS, old, List.of());
    }

    private Worked.Said served(Function<String, Worked.Said> said) throws IOException {
        try (Station station = Worked.open(folder)) {
            station.sealEvery(Duration.ofMillis(20));
            List<Site> sites = List.of(new Site("station", "", "", folder));
            try (WebStation web = WebStation.start(0, sites, false, Map.of("station", station))) {
                return said.apply("http://127.0.0.1:" + web.port() + "/");
            }
        }
    }

    private Path submitted(int number) throws IOException {
        Path receipt = dir.resolve("receipt-" + number);
        Path rows = dir.resolve("rows-" + number + ".csv");
        Files.writeString(
                rows,
                "id,time,longitude,latitude,means,kind\nsent-" + number
                        + ",2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion\n");
        Worked.Said said = served(address ->
                Worked.run("submit", address, "--source", "patrols", "--key", key, "--receipts", receipt, rows));
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("1 accepted");
        return receipt;
    }

    private void areKept(List<Path> receipts) throws IOException {
        served(address -> {
            for (Path receipt : receipts) {
                for (String told : List.of("", firstKey, secondKey)) {
                    Object[] rest = told.isEmpty() ? new Object[0] : new Object[] {"--key", told};
                    for (String place : List.of(folder.toString(), address)) {
                        Worked.Said said = receipt(receipt, place, rest);
                        assertThat(said.exit())
                                .as(told + said.out() + said.err())
                                .isZero();
                        assertThat(said.out()).contains("kept: ");
                    }
                }
            }
            return new Worked.Said(0, "", "");
        });
    }

    private static Worked.Said receipt(Path receipt, String place, Object... rest) {
        Object[] words = Arrays.copyOf(new Object[] {"receipt", receipt, place}, 3 + rest.length);
        System.arraycopy(rest, 0, words, 3, rest.length);
        return Worked.run(words);
    }

    private void isRefused(Path receipt, Object... rest) throws IOException {
        assertThat(receipt(receipt, folder.toString(), rest).exit()).isEqualTo(Exit.NO);
        Worked.Said online = served(address -> receipt(receipt, address, rest));
        assertThat(online.exit()).as(online.out() + online.err()).isEqualTo(Exit.NO);
        assertThat(online.out()).contains("not signed by").doesNotContain("kept:");
    }

    @Test
    void receipts_of_a_retired_key_and_of_the_new_one_are_kept_and_a_strangers_is_not() throws IOException {
        Path first = submitted(1);
        rotate();
        Path between = submitted(2);
        retire(firstKey);
        Path second = submitted(3);
        areKept(List.of(first, between, second));
        Acceptance told =
                Acceptance.parse(Note.parse(Files.readAllBytes(second)).text());
        Signer stranger = Signer.of(Worked.ORIGIN, seed(9));
        Path forged = Files.write(dir.resolve("forged"), told.sign(stranger).encode());
        isRefused(forged);
        isRefused(forged, "--key", secondKey);
        isRefused(first, "--key", stranger.verifier().text());
    }

    private static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
