package truceline.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void only_the_words_that_differ_are_marked() {
        assertThat(marked("Nobody fires at ports.", "Nobody fires at ships."))
                .isEqualTo("Nobody fires at [ports]{ships}.");
        assertThat(marked("by D+2, by D+14", "by D+3, by D+14")).isEqualTo("by [D+2]{D+3}, by D+14");
        assertThat(marked("all sanctions", "all the sanctions")).isEqualTo("all {the }sanctions");
    }

    @Test
    void a_run_of_changed_words_is_one_change() {
        assertThat(marked("one two three four", "one zwei drei four")).isEqualTo("one [two three]{zwei drei} four");
    }

    @Test
    void nothing_and_something_are_told_whole() {
        assertThat(marked("", "new words")).isEqualTo("{new words}");
        assertThat(marked("old words", "")).isEqualTo("[old words]");
        assertThat(WordDiff.of("the same", "the same").isSame()).isTrue();
        assertThat(WordDiff.of("the same", "the other").isSame()).isFalse();
    }

    @Test
    void both_texts_can_be_read_back_from_a_redline() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String before = words(random);
            String after = words(random);
            StringBuilder old = new StringBuilder();
            StringBuilder young = new StringBuilder();
            for (WordDiff.Run run : WordDiff.of(before, after).runs()) {
                old.append(run.kind() == WordDiff.Kind.ADDED ? "" : run.text());
                young.append(run.kind() == WordDiff.Kind.REMOVED ? "" : run.text());
            }
            assertThat(old.toString()).as("seed %d", seed).isEqualTo(before);
            assertThat(young.toString()).as("seed %d", seed).isEqualTo(after);
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("abc  d,é".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static String marked(String before, String after) {
        StringBuilder text = new StringBuilder();
        for (WordDiff.Run run : WordDiff.of(before, after).runs()) {
            text.append(
                    switch (run.kind()) {
                        case SAME -> run.text();
                        case REMOVED -> "[" + run.text() + "]";
                        case ADDED -> "{" + run.text() + "}";
                    });
        }
        return text.toString();
    }
}
