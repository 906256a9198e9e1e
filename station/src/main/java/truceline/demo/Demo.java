package truceline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import truceline.intake.Refusal;
import truceline.station.AgreementFile;
import truceline.station.Founding;
import truceline.station.Settings;
import truceline.station.Station;

/// Makes the demonstration: a day of an invented mission, and the real framework of Paris without any event. The same
/// seed makes the same input files, byte for byte; keys, salts and receipts of a station differ each time. Takes some
/// seconds. Stateless.
public final class Demo {
    /// The seed when nobody names one.
    public static final long SEED = 20_310_514;

    private Demo() {}

    /// Makes the stations `ondral` and `paris` and the folder `input` in a folder that is empty or not there yet.
    ///
    /// @param progress takes a sentence at every step
    /// @throws Refusal `exists` where the folder holds anything
    public static Sites generate(Path dir, long seed, Consumer<String> progress) throws IOException {
        Files.createDirectories(dir);
        try (Stream<Path> held = Files.list(dir)) {
            if (held.findAny().isPresent()) {
                throw new Refusal("exists", dir + " is not empty; the demonstration wants a folder of its own");
            }
        }
        Path input = Files.createDirectories(dir.resolve("input"));
        for (String file : Land.FILES) {
            Files.write(input.resolve(file), Land.bytes(file));
        }
        List<Sites.Site> sites = new ArrayList<>();
        sites.add(ondral(dir.resolve("ondral"), input, seed, progress));
        sites.add(Paris.found(dir.resolve("paris"), input, progress));
        return new Sites(input, sites);
    }

    private static Sites.Site ondral(Path folder, Path input, long seed, Consumer<String> progress) throws IOException {
        AgreementFile agreement =
                AgreementFile.read(input.resolve("ondral.agreement.yaml"), input.resolve("regions.geojson"));
        DayClock clock = new DayClock(EarlierCase.FOUNDED);
        Founding.found(folder, new Settings("demo.truceline.example/ondral", true), agreement, clock);
        progress.accept("The agreement of Ondral is entered; the people are put on the rolls.");
        try (Station station = Station.open(folder, clock)) {
            Desk desk = new Desk(station, input, new People(seed));
            desk.enrolAll();
            List<Turn> turns = Day.draw(seed).turns();
            progress.accept(turns.size() + " files and statements of the day are handed in.");
            for (Turn turn : turns) {
                clock.set(turn.atMs());
                turn.step().take(desk);
            }
        }
        progress.accept("The day of Ondral is recorded.");
        return new Sites.Site(
                "ondral",
                "Ondral Monitoring Mission",
                "Demonstration. Invented country, invented events. Nothing here happened.",
                folder,
                input.resolve("basemap.geojson"));
    }
}
