package truceline.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;
import truceline.compliance.Norms;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.mission.AdoptedAgreement;

/// What of the agreement a document is framed by: its name and clock, the parties in its order, its lines and
/// areas, and which provisions are evaluated.
///
/// @param parties in the order of the agreement, which is the only order there is
/// @param lines each with the parties on its sides, where the agreement names them
/// @param regions what incidents are counted by: the units, else the drawn zones
/// @param zones drawn areas of the agreement, by name
public record Frame(
        String title,
        String version,
        ZoneId zone,
        List<Party> parties,
        List<Line> lines,
        Regions regions,
        SortedMap<String, Shape.Areas> zones,
        Norms norms) {
    /// A party: its code and the name that the agreement gives it.
    public record Party(String code, String name) {}

    /// A line as drawn.
    ///
    /// @param left position of the party on the left of the drawn direction, or -1 where the agreement names none
    /// @param right position of the party on the right, or -1
    public record Line(String name, List<Path> paths, int left, int right) {
        public Line {
            paths = List.copyOf(paths);
        }
    }

    public Frame {
        parties = List.copyOf(parties);
        lines = List.copyOf(lines);
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
    }

    /// The frame of the agreement in force; where there is none, UTC and no regions.
    public static Frame of(@Nullable AdoptedAgreement agreement) {
        if (agreement == null) {
            return new Frame(
                    "No agreement entered",
                    "",
                    ZoneOffset.UTC,
                    List.of(),
                    List.of(),
                    Regions.of(new TreeMap<>()),
                    new TreeMap<>(),
                    new Norms(List.of(), List.of()));
        }
        List<Party> parties = new ArrayList<>();
        agreement.parties().forEach(party -> parties.add(new Party(party.code(), party.name())));
        List<Line> lines = new ArrayList<>();
        agreement.lines().forEach((name, geometry) -> {
            truceline.agreement.Line line = agreement.agreement().lines().get(name);
            lines.add(new Line(name, paths(geometry), side(line, parties, true), side(line, parties, false)));
        });
        SortedMap<String, Shape.Areas> zones = new TreeMap<>();
        agreement.zones().forEach((name, geometry) -> areas(geometry, zones, name));
        Geometry units = agreement.units();
        Regions regions = units == null ? Regions.of(zones) : Regions.ofUnits(units, agreement.unitNameProperty());
        return new Frame(
                agreement.title(),
                agreement.version(),
                agreement.zone(),
                parties,
                lines,
                regions,
                zones,
                agreement.norms());
    }

    /// The party that the common text puts on one side of a line, or -1 where it names none.
    private static int side(truceline.agreement.@Nullable Line line, List<Party> parties, boolean left) {
        if (line == null) {
            return -1;
        }
        Leaf<String> named =
                left ? line.terms().common().left() : line.terms().common().right();
        String code = named == null ? "" : named.find().orElse("");
        for (int party = 0; party < parties.size(); party++) {
            if (parties.get(party).code().equals(code)) {
                return party;
            }
        }
        return -1;
    }

    private static List<Path> paths(Geometry geometry) {
        List<Path> paths = new ArrayList<>();
        for (Feature feature : geometry.features()) {
            if (feature.shape() instanceof Shape.Lines drawn) {
                paths.addAll(drawn.paths());
            }
        }
        return paths;
    }

    private static void areas(Geometry geometry, SortedMap<String, Shape.Areas> zones, String name) {
        for (Feature feature : geometry.features()) {
            if (feature.shape() instanceof Shape.Areas areas) {
                zones.merge(name, areas, Regions::together);
            }
        }
    }
}
