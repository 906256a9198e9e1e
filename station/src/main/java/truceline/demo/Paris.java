package truceline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Founding;
import truceline.station.Settings;

/// The station of the real framework of Paris: its text, its positions and claims. Nothing is observed in it, and the
/// day from which it would run is not set. Stateless.
final class Paris {
    private static final String FILE = "paris-framework-20.agreement.yaml";

    private Paris() {}

    /// Founds the station from the file that is packed with the program.
    ///
    /// @param input folder in which the file is kept as it was entered
    static Sites.Site found(Path folder, Path input, Consumer<String> progress) throws IOException {
        Path file = input.resolve(FILE);
        try (InputStream packed = Paris.class.getResourceAsStream("/agreements/" + FILE)) {
            if (packed == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            Files.copy(packed, file);
        }
        Settings settings = new Settings("demo.truceline.example/paris", true);
        Founding.found(folder, settings, AgreementFile.read(file, null), Clock.system());
        progress.accept("The framework of Paris is entered: text, positions and claims, and no event.");
        return new Sites.Site(
                "paris",
                "Framework of Paris (worked example)",
                "The real text of the negotiations with its sources. Not in force: its first day is not set, nothing is"
                        + " observed, and there are no incidents.",
                folder,
                folder.resolveSibling("no-basemap.geojson"));
    }
}
