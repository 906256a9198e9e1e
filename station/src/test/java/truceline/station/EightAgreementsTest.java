package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.Origin;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.Source;
import truceline.agreement.phrase.Basis;
import truceline.geo.Feature;
import truceline.intake.GeoJsonReader;

/// The eight real agreements as files: sound, readable, with sources, and with maps that say that they are drawn.
class EightAgreementsTest {
    private static final Path FOLDER = Path.of(System.getProperty("truceline.root"), "agreements");
    private static final Map<String, AgreementFile> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path file : listed(".agreement.yaml")) {
            FILES.put(stem(file), AgreementFile.read(file, null));
        }
    }

    private static List<Path> listed(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replace(".agreement.yaml", "");
    }

    @Test
    void eight_agreements_load_under_the_name_of_their_file() {
        assertThat(FILES.keySet())
                .containsExactly(
                        "black-sea-grain-2022",
                        "colombia-ceasefire-2016",
                        "dayton-1a-1995",
                        "korean-armistice-1953",
                        "minsk-additional-measures-2020",
                        "minsk-memorandum-2014",
                        "minsk-package-2015",
                        "paris-framework-20");
        FILES.forEach((name, file) -> assertThat(file.id()).isEqualTo(name));
    }

    @Test
    void every_norm_reads_as_a_sentence_in_every_world() {
        Pattern sentence = Pattern.compile("\\S.* (must|must not|may) [a-z]\\S*( .*)?");
        List<String> wrong = new ArrayList<>();
        int norms = 0;
        for (AgreementFile file : FILES.values()) {
            for (Provision provision : file.agreement().provisions().values()) {
                List<String> read = new ArrayList<>();
                read.add(Sentence.of(provision));
                file.agreement().worlds().forEach(world -> read.add(Sentence.of(provision, world)));
                boolean isNorm = !provision.norm(null).verbs().isEmpty();
                norms += isNorm ? 1 : 0;
                for (String words : read) {
                    boolean isFine = !words.isBlank() && !words.contains("  ") && !words.contains("null");
                    if (!isFine || isNorm && !sentence.matcher(words).matches()) {
                        wrong.add(file.id() + " " + provision.id() + ": " + words);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(norms).isGreaterThan(150);
    }

    @Test
    void what_rests_on_a_text_names_one_that_was_read_and_what_rests_on_memory_is_called_so() {
        List<String> wrong = new ArrayList<>();
        for (AgreementFile file : FILES.values()) {
            Agreement agreement = file.agreement();
            for (Provision provision : agreement.provisions().values()) {
                Origin origin = provision.origin();
                boolean isRead = origin.sources().stream()
                        .map(agreement.sources()::get)
                        .anyMatch(source -> source != null && source.read() != null);
                boolean isAssumed = origin.basis() == Basis.ASSUMED;
                boolean isFromMemory = origin.sources().equals(List.of("memory"));
                boolean isNamed = isAssumed || !origin.sources().isEmpty();
                boolean isOfText = origin.basis() == Basis.TEXT || origin.basis() == Basis.TEXT_PARAPHRASED;
                if (!isNamed || isOfText && !isRead || isFromMemory && !isAssumed) {
                    wrong.add(file.id() + " " + provision.id() + ": " + origin);
                }
            }
            for (Source source : agreement.sources().values()) {
                if (source.at().startsWith("http") && source.read() == null) {
                    wrong.add(file.id() + ": source " + source.name() + " has an address but was not read");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_map_that_is_named_exists_and_every_map_that_exists_is_named() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (Path file : listed(".agreement.yaml")) {
            Pattern.compile("map: ([a-z0-9-]+\\.geojson)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> named.add(found.group(1)));
        }
        TreeSet<String> existing = new TreeSet<>();
        listed(".geojson").forEach(file -> existing.add(String.valueOf(file.getFileName())));
        assertThat(existing).isEqualTo(named).hasSizeGreaterThan(15);
        FILES.forEach((name, file) -> assertThat(file.maps().isEmpty())
                .as("%s has a map unless it is the framework that has no line yet", name)
                .isEqualTo(name.equals("paris-framework-20")));
    }

    @Test
    void every_shape_says_that_it_is_drawn_and_by_whom() throws IOException {
        for (Path file : listed(".geojson")) {
            GeoJsonReader.Reading reading = GeoJsonReader.readAreas(Files.readAllBytes(file), false);
            assertThat(reading.problems()).as(file.toString()).isEmpty();
            assertThat(reading.geometry().features()).isNotEmpty();
            for (Feature feature : reading.geometry().features()) {
                assertThat(feature.properties())
                        .as(file.toString())
                        .containsEntry("drawn", "drawn simply by the project, not a survey")
                        .containsKeys("name", "source")
                        .hasEntrySatisfying("date", date -> assertThat(date).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
            }
        }
    }

    @Test
    void every_key_whose_map_is_drawn_is_called_our_choice() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (AgreementFile file : FILES.values()) {
            file.agreement().lines().values().stream()
                    .filter(line -> file.maps().containsKey(line.name()))
                    .filter(line -> !line.origin().assumed().contains("map"))
                    .forEach(line -> wrong.add(file.id() + " " + line.name()));
            file.agreement().zones().values().stream()
                    .filter(zone -> file.maps().containsKey(zone.name()))
                    .filter(zone -> !zone.origin().assumed().contains("map"))
                    .forEach(zone -> wrong.add(file.id() + " " + zone.name()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_document_beside_them_lists_each_one() throws IOException {
        String text = Files.readString(FOLDER.resolve("README.md"));
        assertThat(text.lines()
                        .filter(line -> line.startsWith("| ["))
                        .map(line -> line.replaceAll("^\\| \\[|\\].*$", "")))
                .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }
}
