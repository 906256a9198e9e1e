package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Line;
import truceline.agreement.Place;
import truceline.agreement.ZoneForm;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.geo.AreaIndex;
import truceline.geo.Disc;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.geo.Side;

/// Turns the zones of an agreement into indexes over their maps. A zone that cannot be evaluated is a gap with its
/// reason.
final class ZoneCompiler {
    private final Agreement agreement;
    private final SortedMap<String, Geometry> maps;
    private final SortedMap<String, LineIndex> lines = new TreeMap<>();
    private final SortedMap<String, AreaIndex> areas = new TreeMap<>();
    private final List<String> gaps = new ArrayList<>();
    private Asker asker = Asker.NOBODY;

    /// In whose world, and for which actor, zones are asked for.
    ///
    /// @param holder whose readings hold, null for the common text
    /// @param actor code of the party that the zone is to bind, null where it is undetermined
    /// @param settled holder of the settled reading, by name of zone or line
    record Asker(@Nullable String holder, @Nullable String actor, SortedMap<String, String> settled) {
        static final Asker NOBODY = new Asker(null, null, new TreeMap<>());

        @Nullable
        String holder(String name) {
            return settled.getOrDefault(name, holder);
        }
    }

    /// @param zone the zones that can be evaluated together, or null where none can
    record Result(@Nullable Zone zone, List<String> gaps) {}

    ZoneCompiler(Agreement agreement, SortedMap<String, Geometry> maps) {
        this.agreement = agreement;
        this.maps = maps;
    }

    /// From here on answers as one asker needs it.
    void answer(Asker who) {
        asker = who;
    }

    /// What lies beyond lines, or beyond the lines that zones are built from, as seen by the party that is bound; null
    /// where no line has a map and sides.
    @Nullable
    Zone beyond(List<Reference> names) {
        List<Zone> found = new ArrayList<>();
        for (Reference reference : names) {
            if (reference.sort() == Sort.LINE) {
                beyond(reference.name(), found);
            } else if (reference.sort() == Sort.ZONE) {
                builtFrom(reference.name()).forEach(line -> beyond(line, found));
            }
        }
        return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new Zone.Union(found);
    }

    private void beyond(String lineName, List<Zone> found) {
        Side own = asker.actor() == null ? Side.ON : sideOf(lineName, asker.actor());
        Optional<LineIndex> line = findLine(lineName);
        if (own != Side.ON && line.isPresent()) {
            found.add(new Zone.Beside(lineName, line.get(), own.opposite(), accuracyMm(lineName)));
        }
    }

    /// Lines that a zone is measured from, for whom it is asked.
    List<String> builtFrom(String zone) {
        truceline.agreement.Zone declared = agreement.zones().get(zone);
        ZoneForm.Of of = declared == null
                ? null
                : switch (declared.form().in(asker.holder(zone))) {
                    case ZoneForm.Within within -> within.of();
                    case ZoneForm.Width width -> width.of();
                    case ZoneForm.Side side -> side.of();
                    case ZoneForm.Drawn _, ZoneForm.Units _, ZoneForm.Above _ -> null;
                };
        return of == null
                ? List.of()
                : sources(of).stream()
                        .filter(reference -> reference.sort() == Sort.LINE)
                        .map(Reference::name)
                        .toList();
    }

    /// The union of the named zones; no name means everywhere.
    Result compile(List<Reference> where) {
        if (where.isEmpty()) {
            return new Result(new Zone.Everywhere(), List.of());
        }
        gaps.clear();
        List<Zone> found = new ArrayList<>();
        for (Reference reference : where) {
            if (reference.sort() == Sort.ZONE) {
                zone(reference.name(), found);
            } else {
                gaps.add("'" + reference.name() + "' is not a zone that is evaluated yet");
            }
        }
        Zone zone = found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new Zone.Union(found);
        return new Result(zone, List.copyOf(gaps));
    }

    private void zone(String name, List<Zone> found) {
        truceline.agreement.Zone declared = agreement.zones().get(name);
        if (declared == null) {
            throw new IllegalStateException("zone " + name + " is not declared");
        }
        if (declared.form().isDisputed() && asker.holder(name) == null) {
            gaps.add("the readings differ on zone " + name);
            return;
        }
        switch (declared.form().in(asker.holder(name))) {
            case ZoneForm.Drawn drawn -> area(name, found);
            case ZoneForm.Units units -> area(name, found);
            case ZoneForm.Within within -> within(name, within, found);
            case ZoneForm.Width width -> width(name, width, found);
            case ZoneForm.Side side -> side(name, side, found);
            case ZoneForm.Above above -> above(name, above, found);
        }
    }

    private void area(String name, List<Zone> found) {
        findArea(name)
                .ifPresentOrElse(
                        index -> found.add(new Zone.Area(name, index, 0)),
                        () -> gaps.add("zone " + name + " has no map yet"));
    }

    private void within(String name, ZoneForm.Within within, List<Zone> found) {
        Optional<Distance> depth = within.distance().find();
        if (depth.isEmpty()) {
            gaps.add("zone " + name + ": its depth is open");
            return;
        }
        long depthMm = depth.get().millimetres();
        for (Reference of : sources(within.of())) {
            switch (of.sort()) {
                case LINE -> depth(name, of.name(), depthMm, within.sides(), found);
                case ZONE ->
                    findArea(of.name())
                            .ifPresentOrElse(
                                    index -> found.add(new Zone.Ring(name, index, depthMm, 0)),
                                    () -> gaps.add("zone " + of.name() + " has no map yet"));
                case PLACE -> near(name, of.name(), depthMm, found);
                default -> gaps.add("zone " + name + " is measured from '" + of.name() + "': not evaluated yet");
            }
        }
    }

    private void width(String name, ZoneForm.Width width, List<Zone> found) {
        Optional<Distance> whole = width.width().find();
        if (whole.isEmpty()) {
            gaps.add("zone " + name + ": its width is open");
            return;
        }
        for (Reference of : sources(width.of())) {
            if (of.sort() == Sort.LINE) {
                depth(name, of.name(), whole.get().millimetres() / 2, List.of(), found);
            } else {
                gaps.add("zone " + name + " is measured from '" + of.name() + "': not evaluated yet");
            }
        }
    }

    private void side(String name, ZoneForm.Side form, List<Zone> found) {
        String whose = whose(form.whose());
        if (whose == null) {
            gaps.add("zone " + name + " depends on the party, which is undetermined");
            return;
        }
        for (Reference of : sources(form.of())) {
            Optional<LineIndex> line = findLine(of.name());
            Side side = sideOf(of.name(), whose);
            if (line.isEmpty() || side == Side.ON) {
                gaps.add("line " + of.name() + " has no map or no sides yet");
            } else {
                found.add(new Zone.Beside(name, line.get(), side, accuracyMm(of.name())));
            }
        }
    }

    /// Code of the party whose side is meant, or null where it depends on one that is undetermined.
    private @Nullable String whose(Reference reference) {
        String actor = asker.actor();
        return switch (reference.sort()) {
            case PARTY -> reference.name();
            case EACH_PARTY -> actor;
            case OTHER_PARTY -> actor == null ? null : other(actor);
            default -> null;
        };
    }

    private @Nullable String other(String actor) {
        List<String> others = agreement.partyCodes().stream()
                .filter(code -> !code.equals(actor))
                .toList();
        return others.size() == 1 ? others.getFirst() : null;
    }

    private void above(String name, ZoneForm.Above above, List<Zone> found) {
        Optional<Height> height = above.height().find();
        if (height.isEmpty()) {
            gaps.add("zone " + name + ": its height is open");
            return;
        }
        List<Zone> beneath = new ArrayList<>();
        for (Reference reference : above.zones()) {
            zone(reference.name(), beneath);
        }
        for (Zone area : beneath) {
            Height layer = height.get();
            boolean isAboveSea = layer.above() == Height.Above.SEA;
            found.add(new Zone.Volume(name, area, layer.fromMillimetres(), layer.toMillimetres(), isAboveSea));
        }
    }

    private void depth(String name, String lineName, long depthMm, List<Reference> sides, List<Zone> found) {
        Optional<LineIndex> line = findLine(lineName);
        if (line.isEmpty()) {
            gaps.add("line " + lineName + " has no map yet");
            return;
        }
        List<Side> wanted = new ArrayList<>();
        for (Reference side : sides) {
            wanted.add(side.sort() == Sort.PARTY ? sideOf(lineName, side.name()) : Side.ON);
        }
        if (wanted.isEmpty() || wanted.contains(Side.ON) || wanted.size() > 1) {
            wanted = List.of(Side.ON);
        }
        found.add(new Zone.Depth(name, line.get(), depthMm, wanted.getFirst(), accuracyMm(lineName)));
    }

    private void near(String name, String placeName, long depthMm, List<Zone> found) {
        Place place = agreement.places().get(placeName);
        Leaf<Place.Position> at = place == null ? null : place.at();
        if (at instanceof Leaf.Given<Place.Position>(Place.Position position)) {
            Disc centre = new Disc(position.longitudeE7(), position.latitudeE7(), 0);
            found.add(new Zone.Near(placeName, centre, depthMm));
        } else {
            gaps.add("zone " + name + ": place " + placeName + " has no position yet");
        }
    }

    /// What a zone is measured from; each party's own line counts, because the party is undetermined.
    private List<Reference> sources(ZoneForm.Of of) {
        List<Reference> names = new ArrayList<>();
        switch (of) {
            case ZoneForm.Of.Same(List<Reference> same) -> names.addAll(same);
            case ZoneForm.Of.PerParty perParty -> {
                String actor = asker.actor();
                for (String party : actor == null ? agreement.partyCodes() : List.of(actor)) {
                    for (Reference name : perParty.forParty(party)) {
                        if (!names.contains(name)) {
                            names.add(name);
                        }
                    }
                }
            }
        }
        return names;
    }

    private Side sideOf(String lineName, String party) {
        Line line = agreement.lines().get(lineName);
        if (line == null) {
            return Side.ON;
        }
        Line.Terms terms = line.terms().in(asker.holder(lineName));
        if (terms.left() instanceof Leaf.Given<String>(String left) && left.equals(party)) {
            return Side.LEFT;
        }
        boolean isRight = terms.right() instanceof Leaf.Given<String>(String right) && right.equals(party);
        return isRight ? Side.RIGHT : Side.ON;
    }

    private long accuracyMm(String lineName) {
        Line line = agreement.lines().get(lineName);
        return line == null
                ? 0
                : line.terms().in(asker.holder(lineName)).accuracyMillimetres().orElse(0);
    }

    private Optional<LineIndex> findLine(String name) {
        if (!lines.containsKey(name)) {
            List<Path> paths = new ArrayList<>();
            for (Feature feature : features(name)) {
                if (feature.shape() instanceof Shape.Lines(List<Path> own)) {
                    paths.addAll(own);
                }
            }
            if (paths.isEmpty()) {
                return Optional.empty();
            }
            lines.put(name, LineIndex.of(paths));
        }
        return Optional.ofNullable(lines.get(name));
    }

    private Optional<AreaIndex> findArea(String name) {
        if (!areas.containsKey(name)) {
            List<Polygon> polygons = new ArrayList<>();
            for (Feature feature : features(name)) {
                if (feature.shape() instanceof Shape.Areas(List<Polygon> own)) {
                    polygons.addAll(own);
                }
            }
            if (polygons.isEmpty()) {
                return Optional.empty();
            }
            areas.put(name, AreaIndex.of(new Shape.Areas(polygons)));
        }
        return Optional.ofNullable(areas.get(name));
    }

    private List<Feature> features(String name) {
        Geometry map = maps.get(name);
        return map == null ? List.of() : map.features();
    }
}
