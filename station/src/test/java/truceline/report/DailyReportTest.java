package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import truceline.mission.Picture;
import truceline.observation.Kind;

class DailyReportTest {
    private static final Picture PICTURE = Ondral.picture();
    private static final DailyReport REPORT = Ondral.report(PICTURE, Ondral.DATE);

    private interface Writing {
        void write(Appendable out) throws IOException;
    }

    private static String text(Writing writing) {
        StringBuilder out = new StringBuilder();
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String html() {
        return text(out -> DailyHtml.write(REPORT, out));
    }

    @Test
    void rows_of_the_table_add_up_to_its_total() {
        Counts sum = Counts.NONE;
        for (DailyReport.RegionCount region : REPORT.regions()) {
            sum = sum.plus(region.counts());
        }
        assertThat(sum).isEqualTo(REPORT.total());
        assertThat(REPORT.total().incidents() + REPORT.total().cues())
                .isEqualTo(REPORT.events().size());
    }

    @Test
    void every_day_of_the_strip_is_what_its_own_report_says() {
        for (DailyReport.DayCount day : REPORT.days()) {
            DailyReport own = Ondral.report(PICTURE, day.date());
            assertThat(own.total()).as("%s", day.date()).isEqualTo(day.counts());
        }
    }

    @Test
    void a_day_has_as_many_hours_as_its_clocks_show() {
        ZoneId zone = ZoneId.of("Atlantic/Azores");
        assertThat(Period.of(LocalDate.of(2025, 3, 30), zone).minutes()).isEqualTo(23 * 60);
        assertThat(Period.of(LocalDate.of(2025, 10, 26), zone).minutes()).isEqualTo(25 * 60);
        assertThat(Period.of(LocalDate.of(2025, 10, 26), zone).number()).isEqualTo("299/2025");
    }

    @Test
    void a_thermal_anomaly_is_never_a_ceasefire_violation() {
        assertThat(REPORT.total().cues()).isEqualTo(9);
        assertThat(REPORT.events()).filteredOn(Event::isCue).hasSize(9).noneMatch(Event::isViolation);
        assertThat(REPORT.kinds()).noneMatch(kind -> kind.kind() == Kind.THERMAL_ANOMALY);
    }

    @Test
    void explosions_are_never_more_than_the_events_they_are_part_of() {
        assertThat(REPORT.total().explosionsAtLeast())
                .isPositive()
                .isLessThan(REPORT.total().violationsAtLeast());
        for (Event event : REPORT.events()) {
            assertThat(event.explosionsAtLeast())
                    .isBetween(0L, (long) event.count().atLeast());
        }
    }

    @Test
    void a_correction_stands_in_the_report_of_the_day_in_which_it_was_received() {
        assertThat(REPORT.corrections()).isEmpty();
        List<DailyReport.Correction> next =
                Ondral.report(PICTURE, Ondral.DATE.plusDays(1)).corrections();
        assertThat(next).singleElement().satisfies(correction -> {
            assertThat(correction.added()).isEqualTo(1);
            assertThat(correction.countAfter().atLeast()).isEqualTo(24);
        });
    }

    @Test
    void a_day_that_was_not_over_is_provisional_and_no_zero_stands_for_a_day_to_come() {
        assertThat(REPORT.isProvisional()).isFalse();
        DailyReport last = Ondral.report(PICTURE, LocalDate.of(2031, 5, 17));
        assertThat(last.isProvisional()).isTrue();
        assertThat(last.days().stream().map(DailyReport.DayCount::coverage))
                .containsExactly(
                        DailyReport.Received.WHOLE,
                        DailyReport.Received.WHOLE,
                        DailyReport.Received.PART,
                        DailyReport.Received.NOTHING,
                        DailyReport.Received.NOTHING);
        assertThat(text(out -> DailyHtml.write(last, out))).contains("Provisional", "not yet received");
    }

    @Test
    void a_source_that_gave_nothing_for_the_period_is_named() {
        assertThat(html()).contains("No report on the period from <b><bdi>uav-west</bdi></b>");
        assertThat(REPORT.sources().stream().filter(source -> source.searches() == 1))
                .singleElement()
                .satisfies(source -> assertThat(source.id()).isEqualTo("patrol-02"));
    }

    @Test
    void the_document_is_well_formed_and_asks_for_nothing() throws Exception {
        String html = html();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(html).doesNotContain("<script", "<link", "<img", "@import", "src=");
        assertThat(Pattern.compile("url\\((?!#)").matcher(html).find()).isFalse();
        assertThat(Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)")
                        .matcher(html)
                        .find())
                .isFalse();
    }

    @Test
    void what_the_world_wrote_stays_text() {
        assertThat(html())
                .contains("&lt;b&gt;Harrowick&lt;/b&gt;")
                .doesNotContain("<b>Harrowick")
                .doesNotContain("class M words", "post W2");
        assertThat(text(out -> DailyCsv.write(REPORT, out))).contains("\"'=HYPERLINK(\"\"x\"\")<b>Harrowick</b>\"");
    }

    @Test
    void the_same_picture_gives_the_same_bytes() {
        DailyReport again = Ondral.report(Ondral.picture(), Ondral.DATE);
        assertThat(text(out -> DailyHtml.write(again, out))).isEqualTo(html());
        assertThat(text(out -> DailyJson.write(again, out))).isEqualTo(text(out -> DailyJson.write(REPORT, out)));
        assertThat(text(out -> DailyCsv.write(again, out))).isEqualTo(text(out -> DailyCsv.write(REPORT, out)));
    }

    @Test
    void words_that_take_sides_or_claim_peace_are_not_used() {
        assertThat(html().toLowerCase(Locale.ROOT))
                .doesNotContain("enemy", "target", "hostile", "kill", "threat", "calm", "quiet", "violation by");
    }

    /// `-Dtruceline.record=true` records the three files anew; then read the difference.
    @ParameterizedTest
    @ValueSource(strings = {"html", "json", "csv"})
    void the_report_of_ondral_is_the_one_that_was_recorded(String format) throws IOException {
        String written = switch (format) {
            case "html" -> html();
            case "json" -> text(out -> DailyJson.write(REPORT, out));
            default -> text(out -> DailyCsv.write(REPORT, out));
        };
        Path recorded = Path.of(
                System.getProperty("truceline.root"), "station/src/test/resources/report/ondral-134-2031." + format);
        if (Boolean.getBoolean("truceline.record")) {
            Files.writeString(recorded, written);
        }
        assertThat(written).isEqualTo(Files.readString(recorded));
    }
}
