package truceline.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import truceline.coverage.Coverage;
import truceline.coverage.Heartbeat;
import truceline.coverage.Restriction;
import truceline.coverage.Stretches;
import truceline.coverage.Watch;
import truceline.geo.Bands;
import truceline.geo.Path;
import truceline.geo.Side;
import truceline.mission.FloorWork;

/// Where nobody could see for an hour or longer: the longest such time of each side of each stretch, neighbours with
/// the same time and reason drawn as one. Pure.
final class MapGaps {
    private MapGaps() {}

    /// @param reason `denied`, `silent` or `no source`
    record Gap(String from, String to, double hours, String reason, String label) {}

    private record Key(Side side, long fromMs, long toMs, String reason) {}

    static GeoJson.Collection of(Snapshot snapshot, Window window) {
        Optional<CoverageView.Measured> measured = CoverageView.measure(snapshot, window);
        if (measured.isEmpty()) {
            return GeoJson.EMPTY;
        }
        Coverage coverage = measured.get().coverage();
        List<Restriction> restrictions = FloorWork.restrictions(snapshot.docket());
        Map<Key, List<Path>> gaps = new LinkedHashMap<>();
        for (Coverage.Cell cell : coverage.cells()) {
            Coverage.Interval gap = longest(cell, coverage);
            if (gap.lengthMs() >= CoverageView.HOUR_MS) {
                String reason = reason(snapshot, measured.get(), cell, gap, restrictions);
                gaps.computeIfAbsent(new Key(cell.side(), gap.fromMs(), gap.toMs(), reason), any -> new ArrayList<>())
                        .add(coverage.stretches().all().get(cell.stretch()).path());
            }
        }
        List<GeoJson.Feature> features = new ArrayList<>();
        gaps.forEach((key, paths) -> features.add(new GeoJson.Feature(
                gap(key), GeoJson.areas(Bands.along(joined(paths), Stretches.DEPTH_MM, key.side())))));
        return new GeoJson.Collection(features);
    }

    private static Gap gap(Key key) {
        double hours = CoverageView.hours(key.toMs() - key.fromMs());
        String why = switch (key.reason()) {
            case "denied" -> "patrol denied";
            case "silent" -> "source silent";
            default -> "nobody watched";
        };
        String when = key.toMs() - key.fromMs() >= 24 * CoverageView.HOUR_MS
                ? (key.toMs() - key.fromMs()) / CoverageView.HOUR_MS + " h"
                : clock(key.fromMs()) + "–" + clock(key.toMs()) + "Z";
        String label = "Not observed " + when + " · " + why;
        return new Gap(Iso.of(key.fromMs()), Iso.of(key.toMs()), hours, key.reason(), label);
    }

    private static String clock(long ms) {
        return Iso.of(ms).substring(11, 16);
    }

    private static Coverage.Interval longest(Coverage.Cell cell, Coverage coverage) {
        Coverage.Interval longest = new Coverage.Interval(coverage.fromMs(), coverage.fromMs());
        long until = coverage.fromMs();
        for (Coverage.Interval seen : cell.observed()) {
            longest = longer(longest, until, seen.fromMs());
            until = seen.toMs();
        }
        return longer(longest, until, coverage.toMs());
    }

    private static Coverage.Interval longer(Coverage.Interval longest, long fromMs, long toMs) {
        return toMs - fromMs > longest.lengthMs() ? new Coverage.Interval(fromMs, toMs) : longest;
    }

    private static String reason(
            Snapshot snapshot,
            CoverageView.Measured measured,
            Coverage.Cell cell,
            Coverage.Interval gap,
            List<Restriction> restrictions) {
        boolean isDenied = restrictions.stream()
                .flatMap(each -> each.watches().stream())
                .anyMatch(watch -> isOf(watch, cell) && watch.fromMs() < gap.toMs() && watch.toMs() > gap.fromMs());
        if (isDenied) {
            return "denied";
        }
        SortedMap<String, Heartbeat> beats = FloorWork.heartbeats(snapshot.docket());
        boolean isSilent = FloorWork.watches(snapshot.docket(), measured.line()).stream()
                .filter(watch -> isOf(watch, cell))
                .map(watch -> beats.get(watch.source()))
                .anyMatch(beat -> beat != null && beat.isSilentAt(snapshot.nowMs()) && beat.nextMs() < gap.toMs());
        return isSilent ? "silent" : "no source";
    }

    private static boolean isOf(Watch watch, Coverage.Cell cell) {
        return watch.stretch() == cell.stretch() && watch.side() == cell.side();
    }

    /// Neighbouring stretches as one path, so that no seam is drawn between them.
    private static List<Path> joined(List<Path> paths) {
        List<Path> joined = new ArrayList<>();
        for (Path path : paths) {
            Path last = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = last != null
                    && last.lonE7(last.size() - 1) == path.lonE7(0)
                    && last.latE7(last.size() - 1) == path.latE7(0);
            if (last != null && goesOn) {
                joined.set(joined.size() - 1, together(last, path));
            } else {
                joined.add(path);
            }
        }
        return joined;
    }

    private static Path together(Path one, Path two) {
        int size = one.size() + two.size() - 1;
        int[] lonE7 = new int[size];
        int[] latE7 = new int[size];
        for (int i = 0; i < size; i++) {
            Path from = i < one.size() ? one : two;
            int at = i < one.size() ? i : i - one.size() + 1;
            lonE7[i] = from.lonE7(at);
            latE7[i] = from.latE7(at);
        }
        return new Path(lonE7, latE7);
    }
}
