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
    /// A height of which nothing is known.
    int HEIGHT_NOT_KNOWN = Integer.MIN_VALUE;

    /// On the ground or on the water, wherever that is.
    int ON_SURFACE = Integer.MIN_VALUE + 1;

    /// Whether a place lies in the zone.
    Certainty holds(Disc place);

    /// The numbers behind the answer, in words.
    String reason(Disc place);

    /// Whether a place at a height lies in the zone.
    ///
    /// @param altitudeMetres height above the sea, or {@link #HEIGHT_NOT_KNOWN}, or {@link #ON_SURFACE}
    default Certainty holds(Disc place, int altitudeMetres) {
        return holds(place);
    }

    /// The numbers behind the answer for a place at a height, in words.
    default String reason(Disc place, int altitudeMetres) {
        return reason(place);
    }

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
            return holds(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public Certainty holds(Disc place, int altitudeMetres) {
            Certainty best = Certainty.NO;
            for (Zone zone : zones) {
                best = best.or(zone.holds(place, altitudeMetres));
            }
            return best;
        }

        @Override
        public String reason(Disc place) {
            return reason(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public String reason(Disc place, int altitudeMetres) {
            Certainty best = holds(place, altitudeMetres);
            for (Zone zone : zones) {
                if (zone.holds(place, altitudeMetres) == best && best != Certainty.NO) {
                    return zone.reason(place, altitudeMetres);
                }
            }
            return "in none of the zones";
        }
    }

    /// The air above other zones, between two heights; both count as inside. A layer from 0 begins at the surface. A
    /// height above ground is decided where it holds over any ground that can be there, because no map of
    /// heights is read.
    record Volume(String name, Zone area, long lowMm, long highMm, boolean isAboveSea) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return holds(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public Certainty holds(Disc place, int altitudeMetres) {
            Certainty beneath = area.holds(place);
            return beneath == Certainty.NO ? beneath : beneath.and(height(place, altitudeMetres));
        }

        @Override
        public String reason(Disc place) {
            return reason(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public String reason(Disc place, int altitudeMetres) {
            String layer = " the layer of " + name + ", " + lowMm / 1000 + " to " + highMm / 1000 + " m above "
                    + (isAboveSea ? "sea" : "ground");
            String beneath = area.reason(place);
            if (altitudeMetres == HEIGHT_NOT_KNOWN) {
                return beneath + "; its height is not known, so it may be in" + layer;
            }
            if (altitudeMetres == ON_SURFACE) {
                return beneath + "; on the surface, not in" + layer;
            }
            String height = beneath + "; " + altitudeMetres + " m above sea is ";
            return switch (height(place, altitudeMetres)) {
                case YES -> height + "in" + layer;
                case NO -> height + "not in" + layer;
                case INDETERMINATE -> height + "too close to say to" + layer + ": the ground's height is not known";
            };
        }

        private Certainty height(Disc place, int altitudeMetres) {
            if (altitudeMetres == HEIGHT_NOT_KNOWN) {
                return Certainty.INDETERMINATE;
            }
            if (altitudeMetres == ON_SURFACE) {
                return Certainty.NO;
            }
            int highestGround = isAboveSea ? 0 : Ground.highestMetres(place.lonE7(), place.latE7());
            int lowestGround = isAboveSea ? 0 : Ground.LOWEST_METRES;
            long leastMm = 1000L * (altitudeMetres - highestGround);
            long mostMm = 1000L * (altitudeMetres - lowestGround);
            if (leastMm > highMm || mostMm < lowMm && lowMm > 0) {
                return Certainty.NO;
            }
            boolean isOver = leastMm >= lowMm || lowMm == 0;
            return isOver && mostMm <= highMm ? Certainty.YES : Certainty.INDETERMINATE;
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
