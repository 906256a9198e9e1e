package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.mission.Documents;
import truceline.mission.Lookup;
import truceline.mission.Picture;

class SpotReportTest {
    private static final Truce TRUCE = Truce.day();
    private static final Picture PICTURE = TRUCE.picture();

    private static String html(Truce truce) {
        return Told.text(out -> SpotHtml.write(truce.picture(), truce.grave(), Ondral.FOOTER, true, out));
    }

    private static JsonNode json(Truce truce) {
        return JsonMapper.shared()
                .readTree(Told.text(out -> SpotJson.write(truce.picture(), truce.grave(), Ondral.FOOTER, true, out)));
    }

    @Test
    void a_dissent_stands_in_full_in_the_report_and_in_its_json() {
        assertThat(html(TRUCE))
                .contains("No launch point was visited. A direction is not a battery.", "Dissent of ")
                .contains("<b>Attributed to <bdi>Ilmoss</bdi></b> by three of four seats.");
        JsonNode dissent = json(TRUCE).get("attribution").get("dissent");
        assertThat(dissent.size()).isEqualTo(1);
        assertThat(dissent.get(0).get("seat").asString()).isEqualTo("IL");
        assertThat(dissent.get(0).get("text").asString())
                .isEqualTo("No launch point was visited. A direction is not a battery.");
    }

    @Test
    void every_account_says_whether_it_counts_as_independent_and_why_not() {
        JsonNode evidence = json(TRUCE).get("evidence");
        assertThat(evidence.size()).isEqualTo(4);
        assertThat(evidence.valueStream().map(each -> each.get("weight").asString()))
                .containsExactly("counts", "counts", "repeats", "interested");
        assertThat(html(TRUCE)).contains("No: the same account as one above", "No: a source of Vathe itself");
    }

    @Test
    void both_parties_are_answered_for_in_the_order_of_the_agreement() {
        assertThat(json(TRUCE)
                        .get("replies")
                        .valueStream()
                        .map(each -> each.get("party").asString()))
                .containsExactly("VA", "IL");
        assertThat(html(TRUCE)).contains("No reply by 2031-05-15 08:00Z.", "No unit of ours fired on that day.");
    }

    @Test
    void the_digest_is_the_one_that_two_posts_signed() {
        assertThat(json(TRUCE).get("sha256").asString())
                .isEqualTo(Documents.sha256(Lookup.of(PICTURE).finding(TRUCE.grave())))
                .isEqualTo(Objects.requireNonNull(
                                PICTURE.docket().file(TRUCE.grave()).published())
                        .sha256());
    }

    @Test
    void what_is_protected_never_shows() {
        assertThat(html(TRUCE) + json(TRUCE))
                .doesNotContain(Truce.CANARY, Truce.NOTE, "post W2", "27.6512345", "26.3112345");
    }

    @Test
    void the_document_is_well_formed_asks_for_nothing_and_takes_no_side_by_its_words() throws Exception {
        Told.isWellFormed(html(TRUCE));
        assertThat(html(TRUCE).toLowerCase(Locale.ROOT))
                .doesNotContain("enemy", "target", "hostile", "kill", "threat", "calm", "quiet", "violation by");
    }

    @Test
    void swapping_the_parties_swaps_their_names_and_nothing_else() {
        assertThat(Told.swapped(html(Truce.day("IL", "VA")))).isEqualTo(Told.withoutHashes(html(TRUCE)));
    }

    @Test
    void an_incident_that_nobody_decided_says_so() {
        Picture plain = Ondral.picture();
        String id = Ondral.register(plain).id(5);
        String html = Told.text(out -> SpotHtml.write(plain, id, Ondral.FOOTER, false, out));
        assertThat(html)
                .contains("Not decided. No post has said anything on it", "Not attributed.", "What is not known")
                .contains("whether the place was watched at the time is not recorded")
                .doesNotContain(Phrases.DEMO);
    }

    @Test
    void an_incident_that_does_not_exist_is_refused() {
        for (String address : new String[] {"999/0", "", "x", "0/0"}) {
            assertThatThrownBy(() -> SpotHtml.write(PICTURE, address, Ondral.FOOTER, false, new StringBuilder()))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// `-Dtruceline.record=true` records the files anew; then read the difference.
    @ParameterizedTest
    @ValueSource(strings = {"html", "json"})
    void the_spot_report_of_the_truce_is_the_one_that_was_recorded(String format) throws IOException {
        Told.isRecorded(
                "truce-spot." + format,
                format.equals("html")
                        ? html(TRUCE)
                        : Told.text(out -> SpotJson.write(PICTURE, TRUCE.grave(), Ondral.FOOTER, true, out)));
    }
}
