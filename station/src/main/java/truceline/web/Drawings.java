package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Line;
import truceline.agreement.Place;
import truceline.agreement.Zone;
import truceline.agreement.ZoneForm;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.geo.Bands;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.geo.Side;
import truceline.mission.AdoptedAgreement;

/// Outlines of an agreement's lines and zones, for maps only. Pure.
final class Drawings {
    private Drawings() {}

    /// The paths of a drawn line; empty where it has no map.
    static List<Path> paths(AdoptedAgreement agreement, String line) {
        Geometry map = agreement.maps().get(line);
        List<Path> paths = new ArrayList<>();
        if (map != null) {
            for (Feature feature : map.features()) {
                if (feature.shape() instanceof Shape.Lines lines) {
                    paths.addAll(lines.paths());
                }
            }
        }
        return paths;
    }

    static Optional<LineIndex> lineIndex(AdoptedAgreement agreement, String line) {
        List<Path> paths = paths(agreement, line);
        return paths.isEmpty() ? Optional.empty() : Optional.of(LineIndex.of(paths));
    }

    /// The party on one side of a line, as the common text says.
    static Optional<String> party(@Nullable AdoptedAgreement agreement, String name, boolean isLeft) {
        Line line = agreement == null ? null : agreement.agreement().lines().get(name);
        if (line == null) {
            return Optional.empty();
        }
        Leaf<String> party =
                isLeft ? line.terms().common().left() : line.terms().common().right();
        return party == null ? Optional.empty() : party.find();
    }

    /// What kind of zone it is, in the words of the interface.
    static String kind(ZoneForm form) {
        return switch (form) {
            case ZoneForm.Drawn drawn -> "area";
            case ZoneForm.Units units -> "area";
            case ZoneForm.Within within -> "buffer";
            case ZoneForm.Width width -> "lane";
            case ZoneForm.Side side -> "area";
            default -> "volume";
        };
    }

    /// The outline of a zone in one form; empty where it has none that can be drawn.
    static List<Polygon> outline(AdoptedAgreement agreement, Zone zone, ZoneForm form) {
        List<Polygon> outline = new ArrayList<>();
        switch (form) {
            case ZoneForm.Drawn drawn -> outline.addAll(areas(agreement, zone.name()));
            case ZoneForm.Units units -> outline.addAll(areas(agreement, zone.name()));
            case ZoneForm.Within(Leaf<Distance> distance, ZoneForm.Of of, List<Reference> sides) ->
                depth(distance)
                        .ifPresent(mm -> sources(agreement, of).forEach(source -> {
                            outline.addAll(within(agreement, source, mm, sides));
                        }));
            case ZoneForm.Width(Leaf<Distance> width, ZoneForm.Of of) ->
                depth(width)
                        .ifPresent(mm -> sources(agreement, of).forEach(source -> {
                            outline.addAll(within(agreement, source, mm / 2, List.of()));
                        }));
            case ZoneForm.Side side -> {}
            case ZoneForm.Above above ->
                above.zones().forEach(below -> {
                    Zone ground = agreement.agreement().zones().get(below.name());
                    if (ground != null && !ground.name().equals(zone.name())) {
                        outline.addAll(outline(agreement, ground, ground.form().common()));
                    }
                });
        }
        return outline;
    }

    private static Optional<Long> depth(Leaf<Distance> distance) {
        return distance.find().map(Distance::millimetres).filter(mm -> mm > 0);
    }

    private static List<Reference> sources(AdoptedAgreement agreement, ZoneForm.Of of) {
        return switch (of) {
            case ZoneForm.Of.Same(List<Reference> names) -> names;
            case ZoneForm.Of.PerParty perParty ->
                agreement.agreement().partyCodes().stream()
                        .flatMap(party -> perParty.forParty(party).stream())
                        .distinct()
                        .toList();
        };
    }

    private static List<Polygon> within(AdoptedAgreement agreement, Reference of, long depthMm, List<Reference> sides) {
        if (of.sort() == Sort.ZONE) {
            List<Polygon> areas = areas(agreement, of.name());
            return areas.isEmpty() ? List.of() : Bands.around(areas, depthMm);
        }
        if (of.sort() == Sort.PLACE) {
            return near(agreement, of.name(), depthMm);
        }
        List<Path> paths = of.sort() == Sort.LINE ? paths(agreement, of.name()) : List.of();
        return paths.isEmpty() ? List.of() : Bands.along(paths, depthMm, side(agreement, of.name(), sides));
    }

    /// The one side that is meant, or null for both.
    private static @Nullable Side side(AdoptedAgreement agreement, String line, List<Reference> sides) {
        if (sides.size() != 1) {
            return null;
        }
        Optional<String> named = Optional.of(sides.getFirst().name());
        if (named.equals(party(agreement, line, true))) {
            return Side.LEFT;
        }
        return named.equals(party(agreement, line, false)) ? Side.RIGHT : null;
    }

    private static List<Polygon> near(AdoptedAgreement agreement, String name, long depthMm) {
        Place place = agreement.agreement().places().get(name);
        return place == null
                ? List.of()
                : place.at()
                        .find()
                        .map(at -> Bands.disc(at.longitudeE7(), at.latitudeE7(), depthMm))
                        .orElse(List.of());
    }

    private static List<Polygon> areas(AdoptedAgreement agreement, String name) {
        Geometry map = agreement.maps().get(name);
        List<Polygon> areas = new ArrayList<>();
        if (map != null) {
            for (Feature feature : map.features()) {
                if (feature.shape() instanceof Shape.Areas drawn) {
                    areas.addAll(drawn.polygons());
                }
            }
        }
        return areas;
    }
}
