package truceline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The rival lists of the parties: each tells of what the other is said to have done. Some of it happened, some is
/// told twice, some was seen by nobody. Vathe sends a CSV file, Ilmoss a spreadsheet. Not thread-safe.
final class ClaimLists {
    private static final List<String> HEADING = List.of(
            "id",
            "time",
            "until",
            "longitude",
            "latitude",
            "radius_metres",
            "place",
            "kind",
            "count",
            "weapon",
            "accused",
            "text");

    private final SplittableRandom random;
    private final Land land;
    private final String claimant;
    private final String accused;
    private final List<List<String>> rows = new ArrayList<>();

    private ClaimLists(SplittableRandom random, Land land, String claimant, String accused) {
        this.random = random;
        this.land = land;
        this.claimant = claimant;
        this.accused = accused;
    }

    /// Both lists.
    static List<Parcel> write(SplittableRandom random, Land land, List<Happening> happenings) {
        ClaimLists vathe = new ClaimLists(random.split(), land, "VA", "IL");
        vathe.fill(happenings, 8, 9);
        ClaimLists ilmoss = new ClaimLists(random.split(), land, "IL", "VA");
        ilmoss.fill(happenings, 6, 16);
        return List.of(
                Parcel.of(Moments.utc(20, 30), "claims-va", "claims-csv", "claims-va.csv", vathe.csv()),
                new Parcel(
                        Moments.utc(21, 40),
                        "claims-il",
                        "claims-xlsx",
                        "claims-il.xlsx",
                        Spreadsheet.of(HEADING, ilmoss.rows)));
    }

    /// @param tenths of what the other did, so many tenths are claimed
    /// @param alone claims of what nobody else tells of
    private void fill(List<Happening> happenings, int tenths, int alone) {
        if (claimant.equals("VA")) {
            claim(GraveCase.FROM, GraveCase.IMPACT, "shelling", "12", "artillery");
        }
        for (Happening happening : happenings) {
            boolean others = happening.from().equals(accused);
            if (others && happening.sort() != Sort.FLARE && random.nextInt(10) < tenths) {
                Point at = happening.at().moved(random.nextInt(-900, 901), random.nextInt(-900, 901));
                long ms = happening.fromMs() / Moments.MINUTE * Moments.MINUTE;
                claim(
                        ms,
                        at,
                        kind(happening.sort()),
                        "about " + 2 * happening.count(),
                        happening.sort().weapon());
            }
        }
        for (int i = 0; i < alone; i++) {
            Point at = land.beside(random.nextInt(4_000, 58_000), random.nextInt(-7_000, 7_001));
            long ms = Moments.utc(2 + random.nextInt(18), random.nextInt(60));
            claim(ms, at, random.nextBoolean() ? "shelling" : "small arms", "uncountable", "");
        }
        List<String> first = rows.getFirst();
        List<String> again = new ArrayList<>(first);
        again.set(0, claimant + "-" + (rows.size() + 1));
        rows.add(again);
        // Far behind the line, where the truce forbids no fire; and an act that it has no word for.
        claim(Moments.utc(9, 20), Land.place("Saddery").moved(9_000, 4_000), "gunfire", "4", "");
        claim(Moments.utc(11, 0), Land.place("Oquen"), "sorcery", "1", "");
    }

    private static String kind(Sort sort) {
        return switch (sort) {
            case MORTAR -> "mortar fire";
            case ARTILLERY -> "artillery fire";
            case DRONE -> "uav-flight";
            case SMALL_ARMS -> "small arms";
            case CANNON, MACHINE_GUN -> "gunfire";
            default -> "shelling";
        };
    }

    private void claim(long ms, Point at, String kind, String count, String weapon) {
        rows.add(List.of(
                String.format(Locale.ROOT, "%s-%d", claimant, rows.size() + 1),
                Moments.iso(ms),
                "",
                at.lonText(),
                at.latText(),
                "500",
                Land.near(at),
                kind,
                count,
                weapon,
                accused,
                "told by our post there"));
    }

    private String csv() {
        CsvLines lines = new CsvLines(HEADING);
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                lines.set(HEADING.get(i), row.get(i));
            }
            lines.end();
        }
        return lines.toString();
    }
}
