package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `agreement print`, `diff`, and the files that `timeline` and `positions` write.
class AgreementPapersTest {
    private static final String PARIS = file("paris-framework-20");

    private String out = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void a_copy_is_printed_as_a_page_or_as_pdf() throws IOException {
        assertThat(run("print", PARIS)).isZero();
        assertThat(out).startsWith("<!DOCTYPE html>").contains("head -c ");
        assertThat(run("print", PARIS, "--out", dir.resolve("c.html").toString()))
                .isZero();
        assertThat(Files.readString(dir.resolve("c.html"))).startsWith("<!DOCTYPE html>");
        assertThat(run("print", PARIS, "--out", dir.resolve("c.pdf").toString()))
                .isZero();
        assertThat(new String(
                        Files.readAllBytes(dir.resolve("c.pdf")), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(run("print", PARIS, "--out", dir.resolve("c.doc").toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(run("print", PARIS, "--language", "uk")).isEqualTo(Exit.USAGE);
        assertThat(run("print", dir.resolve("absent").toString())).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void two_versions_are_told_apart() throws IOException {
        Path younger = dir.resolve("young.agreement.yaml");
        Files.writeString(
                younger, Files.readString(Path.of(PARIS)).replace("all sanctions return", "sanctions return"));
        assertThat(run("diff", PARIS, younger.toString())).isZero();
        assertThat(out).contains("5.a changed").contains("[-all -]").doesNotContain("\u001b");
        assertThat(run("diff", PARIS, younger.toString(), "--json")).isZero();
        JsonNode json = new JsonMapper().readTree(out);
        assertThat(json.get("provisions").get(0).get("how").asString()).isEqualTo("changed");
        assertThat(json.get("supersedes").asString()).isEqualTo("left-open");
        Path page = dir.resolve("d.html");
        assertThat(run("diff", PARIS, younger.toString(), "--out", page.toString()))
                .isZero();
        assertThat(Files.readString(page)).contains("<del>all </del>");
        assertThat(run("diff", PARIS)).isEqualTo(Exit.USAGE);
    }

    @Test
    void the_timeline_is_drawn_and_the_positions_are_a_page() throws IOException {
        Path svg = dir.resolve("t.svg");
        assertThat(run("timeline", PARIS, "--day", "D=2026-03-01", "--out", svg.toString()))
                .isZero();
        assertThat(Files.readString(svg)).startsWith("<svg ").contains("2026-03-15");
        assertThat(run("timeline", PARIS, "--out", dir.resolve("t.png").toString()))
                .isEqualTo(Exit.USAGE);
        Path page = dir.resolve("p.html");
        assertThat(run("positions", PARIS, "--out", page.toString())).isZero();
        assertThat(Files.readString(page))
                .containsPattern(
                        "UA, US</th><td>18\u00a0of\u00a020</td><td>90.0 %</td><td>0\u00a0of\u00a020</td><td>inferred</td><td>12, 14")
                .containsPattern("UA, US, RU</th><td>0\u00a0of\u00a020</td><td>0.0 %</td><td>0\u00a0of\u00a020</td>")
                .contains("3, 4, 7, 8, 9, 13, 15, 17, 26");
        assertThat(out).isEmpty();
    }

    @Test
    void a_tried_day_and_a_draft_are_called_so() throws IOException {
        assertThat(run("timeline", PARIS, "--day", "D=2026-03-01")).isZero();
        assertThat(out).contains(", a draft, not agreed,").contains("D is tried as 2026-03-01");
        Path svg = dir.resolve("t.svg");
        assertThat(run("timeline", PARIS, "--day", "D=2026-03-01", "--out", svg.toString()))
                .isZero();
        assertThat(Files.readString(svg)).contains("a draft, not agreed").contains("D is tried as 2026-03-01");
    }

    @Test
    void a_folder_that_is_missing_is_named_as_such() {
        Path absent = dir.resolve("absent");
        for (String[] words : new String[][] {
            {"print", PARIS, "--out", absent.resolve("c.html").toString()},
            {"diff", PARIS, PARIS, "--out", absent.resolve("d.html").toString()},
            {"timeline", PARIS, "--out", absent.resolve("t.svg").toString()},
            {"positions", PARIS, "--out", absent.resolve("p.html").toString()}
        }) {
            assertThat(run(words)).isEqualTo(Exit.NOT_FOUND);
        }
        assertThat(absent).doesNotExist();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        truceline.intake.Refusal.class, () -> OutputFile.write(absent.resolve("c.html"), "x")))
                .hasMessageContaining("there is no folder " + absent);
    }

    @Test
    void an_actor_named_twice_and_a_pipe_are_refused() throws IOException, InterruptedException {
        assertThat(run("positions", PARIS, "--among", "UA,UA")).isEqualTo(Exit.USAGE);
        Path pipe = dir.resolve("pipe");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        for (String command : new String[] {"check", "print", "timeline", "positions"}) {
            assertThat(run(command, pipe.toString())).isEqualTo(Exit.REFUSED);
        }
    }

    @Test
    void a_day_that_is_not_set_is_counted_from_in_the_table() {
        assertThat(run("timeline", PARIS)).isZero();
        assertThat(out)
                .containsPattern("D\\+14 24:00, waits for D +14\\.1 +by D\\+14")
                .doesNotContain("open 24:00");
    }

    private int run(String... arguments) {
        StringWriter text = new StringWriter();
        String[] words = new String[arguments.length + 1];
        words[0] = "agreement";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        int code = Main.run(new PrintWriter(text, true), words);
        out = text.toString();
        return code;
    }

    private static String file(String name) {
        return Path.of(System.getProperty("truceline.root"), "agreements", name + ".agreement.yaml")
                .toString();
    }
}
