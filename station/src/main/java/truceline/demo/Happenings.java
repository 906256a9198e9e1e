package truceline.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Draws the ordinary happenings of the day from a seed: along the line, on both sides alike, more around midday.
/// Not thread-safe.
final class Happenings {
    /// How many happenings the day has.
    static final int COUNT = 76;

    private static final int ALONG_METRES = 3_000;
    private static final int[] BESIDE_METRES = {-6_200, -3_900, -1_400, 1_400, 3_900, 6_200};
    private static final int KEPT_CLEAR_METRES = 3_200;

    /// Weight of each local hour; the mission's day begins at 02:00 UTC.
    private static final int[] HOURS = {2, 1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 7, 7, 6, 5, 4, 4, 3, 3, 2, 3, 3, 2, 1};

    private static final Sort[] SORTS = {
        Sort.MORTAR, Sort.MORTAR, Sort.ARTILLERY, Sort.TANK, Sort.CANNON, Sort.CANNON, Sort.MACHINE_GUN,
        Sort.MACHINE_GUN, Sort.SMALL_ARMS, Sort.SMALL_ARMS, Sort.SMALL_ARMS, Sort.UNKNOWN, Sort.UNKNOWN, Sort.FLARE,
        Sort.DRONE
    };

    private final SplittableRandom random;
    private final Land land;

    private Happenings(SplittableRandom random, Land land) {
        this.random = random;
        this.land = land;
    }

    /// The happenings in the order of time.
    static List<Happening> draw(SplittableRandom random, Land land) {
        Happenings drawing = new Happenings(random, land);
        List<Point> cells = drawing.cells();
        List<Happening> drawn = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Point cell = cells.remove(random.nextInt(cells.size()));
            drawn.add(drawing.happening(cell));
        }
        drawn.sort(Comparator.comparingLong(Happening::fromMs));
        List<Happening> numbered = new ArrayList<>();
        for (Happening each : drawn) {
            numbered.add(new Happening(numbered.size() + 1, each.at(), each.sort(), each.from(), each.volleys()));
        }
        return List.copyOf(numbered);
    }

    /// Cells so far apart that what happens in two of them is two incidents.
    private List<Point> cells() {
        List<Point> cells = new ArrayList<>();
        for (int along = ALONG_METRES; along < land.lineMetres(); along += ALONG_METRES) {
            for (int beside : BESIDE_METRES) {
                Point cell = land.beside(along, beside);
                boolean isClear = cells.stream().noneMatch(other -> other.metresTo(cell) < 2_200)
                        && cell.metresTo(GraveCase.IMPACT) > KEPT_CLEAR_METRES
                        && cell.metresTo(SplitAndMerge.MERGED) > KEPT_CLEAR_METRES
                        && cell.metresTo(SplitAndMerge.SPLIT) > KEPT_CLEAR_METRES;
                if (isClear) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private Happening happening(Point cell) {
        Point at = cell.moved(jitter(250), jitter(250));
        Sort sort = SORTS[random.nextInt(SORTS.length)];
        long startMs = Moments.utc(2 + hour(), 0) + random.nextLong(Moments.HOUR);
        List<Happening.Volley> volleys = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            long lastsMs = 2_000L + random.nextLong(70_000);
            volleys.add(new Happening.Volley(startMs, startMs + lastsMs, shots(sort)));
            startMs += lastsMs + 60_000L + random.nextLong(9 * Moments.MINUTE);
        }
        return new Happening(0, at, sort, random.nextBoolean() ? "VA" : "IL", volleys);
    }

    private int shots(Sort sort) {
        return switch (sort) {
            case DRONE, FLARE -> 1 + random.nextInt(2);
            case CANNON, MACHINE_GUN, SMALL_ARMS -> 5 + random.nextInt(60);
            default -> 1 + random.nextInt(6);
        };
    }

    private int hour() {
        int all = 0;
        for (int weight : HOURS) {
            all += weight;
        }
        int drawn = random.nextInt(all);
        int hour = 0;
        while (drawn >= HOURS[hour]) {
            drawn -= HOURS[hour];
            hour++;
        }
        return hour;
    }

    private double jitter(int metres) {
        return random.nextInt(-metres, metres + 1);
    }
}
