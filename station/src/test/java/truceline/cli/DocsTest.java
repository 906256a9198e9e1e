package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import truceline.blackbox.Program;
import truceline.intake.Formats;

/// What the documents say is what the program does.
class DocsTest {
    private static final Path ROOT = Program.ROOT;

    @Test
    void every_command_of_the_readme_runs_in_the_order_in_which_it_stands(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("examples"), ROOT.toRealPath().resolve("examples"));
        Files.createSymbolicLink(folder.resolve("agreements"), ROOT.toRealPath().resolve("agreements"));
        int run = 0;
        for (String line : shellLines(Files.readString(ROOT.resolve("README.md")))) {
            String[] halves = line.split(" > ", 2);
            String[] words = halves[0].split(" ", -1);
            assertThat(words[0]).as(line).isEqualTo("./truceline");
            List<String> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
            if (line.equals("./truceline demo")) {
                // Serves until it is interrupted; DemoServedTest does that.
                arguments.add("--no-serve");
            }
            Program.Outcome outcome = Program.run(folder, List.of(), arguments.toArray());
            assertThat(outcome.code()).as("%s%n%s", line, outcome.words()).isZero();
            assertThat(outcome.out() + outcome.words()).as(line).isNotBlank();
            run++;
        }
        assertThat(run).isGreaterThanOrEqualTo(8);
    }

    @Test
    void every_link_of_every_document_leads_to_a_file() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(document));
            while (link.find()) {
                links++;
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    broken.add(document.getFileName() + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(10);
    }

    @Test
    void the_readme_lists_the_commands_that_exist() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String table = readme.substring(readme.indexOf("## Commands"), readme.indexOf("Data goes to standard output"));
        TreeSet<String> listed = new TreeSet<>();
        Matcher command = Pattern.compile("(?:^\\| |, )`([a-z]+)").matcher("");
        for (String row : table.lines().toList()) {
            command.reset(row);
            while (command.find()) {
                listed.add(command.group(1));
            }
        }
        assertThat(listed)
                .isEqualTo(new TreeSet<>(
                        new CommandLine(new Main()).getSubcommands().keySet()));
    }

    @Test
    void the_readme_states_the_exit_codes_that_are_used() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md")).replace("\n", " ");
        assertThat(readme)
                .contains(Exit.DONE + " done")
                .contains(Exit.NO + " the answer is no")
                .contains(Exit.USAGE + " usage")
                .contains(Exit.CONFIGURATION + " configuration")
                .contains(Exit.REFUSED + " input refused")
                .contains(Exit.NOT_FOUND + " not found")
                .contains(Exit.UNAVAILABLE + " unavailable or could not check");
        assertThat(readme.lines().count()).isLessThanOrEqualTo(200);
    }

    @Test
    void every_format_is_described() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String changelog = Files.readString(ROOT.resolve("CHANGELOG.md"));
        for (String format : Formats.names()) {
            assertThat(readme + changelog).contains(format);
        }
    }

    @Test
    void the_plan_of_the_architecture_names_every_room_that_is_built() throws IOException {
        String plan = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        for (String module : new String[] {"core", "station"}) {
            try (Stream<Path> rooms = Files.list(ROOT.resolve(module + "/src/main/java/truceline"))) {
                assertThat(rooms.map(room -> "| `" + room.getFileName() + "` |"))
                        .allSatisfy(room -> assertThat(plan).contains(room));
            }
        }
    }

    private static List<String> shellLines(String document) {
        List<String> lines = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```sh\n(.*?)```").matcher(document);
        while (block.find()) {
            lines.addAll(block.group(1).lines().toList());
        }
        return lines;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> spec = Files.list(ROOT.resolve("spec"))) {
            return Stream.concat(root, spec)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }
}
