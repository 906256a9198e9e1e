package truceline.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import truceline.observation.Columns;

/// Lists the tracks of a picture. Pure functions.
public final class Tracks {
    private Tracks() {}

    /// All tracks in the order of their incidents, then of their crafts.
    public static List<Track> of(Columns columns, Incidents incidents) {
        List<Track> tracks = new ArrayList<>();
        for (int incident = 0; incident < incidents.size(); incident++) {
            if (TrackRule.isOwnPosition(columns, incidents.firstRow(incident))) {
                tracks.addAll(of(columns, incidents, incident));
            }
        }
        return tracks;
    }

    /// Tracks of one incident in the order of their crafts: none where no craft sent its own position, several where
    /// several jumped together.
    public static List<Track> of(Columns columns, Incidents incidents, int incident) {
        CraftRows crafts = new CraftRows(columns);
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            crafts.add(incidents.row(incident, i));
        }
        List<Track> tracks = new ArrayList<>();
        crafts.forEach((craft, rows) -> tracks.add(new Track(
                incident,
                craft,
                columns.kind(rows[0]),
                Arrays.stream(rows).boxed().toList(),
                incidents.isSuspect(incident))));
        return tracks;
    }
}
