package truceline.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.duty.World;

class TimelineSvgTest {
    private static final long LONG_AGO_MS = -60_000_000_000_000L;

    @Test
    void while_a_day_is_not_set_times_are_counted_from_it() {
        TimelineChart chart = chart(Paper.paris().agreement(), null);
        assertThat(chart.panels()).singleElement().satisfies(panel -> {
            assertThat(panel.day()).isEqualTo("D");
            assertThat(panel.lanes())
                    .extracting(TimelineChart.Lane::name)
                    .containsExactly("Ukraine", "Russian Federation", "Bodies and others");
            assertThat(item(panel.lanes().getFirst(), "14.1").marks())
                    .extracting(TimelineChart.Mark::days)
                    .containsExactly(2.0, 14.0);
        });
        assertThat(chart.waiting()).extracting(row -> row.provision()).contains("5.a.1", "14.6.c");
    }

    @Test
    void a_day_that_is_tried_gives_dates() {
        TimelineChart chart = chart(Paper.paris().agreement(), "2026-03-01");
        assertThat(chart.days()).containsExactly("D is tried as 2026-03-01");
        assertThat(chart.panels())
                .singleElement()
                .satisfies(panel -> assertThat(panel.day()).isNull());
        assertThat(TimelineSvg.of(chart)).contains("2026-03-15").doesNotContain("not set");
    }

    @Test
    void a_duty_of_each_party_stands_alike_in_the_lane_of_each() {
        TimelineChart.Panel panel =
                chart(Paper.paris().agreement(), null).panels().getFirst();
        for (String provision : List.of("14.1", "14.2", "14.3", "14.4", "17.a")) {
            assertThat(item(panel.lanes().get(0), provision))
                    .isEqualTo(item(panel.lanes().get(1), provision));
        }
    }

    @Test
    void both_readings_of_a_deadline_are_drawn_one_below_the_other_in_the_order_of_the_parties() {
        List<TimelineChart.Item> items = chart(
                        Paper.of("agreements/colombia-ceasefire-2016").agreement(), null)
                .panels()
                .getFirst()
                .lanes()
                .getFirst()
                .items();
        List<String> told = items.stream()
                .map(item -> item.provision() + " " + item.holder())
                .toList();
        assertThat(told).containsSubsequence("A.6 GOV", "A.6 FARC");
        assertThat(told.indexOf("A.6 FARC")).isEqualTo(told.indexOf("A.6 GOV") + 1);
        assertThat(TimelineSvg.of(
                        chart(Paper.of("agreements/colombia-ceasefire-2016").agreement(), null)))
                .contains("A.6 as GOV reads it", "A.6 as FARC reads it");
    }

    @Test
    void every_drawing_is_well_formed_and_the_same_twice() throws Exception {
        for (String name : Paper.NAMES) {
            Agreement agreement = Paper.of(name).agreement();
            String svg = TimelineSvg.of(chart(agreement, null));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(TimelineSvg.of(chart(agreement, null))).isEqualTo(svg);
        }
    }

    private static TimelineChart.Item item(TimelineChart.Lane lane, String provision) {
        return lane.items().stream()
                .filter(item -> item.provision().equals(provision))
                .findFirst()
                .orElseThrow();
    }

    private static TimelineChart chart(Agreement agreement, @org.jspecify.annotations.Nullable String day) {
        TreeMap<String, Long> set = new TreeMap<>();
        if (day != null) {
            set.put(
                    "D",
                    LocalDate.parse(day)
                            .atStartOfDay(agreement.timeZone())
                            .toInstant()
                            .toEpochMilli());
        }
        return TimelineChart.of(agreement, new World(List.of(), List.of(), set, List.of(), LONG_AGO_MS));
    }
}
