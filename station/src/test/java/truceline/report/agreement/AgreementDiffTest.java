package truceline.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementDiffTest {
    private static final String PARIS = Paper.text("agreements/paris-framework-20");
    private static final String MINSK = Paper.text("agreements/minsk-package-2015");

    @Test
    void a_file_does_not_differ_from_itself() throws IOException {
        AgreementDiff diff = Paper.paris().to(Paper.paris());
        assertThat(diff.provisions()).isEmpty();
        assertThat(diff.elements()).isEmpty();
        assertThat(text(diff)).contains("What is signed is the same, byte for byte.");
    }

    @Test
    void a_changed_text_is_told_word_by_word() throws IOException {
        assertThat(text(PARIS, "answer together and all sanctions", "answer together and most sanctions"))
                .contains("5.a changed\n  text en: If Russia attacks again, the guarantors answer together and"
                        + " [-all-]{+most+} sanctions return.\n");
    }

    @Test
    void a_changed_norm_is_a_sentence_before_and_a_sentence_after() throws IOException {
        assertThat(text(
                        MINSK,
                        "what: mlrs, out-of: mlrs-out, begin-by: D+1",
                        "what: mlrs, out-of: mlrs-out, begin-by: D+3"))
                .contains("""
                        2.b changed
                          norm before: each party must withdraw mlrs out of mlrs-out, beginning by [-D+1-], by D+14
                          norm after:  each party must withdraw mlrs out of mlrs-out, beginning by {+D+3+}, by D+14
                        """);
    }

    @Test
    void a_text_under_another_id_has_moved() {
        AgreementDiff diff = diff(PARIS, "\n  13:   {who", "\n  13.9: {who");
        assertThat(diff.provisions()).singleElement().satisfies(change -> {
            assertThat(change.how()).isEqualTo(AgreementDiff.How.MOVED);
            assertThat(change.older()).isEqualTo("13");
            assertThat(change.newer()).isEqualTo("13.9");
            assertThat(change.parts()).isEmpty();
        });
    }

    @Test
    void what_stands_below_moves_along_and_a_new_text_under_an_old_id_is_added() {
        String young = MINSK.replace(
                        "\n  7:    {who: each party, must-not: hinder", "\n  7.5:  {who: each party, must-not: hinder")
                .replace(
                        "\n  8:    {who: UA",
                        "\n  7:    {text: {en: \"Something else.\"}, source: summary}\n  8:    {who: UA");
        List<AgreementDiff.ProvisionChange> changes =
                Paper.minsk().to(Paper.read(young)).provisions();
        assertThat(changes)
                .extracting(change -> change.older() + ">" + change.newer() + " " + change.how())
                .containsExactly("7>7.5 MOVED", "null>7 ADDED");
    }

    @Test
    void points_move_as_the_map_of_the_proposals_says() {
        String measures = Paper.text("station/src/test/resources/agreement/july-2020")
                .replace("\nbasis:", "\npoints-of: P1\nbasis:");
        String old = measures + "proposals: {P1: {points: 6}}\n";
        String young = measures.replace("points-of: P1", "points-of: P2")
                        .replace("\n  1: {who", "\n  #: {who")
                        .replace("\n  2: {who", "\n  1: {who")
                        .replace("\n  #: {who", "\n  2: {who")
                        .replace("No aircraft of the sides.", "No aircraft of the two sides.")
                        .replace("No offensive, scouting", "No attack, scouting")
                + "proposals: {P1: {points: 6}, P2: {points: 6, follows: P1, from-points: {1: 2, 2: 1, 3: 3, 4: 4}}}\n";
        assertThat(Paper.read(old).to(Paper.read(young)).provisions())
                .extracting(change -> change.older() + ">" + change.newer() + " " + change.why())
                .containsExactly("1>2 point map", "2>1 point map");
    }

    @Test
    void a_reading_that_was_added_is_told_as_such() throws IOException {
        String text = text(PARIS, "RU: {order: UA first}}", "RU: {order: UA first}, US: {order: together}}");
        assertThat(text).contains("norm as US reads it (reading added): {+in steps together");
        assertThat(text).doesNotContain("norm as UA", "norm as RU");
    }

    @Test
    void a_changed_definition_stands_under_its_section() throws IOException {
        assertThat(text(PARIS, "within: 50 km, of: LoC", "within: 60 km, of: LoC"))
                .contains("Provisions: 0 added, 0 removed, 0 moved, 0 changed. Head and definitions: 1.")
                .contains("zones\n  guns-out (changed): everything within [-50-]{+60+} km of LoC");
    }

    @Test
    void what_is_not_signed_is_told_apart() throws IOException {
        assertThat(text(PARIS, "about 75 %", "about 77 %"))
                .contains("What is signed is the same, byte for byte; what is not signed differs.")
                .contains("Not signed:\n\nclaims\n  donetsk-held (changed): donetsk held by RU: about [-75-]{+77+} %");
    }

    @Test
    void a_comment_changes_the_bytes_and_nothing_that_is_said() throws IOException {
        assertThat(text(PARIS, "# Texts are our own words.", "# The texts are our own words."))
                .contains("differ in comments, spaces or order only");
    }

    @Test
    void the_newer_version_may_name_the_older_file_by_its_hash() {
        String hash = Paper.paris().signed().fileSha256();
        AgreementDiff named = diff(
                PARIS,
                "supersedes: {version: 0.9.2, sha256: open}",
                "supersedes: {version: 0.9.3, sha256: " + hash + "}");
        assertThat(named.supersedes()).isEqualTo(AgreementDiff.Supersedes.THIS_FILE);
        AgreementDiff other = diff(PARIS, "sha256: open", "sha256: " + "0".repeat(64));
        assertThat(other.supersedes()).isEqualTo(AgreementDiff.Supersedes.ANOTHER_FILE);
        assertThat(Paper.paris().to(Paper.paris()).supersedes()).isEqualTo(AgreementDiff.Supersedes.LEFT_OPEN);
    }

    @Test
    void colour_is_added_to_marks_that_stand_without_it() throws IOException {
        AgreementDiff diff = diff(PARIS, "and all sanctions", "and most sanctions");
        StringBuilder coloured = new StringBuilder();
        DiffText.write(diff, true, coloured);
        assertThat(coloured.toString()).contains("\u001b[31m[-all-]\u001b[0m");
        assertThat(coloured.toString().replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text(diff));
    }

    @Test
    void a_page_marks_what_is_gone_and_what_is_new() throws IOException {
        StringBuilder html = new StringBuilder();
        DiffHtml.write(diff(PARIS, "and all sanctions", "and most <b> sanctions"), html);
        assertThat(html.toString()).contains("and <del>all</del><ins>most &lt;b&gt;</ins> sanctions");
    }

    @Test
    void two_agreements_are_not_told_as_versions_of_one() throws IOException {
        AgreementDiff diff = Paper.paris().to(Paper.minsk());
        assertThat(text(diff))
                .contains("These are two agreements, paris-framework-20 and minsk-package-2015, and not two versions");
        StringBuilder html = new StringBuilder();
        DiffHtml.write(diff, html);
        assertThat(html.toString())
                .contains("paris-framework-20 0.10.0 and minsk-package-2015 1.1.0")
                .contains("compared with");
    }

    private static AgreementDiff diff(String yaml, String before, String after) {
        assertThat(yaml).contains(before);
        return Paper.read(yaml).to(Paper.read(yaml.replace(before, after)));
    }

    private static String text(String yaml, String before, String after) throws IOException {
        return text(diff(yaml, before, after));
    }

    private static String text(AgreementDiff diff) throws IOException {
        StringBuilder text = new StringBuilder();
        DiffText.write(diff, false, text);
        return text.toString();
    }
}
