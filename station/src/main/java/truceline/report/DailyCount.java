package truceline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.incident.Facts;
import truceline.mission.Picture;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.observation.Kind;

/// Counts one day out of a picture: one pass over the incidents, one over the rows.
final class DailyCount {
    private static final int DAYS_AROUND = DailyReport.THIS_DAY;
    private static final Comparator<Event> MOST_IMPORTANT_FIRST = Comparator.comparing(Event::standing)
            .thenComparingInt(event -> -event.count().atLeast())
            .thenComparingLong(Event::fromMs);

    private final Picture picture;
    private final Frame frame;
    private final Register register;
    private final List<Period> periods = new ArrayList<>();
    private final Counts[] dayCounts = new Counts[2 * DAYS_AROUND + 1];
    private final List<Event> events = new ArrayList<>();
    private final Map<String, long[]> byProvision = new LinkedHashMap<>();
    private final Map<Kind, long[]> byKind = new EnumMap<>(Kind.class);

    DailyCount(Picture picture, Frame frame, Register register, LocalDate date) {
        this.picture = picture;
        this.frame = frame;
        this.register = register;
        Period period = Period.of(date, frame.zone());
        for (int day = -DAYS_AROUND; day <= DAYS_AROUND; day++) {
            periods.add(period.plusDays(day));
        }
        Arrays.fill(dayCounts, Counts.NONE);
    }

    DailyReport report(Footer footer, boolean isDemo) {
        frame.norms().evaluated().forEach(norm -> byProvision.putIfAbsent(norm.provision(), new long[2]));
        for (int incident = 0; incident < register.size(); incident++) {
            count(register.facts(incident));
        }
        events.sort(MOST_IMPORTANT_FIRST);
        Corrections corrections = new Corrections(picture, register, period());
        return new DailyReport(
                frame,
                period(),
                picture.receivedMs(),
                picture.size(),
                days(),
                regions(),
                dayCounts[DAYS_AROUND],
                provisions(),
                kinds(),
                sources(),
                corrections.list(),
                corrections.lateIncidents(),
                picture.rejectionsByCode(),
                events,
                control(),
                new FloorCount(picture, frame, register, period()).report(),
                footer,
                isDemo);
    }

    private Period period() {
        return periods.get(DAYS_AROUND);
    }

    private void count(Facts facts) {
        if (register.isOnlyMovement(facts)) {
            return;
        }
        for (int day = 0; day < periods.size(); day++) {
            if (periods.get(day).contains(facts.fromMs())) {
                Event event = register.event(facts, frame.regions());
                dayCounts[day] = dayCounts[day].plus(Counts.of(event));
                if (day == DAYS_AROUND) {
                    countThisDay(facts, event);
                }
            }
        }
    }

    private void countThisDay(Facts facts, Event event) {
        events.add(event);
        if (!event.isCue()) {
            long[] kind = byKind.computeIfAbsent(event.kind(), _ -> new long[2]);
            kind[0]++;
            kind[1] += event.count().atLeast();
        }
        for (Case each : register.cases(facts.incident())) {
            long[] certain = byProvision.computeIfAbsent(each.norm().provision(), _ -> new long[2]);
            certain[each.certainty() == Certainty.YES ? 0 : 1]++;
        }
    }

    private List<DailyReport.DayCount> days() {
        List<DailyReport.DayCount> days = new ArrayList<>();
        for (int day = 0; day < periods.size(); day++) {
            Period each = periods.get(day);
            DailyReport.Received received = picture.receivedMs() >= each.toMs()
                    ? DailyReport.Received.WHOLE
                    : picture.receivedMs() > each.fromMs() ? DailyReport.Received.PART : DailyReport.Received.NOTHING;
            days.add(new DailyReport.DayCount(each.date(), received, dayCounts[day]));
        }
        return days;
    }

    private List<DailyReport.RegionCount> regions() {
        Regions regions = frame.regions();
        int outside = regions.size();
        Counts[] counts = new Counts[outside + 2];
        Arrays.fill(counts, Counts.NONE);
        for (Event event : events) {
            int row = event.place() == null ? outside + 1 : event.region() < 0 ? outside : event.region();
            counts[row] = counts[row].plus(Counts.of(event));
        }
        List<DailyReport.RegionCount> rows = new ArrayList<>();
        for (int region = 0; region < outside; region++) {
            rows.add(new DailyReport.RegionCount(regions.name(region), counts[region]));
        }
        String elsewhere = outside == 0 ? "Place known (no regions are drawn)" : "Outside all regions";
        rows.add(new DailyReport.RegionCount(elsewhere, counts[outside]));
        rows.add(new DailyReport.RegionCount("Place not known", counts[outside + 1]));
        return rows;
    }

    private List<DailyReport.ProvisionCount> provisions() {
        List<DailyReport.ProvisionCount> rows = new ArrayList<>();
        byProvision.forEach((provision, certain) -> {
            if (certain[0] + certain[1] > 0) {
                rows.add(new DailyReport.ProvisionCount(provision, certain[0], certain[1]));
            }
        });
        return rows;
    }

    private List<DailyReport.KindCount> kinds() {
        List<DailyReport.KindCount> rows = new ArrayList<>();
        byKind.forEach((kind, counted) -> rows.add(new DailyReport.KindCount(kind, counted[0], counted[1])));
        rows.sort(Comparator.comparingLong(DailyReport.KindCount::incidents).reversed());
        return rows;
    }

    private List<DailyReport.SourceCount> sources() {
        Columns columns = picture.observations().columns();
        long[] rows = new long[picture.sources().size()];
        long[] searches = new long[rows.length];
        for (int row = 0; row < picture.rows(); row++) {
            if (period().contains(columns.fromMs(row))) {
                int source = picture.observations().source(row);
                rows[source]++;
                searches[source] += columns.kind(row) == Kind.NONE_SEEN ? 1 : 0;
            }
        }
        List<DailyReport.SourceCount> counts = new ArrayList<>();
        for (Source source : picture.sources()) {
            counts.add(new DailyReport.SourceCount(
                    source.id(),
                    source.grade(),
                    source.firstReceivedMs(),
                    source.lastReceivedMs(),
                    rows[source.number()],
                    searches[source.number()]));
        }
        return counts;
    }

    private Picture.@Nullable ControlMap control() {
        Picture.ControlMap newest = null;
        String last = period().date().toString();
        for (Picture.ControlMap map : picture.controls()) {
            boolean isKnown = !map.date().isEmpty() && map.date().compareTo(last) <= 0;
            if (isKnown && (newest == null || map.date().compareTo(newest.date()) >= 0)) {
                newest = map;
            }
        }
        return newest;
    }
}
