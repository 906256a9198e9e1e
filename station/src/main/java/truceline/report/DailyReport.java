package truceline.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.incident.Incidents;
import truceline.mission.Picture;
import truceline.observation.Count;
import truceline.observation.Kind;

/// The daily report of one local day, as figures: what the writers turn into a document. A pure function of the
/// picture, the date and the footer; immutable.
///
/// An incident belongs to the period in which it begins. Every incident is counted once, and the rows of {@link
/// #regions} add up to {@link #total}.
///
/// @param cutOffMs latest moment at which anything of this picture was received, milliseconds UTC
/// @param size entries in the ledger that the figures rest on
/// @param days the period, two days before and two after, in order
/// @param regions one row per region, then what lies outside all of them, then what has no known place
/// @param provisions provisions with a case, in the order of the agreement
/// @param kinds kinds that were recorded, most incidents first; cues left out
/// @param sources all sources, in the order in which they became known
/// @param corrections incidents of earlier periods that rows received in this period changed
/// @param lateIncidents incidents of earlier periods of which the first row was received in this period
/// @param rejections rows rejected up to the cut-off, by reason
/// @param events all incidents of the period, cues too, most important first
/// @param floor what people added to the period
/// @param isDemo true where everything in the station is invented
/// @param control the newest control map that does not show a later day, if one was submitted
public record DailyReport(
        Frame frame,
        Period period,
        long cutOffMs,
        long size,
        List<DayCount> days,
        List<RegionCount> regions,
        Counts total,
        List<ProvisionCount> provisions,
        List<KindCount> kinds,
        List<SourceCount> sources,
        List<Correction> corrections,
        long lateIncidents,
        SortedMap<String, Long> rejections,
        List<Event> events,
        Picture.@Nullable ControlMap control,
        FloorReport floor,
        Footer footer,
        boolean isDemo) {
    /// Position of the period itself in {@link #days}.
    static final int THIS_DAY = 2;

    /// Counts of one day.
    ///
    /// @param coverage how much of the day lay before the cut-off
    public record DayCount(LocalDate date, Received coverage, Counts counts) {}

    /// Whether a day was over when the figures were made.
    public enum Received {
        WHOLE,
        PART,
        NOTHING
    }

    /// Counts of one region.
    public record RegionCount(String region, Counts counts) {}

    /// Cases of the period under one provision.
    public record ProvisionCount(String provision, long candidates, long indeterminate) {}

    /// Incidents of one kind, and how many events they are, at least.
    public record KindCount(Kind kind, long incidents, long eventsAtLeast) {}

    /// What a source gave.
    ///
    /// @param firstReceivedMs when it first sent something, 0 where it never did
    /// @param rows its observations that begin in the period
    /// @param searches of them, searches that found nothing
    public record SourceCount(
            String id, char grade, long firstReceivedMs, long lastReceivedMs, long rows, long searches) {}

    /// An incident of an earlier period, before and after rows were added to it.
    ///
    /// @param added observations added
    /// @param joined other incidents that the added observations made one with it
    public record Correction(
            String id,
            long fromMs,
            @Nullable String placeName,
            int added,
            int joined,
            Kind kindBefore,
            Kind kindAfter,
            Count countBefore,
            Count countAfter) {}

    public DailyReport {
        days = List.copyOf(days);
        regions = List.copyOf(regions);
        provisions = List.copyOf(provisions);
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        corrections = List.copyOf(corrections);
        rejections = Collections.unmodifiableSortedMap(new TreeMap<>(rejections));
        events = List.copyOf(events);
    }

    /// The report of a date in the zone of the agreement in force.
    public static DailyReport of(Picture picture, LocalDate date, Footer footer) {
        return of(picture, date, footer, false);
    }

    /// The report of a date in the zone of the agreement in force.
    ///
    /// @param demo true where everything in the station is invented
    public static DailyReport of(Picture picture, LocalDate date, Footer footer, boolean demo) {
        Incidents incidents = picture.incidents();
        List<Case> cases = picture.cases(incidents);
        Register register = new Register(picture, incidents, cases);
        return new DailyCount(picture, Frame.of(picture.agreement()), register, date).report(footer, demo);
    }

    static DailyReport of(
            Picture picture, Frame frame, Incidents incidents, List<Case> cases, LocalDate date, Footer footer) {
        Register register = new Register(picture, incidents, cases);
        return new DailyCount(picture, frame, register, date).report(footer, false);
    }

    /// True where the period was not over at the cut-off: the figures will grow.
    public boolean isProvisional() {
        return cutOffMs < period.toMs();
    }

    /// True where it is known who watched, so that shares and rates can be told.
    public boolean isMeasured() {
        return !floor.lines().isEmpty();
    }

    /// Counts of the day before.
    public Counts before() {
        return days.get(THIS_DAY - 1).counts();
    }
}
