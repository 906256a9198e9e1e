package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Line;
import truceline.agreement.Zone;
import truceline.agreement.ZoneForm;
import truceline.coverage.Restriction;
import truceline.coverage.Stretches;
import truceline.coverage.Watch;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.mission.AdoptedAgreement;
import truceline.mission.FloorWork;
import truceline.mission.Picture;
import truceline.observation.Columns;

/// Everything that one map shows. A drawing: rounded to about a metre. Pure.
final class MapView {
    private MapView() {}

    record View(
            List<Double> bbox,
            Basemap.Layer land,
            Basemap.Layer water,
            Basemap.Layer waterways,
            Basemap.Layer roads,
            Basemap.Layer places,
            Object regions,
            GeoJson.Collection lines,
            GeoJson.Collection zones,
            GeoJson.Collection control,
            GeoJson.Collection notObserved,
            GeoJson.Collection incidents,
            GeoJson.Collection tracks,
            GeoJson.Collection restrictions,
            String boundaries) {}

    static View of(Snapshot snapshot, Window window) {
        Basemap basemap = snapshot.basemap();
        Basemap.Layer regions = basemap.layer("region");
        return new View(
                Extent.of(snapshot),
                basemap.layer("land"),
                basemap.layer("water"),
                basemap.layer("waterway"),
                basemap.layer("road"),
                basemap.layer("place"),
                regions.isEmpty() ? units(snapshot) : regions,
                lines(snapshot),
                zones(snapshot),
                control(snapshot),
                MapGaps.of(snapshot, window),
                incidents(snapshot, window),
                MapTracks.of(snapshot, window),
                restrictions(snapshot, window),
                boundaries(snapshot));
    }

    private static GeoJson.Collection units(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        Geometry units = agreement == null ? null : agreement.units();
        if (agreement == null || units == null) {
            return GeoJson.EMPTY;
        }
        return new GeoJson.Collection(units.features().stream()
                .map(unit -> new GeoJson.Feature(
                        Map.of("name", unit.properties().getOrDefault(agreement.unitNameProperty(), "")),
                        GeoJson.of(unit.shape())))
                .toList());
    }

    private record DrawnLine(
            String name,
            @Nullable String date,
            @Nullable String leftParty,
            @Nullable String rightParty) {}

    private static GeoJson.Collection lines(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        if (agreement == null) {
            return GeoJson.EMPTY;
        }
        List<GeoJson.Feature> features = new ArrayList<>();
        agreement.lines().forEach((name, map) -> {
            DrawnLine line = new DrawnLine(
                    name,
                    date(agreement, agreement.agreement().lines().get(name)),
                    Drawings.party(agreement, name, true).orElse(null),
                    Drawings.party(agreement, name, false).orElse(null));
            for (Feature feature : map.features()) {
                features.add(new GeoJson.Feature(line, GeoJson.of(feature.shape())));
            }
        });
        return new GeoJson.Collection(features);
    }

    /// The date of the first source of a line that has one.
    private static @Nullable String date(AdoptedAgreement agreement, @Nullable Line line) {
        return line == null
                ? null
                : line.origin().sources().stream()
                        .map(name -> agreement.agreement().sources().get(name))
                        .flatMap(source -> source == null ? Stream.<String>empty() : Stream.ofNullable(source.date()))
                        .findFirst()
                        .orElse(null);
    }

    private record DrawnZone(String name, String kind, String label) {}

    private static GeoJson.Collection zones(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        if (agreement == null) {
            return GeoJson.EMPTY;
        }
        List<GeoJson.Feature> features = new ArrayList<>();
        for (Zone zone : agreement.agreement().zones().values()) {
            if (zone.form().isDisputed()) {
                zone.form()
                        .byHolder()
                        .forEach(
                                (holder, form) -> add(agreement, zone, form, ", as " + holder + " reads it", features));
            } else {
                add(agreement, zone, zone.form().common(), "", features);
            }
        }
        return new GeoJson.Collection(features);
    }

    private static void add(
            AdoptedAgreement agreement, Zone zone, ZoneForm form, String reading, List<GeoJson.Feature> features) {
        List<Polygon> outline = Drawings.outline(agreement, zone, form);
        if (!outline.isEmpty()) {
            String meaning = zone.origin().meaning();
            String label = (meaning == null ? zone.name() : meaning) + size(form) + reading;
            features.add(new GeoJson.Feature(
                    new DrawnZone(zone.name(), Drawings.kind(form), label), GeoJson.areas(outline)));
        }
    }

    private static String size(ZoneForm form) {
        return switch (form) {
            case ZoneForm.Within within ->
                within.distance().find().map(depth -> ", " + depth.text()).orElse("");
            case ZoneForm.Width width ->
                width.width().find().map(depth -> ", " + depth.text()).orElse("");
            default -> "";
        };
    }

    private record Held(@Nullable String side, String date) {}

    /// The newest control map. Of its properties only the side is told.
    private static GeoJson.Collection control(Snapshot snapshot) {
        List<Picture.ControlMap> controls = snapshot.picture().controls();
        if (controls.isEmpty()) {
            return GeoJson.EMPTY;
        }
        Picture.ControlMap newest = controls.getLast();
        return new GeoJson.Collection(newest.map().features().stream()
                .map(feature -> new GeoJson.Feature(
                        new Held(feature.properties().get("side"), newest.date()), GeoJson.of(feature.shape())))
                .toList());
    }

    private static GeoJson.Collection incidents(Snapshot snapshot, Window window) {
        Columns columns = snapshot.columns();
        return new GeoJson.Collection(IncidentRows.chosen(snapshot, window).stream()
                .filter(facts -> facts.bestRow() >= 0)
                .map(facts -> new GeoJson.Feature(
                        IncidentRows.row(snapshot, facts),
                        GeoJson.point(columns.lonE7(facts.bestRow()), columns.latE7(facts.bestRow()))))
                .toList());
    }

    private record Refused(String id, long entry, String kind, String by, String from, String to, String label) {}

    /// Restrictions that name stretches, each at the middle of the first one.
    private static GeoJson.Collection restrictions(Snapshot snapshot, Window window) {
        List<GeoJson.Feature> features = new ArrayList<>();
        AdoptedAgreement agreement = snapshot.agreement();
        for (Restriction each : FloorWork.restrictions(snapshot.docket())) {
            if (agreement == null || each.watches().isEmpty() || !window.overlaps(each.fromMs(), each.untilMs())) {
                continue;
            }
            CoverageView.measure(snapshot, window)
                    .map(measured -> measured.coverage().stretches().all())
                    .ifPresent(stretches -> point(each, stretches, features));
        }
        return new GeoJson.Collection(features);
    }

    private static void point(Restriction each, List<Stretches.Stretch> stretches, List<GeoJson.Feature> features) {
        Watch first = each.watches().getFirst();
        if (first.stretch() < stretches.size()) {
            Path path = stretches.get(first.stretch()).path();
            int middle = path.size() / 2;
            String label = Phrases.capital(each.kind()) + " "
                    + Iso.of(each.fromMs()).substring(11, 16) + "–"
                    + Iso.of(each.untilMs()).substring(11, 16) + "Z";
            features.add(new GeoJson.Feature(
                    new Refused(
                            each.id(),
                            each.index(),
                            each.kind(),
                            each.by(),
                            Iso.of(each.fromMs()),
                            Iso.of(each.untilMs()),
                            label),
                    GeoJson.point(path.lonE7(middle), path.latE7(middle))));
        }
    }

    private static String boundaries(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        String file = agreement == null || agreement.entered().units() == null
                ? ""
                : "Regions: the file with SHA-256 "
                        + agreement.entered().units().file().substring(0, 12) + "…, as entered. ";
        String note = snapshot.basemap().note();
        return (note.isEmpty() ? "" : note + " ") + file
                + "Lines and zones are those of the agreement’s text; no boundary drawn here is a claim.";
    }
}
