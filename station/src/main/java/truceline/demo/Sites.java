package truceline.demo;

import java.nio.file.Path;
import java.util.List;

/// What the demonstration made: its stations, and the files that went into the first.
///
/// @param input folder of the files as they were handed in
public record Sites(Path input, List<Site> sites) {
    /// One station.
    ///
    /// @param note what a reader must know before he reads on
    /// @param basemap file of what is drawn below the lines; it may be absent
    public record Site(String id, String title, String note, Path folder, Path basemap) {}

    public Sites {
        sites = List.copyOf(sites);
    }
}
