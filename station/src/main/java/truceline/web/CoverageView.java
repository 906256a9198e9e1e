package truceline.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Coverage;
import truceline.coverage.Heartbeat;
import truceline.coverage.Rates;
import truceline.coverage.Restriction;
import truceline.coverage.Stretches;
import truceline.coverage.Watch;
import truceline.geo.Path;
import truceline.geo.Side;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;
import truceline.mission.FloorWork;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.report.Regions;

/// How long each stretch of the line was in view, by whom, and what movement was refused. Pure.
final class CoverageView {
    static final long HOUR_MS = 3_600_000;
    private static final double MM_PER_KM = 1e6;

    private CoverageView() {}

    /// One side of one stretch.
    ///
    /// @param number counted from 1 at the start of the line
    /// @param hours one for each hour of the window: 1 where it was in view for at least half of it
    /// @param incidents that began beside it in the window, seen or not; cues left out
    record Stretch(
            int number,
            double fromKm,
            double toKm,
            String side,
            String party,
            @Nullable String region,
            List<Integer> hours,
            double observedHours,
            double possibleHours,
            int incidents,
            @Nullable String ratePerObservedHour,
            List<String> restrictions) {}

    record Watching(String id, double hours, boolean silent) {}

    record Refusal(
            String id,
            long entry,
            String kind,
            String from,
            String to,
            long minutes,
            String area,
            String by,
            String reason,
            String outcome,
            boolean announced) {}

    record View(
            @Nullable String line,
            double stretchKm,
            double observedHours,
            double possibleHours,
            @Nullable Double share,
            List<Stretch> stretches,
            List<Watching> sources,
            List<Refusal> restrictions) {}

    /// A line and what was seen of it.
    record Measured(String line, Coverage coverage, boolean isKnown) {}

    /// Coverage of the agreement's first drawn line; nothing where no line is drawn or there is no window. Not known
    /// where nobody ever said what he watched.
    static Optional<Measured> measure(Snapshot snapshot, Window asked) {
        AdoptedAgreement agreement = snapshot.agreement();
        Optional<Window> window = DayWindow.of(snapshot, asked).map(found -> soFar(snapshot, found));
        if (agreement == null || agreement.lines().isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        String line = agreement.agreement().lines().keySet().stream()
                .filter(name -> agreement.lines().containsKey(name))
                .findFirst()
                .orElseThrow();
        if (Drawings.lineIndex(agreement, line).isEmpty()) {
            return Optional.empty();
        }
        List<Watch> watches = FloorWork.watches(snapshot.docket(), line);
        Stretches stretches = snapshot.stretches(line);
        Coverage coverage = Coverage.of(
                stretches, watches, window.get().fromMs(), window.get().toMs());
        return Optional.of(new Measured(line, coverage, !watches.isEmpty()));
    }

    /// What lies ahead of everything that is known could not have been observed yet.
    private static Window soFar(Snapshot snapshot, Window window) {
        long known = Math.max(
                snapshot.nowMs(), DayWindow.observed(snapshot).map(Window::toMs).orElse(Long.MIN_VALUE));
        long end = Math.min(window.toMs(), Math.ceilDiv(known, HOUR_MS) * HOUR_MS);
        return new Window(window.fromMs(), Math.max(window.fromMs(), end));
    }

    /// How much of the window was observed, 0 to 1; null where it has a side without an end, or nothing is known.
    static @Nullable Double share(Snapshot snapshot, Window window) {
        if (window.fromMs() == Long.MIN_VALUE || window.toMs() == Long.MAX_VALUE) {
            return null;
        }
        return measure(snapshot, window).map(CoverageView::share).orElse(null);
    }

    private static @Nullable Double share(Measured measured) {
        long possible = measured.coverage().possibleMs();
        return !measured.isKnown() || possible == 0
                ? null
                : (double) measured.coverage().observedMs() / possible;
    }

    static View of(Snapshot snapshot, Window asked) {
        Window window = DayWindow.of(snapshot, asked).orElse(Window.ALL);
        List<Restriction> restrictions = FloorWork.restrictions(snapshot.docket()).stream()
                .filter(each -> window.overlaps(each.fromMs(), each.untilMs()))
                .toList();
        List<Refusal> refusals =
                restrictions.stream().map(CoverageView::refusal).toList();
        double stretchKm = Stretches.LENGTH_MM / MM_PER_KM;
        return measure(snapshot, asked)
                .map(measured -> new View(
                        measured.line(),
                        stretchKm,
                        hours(measured.coverage().observedMs()),
                        hours(measured.coverage().possibleMs()),
                        share(measured),
                        stretches(snapshot, measured, restrictions),
                        sources(snapshot, measured),
                        refusals))
                .orElse(new View(null, stretchKm, 0, 0, null, List.of(), List.of(), refusals));
    }

    private static Refusal refusal(Restriction each) {
        return new Refusal(
                each.id(),
                each.index(),
                each.kind(),
                Iso.of(each.fromMs()),
                Iso.of(each.untilMs()),
                (each.untilMs() - each.fromMs()) / 60_000,
                each.area(),
                each.by(),
                each.reason(),
                each.outcome(),
                each.isAnnounced());
    }

    private static List<Stretch> stretches(Snapshot snapshot, Measured measured, List<Restriction> restrictions) {
        Coverage coverage = measured.coverage();
        Rates rates = new Rates(coverage);
        int[] begun = new int[coverage.cells().size()];
        Columns columns = snapshot.columns();
        for (Facts facts : IncidentRows.chosen(snapshot, new Window(coverage.fromMs(), coverage.toMs()))) {
            int row = facts.bestRow();
            if (row >= 0 && !facts.isCue()) {
                rates.add(columns.lonE7(row), columns.latE7(row), facts.fromMs());
                Stretches.Beside beside = coverage.stretches().find(columns.lonE7(row), columns.latE7(row));
                if (beside != null) {
                    begun[beside.stretch() * 2 + (beside.side() == Side.LEFT ? 0 : 1)]++;
                }
            }
        }
        Regions regions = regions(snapshot);
        List<Stretch> stretches = new ArrayList<>();
        for (Coverage.Cell cell : coverage.cells()) {
            stretches.add(stretch(snapshot, measured, cell, rates, begun[stretches.size()], restrictions, regions));
        }
        return stretches;
    }

    private static @Nullable Regions regions(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        return agreement == null || agreement.units() == null
                ? null
                : Regions.ofUnits(agreement.units(), agreement.unitNameProperty());
    }

    private static Stretch stretch(
            Snapshot snapshot,
            Measured measured,
            Coverage.Cell cell,
            Rates rates,
            int begun,
            List<Restriction> restrictions,
            @Nullable Regions regions) {
        Coverage coverage = measured.coverage();
        Stretches.Stretch stretch = coverage.stretches().all().get(cell.stretch());
        boolean isLeft = cell.side() == Side.LEFT;
        Rates.Rate rate = rates.rate(cell.stretch(), cell.side());
        return new Stretch(
                cell.stretch() + 1,
                km(stretch.fromMm()),
                km(stretch.toMm()),
                isLeft ? "left" : "right",
                Drawings.party(snapshot.agreement(), measured.line(), isLeft).orElse(""),
                region(regions, stretch.path()),
                hourly(cell, coverage),
                hours(cell.observedMs()),
                hours(coverage.toMs() - coverage.fromMs()),
                begun,
                rate.text(),
                restrictions.stream()
                        .filter(each -> each.watches().stream()
                                .anyMatch(watch -> watch.stretch() == cell.stretch() && watch.side() == cell.side()))
                        .map(Restriction::id)
                        .toList());
    }

    private static List<Integer> hourly(Coverage.Cell cell, Coverage coverage) {
        List<Integer> hours = new ArrayList<>();
        for (long at = coverage.fromMs(); at < coverage.toMs(); at += HOUR_MS) {
            hours.add(cell.observedMs(at, at + HOUR_MS) * 2 >= HOUR_MS ? 1 : 0);
        }
        return hours;
    }

    private static @Nullable String region(@Nullable Regions regions, Path path) {
        int middle = path.size() / 2;
        int found = regions == null ? -1 : regions.find(path.lonE7(middle), path.latE7(middle));
        return regions == null || found < 0 ? null : regions.name(found);
    }

    private static List<Watching> sources(Snapshot snapshot, Measured measured) {
        List<Watch> watches = FloorWork.watches(snapshot.docket(), measured.line());
        SortedMap<String, Heartbeat> beats = FloorWork.heartbeats(snapshot.docket());
        TreeSet<String> ids = new TreeSet<>();
        watches.forEach(watch -> ids.add(watch.source()));
        snapshot.picture().sources().stream().map(Source::id).forEach(ids::add);
        Coverage coverage = measured.coverage();
        List<Watching> sources = new ArrayList<>();
        for (String id : ids) {
            List<Watch> own =
                    watches.stream().filter(watch -> watch.source().equals(id)).toList();
            Heartbeat beat = beats.get(id);
            long ms = union(own, coverage.fromMs(), coverage.toMs());
            sources.add(new Watching(id, hours(ms), beat != null && beat.isSilentAt(snapshot.nowMs())));
        }
        return sources;
    }

    /// Time in which a source watched anything, milliseconds.
    private static long union(List<Watch> watches, long fromMs, long toMs) {
        List<Watch> sorted =
                watches.stream().sorted(Comparator.comparingLong(Watch::fromMs)).toList();
        long until = fromMs;
        long sum = 0;
        for (Watch watch : sorted) {
            long from = Math.max(until, watch.fromMs());
            long to = Math.min(toMs, watch.toMs());
            if (to > from) {
                sum += to - from;
                until = to;
            }
        }
        return sum;
    }

    /// Hours to the tenth.
    static double hours(long ms) {
        return Math.round(ms * 10.0 / HOUR_MS) / 10.0;
    }

    private static double km(long mm) {
        return Math.round(mm / MM_PER_KM * 10) / 10.0;
    }
}
