package truceline.report;

import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.geo.Place;
import truceline.incident.Facts;

/// Which incidents or cases a listing holds. An incident lies in an interval when it begins in it, as in the
/// reports.
///
/// @param fromMs first moment, milliseconds UTC; {@link Long#MIN_VALUE} for no bound
/// @param toMs first moment after the interval; {@link Long#MAX_VALUE} for no bound
/// @param box where the centre must lie, or null for anywhere, unknown places included
/// @param provision id of a provision that a case must be under, it or what belongs to it (`14` holds `14.6.a`), or
/// null
public record Filter(
        long fromMs, long toMs, @Nullable Box box, @Nullable String provision) {
    /// Everything.
    public static final Filter ALL = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, null, null);

    boolean admits(Facts facts, @Nullable Place place) {
        boolean inside = box == null || place != null && box.contains(place.lonE7(), place.latE7());
        return facts.fromMs() >= fromMs && facts.fromMs() < toMs && inside;
    }

    boolean admits(Case found) {
        String id = found.norm().provision();
        return provision == null || id.equals(provision) || id.startsWith(provision + ".");
    }
}
