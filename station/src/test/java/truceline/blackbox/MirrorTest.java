package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.ObservationsCsvReader;
import truceline.mission.Picture;
import truceline.report.DailyHtml;
import truceline.report.DailyJson;
import truceline.report.DailyReport;
import truceline.report.Filter;
import truceline.report.Footer;
import truceline.report.Listing;
import truceline.station.AgreementFile;
import truceline.station.Delivery;
import truceline.station.Founding;
import truceline.station.Station;

/// Swap the two parties in the agreement and in everything that comes in: the output swaps, and nothing else changes.
class MirrorTest {
    private static final int SCENARIOS = Integer.getInteger("truceline.mirror.scenarios", 20);
    private static final String ONE_SIDED = """
              5: {text: {en: "Vathe does not fire near the line."}, who: VA, must-not: fire, where: buffer, twin: 6}
              6: {text: {en: "Ilmoss does not fire near the line."}, who: IL, must-not: fire, where: buffer, twin: 5}
              7: {text: {en: "Vathe fires nothing on its side."}, who: VA, must-not: fire, where: own-side}
            """;

    @Test
    void swapping_the_parties_swaps_the_output_and_nothing_else(@TempDir Path folder) throws Exception {
        String agreement = Files.readString(Program.ONDRAL.resolve("ondral.agreement.yaml"))
                        .replace("  guns-out:", "  own-side: {side: VA, of: contact}\n  guns-out:")
                + ONE_SIDED;
        for (int seed = 0; seed < SCENARIOS; seed++) {
            String rows = rows(seed);
            String one = told(folder.resolve(seed + "-one"), agreement, rows);
            String two = told(folder.resolve(seed + "-two"), swap(agreement), swap(rows));
            assertThat(swap(two)).as("seed " + seed).isEqualTo(one);
            assertThat(one).contains("Vathe").contains("Ilmoss").contains("candidate");
        }
    }

    private static String told(Path folder, String agreement, String rows) throws Exception {
        Path files = folder.resolve("files");
        Files.createDirectories(files);
        Files.copy(Program.ONDRAL.resolve("line.geojson"), files.resolve("line.geojson"));
        Path file = files.resolve("agreement.yaml");
        Files.writeString(file, agreement);
        long now = 1_936_700_000_000L;
        Path home = folder.resolve("station");
        Founding.found(home, "mirror", AgreementFile.read(file, Program.ONDRAL.resolve("regions.geojson")), () -> now);
        try (Station station = Station.open(home, () -> now)) {
            ByteArrayInputStream bytes = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
            station.admit(new Delivery("patrols", new ObservationsCsvReader(), null, bytes), (index, leaf) -> {});
            return tell(station.picture());
        }
    }

    private static String tell(Picture picture) throws IOException {
        StringBuilder told = new StringBuilder();
        Listing.incidents(picture, Filter.ALL, "json", told);
        Listing.cases(picture, Filter.ALL, "json", told);
        Footer footer = new Footer("mirror", picture.size(), "root");
        DailyReport report = DailyReport.of(picture, LocalDate.of(2031, 5, 14), footer);
        DailyJson.write(report, told);
        DailyHtml.write(report, told);
        return told.toString();
    }

    private static String rows(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder rows = new StringBuilder("id,time,longitude,latitude,radius_m,means,kind,number,claimed_side\n");
        for (int row = 0; row < 30; row++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "m%d,2031-05-14T%02d:%02d:00Z,%.6f,%.6f,%d,heard,%s,%d,%s%n",
                    row,
                    random.nextInt(3, 24),
                    random.nextInt(60),
                    -28.9 + random.nextDouble(),
                    -27.9 + 0.8 * random.nextDouble(),
                    random.nextInt(3000),
                    random.nextBoolean() ? "explosion" : "burst",
                    1 + random.nextInt(30),
                    random.nextBoolean() ? "VA" : "IL"));
        }
        return rows.toString();
    }

    private static String swap(String text) {
        return text.replace("Vathe", "\u0001")
                .replace("Ilmoss", "Vathe")
                .replace("\u0001", "Ilmoss")
                .replaceAll("\\bVA\\b", "\u0001")
                .replaceAll("\\bIL\\b", "VA")
                .replace("\u0001", "IL");
    }
}
