package truceline.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Founding;

/// The station of the real framework of Paris: its text, its positions and claims. Nothing is observed in it, and the
/// day from which it would run is not set. Stateless.
final class Paris {
    private static final String FILE = "agreements/paris-framework-20.agreement.yaml";

    private Paris() {}

    /// Founds the station, or says that the file of the framework is not at hand.
    static Optional<Sites.Site> found(Path folder, Consumer<String> progress) throws IOException {
        Path file = file();
        if (file == null) {
            progress.accept("The framework of Paris is left out: " + FILE + " is not beside the program.");
            return Optional.empty();
        }
        AgreementFile agreement = AgreementFile.read(file, null);
        Founding.found(folder, "demo.truceline.example/paris", agreement, Clock.system());
        progress.accept("The framework of Paris is entered: text, positions and claims, and no event.");
        return Optional.of(new Sites.Site(
                "paris",
                "Framework of Paris (worked example)",
                "The real text of the negotiations with its sources. Not in force: its first day is not set, nothing is"
                        + " observed, and there are no incidents.",
                folder,
                folder.resolveSibling("no-basemap.geojson")));
    }

    /// The file in the checkout: the one that a property names, or the one that the program was built in.
    private static @Nullable Path file() {
        String root = System.getProperty("truceline.root");
        if (root != null && Files.exists(Path.of(root, FILE))) {
            return Path.of(root, FILE);
        }
        Path at;
        try {
            at = Path.of(Paris.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
        for (Path each = at; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(FILE))) {
                return each.resolve(FILE);
            }
        }
        return null;
    }
}
