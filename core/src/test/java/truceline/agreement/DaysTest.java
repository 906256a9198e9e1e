package truceline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

class DaysTest {
    private static final String DAYS =
            "D: {date: 2025-03-01}, C: {date: 2025-03-01 22:00}, O: {date: open, set-by: panel},"
                    + " X: {date: C+3}, R: {readings: {UA: {date: D}, RU: {date: D+7}}}, P: {date: 1 day after 1}";

    private static TimePhrase by(Agreement agreement) {
        return Objects.requireNonNull(
                agreement.getProvision("1.1").norm(null).timing().by());
    }

    private static Agreement due(String phrase) {
        return Small.with(DAYS, "1.1: {who: UA, must: meet, by: " + phrase + "}");
    }

    private static Moment moment(String phrase) {
        Agreement agreement = due(phrase);
        return Days.of(agreement, null).resolve(by(agreement));
    }

    private static Moment known(String start, String end) {
        return new Moment.Known(
                ZonedDateTime.parse(start).toInstant().toEpochMilli(),
                ZonedDateTime.parse(end).toInstant().toEpochMilli());
    }

    @Test
    void a_date_runs_from_its_midnight_to_the_next() {
        assertThat(moment("2025-03-15")).isEqualTo(known("2025-03-15T00:00+02:00", "2025-03-16T00:00+02:00"));
        assertThat(moment("2025-03-15 12:00")).isEqualTo(known("2025-03-15T12:00+02:00", "2025-03-15T12:00+02:00"));
    }

    @Test
    void the_named_day_is_day_zero() {
        assertThat(moment("D")).isEqualTo(known("2025-03-01T00:00+02:00", "2025-03-02T00:00+02:00"));
        assertThat(moment("D+14")).isEqualTo(known("2025-03-15T00:00+02:00", "2025-03-16T00:00+02:00"));
        assertThat(moment("D-1")).isEqualTo(known("2025-02-28T00:00+02:00", "2025-03-01T00:00+02:00"));
        assertThat(moment("D+14 12:00")).isEqualTo(known("2025-03-15T12:00+02:00", "2025-03-15T12:00+02:00"));
    }

    @Test
    void a_day_with_a_clock_time_starts_then_and_ends_with_the_day() {
        assertThat(moment("C")).isEqualTo(known("2025-03-01T22:00+02:00", "2025-03-02T00:00+02:00"));
        assertThat(moment("C+1")).isEqualTo(known("2025-03-02T00:00+02:00", "2025-03-03T00:00+02:00"));
        assertThat(moment("X")).isEqualTo(known("2025-03-04T00:00+02:00", "2025-03-05T00:00+02:00"));
    }

    @Test
    void days_across_the_change_of_the_clocks_are_calendar_days() {
        assertThat(moment("2025-03-30")).isEqualTo(known("2025-03-30T00:00+02:00", "2025-03-31T00:00+03:00"));
        assertThat(moment("D+29")).isEqualTo(known("2025-03-30T00:00+02:00", "2025-03-31T00:00+03:00"));
        assertThat(moment("2025-03-30 03:30")).isEqualTo(known("2025-03-30T04:30+03:00", "2025-03-30T04:30+03:00"));
        assertThat(moment("2025-10-26 03:30")).isEqualTo(known("2025-10-26T03:30+03:00", "2025-10-26T03:30+03:00"));
    }

    @Test
    void hours_after_a_day_are_exact_and_days_and_months_follow_the_calendar() {
        assertThat(moment("72 h after C")).isEqualTo(known("2025-03-04T22:00+02:00", "2025-03-04T22:00+02:00"));
        assertThat(moment("44 h before D")).isEqualTo(known("2025-02-27T04:00+02:00", "2025-02-27T04:00+02:00"));
        assertThat(moment("60 days after C")).isEqualTo(known("2025-04-30T00:00+03:00", "2025-05-01T00:00+03:00"));
        assertThat(moment("3 months after D")).isEqualTo(known("2025-06-01T00:00+03:00", "2025-06-02T00:00+03:00"));
        assertThat(moment("1 month before D")).isEqualTo(known("2025-02-01T00:00+02:00", "2025-02-02T00:00+02:00"));
    }

    @Test
    void what_is_open_or_has_not_happened_is_pending() {
        assertThat(moment("open")).isEqualTo(new Moment.Pending("open"));
        assertThat(moment("O+3")).isEqualTo(new Moment.Pending("O"));
        assertThat(moment("72 h after vote")).isEqualTo(new Moment.Pending("vote"));
        assertThat(moment("72 h after 1 breached by RU")).isEqualTo(new Moment.Pending("1 breached by RU"));
        assertThat(moment("P+1")).isEqualTo(new Moment.Pending("1"));
        assertThat(moment("R")).isEqualTo(new Moment.Pending("R"));
    }

    @Test
    void each_reading_has_its_own_day() {
        Agreement agreement = due("R+1");
        assertThat(Days.of(agreement, "UA").resolve(by(agreement)))
                .isEqualTo(known("2025-03-02T00:00+02:00", "2025-03-03T00:00+02:00"));
        assertThat(Days.of(agreement, "RU").resolve(by(agreement)))
                .isEqualTo(known("2025-03-09T00:00+02:00", "2025-03-10T00:00+02:00"));
    }

    @Test
    void a_day_that_an_entry_sets_goes_before_the_text() {
        Agreement agreement = due("O+3");
        TreeMap<String, TimePhrase> set = new TreeMap<>();
        set.put("O", new TimePhrase.Date(LocalDate.of(2025, 5, 1)));
        assertThat(Days.of(agreement, null).withSet(set).resolve(by(agreement)))
                .isEqualTo(known("2025-05-04T00:00+03:00", "2025-05-05T00:00+03:00"));
    }

    @Test
    void what_has_happened_starts_the_count() {
        Agreement agreement = due("45 days after vote");
        Instant voted = Instant.parse("2025-03-01T23:00:00Z");
        Moment moment = Days.of(agreement, null)
                .resolve(
                        by(agreement),
                        event -> event.type() == Event.Type.FACT ? Optional.of(voted) : Optional.empty());
        assertThat(moment).isEqualTo(known("2025-04-16T00:00+03:00", "2025-04-17T00:00+03:00"));
    }

    @Test
    void a_midnight_that_the_zone_skips_moves_to_the_first_minute_there_is() {
        Agreement cairo = Small.with("Africa/Cairo", "D: {date: 2024-04-25}", "1.1: {who: UA, must: meet, by: D+1}");
        assertThat(Days.of(cairo, null).resolve(by(cairo)))
                .isEqualTo(known("2024-04-26T01:00+03:00", "2024-04-27T00:00+03:00"));
    }

    @Test
    void a_clock_time_alone_has_no_day() {
        Agreement agreement = Small.with(DAYS, "1.1: {who: UA, must: meet, every: day, by: 12:00}");
        assertThatThrownBy(() -> Days.of(agreement, null).resolve(by(agreement)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("12:00");
    }
}
