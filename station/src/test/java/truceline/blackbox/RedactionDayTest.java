package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A name that should not be there, from the row in which it came to the proof that it is gone, by commands alone.
class RedactionDayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "Ysolde Vantongeren";
    private static final String ROWS = """
            Id,Position,Event location,Means,No.,Observation,Description,Weapon,"Date, time",Remark,Person
            1,Patrol P-03 near Harrowick,2-3km E,Heard,2,Explosion,Undetermined,N/K,"14 May 2031, 06:12",seen by the miller,Ysolde Vantongeren
            2,Patrol P-03 near Harrowick,2-3km E,Heard,4,Explosion,Undetermined,N/K,"14 May 2031, 08:12",clear sky,
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    private String done(Object... arguments) throws IOException, InterruptedException {
        return Program.expectDone(Program.run(arguments)).out();
    }

    private void person(String id, String section) throws Exception {
        done("key", "new", folder.resolve(id), "--name", id);
        done("user", "add", home, "--key", folder.resolve(id), "--body", "monitor", "--section", section);
    }

    private void sign(String id, String statement) throws Exception {
        Path file = Files.createTempFile(folder, "said", ".json");
        Files.writeString(file, statement);
        done("state", home, file, "--key", folder.resolve(id));
    }

    @Test
    void a_name_is_shredded_and_the_record_proves_as_before() throws Exception {
        home = folder.resolve("station");
        done("init", home, "--agreement", Program.ONDRAL.resolve("ondral.agreement.yaml"));
        person("analyst-1", "analysis");
        person("patrol-1", "patrols");
        Path rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
        JsonNode receipt = JSON.readTree(done("submit", home, "--source", "patrols", "--json", rows));
        long entry = receipt.get("checkpoint").get("size").asLong() - 1;
        String item = entry + "/0";
        Object[] reveal = {
            "reveal", home, item, "--class", "R", "--key", folder.resolve("analyst-1"), "--why", "to warn the person"
        };
        assertThat(done(reveal)).contains(NAME);
        String redact =
                "{\"act\":\"redact\",\"class\":\"R\",\"item\":\"" + item + "\",\"reason\":\"danger-to-person\"}";
        sign("analyst-1", redact);
        assertThat(done("redact", home)).startsWith("0 redactions");
        sign("patrol-1", redact);
        assertThat(done("redact", home)).contains("withheld: redacted on", "is gone with it, whole");
        assertThat(done("redact", home, "--json")).contains("\"reason\":\"danger-to-person\"");
        Program.Outcome gone = Program.run(reveal);
        assertThat(gone.code()).isEqualTo(4);
        assertThat(gone.words()).contains("withheld: redacted on");
        JsonNode status = JSON.readTree(done("status", home, "--json"));
        assertThat(status.get("redactions").asInt()).isEqualTo(1);
        assertThat(status.get("pendingRedactions").asInt()).isZero();
        assertThat(done("fsck", home, "--deep")).contains("fsck        passed").doesNotContain("pending");
        assertThat(nowhere(NAME)).isTrue();
        JsonNode audit = JSON.readTree(done("audit", home, "--json"));
        assertThat(audit.get("ok").asBoolean()).isTrue();
        assertThat(audit.get("items").get("redacted").asInt()).isEqualTo(1);
        assertThat(audit.get("items").get("withheld").asInt()).isEqualTo(4);
        assertThat(done("report", home, "--spot", item)).contains("withheld: redacted on");
        independentVerifierAgrees();
    }

    private boolean nowhere(String word) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void independentVerifierAgrees() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/go"))
                        && Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod")),
                "Debian's Go and golang-golang-x-mod-dev are not installed");
        String key = JSON.readTree(done("proof", home, "0", "--entry"))
                .get("key")
                .get("key")
                .asString();
        Process verify = new ProcessBuilder(
                        Program.ROOT.resolve("verify/go/verify.sh").toString(),
                        home.resolve("ledger").toString(),
                        key)
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(verify.exitValue()).as(said).isZero();
    }
}
