package truceline.duty.life;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Day;
import truceline.agreement.Days;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

/// The world of one holder of readings: his readings everywhere, the common text elsewhere, and what was settled
/// instead of either. Of one thread.
final class Reader {
    private final Agreement agreement;
    private final @Nullable String holder;
    private final SortedMap<String, String> settled;
    private final Findings findings;
    private Days days;

    /// @param settled holder of the settled reading by name, shared by all worlds
    Reader(Agreement agreement, @Nullable String holder, SortedMap<String, String> settled) {
        this.agreement = agreement;
        this.holder = holder;
        this.settled = settled;
        this.findings = new Findings(agreement);
        this.days = Days.of(agreement, holder);
    }

    @Nullable
    String holder() {
        return holder;
    }

    /// This world as it is named in what comes out.
    List<String> names() {
        return holder == null ? List.of() : List.of(holder);
    }

    SortedMap<String, String> settled() {
        return settled;
    }

    Findings findings() {
        return findings;
    }

    ZoneId zone() {
        return agreement.timeZone();
    }

    Norm norm(String provision) {
        return agreement.getProvision(provision).norm(settled.getOrDefault(provision, holder));
    }

    /// Reads the days anew, after one was set or a reading of one was settled.
    void date(SortedMap<String, Long> daysSet) {
        SortedMap<String, TimePhrase> phrases = new TreeMap<>();
        for (Day day : agreement.days().values()) {
            String read = settled.get(day.name());
            if (read != null) {
                phrases.put(day.name(), day.terms().in(read).date());
            }
            Long setMs = daysSet.get(day.name());
            if (setMs != null) {
                LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(setMs), zone());
                phrases.put(day.name(), new TimePhrase.Instant(local));
            }
        }
        days = Days.of(agreement, holder).withSet(phrases);
    }

    Moment moment(TimePhrase phrase, Function<Event, Optional<Instant>> happened) {
        return days.resolve(phrase, happened);
    }
}
