package truceline.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// What the receiver on the coast heard of ships in the Gulf of Tane. At noon forty of them show one and the same place
/// inland for ten minutes; in the afternoon one leaves the lane and goes through the closed water. The numbers are of a
/// block that is given to no state. Not thread-safe.
final class ShipFiles {
    /// While the positions are false, milliseconds UTC.
    static final long FALSE_FROM = Moments.utc(11, 40);
    static final long FALSE_TO = Moments.utc(11, 50);
    static final int FALSE_SHIPS = 40;

    /// The ship that leaves its lane.
    static final int STRAY = 200_000_901;
    static final long STRAY_FROM = Moments.utc(16, 5);

    private static final int FIRST = 200_000_100;
    private static final int LATER_SHIPS = 12;
    private static final Point FALSE_PLACE = Land.place("Saddery").moved(900, -700);
    private static final List<Point> LANE = List.of(
            new Point(-28.88, -27.52981),
            new Point(-28.8, -27.53155),
            new Point(-28.72, -27.52865),
            new Point(-28.65, -27.52132),
            new Point(-28.58, -27.50889),
            new Point(-28.54, -27.49973),
            new Point(-28.5, -27.49587),
            new Point(-28.44, -27.49159),
            new Point(-28.38, -27.48724),
            new Point(-28.325, -27.4825));
    private static final List<Point> STRAY_WAY = List.of(
            new Point(-28.32, -27.4825),
            new Point(-28.41464, -27.4913),
            new Point(-28.43903, -27.455),
            new Point(-28.47155, -27.44775),
            new Point(-28.47968, -27.4963),
            new Point(-28.58, -27.50889));

    private final SplittableRandom random;
    private final List<Report> reports = new ArrayList<>();

    private record Report(long ms, String line) {}

    private ShipFiles(SplittableRandom random) {
        this.random = random;
    }

    /// One file for each four hours.
    static List<Parcel> write(SplittableRandom random) {
        ShipFiles files = new ShipFiles(random);
        for (int i = 0; i < FALSE_SHIPS; i++) {
            files.pass(FIRST + i, Moments.utc(11, 2) + 1000L * random.nextInt(90), 75);
        }
        for (int i = 0; i < LATER_SHIPS; i++) {
            files.pass(FIRST + FALSE_SHIPS + i, Moments.utc(4 + i, random.nextInt(60)), 55);
        }
        Route stray = new Route(STRAY_WAY, 6.2);
        files.sail(STRAY, stray, STRAY_FROM, stray.seconds(), 60);
        files.reports.sort(Comparator.comparingLong(Report::ms));
        return files.parcels();
    }

    /// A ship that keeps to the lane, heard for so many minutes.
    private void pass(int mmsi, long startMs, int minutes) {
        double aside = random.nextInt(-450, 451);
        List<Point> way = new ArrayList<>(
                LANE.stream().map(point -> point.moved(0, aside)).toList());
        if (random.nextBoolean()) {
            way = way.reversed();
        }
        Route whole = new Route(way, 4.8 + random.nextDouble() * 1.6);
        double spare = Math.max(1, whole.seconds() - minutes * 60.0);
        double skipped = random.nextDouble() * spare;
        List<Point> heard = new ArrayList<>();
        for (double second = skipped; second < skipped + minutes * 60.0; second += 300) {
            heard.add(whole.after(second));
        }
        sail(mmsi, new Route(heard, whole.metresPerSecond()), startMs, minutes * 60.0 - 300, 90);
    }

    private void sail(int mmsi, Route route, long startMs, double seconds, int everySeconds) {
        for (double second = 0; second < seconds; second += everySeconds) {
            long ms = startMs + (long) (second * 1000);
            boolean isFalse = mmsi < FIRST + FALSE_SHIPS && ms >= FALSE_FROM && ms < FALSE_TO;
            Point at =
                    isFalse ? FALSE_PLACE.moved(random.nextInt(-40, 41), random.nextInt(-40, 41)) : route.after(second);
            double knots = isFalse ? 0 : route.metresPerSecond() * 3600 / 1852;
            reports.add(new Report(ms, AisSentences.position(ms, mmsi, at, knots, route.courseAfter(second))));
        }
    }

    private List<Parcel> parcels() {
        List<Parcel> parcels = new ArrayList<>();
        for (long from = Moments.utc(2, 0); from < Moments.utc(26, 0); from += SensorFiles.WINDOW) {
            StringBuilder text = new StringBuilder("# Invented traffic of the demonstration\n");
            int heard = 0;
            for (Report report : reports) {
                if (report.ms() >= from && report.ms() < from + SensorFiles.WINDOW) {
                    text.append(report.line()).append('\n');
                    heard++;
                }
            }
            if (heard > 0) {
                String name = "ais-tane-" + Moments.utcClock(from).replace(":", "") + "z.nmea";
                long sent = from + SensorFiles.WINDOW + 4 * Moments.MINUTE;
                parcels.add(Parcel.of(sent, "ais-tane", "ais-nmea", name, text.toString()));
            }
        }
        return List.copyOf(parcels);
    }
}
