package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `agreement state` under the framework of Paris, in every language.
class AgreementStateCommandTest {
    private static final String PARIS = Path.of(
                    System.getProperty("truceline.root"), "agreements", "paris-framework-20.agreement.yaml")
            .toString();

    private String out = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void the_state_of_paris_is_told_in_the_language_that_is_asked_for() {
        String home = dir.resolve("station").toString();
        assertThat(run("init", home, "--agreement", PARIS)).isZero();
        assertThat(state(home))
                .contains("\n14.4  UA  pending  as read by UA, RU\n    it waits for D\n")
                .doesNotContain("lawyer");
        String english = out;
        assertThat(state(home, "--lang", "en")).isEqualTo(english);
        assertThat(state(home, "--lang", "uk"))
                .startsWith("цей переклад не перевіряв юрист; ")
                .contains("\n14.4  UA  очікує  за прочитанням UA, RU\n    очікується: D\n");
        assertThat(state(home, "--lang", "fr"))
                .startsWith("aucun juriste n’a relu cette traduction\u202f; ")
                .contains("\n14.4  UA  en attente  selon la lecture de UA, RU\n    en attente de\u00a0: D\n");
        assertThat(state(home, "--lang", "ru"))
                .startsWith("этот перевод не проверял юрист; ")
                .contains("\n14.4  UA  ожидает  в прочтении UA, RU\n    ожидается: D\n");
        assertThat(out.lines().count()).isEqualTo(english.lines().count() + 1);
    }

    @Test
    void json_is_the_same_in_each_language_and_an_unknown_language_is_refused() {
        String home = dir.resolve("station").toString();
        assertThat(run("init", home, "--agreement", PARIS)).isZero();
        String json = state(home, "--provision", "14.4", "--json");
        assertThat(json)
                .contains("{\"key\":\"waits-for\",\"values\":[\"D\"],\"text\":\"it waits for D\"}")
                .doesNotContain("parts");
        assertThat(state(home, "--provision", "14.4", "--json", "--lang", "uk")).isEqualTo(json);
        assertThat(run("agreement", "state", home, "--lang", "de")).isEqualTo(Exit.USAGE);
        assertThat(run("agreement", "state", home, "--provision", "99")).isEqualTo(Exit.NOT_FOUND);
        assertThat(run("agreement", "state", home, "--lang", "de", "--json")).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_place_has_its_numbers_as_keys_and_values_and_is_told_in_the_language() throws IOException {
        Path home = dir.resolve("station");
        Worked.found(home);
        assertThat(state(home.toString(), "--provision", "1", "--json"))
                .contains(
                        "\"parts\":[{\"key\":\"place-deep-about\",\"values\":[\"4.3 km\",\"buffer\",\"7.5 km\",\"2.2 km\"]");
        assertThat(state(home.toString(), "--provision", "1"))
                .contains("10/0 candidate, minor by otherwise (4.3 km from the line of buffer, which is 7.5 km deep,");
        assertThat(state(home.toString(), "--provision", "1", "--lang", "ru"))
                .contains("10/0 возможное нарушение, незначительное (otherwise) (4,3\u00a0км от линии buffer, глубина");
    }

    @Test
    void the_head_names_entries_and_moment_and_moments_have_the_offset_of_the_agreement() throws IOException {
        Path home = dir.resolve("station");
        Worked.found(home);
        String text = state(home.toString(), "--provision", "1");
        assertThat(text).matches("(?s)[0-9]+ entries, as of \\S+-02:00\n.*").doesNotContainPattern("T[0-9:.]+Z");
        assertThat(state(home.toString(), "--provision", "1", "--json")).doesNotContain("-02:00");
    }

    private String state(String home, String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "agreement";
        words[1] = "state";
        words[2] = home;
        System.arraycopy(options, 0, words, 3, options.length);
        assertThat(run(words)).isZero();
        return out;
    }

    private int run(String... words) {
        StringWriter text = new StringWriter();
        int code = Main.run(new PrintWriter(text, true), words);
        out = text.toString();
        return code;
    }
}
