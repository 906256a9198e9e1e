package truceline.duty.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import truceline.agreement.Norm;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Level;
import truceline.compliance.PlaceReason;
import truceline.duty.Truth;
import truceline.duty.life.Change;
import truceline.duty.life.Phase;

class LanguageTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

    /// Words without which hardly an English sentence is written, and which French does not have.
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|is|are|was|it|its|by|of|and|at|for|no|that|from|done|held|since|to)\\b");

    /// Symbols of units, and what is the same word in both languages.
    private static final Set<String> ALSO_FRENCH = Set.of("m", "km", "min", "h", "grave");

    private static List<String> texts(Language language) {
        List<String> texts = new ArrayList<>();
        language.keys().forEach(key -> texts.add(language.template(key)));
        language.closedWords().forEach(word -> texts.add(language.word(word)));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_the_same_keys_and_words_and_none_of_them_is_blank(Language language) {
        assertThat(language.keys()).isEqualTo(Language.EN.keys()).hasSizeGreaterThan(100);
        assertThat(language.closedWords()).isEqualTo(Language.EN.closedWords());
        assertThat(texts(language)).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_has_the_values_of_the_english_one_each_as_often(Language language) {
        for (String key : Language.EN.keys()) {
            assertThat(values(language.template(key)))
                    .as("%s in %s", key, language)
                    .isEqualTo(values(Language.EN.template(key)));
        }
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void nothing_is_left_in_english() {
        for (Language language : List.of(Language.UK, Language.RU)) {
            assertThat(texts(language)).noneMatch(text -> text.codePoints().anyMatch(LanguageTest::isLatin));
        }
        assertThat(texts(Language.FR)).noneMatch(text -> ENGLISH.matcher(text).find());
        for (String key : Language.EN.keys()) {
            String english = Language.EN.template(key);
            if (english.codePoints().anyMatch(LanguageTest::isLatin)) {
                assertThat(Language.FR.template(key)).as(key).isNotEqualTo(english);
            }
        }
        assertThat(Language.FR.closedWords().stream()
                        .filter(word -> Language.FR.word(word).equals(Language.EN.word(word))))
                .hasSameElementsAs(ALSO_FRENCH);
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    @Test
    void ukrainian_and_russian_keep_their_letters_apart() {
        assertThat(String.join(" ", texts(Language.UK))).doesNotContainPattern("[ыэъёЫЭЪЁ]");
        assertThat(String.join(" ", texts(Language.RU))).doesNotContainPattern("[іїєґІЇЄҐ]");
    }

    @Test
    void each_language_is_set_with_its_own_marks_and_spaces() {
        for (Language language : List.of(Language.UK, Language.FR, Language.RU)) {
            assertThat(texts(language))
                    .noneMatch(text -> text.contains("'") || text.contains("\"") || text.contains(" %"));
        }
        assertThat(texts(Language.FR))
                .noneMatch(text -> Pattern.compile("[^\u00a0]:|[^\u202f][;%]|«[^\u00a0]|[^\u00a0]»")
                        .matcher(text)
                        .find());
        for (Language language : List.of(Language.UK, Language.RU)) {
            assertThat(texts(language))
                    .noneMatch(text -> Pattern.compile("\\s[:;]|«\\s|\\s»|[^\u00a0]—|[^\u00a0]%")
                            .matcher(text)
                            .find());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_phase_truth_level_and_unit_has_a_word(Language language) {
        List<String> words = new ArrayList<>();
        words.addAll(ClosedWords.all(Phase.class));
        words.addAll(ClosedWords.all(Truth.class));
        words.addAll(ClosedWords.all(Level.class));
        words.addAll(ClosedWords.all(Norm.Balance.class));
        words.addAll(ClosedWords.all(Condition.NormState.class));
        ClosedWords.all(Change.Outcome.class).forEach(outcome -> words.add("case-" + outcome));
        for (DurationPhrase.Unit unit : DurationPhrase.Unit.values()) {
            words.add(unit.one());
            words.add(new DurationPhrase(2, unit).text().substring(2));
        }
        assertThat(language.closedWords()).containsAll(words);
    }

    @Test
    void lengths_spans_words_and_events_among_the_values_are_told_in_the_language() {
        assertThat(Language.UK.sentence("place-deep-about", "43.0 km", "LoC", "50.0 km", "120 m"))
                .isEqualTo("43,0\u00a0км від лінії LoC, глибина 50,0\u00a0км, з точністю до ±120\u00a0м");
        assertThat(Language.FR.sentence("notice-none", "TCG", "30 days"))
                .isEqualTo("aucun avis à TCG dans un délai de 30\u00a0jours");
        assertThat(Language.RU.sentence("held", "1", "2.b", "BB", "fulfilled-late"))
                .isEqualTo("задержано: этап 1, 2.b (BB)\u00a0— «выполнено с опозданием», не верифицировано");
        assertThat(Language.FR.sentence("waits-for", "3.a breached by AA"))
                .isEqualTo("en attente de\u00a0: violation de 3.a par AA");
        assertThat(Language.UK.sentence("waits-for", "3.a breached")).isEqualTo("очікується: порушення 3.a");
        assertThat(Language.RU.sentence("waits-for", "open")).isEqualTo("ожидается: оставлено открытым");
        assertThat(Language.EN.sentence("waits-for", "3.a breached by AA"))
                .isEqualTo("it waits for 3.a breached by AA");
        assertThat(Language.EN.sentence("quantity", "16.7", "20", "20 guns")).isEqualTo("16.7 of 20 (20 guns)");
        assertThat(Language.FR.sentence("quantity", "16.7", "20", "20 guns")).isEqualTo("16,7 sur 20 (20 guns)");
    }

    @Test
    void a_name_that_is_also_a_word_stays_a_name() {
        assertThat(Language.FR.sentence("actor-unknown")).isEqualTo("l’auteur est inconnu");
        assertThat(Language.FR.sentence("stands-so", "open", "held")).contains("open", "retenue");
        assertThat(Language.UK.sentence("waits-for", "count")).isEqualTo("очікується: count");
    }

    @Test
    void sentences_in_a_row_are_joined_as_the_language_joins_them() {
        assertThat(Language.FR.joined(List.of("a", "b", "c"))).isEqualTo("a\u202f; b\u202f; c");
        assertThat(Language.EN.joined(List.of("a", "b"))).isEqualTo("a; b");
        assertThat(Language.EN.joined(List.of())).isEmpty();
    }

    @Test
    void a_language_is_found_by_its_code_and_a_key_without_words_is_refused() {
        assertThat(Language.find("fr")).contains(Language.FR);
        assertThat(Language.find("FR")).isEmpty();
        assertThatThrownBy(() -> Language.UK.sentence("no-such-key")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_sort_of_value_belongs_to_a_value_of_an_english_sentence() {
        for (String key : ValueSorts.keys()) {
            long asked = values(Language.EN.template(key)).stream().distinct().count();
            assertThat((long) ValueSorts.of(key).length()).as(key).isBetween(asked, 5L);
        }
        assertThat(PlaceReason.words().keySet()).allMatch(Language.EN.keys()::contains);
    }
}
