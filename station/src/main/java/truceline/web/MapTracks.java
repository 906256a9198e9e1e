package truceline.web;

import java.util.ArrayList;
import java.util.List;
import truceline.incident.Track;
import truceline.incident.Tracks;
import truceline.observation.Columns;
import truceline.observation.Kind;

/// Ways of crafts as they told them themselves. Pure.
final class MapTracks {
    private MapTracks() {}

    /// One way.
    ///
    /// @param interference true where it holds a jump that no craft can make: then nothing rests on where it was
    record Way(
            String craft, String kind, String from, String to, boolean interference, String label, String incident) {}

    static int count(Snapshot snapshot) {
        return Tracks.of(snapshot.columns(), snapshot.incidents()).size();
    }

    /// Ways of two positions or more that reach into the window.
    static GeoJson.Collection of(Snapshot snapshot, Window window) {
        Columns columns = snapshot.columns();
        List<GeoJson.Feature> features = new ArrayList<>();
        for (Track track : Tracks.of(columns, snapshot.incidents())) {
            long fromMs = columns.fromMs(track.rows().getFirst());
            long toMs = columns.toMs(track.rows().getLast());
            if (track.rows().size() > 1 && window.overlaps(fromMs, toMs + 1)) {
                List<List<Double>> way = track.rows().stream()
                        .map(row -> List.of(Phrases.drawn(columns.lonE7(row)), Phrases.drawn(columns.latE7(row))))
                        .toList();
                features.add(new GeoJson.Feature(
                        way(snapshot, track, fromMs, toMs), new GeoJson.Geometry("LineString", way)));
            }
        }
        return new GeoJson.Collection(features);
    }

    private static Way way(Snapshot snapshot, Track track, long fromMs, long toMs) {
        String kind = track.kind() == Kind.VESSEL ? "vessel" : "aircraft";
        String jumps = track.isSuspect() ? ", position jumps" : "";
        return new Way(
                track.craft(),
                kind,
                Iso.of(fromMs),
                Iso.of(toMs),
                track.isSuspect(),
                Phrases.capital(kind) + jumps + ", " + Iso.of(toMs).substring(11, 16) + "Z",
                snapshot.id(track.incident()));
    }
}
