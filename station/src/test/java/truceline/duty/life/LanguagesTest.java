package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.History.act;
import static truceline.duty.life.History.weapon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import truceline.agreement.phrase.Verb;
import truceline.duty.words.Language;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// Two invented histories under real agreements, told in every language and compared with texts that people can read.
/// The parties bear letters, and nothing here happened. `-Dtruceline.record=true` writes the texts anew: then read the
/// difference.
class LanguagesTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("truceline.root"), "station/src/test/resources/truceline/duty/words");

    private static void compare(String name, Language language, History history) throws IOException {
        Path file = TEXTS.resolve(name + "." + language.code() + ".txt");
        String text = history.told(language);
        if (Boolean.getBoolean("truceline.record")) {
            Files.createDirectories(TEXTS);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /// Nothing runs before the first day is set; then papers are owed, and the monitor's way is free.
    @ParameterizedTest
    @EnumSource
    void paris_is_told_in_four_languages(Language language) throws IOException {
        History paris = new History("paris-framework-20", "2026-02-01T00:00:00Z", "2.5", "14.4", "14.5", "14.6", "5.a");
        paris.daySet("2026-02-20T00:00:00Z", "D", "2026-02-28T22:00:00Z")
                .listed("2026-03-02T10:00:00Z", "14.4", "AA", "guns", 240)
                .clock("2026-03-03T10:00:00Z")
                .done("2026-03-12T10:00:00Z", "14.5", "monitor", -1)
                .clock("2026-04-01T00:00:00Z");
        compare("paris", language, paris);
    }

    /// A position is moved over the line, somebody answers within the hour, and a howitzer stands in a settlement.
    @ParameterizedTest
    @EnumSource
    void july_2020_is_told_in_four_languages(Language language) throws IOException {
        History july = new History("minsk-additional-measures-2020", "2020-07-22T12:00:00Z", "0", "a.1", "b", "c");
        july.says("2020-07-26T10:00:00Z", "TCG", "orders-issued", "AA")
                .clock("2020-07-28T06:00:00Z")
                .acted(
                        "BB moves a position over the line",
                        act(Verb.ADVANCE, "E1", "2020-08-01T08:00:00Z", "BB", Kind.ARMED_PRESENCE, 39.15, 48.74))
                .acted("AA fires", act(Verb.FIRE, "E2", "2020-08-01T08:20:00Z", "AA", Kind.BURST, 39.15, 48.72))
                .saysOf("2020-08-01T09:00:00Z", "AA", "order-given", "AA", "E2")
                .saysOf("2020-08-01T10:00:00Z", "JCCC", "call-failed", null, "E2")
                .notice("2020-08-01T12:00:00Z", "AA", "TCG")
                .seen(
                        "a howitzer of nobody known in a settlement",
                        weapon("W1", "2020-08-13T08:00:00Z", null, Weapon.ARTILLERY, 1520, null, 39.23, 48.74));
        compare("july-2020", language, july);
    }

    @Test
    void the_words_do_not_depend_on_the_locale_of_the_machine() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            july_2020_is_told_in_four_languages(Language.UK);
        } finally {
            Locale.setDefault(before);
        }
    }
}
