package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.geo.Disc;
import truceline.observation.Columns;

/// Whether any evaluated provision could be touched by a row, were it true. Not thread-safe.
final class Scope {
    private final SortedMap<String, List<Norm>> byVerb = new TreeMap<>();
    private final SortedMap<String, ZoneLookup> zones = new TreeMap<>();

    Scope(Norms norms) {
        norms.evaluated()
                .forEach(norm -> byVerb.computeIfAbsent(norm.verb(), verb -> new ArrayList<>())
                        .add(norm));
        byVerb.forEach((verb, own) -> zones.put(verb, new ZoneLookup(own)));
    }

    /// Why no provision could be touched, or null where one could.
    @Nullable
    String whyOutside(Columns columns, int row) {
        String verb = Acts.verb(columns.kind(row));
        List<Norm> norms = byVerb.get(verb);
        ZoneLookup lookup = zones.get(verb);
        if (norms == null || lookup == null) {
            return "its kind, " + columns.kind(row).word()
                    + ", is evidence of no act that an evaluated provision forbids";
        }
        Disc place = Sighting.place(columns, row);
        lookup.look(place, Sighting.altitudeMetres(columns, row));
        Norm inTime = null;
        boolean inPlace = false;
        for (int i = 0; i < norms.size(); i++) {
            Norm norm = norms.get(i);
            if (norm.time(columns.fromMs(row), columns.toMs(row) + columns.precisionMs(row)) == Certainty.NO) {
                continue;
            }
            inTime = inTime == null ? norm : inTime;
            if (lookup.holds(i) == Certainty.NO) {
                continue;
            }
            inPlace = true;
            if (Sighting.what(columns, norm, row) != Certainty.NO) {
                return null;
            }
        }
        if (inPlace) {
            return "its weapon, " + columns.weapon(row).word() + ", is of no class that is forbidden there";
        }
        if (inTime == null || place == null) {
            return "its time lies outside that of every provision that forbids its act (" + norms.size() + ")";
        }
        return "its place lies outside every zone in which its act is forbidden then: "
                + inTime.where().reason(place, Sighting.altitudeMetres(columns, row)) + " (provision "
                + inTime.provision() + ")";
    }
}
