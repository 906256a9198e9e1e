package truceline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Order in the house: sizes, words, package descriptions, the dictionary.
class TidyTest {
    private static final int MOST_LINES_OF_A_FILE = 500;
    private static final int MOST_LINES_OF_A_METHOD = 70;
    private static final Pattern BANNED_WORD =
            Pattern.compile("(?i)(?<![a-z])(target|enemy|enemies|hostile|kill|kills|killed|threat|threats)(?![a-z])");
    private static final Pattern BANNED_NAME =
            Pattern.compile("(Base|Abstract)[A-Z].*|.*(Util|Utils|Helper|Helpers|Manager|Impl)|Common.*|Misc.*");
    private static final Pattern LEFT_BEHIND =
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@author|printStackTrace|@Disabled|System\\.out\\.print");
    private static final List<String> DICTIONARY_ROOMS = List.of(
            "observation",
            "agreement",
            "incident",
            "territory",
            "compliance",
            "coverage",
            "finding",
            "duty",
            "mission");

    private static final List<Sources.Name> NAMES = Sources.names(Sources.mainFiles());

    @Test
    void no_file_is_longer_than_five_hundred_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> files = Sources.files(".java", "core/src", "station/src", "bench/src");
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES_OF_A_FILE) {
                tooLong.add(file.getFileName() + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
        assertThat(files).hasSizeGreaterThan(100);
    }

    @Test
    void no_method_is_longer_than_seventy_lines() {
        assertThat(NAMES.stream()
                        .filter(name -> name.lines() > MOST_LINES_OF_A_METHOD)
                        .map(name -> name.file().getFileName() + " " + name.name() + ": " + name.lines()))
                .isEmpty();
        assertThat(NAMES.stream().filter(name -> name.lines() > 0).count()).isGreaterThan(500);
    }

    @Test
    void no_name_is_one_of_those_that_say_nothing() {
        assertThat(NAMES.stream()
                        .map(Sources.Name::name)
                        .filter(name -> BANNED_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void no_identifier_holds_a_word_of_war() {
        assertThat(NAMES.stream()
                        .filter(name -> BANNED_WORD.matcher(split(name.name())).find())
                        .map(name -> name.file().getFileName() + ": " + name.name()))
                .isEmpty();
    }

    @Test
    void no_text_for_users_holds_a_word_of_war() throws IOException {
        List<String> found = new ArrayList<>();
        for (Sources.Text text : Sources.texts(Sources.mainFiles())) {
            if (BANNED_WORD.matcher(text.text()).find()) {
                found.add(text.file().getFileName() + ": " + text.text());
            }
        }
        List<Path> files = new ArrayList<>(Sources.files(".md", "spec"));
        files.add(Sources.ROOT.resolve("README.md"));
        for (Path file : files) {
            Matcher matcher = BANNED_WORD.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file.getFileName() + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothing_is_left_behind_in_the_sources() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.mainFiles()) {
            Matcher matcher = LEFT_BEHIND.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file.getFileName() + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_package_says_what_enters_what_leaves_and_what_it_never_does() throws IOException {
        Set<Path> folders = new TreeSet<>();
        Sources.mainFiles().forEach(file -> folders.add(file.getParent()));
        for (Path folder : folders) {
            Path description = folder.resolve("package-info.java");
            assertThat(description).exists();
            assertThat(Files.readString(description)).contains("Enters:", "eaves:", "Never:", "@NullMarked");
        }
    }

    @Test
    void every_public_type_of_the_domain_is_in_the_dictionary_and_every_noun_there_is_a_type() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Sources.Name name : NAMES) {
            boolean inDomain = DICTIONARY_ROOMS.stream()
                    .anyMatch(room -> name.file().toString().contains("/core/src/main/java/truceline/" + room + "/"));
            boolean ownFile = name.file().getFileName().toString().equals(name.name() + ".java");
            if (inDomain && name.isPublicType() && ownFile) {
                types.add(name.name());
            }
        }
        Set<String> nouns = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|")
                .matcher(Files.readString(Sources.ROOT.resolve("DICTIONARY.md")));
        while (row.find()) {
            nouns.add(row.group(1));
        }
        assertThat(nouns).isEqualTo(types);
    }

    @Test
    void every_format_has_vectors() throws IOException {
        for (Path spec : Sources.files(".md", "spec")) {
            String name = spec.getFileName().toString().replace(".md", "");
            assertThat(Files.readString(spec))
                    .as("spec/%s.md names its vectors", name)
                    .contains("vectors/");
        }
    }

    /// Cuts a name into words: `lastSeenMs` becomes "last seen ms".
    private static String split(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
