package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import truceline.mission.Mission;

class PublicHtmlTest {
    private static String html(Truce truce) {
        return Told.text(out -> PublicHtml.write(truce.picture(), Ondral.FOOTER, true, out));
    }

    @Test
    void the_number_is_a_least_and_says_why() {
        assertThat(html(Truce.day()))
                .contains("at least one event that may break the ceasefire was verified.")
                .contains("“At least”, because only 3\u202F% of the time")
                .contains("At least two people were hurt.");
    }

    @Test
    void who_fired_and_who_says_otherwise_stand_in_plain_words() {
        assertThat(html(Truce.day()))
                .contains("Who fired is decided by three of four seats: Ilmoss.")
                .contains("One seat, Ilmoss, says otherwise:")
                .contains("No launch point was visited. A direction is not a battery.")
                .contains("No reply by 2031-05-15 08:00Z.");
    }

    @Test
    void every_document_of_a_demonstration_says_so_and_no_other() {
        assertThat(html(Truce.day())).contains(Phrases.DEMO);
        assertThat(Told.text(out -> PublicHtml.write(Truce.day().picture(), Ondral.FOOTER, false, out)))
                .doesNotContain(Phrases.DEMO);
    }

    @Test
    void where_no_first_day_is_set_that_is_what_it_says() {
        assertThat(html(Truce.withoutDay()))
                .contains("By this record, the ceasefire has not begun.")
                .contains("The day D, from which the agreement counts, has not been set.")
                .doesNotContain("was verified.", "were verified.");
    }

    @Test
    void where_nothing_was_reported_that_is_what_it_says() {
        assertThat(html(Truce.silent()))
                .contains("Nobody has reported anything to us yet.")
                .contains("That is not the same as nothing having happened.")
                .doesNotContain("was verified.");
    }

    @Test
    void where_there_is_no_agreement_that_is_what_it_says() {
        assertThat(Told.text(out -> PublicHtml.write(Ondral.picture(), Ondral.FOOTER, false, out)))
                .contains("No ceasefire agreement has been entered here.");
        assertThat(Told.text(out -> PublicHtml.write(new Mission().picture(), Ondral.FOOTER, false, out)))
                .contains("No ceasefire agreement has been entered here.");
    }

    @Test
    void swapping_the_parties_swaps_their_names_and_nothing_else() {
        assertThat(Told.swapped(html(Truce.day("IL", "VA")))).isEqualTo(Told.withoutHashes(html(Truce.day())));
    }

    @Test
    void the_page_is_well_formed_and_neither_claims_peace_nor_names_what_is_protected() throws Exception {
        for (Truce truce : new Truce[] {Truce.day(), Truce.withoutDay(), Truce.silent()}) {
            String html = html(truce);
            Told.isWellFormed(html);
            assertThat(html).doesNotContain(Truce.CANARY, Truce.NOTE, "post W2", "27.6512345");
            assertThat(html.toLowerCase(Locale.ROOT))
                    .contains("a finding is not a legal judgment")
                    .doesNotContain("enemy", "target", "hostile", "kill", "threat", "calm", "quiet", "violation");
        }
    }

    /// `-Dtruceline.record=true` records the file anew; then read the difference.
    @Test
    void the_public_page_of_the_truce_is_the_one_that_was_recorded() throws IOException {
        Told.isRecorded("truce-public.html", html(Truce.day()));
    }
}
