package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import truceline.compliance.PlaceReason;
import truceline.duty.words.Language;

class ReasonTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void every_word_is_used_and_a_reason_without_words_is_refused() throws IOException {
        Path main = Path.of(System.getProperty("truceline.root", ".."), "core/src/main/java/truceline");
        TreeSet<String> used = new TreeSet<>();
        List<Path> sources = new ArrayList<>(
                List.of(main.resolve("duty/words/Language.java"), main.resolve("compliance/Zone.java")));
        try (Stream<Path> files = Files.list(main.resolve("duty/life"))) {
            files.forEach(sources::add);
        }
        sources.forEach(file -> KEY.matcher(read(file)).results().forEach(found -> used.add(found.group(1))));
        PlaceReason.NOT_KNOWN.forEach(reason -> used.add(reason.key()));
        PlaceReason.WITHOUT_ZONE.forEach(reason -> used.add(reason.key()));
        assertThat(used).containsAll(Language.EN.keys());
        assertThat(new Reason("place-by-line", List.of("AA", "5 km", "LoC")).english())
                .isEqualTo("for AA, measured from LoC: 5 km");
        assertThatThrownBy(() -> new Reason("no-such-key", List.of()).english())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_place_is_told_in_the_language_of_the_sentence_around_it() {
        List<PlaceReason> place = List.of(
                new PlaceReason("place-inside", List.of("corridor")),
                new PlaceReason("height-inside", List.of("corridor", "0", "3000", "ground", "120")));
        Reason reason = Reason.placeFor("AA", place, List.of("LoC"));
        assertThat(reason.values().get(1))
                .isEqualTo("inside corridor; 120 m above sea is in the layer of corridor, 0 to 3000 m above ground");
        assertThat(reason.english())
                .isEqualTo("for AA, measured from LoC: " + reason.values().get(1));
        assertThat(reason.in(Language.UK))
                .isEqualTo("для AA, виміряно від LoC: у межах corridor; 120 м над рівнем моря\u00a0— у шарі corridor,"
                        + " від 0 до 3000 м над землею");
        assertThat(Reason.place(PlaceReason.NOT_KNOWN).in(Language.FR)).isEqualTo("le lieu est inconnu");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
