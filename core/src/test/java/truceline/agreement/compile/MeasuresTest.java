package truceline.agreement.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Quantity;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({"15 min,900000", "72 h,259200000", "14 days,1209600000", "1 day,86400000"})
    void spans_have_their_length(String text, long millis) {
        assertThat(Measures.duration(text)).hasValueSatisfying(span -> {
            assertThat(span.millis()).isEqualTo(millis);
            assertThat(span.text()).isEqualTo(text);
        });
    }

    @Test
    void months_are_counted_and_have_no_length() {
        assertThat(Measures.duration("3 months"))
                .hasValueSatisfying(span -> assertThat(span.isMonths()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"24h", "1 days", "2 day", "0 h", "-1 h", "1.5 h", "72  h", "72 h ", " 72 h", "72 hours", "h", ""
            })
    void other_spans_are_refused(String text) {
        assertThat(Measures.duration(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2 km,2000000",
        "7.5 km,7500000",
        "250 m,250000",
        "0.001 m,1",
        "10 nm,18520000",
        "5000 ft,1524000",
        "1 ft,305"
    })
    void distances_are_whole_millimetres(String text, long millimetres) {
        assertThat(Measures.distance(text)).hasValueSatisfying(distance -> {
            assertThat(distance.millimetres()).isEqualTo(millimetres);
            assertThat(distance.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2km",
                "2 furlongs",
                "0 km",
                "02 km",
                "2. km",
                ".5 km",
                "-2 km",
                "1e3 m",
                "999999999 km",
                "2 km of"
            })
    void other_distances_are_refused(String text) {
        assertThat(Measures.distance(text)).isEmpty();
    }

    @Test
    void heights_are_layers() {
        assertThat(Measures.height("0 to 3000 m above ground"))
                .contains(new Height(0, 3_000_000, Height.Above.GROUND, "0 to 3000 m above ground"));
        assertThat(Measures.height("below 5000 ft above sea"))
                .contains(new Height(0, 1_524_000, Height.Above.SEA, "below 5000 ft above sea"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000 m above ground",
                "0 to 3000 m",
                "3000 to 0 m above sea",
                "0 to 3 m above water",
                "below 3 m above sea level"
            })
    void other_heights_are_refused(String text) {
        assertThat(Measures.height(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "at least 100 mm,1000," + Calibre.NO_END,
        "over 100 mm,1001," + Calibre.NO_END,
        "under 100 mm,0,1000",
        "at most 100 mm,0,1001",
        "122 mm,1220,1221",
        "12.7 mm,127,128",
        "82 to 120 mm,820,1201"
    })
    void calibres_are_ranges_of_tenths_of_a_millimetre(String text, int from, int below) {
        assertThat(Measures.calibre(text)).contains(new Calibre(from, below, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100mm", "100 cm", "at least 7.62 mm", "120 to 82 mm", "under 0 mm", "at least 82 to 120 mm"})
    void other_calibres_are_refused(String text) {
        assertThat(Measures.calibre(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "800000 persons,EXACTLY,800000000,persons,",
        "60 % of list,EXACTLY,60000,% of list,",
        "35000 persons a month,EXACTLY,35000000,persons,month",
        "about 20 %,ABOUT,20000,%,",
        "almost 99.5 %,ALMOST,99500,%,",
        "more than 1000 persons,MORE_THAN,1000000,persons,",
        "at least 1,AT_LEAST,1000,'',",
        "at most 3 tanks a day,AT_MOST,3000,tanks,day",
        "800 bn USD,EXACTLY,800000,bn USD,"
    })
    void quantities_have_a_bound_a_number_a_unit_and_a_period(
            String text, Quantity.Bound bound, long thousandths, String unit, String per) {
        assertThat(Measures.quantity(text)).contains(new Quantity(bound, thousandths, unit, per, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 percent",
                "10%",
                "100.1 %",
                "3 furlongs",
                "3 persons a year",
                "about",
                "around 3",
                "3 bn",
                "1.0005",
                "-3",
                "3 usd",
                "1,000",
                "3 persons a"
            })
    void other_quantities_are_refused(String text) {
        assertThat(Measures.quantity(text)).isEmpty();
    }

    @Test
    void dates_and_clock_times_are_real_ones() {
        assertThat(TimePhrases.date("2024-02-29")).isPresent();
        assertThat(TimePhrases.clock("00:00")).isPresent();
        for (String wrong :
                new String[] {"2023-02-29", "2024-13-01", "2024-00-01", "2024-1-1", "0999-01-01", "20240101"}) {
            assertThat(TimePhrases.date(wrong)).as(wrong).isEmpty();
        }
        for (String wrong : new String[] {"24:00", "12:60", "9:00", "12.00", "12:000"}) {
            assertThat(TimePhrases.clock(wrong)).as(wrong).isEmpty();
        }
    }
}
