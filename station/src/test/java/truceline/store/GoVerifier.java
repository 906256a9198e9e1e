package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The verifier in `verify/go`, built from source.
public final class GoVerifier {
    private static final Path SOURCE = Path.of(System.getProperty("truceline.root", "."), "verify", "go");

    private GoVerifier() {}

    /// Skips the test where Go or its module of the checksum database is missing.
    public static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/go"))
                        && Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod")),
                "golang-go and golang-golang-x-mod-dev are not installed");
    }

    /// Builds it in a folder and says where it is.
    public static Path build(Path folder) throws IOException, InterruptedException {
        Path built = folder.resolve("verify");
        String main = SOURCE.resolve("main.go").toString();
        String keys = SOURCE.resolve("keys.go").toString();
        ProcessBuilder go = new ProcessBuilder("go", "build", "-o", built.toString(), main, keys);
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", "/usr/share/gocode");
        if (System.getenv("HOME") == null) {
            go.environment().put("GOCACHE", folder.resolve("cache").toString());
        }
        Process process = go.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return built;
    }
}
