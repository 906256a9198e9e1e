package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
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

    /// The numbers behind the answer.
    List<PlaceReason> reasons(Disc place);

    /// Whether a place at a height lies in the zone.
    ///
    /// @param altitudeMetres height above the sea, or {@link #HEIGHT_NOT_KNOWN}, or {@link #ON_SURFACE}
    default Certainty holds(Disc place, int altitudeMetres) {
        return holds(place);
    }

    /// The numbers behind the answer for a place at a height.
    default List<PlaceReason> reasons(Disc place, int altitudeMetres) {
        return reasons(place);
    }

    /// The numbers behind the answer for a place at a height, in English.
    default String reason(Disc place, int altitudeMetres) {
        return PlaceReason.english(reasons(place, altitudeMetres));
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
        public List<PlaceReason> reasons(Disc place) {
            return PlaceReason.of("place-anywhere");
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
        public List<PlaceReason> reasons(Disc place) {
            return switch (holds(place)) {
                case YES -> PlaceReason.of("place-inside", name);
                case NO -> PlaceReason.of("place-outside", name);
                case INDETERMINATE ->
                    PlaceReason.of("place-at-boundary", PlaceReason.metres(place.radiusMm() + accuracyMm), name);
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
        public List<PlaceReason> reasons(Disc place) {
            long bandMm = place.radiusMm() + accuracyMm;
            long distanceMm = line.distanceMm(place.lonE7(), place.latE7());
            String distance = PlaceReason.metres(distanceMm);
            String depth = PlaceReason.metres(depthMm);
            return bandMm == 0
                    ? PlaceReason.of("place-deep", distance, name, depth)
                    : PlaceReason.of("place-deep-about", distance, name, depth, PlaceReason.metres(bandMm));
        }
    }

    /// One side of a line, however far away.
    record Beside(String name, LineIndex line, Side side, long accuracyMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return onSide(line, side, place, place.radiusMm() + accuracyMm);
        }

        @Override
        public List<PlaceReason> reasons(Disc place) {
            return switch (holds(place)) {
                case YES -> PlaceReason.of("place-beside", name);
                case NO -> PlaceReason.of("place-not-beside", name);
                case INDETERMINATE ->
                    PlaceReason.of("place-at-line", PlaceReason.metres(place.radiusMm() + accuracyMm), name);
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
        public List<PlaceReason> reasons(Disc place) {
            long distanceMm = area.boundaryDistanceMm(place.lonE7(), place.latE7());
            return PlaceReason.of("place-from-edge", PlaceReason.metres(distanceMm), name);
        }
    }

    /// All places near a named one.
    record Near(String name, Disc centre, long depthMm) implements Zone {
        @Override
        public Certainty holds(Disc place) {
            return band(distanceMm(place), depthMm, place.radiusMm() + centre.radiusMm());
        }

        @Override
        public List<PlaceReason> reasons(Disc place) {
            return PlaceReason.of("place-from", PlaceReason.metres(distanceMm(place)), name);
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
        public List<PlaceReason> reasons(Disc place) {
            return reasons(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public List<PlaceReason> reasons(Disc place, int altitudeMetres) {
            Certainty best = holds(place, altitudeMetres);
            for (Zone zone : zones) {
                if (zone.holds(place, altitudeMetres) == best && best != Certainty.NO) {
                    return zone.reasons(place, altitudeMetres);
                }
            }
            return PlaceReason.of("place-beyond-all");
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
        public List<PlaceReason> reasons(Disc place) {
            return reasons(place, HEIGHT_NOT_KNOWN);
        }

        @Override
        public List<PlaceReason> reasons(Disc place, int altitudeMetres) {
            List<PlaceReason> reasons = new ArrayList<>(area.reasons(place));
            String key = layerKey(place, altitudeMetres);
            String above = isAboveSea ? "sea" : "ground";
            boolean isKnown = altitudeMetres != HEIGHT_NOT_KNOWN && altitudeMetres != ON_SURFACE;
            reasons.addAll(PlaceReason.of(
                    key,
                    name,
                    String.valueOf(lowMm / 1000),
                    String.valueOf(highMm / 1000),
                    above,
                    isKnown ? String.valueOf(altitudeMetres) : ""));
            return List.copyOf(reasons);
        }

        private String layerKey(Disc place, int altitudeMetres) {
            if (altitudeMetres == HEIGHT_NOT_KNOWN) {
                return "height-unknown";
            }
            if (altitudeMetres == ON_SURFACE) {
                return "height-surface";
            }
            return switch (height(place, altitudeMetres)) {
                case YES -> "height-inside";
                case NO -> "height-outside";
                case INDETERMINATE -> "height-close";
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
}
