package truceline.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.NormKind;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.Condition;
import truceline.report.Markup;

class SignatureCopyTest {
    static java.util.List<String> names() {
        return Paper.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_text_of_a_file_is_on_its_copy_and_every_norm_beside_it(String name) throws Exception {
        Paper paper = Paper.of(name);
        String html = paper.html();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        for (Provision provision : paper.agreement().provisions().values()) {
            String row = row(html, provision.id());
            provision.text().values().stream()
                    .filter(text -> !provision.inheritsText())
                    .forEach(text -> assertThat(row).contains(Markup.escaped(text)));
            boolean isPlain = provision.norm(null).kind() != NormKind.TEXT
                    && !provision.norms().isDisputed()
                    && !isJoined(provision.norm(null).onlyIf())
                    && !isJoined(provision.norm(null).unless())
                    && provision.norm(null).guarantee() == null;
            if (isPlain) {
                assertThat(words(row)).contains(Sentence.of(provision));
            }
        }
        assertThat(html).contains(paper.signed().sha256().substring(0, 8)).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void readings_stand_beside_each_other_in_the_order_of_the_parties_and_alike() {
        String row = row(Paper.minsk().html(), "1");
        Matcher cell = Pattern.compile("<td style=\"([^\"]*)\"><p class=\"rh\">As (.*?) reads it</p><p>(.*?)</p></td>")
                .matcher(row);
        assertThat(cell.find()).isTrue();
        String style = cell.group(1);
        assertThat(words(cell.group(2))).isEqualTo("UA");
        assertThat(words(cell.group(3))).isEqualTo("each party must not fire in areas");
        assertThat(cell.group(3)).containsPattern("<u>.*areas.*</u>");
        assertThat(cell.find()).isTrue();
        assertThat(cell.group(1)).isEqualTo(style);
        assertThat(words(cell.group(2))).isEqualTo("CADLR");
        assertThat(cell.group(3)).containsPattern("<u>.*areas-less-pocket.*</u>");
    }

    @Test
    void a_zone_that_differs_by_party_names_them_in_the_order_of_the_file() {
        assertThat(words(Paper.minsk().html()))
                .contains("a band 50 km wide along actual for UA and memo for CADLR, half of it on each side");
    }

    @Test
    void what_is_not_signed_is_not_on_the_copy() {
        String html = Paper.paris().html();
        assertThat(html).doesNotContain("Keir Starmer", "run by three", "about 75 %", "no-answer");
        assertThat(words(html)).contains("2 proposals, 15 statements and 3 claims. They are not signed");
    }

    @Test
    void a_model_is_not_called_the_agreed_text_and_its_header_keeps_the_word() {
        String minsk = Paper.minsk().html();
        assertThat(minsk)
                .doesNotContain("The agreed text.")
                .contains("A model of something agreed, not the agreed text");
        assertThat(Paper.paris().html()).contains("A draft: not agreed.").contains("\\28 worked example\\29");
        assertThat(Paper.of("agreements/minsk-memorandum-2014").html()).contains("\\28 model\\29");
    }

    @Test
    void what_is_open_is_marked_where_it_stands_and_listed() {
        String html = Paper.paris().html();
        assertThat(row(html, "6")).contains("<b class=\"open\">open</b>");
        assertThat(row(html, "11")).doesNotContain("class=\"open\"");
        assertThat(words(html)).contains("25 values are open").contains("body guarantors decides");
    }

    @Test
    void who_can_decide_against_whom_is_told_for_every_party_alike() {
        String html = Paper.paris().html();
        String body =
                words(html.substring(html.indexOf("<tr id=\"def-commission\"")).split("</tr>", 2)[0]);
        assertThat(body)
                .contains("Enough together: UA + RU + US")
                .contains("Bound by this text: US to UA (gives 5.a)")
                .contains("Against UA: ")
                .contains("Against RU: ");
        assertThat(words(Paper.of("examples/ondral/ondral").html()))
                .contains("Against VA: nobody; VA can stop every decision")
                .contains("Against IL: nobody; IL can stop every decision");
    }

    @Test
    void conditions_that_are_joined_are_listed_one_by_one() {
        String row = row(Paper.paris().html(), "2.1");
        assertThat(words(row)).contains("each party must not fire in theatre, unless all of these hold:");
        assertThat(words(row.replace("</li>", " / ")))
                .contains("order-given / ")
                .contains("call-failed / ");
    }

    @Test
    void a_number_that_counts_is_not_mistaken_for_a_provision() {
        String row = row(Paper.paris().html(), "5.a.2");
        assertThat(row)
                .contains("href=\"#p-2.1\"")
                .doesNotContain("href=\"#p-2\"")
                .contains("at least 2 findings");
        assertThat(Paper.paris().html()).doesNotContain("href=\"#def-UA\">UA</a>-14");
    }

    @Test
    void the_east_of_a_position_is_not_the_day_of_that_name() {
        assertThat(Paper.of("agreements/black-sea-grain-2022").html()).contains("<p>46.50 N 30.75 E</p>");
    }

    @Test
    void a_text_cannot_leave_its_place_on_the_page() {
        String yaml = Paper.text("station/src/test/resources/agreement/july-2020")
                .replace("Measures to strengthen the ceasefire", "}</style><script>x</script>\\\\ \\\"");
        assertThat(Paper.read(yaml).html()).doesNotContain("<script>").containsOnlyOnce("</style>");
    }

    @Test
    void the_same_file_gives_the_same_pages_and_they_are_tagged_and_carry_the_hash() throws Exception {
        Paper paper = Paper.of("agreements/dayton-1a-1995");
        byte[] first = pdf(paper.html());
        assertThat(pdf(paper.html())).isEqualTo(first);
        try (PDDocument pages = Loader.loadPDF(first)) {
            assertThat(pages.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pages.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pages.getDocumentInformation().getCreationDate()).isNull();
            assertThat(Math.round(pages.getPage(0).getMediaBox().getWidth())).isEqualTo(595);
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= pages.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(pages))
                        .contains("Page " + page + " of " + pages.getNumberOfPages())
                        .contains(paper.signed().sha256());
            }
        }
    }

    @Test
    void a_letter_that_the_fonts_lack_is_refused_and_not_left_out() {
        assertThatThrownBy(() -> pdf(Paper.paris().html().replace("strong guarantees", "strong \uBCF4\uC7A5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HANGUL");
    }

    private static byte[] pdf(String html) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        CopyPdf.write(html, pdf);
        return pdf.toByteArray();
    }

    private static boolean isJoined(@org.jspecify.annotations.Nullable Condition condition) {
        return condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf;
    }

    private static String row(String html, String id) {
        int start = html.indexOf("<tr id=\"p-" + id + "\"");
        return html.substring(start, html.indexOf("</tr>\n", start));
    }

    private static String words(String html) {
        return html.replaceAll("</t[hd]>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }
}
