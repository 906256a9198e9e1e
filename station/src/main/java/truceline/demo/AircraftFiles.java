package truceline.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What two receivers heard of aircraft: one hands out BaseStation lines, the other snapshots. Flights pass high above
/// the country; one light aircraft crosses the closed volume over Nurrow at 1,500 metres. The addresses are of a block
/// that is given to no state. Not thread-safe.
final class AircraftFiles {
    /// When the light aircraft is over the middle of the closed volume, and what it calls itself.
    static final long CROSSING = Moments.utc(15, 7);
    static final String CROSSING_CRAFT = "ee0c07";

    private static final int FLIGHTS = 9;

    private final SplittableRandom random;
    private final List<Flight> flights = new ArrayList<>();

    private record Flight(String hex, String callsign, long startMs, Route route, int heightFeet) {
        boolean isUp(long ms) {
            return ms >= startMs && ms < startMs + 1000 * route.seconds();
        }

        Point at(long ms) {
            return route.after((ms - startMs) / 1000.0);
        }
    }

    private AircraftFiles(SplittableRandom random) {
        this.random = random;
    }

    /// The files of both receivers.
    static List<Parcel> write(SplittableRandom random) {
        AircraftFiles files = new AircraftFiles(random);
        Route low = new Route(
                List.of(new Point(-28.94, -27.16), new Point(-28.6057, -27.185), new Point(-28.33, -27.15)), 68);
        double halfWay = low.points().get(0).metresTo(low.points().get(1)) / low.metresPerSecond();
        files.flights.add(new Flight(CROSSING_CRAFT, "", CROSSING - (long) (1000 * halfWay), low, 4_925));
        for (int i = 1; i <= FLIGHTS; i++) {
            files.flights.add(files.high(i));
        }
        Parcel lines = new Parcel(Moments.utc(24, 5), "air-receiver-1", "sbs", "air-receiver-1.sbs.txt", files.lines());
        Parcel snapshots = new Parcel(
                Moments.utc(24, 6), "air-receiver-2", "readsb-json", "air-receiver-2.json", files.snapshots());
        return List.of(lines, snapshots);
    }

    /// A flight from coast to coast, far above every closed volume.
    private Flight high(int number) {
        double north = random.nextDouble() * 0.3;
        List<Point> way = new ArrayList<>(
                List.of(new Point(-28.99, -27.05 - north), new Point(-28.31, -27.06 - random.nextDouble() * 0.3)));
        if (random.nextBoolean()) {
            way = way.reversed();
        }
        long start = Moments.utc(3 + 2 * number, random.nextInt(60));
        String hex = String.format(Locale.ROOT, "ee0a%02x", number);
        return new Flight(
                hex,
                "OND" + (100 + 7 * number),
                start,
                new Route(way, 225 + random.nextInt(20)),
                31_000 + 1_000 * number);
    }

    /// Every four seconds a position of each, and now and then a message without one.
    private byte[] lines() {
        TreeMap<Long, String> lines = new TreeMap<>();
        for (Flight flight : flights) {
            for (long ms = flight.startMs(); flight.isUp(ms); ms += 4_000 + random.nextInt(200)) {
                Point at = flight.at(ms);
                String stamp = Moments.iso(ms / 1000 * 1000)
                        .replace("-", "/")
                        .replace("T", ",")
                        .replace("Z", "");
                String millis = String.format(Locale.ROOT, "%s.%03d", stamp, ms % 1000);
                String head = "MSG,3,1,1," + flight.hex().toUpperCase(Locale.ROOT) + ",1," + millis + "," + millis;
                lines.put(
                        ms * 100 + lines.size() % 100,
                        head + "," + flight.callsign() + "," + flight.heightFeet() + ",,," + at.latText() + ","
                                + at.lonText() + ",,,0,0,0,0");
            }
        }
        return (String.join("\n", lines.values()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Every ten seconds all that are up.
    private byte[] snapshots() {
        StringBuilder text = new StringBuilder();
        List<Flight> ordered = new ArrayList<>(flights);
        ordered.sort(Comparator.comparingLong(Flight::startMs));
        for (long ms = Moments.utc(4, 0); ms < Moments.utc(24, 0); ms += 10_000) {
            List<String> up = new ArrayList<>();
            for (Flight flight : ordered) {
                if (flight.isUp(ms)) {
                    up.add(aircraft(flight, ms));
                }
            }
            if (!up.isEmpty()) {
                text.append(String.format(Locale.ROOT, "{\"now\":%d.%d,\"aircraft\":[%n", ms / 1000, ms % 1000 / 100))
                        .append(String.join(",\n", up))
                        .append("\n]}\n");
            }
        }
        return text.toString().replace("\r", "").getBytes(StandardCharsets.UTF_8);
    }

    private String aircraft(Flight flight, long ms) {
        long age = random.nextInt(8);
        Point at = flight.at(ms - 100 * age);
        String callsign = flight.callsign().isEmpty() ? "" : "\"flight\":\"" + flight.callsign() + "  \",";
        return String.format(
                Locale.ROOT,
                "{\"hex\":\"%s\",\"type\":\"adsb_icao\",%s\"alt_baro\":%d,\"lat\":%s,\"lon\":%s,\"nac_p\":9,\"seen_pos\":0.%d}",
                flight.hex(),
                callsign,
                flight.heightFeet(),
                at.latText(),
                at.lonText(),
                age);
    }
}
