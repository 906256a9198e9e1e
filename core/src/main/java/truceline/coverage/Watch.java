package truceline.coverage;

import truceline.geo.Side;

/// A source could see one side of one stretch of a line during an interval.
///
/// @param stretch number of the stretch, counted from 0 at the start of the line
/// @param fromMs first moment, milliseconds UTC
/// @param toMs moment after the last
public record Watch(String source, int stretch, Side side, long fromMs, long toMs) {
    public Watch {
        if (toMs <= fromMs || side == Side.ON) {
            throw new IllegalArgumentException(source + " watches " + side + " from " + fromMs + " to " + toMs);
        }
    }
}
