package truceline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The tables of the patrols, one for each stand, with the columns of the SMM table. Not thread-safe.
final class PatrolFiles {
    static final List<String> HEADING = List.of(
            "Id",
            "Position",
            "Observer latitude",
            "Observer longitude",
            "Event location",
            "Latitude",
            "Longitude",
            "Radius m",
            "Means",
            "No.",
            "Observation",
            "Description",
            "Weapon",
            "Date, time",
            "Remark");

    private final SplittableRandom random;
    private final Patrol patrol;
    private final List<Happening> happenings;
    private CsvLines lines = new CsvLines(HEADING);
    private int id;

    private PatrolFiles(SplittableRandom random, Patrol patrol, List<Happening> happenings) {
        this.random = random;
        this.patrol = patrol;
        this.happenings = happenings;
    }

    /// All tables of the day.
    static List<Parcel> write(SplittableRandom random, List<Happening> happenings) {
        List<Parcel> parcels = new ArrayList<>();
        for (Patrol patrol : Patrol.ALL) {
            PatrolFiles files = new PatrolFiles(random.split(), patrol, happenings);
            for (Patrol.Stand stand : patrol.stands()) {
                parcels.add(files.table(stand));
            }
        }
        return List.copyOf(parcels);
    }

    private Parcel table(Patrol.Stand stand) {
        lines = new CsvLines(HEADING);
        row(stand, stand.fromMs(), stand.fromMs() + 15 * Moments.MINUTE)
                .set("Means", "Saw")
                .set("Observation", "None")
                .set("Remark", "arrived; nothing seen or heard")
                .end();
        for (Happening happening : happenings) {
            for (Happening.Volley volley : happening.volleys()) {
                if (volley.fromMs() >= stand.fromMs() && volley.toMs() < stand.toMs()) {
                    volley(stand, happening, volley);
                }
            }
        }
        boolean isOfFord = patrol.source().equals("patrol-p12");
        if (isOfFord && stand.fromMs() > GraveCase.FROM && stand.fromMs() < Moments.utc(15, 0)) {
            craters(stand);
        }
        if (patrol.source().equals("patrol-p11") && stand.fromMs() > Moments.utc(13, 0)) {
            slips(stand);
        }
        String name = patrol.source() + "-" + Moments.utcClock(stand.fromMs()).replace(":", "") + "z.csv";
        return Parcel.of(stand.toMs() + 20 * Moments.MINUTE, patrol.source(), "patrol-csv", name, lines.toString());
    }

    private void volley(Patrol.Stand stand, Happening happening, Happening.Volley volley) {
        double metres = stand.at().metresTo(happening.at());
        Sort sort = happening.sort();
        boolean seen = metres < 0.6 * sort.seenMetres() && random.nextInt(3) > 0;
        if (!seen && (metres > sort.heardMetres() || random.nextInt(10) < 3)) {
            return;
        }
        row(stand, volley.fromMs(), volley.toMs())
                .set("Means", seen ? "Saw" : "Heard")
                .set("No.", Numbers.seen(random, volley.count()))
                .set("Observation", sort.patrolKind())
                .set("Description", description(happening, seen))
                .set("Weapon", seen || sort.heardMetres() < 8_000 ? sort.patrolWeapon() : "N/K");
        long kilometres = Math.max(1, (long) metres / 1000);
        String direction = Compass.point(stand.at().bearingTo(happening.at()));
        if (seen) {
            lines.set("Latitude", happening.at().latText())
                    .set("Longitude", happening.at().lonText())
                    .set("Radius m", "300");
        }
        lines.set("Event location", kilometres + "-" + (kilometres + (seen ? 1 : 2)) + "km " + direction)
                .end();
    }

    private static String description(Happening happening, boolean seen) {
        Sort sort = happening.sort();
        if (sort == Sort.DRONE || sort == Sort.FLARE) {
            return "In flight, " + (happening.from().equals("VA") ? "W to E" : "E to W");
        }
        return seen ? "Incoming/Impact" : happening.number() % 5 == 0 ? "Outgoing" : "Undetermined";
    }

    /// What P-12 found two kilometres south of the ford.
    private void craters(Patrol.Stand stand) {
        row(stand, Moments.utc(14, 20), Moments.utc(14, 31))
                .set("Means", "Inspection")
                .set("No.", "at least 6")
                .set("Observation", "Explosion")
                .set("Description", "Incoming/Impact")
                .set("Weapon", "Artillery (122mm)")
                .set("Latitude", GraveCase.IMPACT.latText())
                .set("Longitude", GraveCase.IMPACT.lonText())
                .set("Radius m", "60")
                .set("Remark", "6 fresh craters, 9 photographs, 2 measured; azimuth 121 degrees, give or take 7")
                .end();
        row(stand, Moments.utc(14, 35), Moments.utc(14, 50))
                .set("Means", "Saw")
                .set("No.", "2")
                .set("Observation", "Casualty")
                .set("Latitude", GraveCase.IMPACT.latText())
                .set("Longitude", GraveCase.IMPACT.lonText())
                .set("Radius m", "150")
                .set("Remark", "two people with wounds from fragments, taken to the clinic at Harrowick")
                .end();
    }

    /// Two rows that cannot be used: a day without its year, and a latitude that is none.
    private void slips(Patrol.Stand stand) {
        row(stand, Moments.utc(15, 0), Moments.utc(15, 0))
                .set("Means", "Heard")
                .set("No.", "3")
                .set("Observation", "Shots")
                .set("Event location", "2-3km E")
                .set("Date, time", "14 May, 13:00")
                .end();
        row(stand, Moments.utc(16, 10), Moments.utc(16, 12))
                .set("Means", "Saw")
                .set("No.", "1")
                .set("Observation", "Muzzle flash")
                .set("Latitude", "-127.2041")
                .set("Longitude", "-28.5512")
                .end();
    }

    private CsvLines row(Patrol.Stand stand, long fromMs, long toMs) {
        id++;
        return lines.set("Id", String.format(Locale.ROOT, "%s-%03d", patrol.name(), id))
                .set("Position", "Patrol " + patrol.name() + " near " + stand.near())
                .set("Observer latitude", stand.at().latText())
                .set("Observer longitude", stand.at().lonText())
                .set("Date, time", Moments.patrol(fromMs, toMs));
    }
}
