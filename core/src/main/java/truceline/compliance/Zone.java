package truceline.compliance;

import java.util.List;
import java.util.Locale;
import truceline.geo.AreaIndex;
import truceline.geo.Disc;
import truceline.geo.Geodesic;
import truceline.geo.LineIndex;
import truceline.geo.Position;
import truceline.geo.Side;

/// Where a norm holds. Every zone answers in three values: a place is a disc, a map has an accuracy, and what falls
/// into the
/// band between is indeterminate. Thread-safe.
public sealed interface Zone {
    /// Whether a place lies in the zone.
    Certainty holds(Disc place);

    /// The numbers behind the answer, in words.
    String reason(Disc place);

    /// The answer for an event of which no place is known.
    default Certainty ofUnknownPlace() {
        return Certainty.INDETERMINATE;
    }

    /// The norm names no place.
    record Everywhere() implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return Certainty.YES;
        }

        @Override
        public String reason(Disc place) {
            return "the provision names no place";
        }

        @Override
        public Certainty ofUnknownPlace() {
            return Certainty.YES;
        }
    }

    /// A drawn area.
    record Area(String name, AreaIndex index, long accuracyMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return certainty(index.position(place.lonE7(), place.latE7(), place.radiusMm() + accuracyMm));
        }

        @Override
        public String reason(Disc place) {
            return switch (holds(place)) {
                case YES -> "inside " + name;
                case NO -> "outside " + name;
                case INDETERMINATE -> "within " + metres(place.radiusMm() + accuracyMm) + " of the boundary of " + name;
            };
        }
    }

    /// All places no farther from a line than a depth, on one side or both.
    ///
    /// @param side the side of the drawn direction, or {@link Side#ON} for both
    record Depth(String name, LineIndex line, long depthMm, Side side, long accuracyMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            long bandMm = place.radiusMm() + accuracyMm;
            long distanceMm = line.distanceMm(place.lonE7(), place.latE7(), depthMm + bandMm);
            Certainty depth = band(distanceMm, depthMm, bandMm);
            if (depth == Certainty.NO || side == Side.ON) {
                return depth;
            }
            return depth.and(onSide(line, side, place, bandMm));
        }

        @Override
        public String reason(Disc place) {
            long bandMm = place.radiusMm() + accuracyMm;
            long distanceMm = line.distanceMm(place.lonE7(), place.latE7());
            String band = bandMm == 0 ? "" : ", known to ±" + metres(bandMm);
            return metres(distanceMm) + " from the line of " + name + ", which is " + metres(depthMm) + " deep" + band;
        }
    }

    /// One side of a line, however far away.
    record Beside(String name, LineIndex line, Side side, long accuracyMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return onSide(line, side, place, place.radiusMm() + accuracyMm);
        }

        @Override
        public String reason(Disc place) {
            return switch (holds(place)) {
                case YES -> "on the side named by " + name;
                case NO -> "not on the side named by " + name;
                case INDETERMINATE -> "within " + metres(place.radiusMm() + accuracyMm) + " of the line of " + name;
            };
        }
    }

    /// The ring outside an area, up to a depth.
    record Ring(String name, AreaIndex area, long depthMm, long accuracyMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            long bandMm = place.radiusMm() + accuracyMm;
            Certainty outside = switch (area.position(place.lonE7(), place.latE7(), bandMm)) {
                case OUTSIDE -> Certainty.YES;
                case INSIDE -> Certainty.NO;
                case INDETERMINATE -> Certainty.INDETERMINATE;
            };
            long distanceMm = area.boundaryDistanceMm(place.lonE7(), place.latE7());
            return outside.and(band(distanceMm, depthMm, bandMm));
        }

        @Override
        public String reason(Disc place) {
            return metres(area.boundaryDistanceMm(place.lonE7(), place.latE7())) + " from the edge of the area that "
                    + name + " rings";
        }
    }

    /// All places near a named one.
    record Near(String name, Disc centre, long depthMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return band(distanceMm(place), depthMm, place.radiusMm() + centre.radiusMm());
        }

        @Override
        public String reason(Disc place) {
            return metres(distanceMm(place)) + " from " + name;
        }

        private long distanceMm(Disc place) {
            return Geodesic.distanceMm(centre.centre(), place.centre());
        }
    }

    /// Several zones together.
    record Union(List<Zone> zones) implements Zone {
        public Union {
            zones = List.copyOf(zones);
        }

        @Override
        public Certainty holds(Disc place) {
            Certainty best = Certainty.NO;
            for (Zone zone : zones) {
                best = best.or(zone.holds(place));
            }
            return best;
        }

        @Override
        public String reason(Disc place) {
            Certainty best = holds(place);
            for (Zone zone : zones) {
                if (zone.holds(place) == best && best != Certainty.NO) {
                    return zone.reason(place);
                }
            }
            return "in none of the zones";
        }
    }

    private static Certainty onSide(LineIndex line, Side side, Disc place, long bandMm) {
        if (bandMm > 0 && line.distanceMm(place.lonE7(), place.latE7(), bandMm) <= bandMm) {
            return Certainty.INDETERMINATE;
        }
        Side found = line.side(place.lonE7(), place.latE7());
        return found == side || found == Side.ON ? Certainty.YES : Certainty.NO;
    }

    /// Whether a distance that is known to a band is within a depth; the depth itself counts as within.
    private static Certainty band(long distanceMm, long depthMm, long bandMm) {
        if (distanceMm - bandMm > depthMm) {
            return Certainty.NO;
        }
        return distanceMm + bandMm <= depthMm ? Certainty.YES : Certainty.INDETERMINATE;
    }

    private static Certainty certainty(Position position) {
        return switch (position) {
            case INSIDE -> Certainty.YES;
            case OUTSIDE -> Certainty.NO;
            case INDETERMINATE -> Certainty.INDETERMINATE;
        };
    }

    private static String metres(long mm) {
        return mm < 1_000_000
                ? String.format(Locale.ROOT, "%d m", (mm + 500) / 1000)
                : String.format(Locale.ROOT, "%d.%d km", mm / 1_000_000, mm / 100_000 % 10);
    }
}
