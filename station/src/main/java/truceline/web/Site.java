package truceline.web;

import java.nio.file.Path;

/// A station that is served, and how readers know it.
///
/// @param id the first part of its addresses: lower-case letters, digits and hyphens, and not `api`
/// @param note one line about it, empty for none
/// @param basemap a GeoJSON FeatureCollection whose features have the property `layer` (`land`, `water`, `waterway`,
///     `road`, `place` or `region`); nothing is drawn below the lines where there is no such file
public record Site(String id, String title, String note, Path folder, Path basemap) {
    public Site {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}") || id.equals("api") || id.equals("assets")) {
            throw new IllegalArgumentException("'" + id + "' cannot be part of an address");
        }
    }

    /// A station whose basemap, if it has one, is `basemap.geojson` in its folder.
    public Site(String id, String title, String note, Path folder) {
        this(id, title, note, folder, folder.resolve("basemap.geojson"));
    }
}
