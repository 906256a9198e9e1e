package truceline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Zone;
import truceline.duty.life.Evaluation;
import truceline.duty.life.Evidence;
import truceline.duty.life.Occurrence;
import truceline.geo.Disc;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.intake.AgreementReader;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// How fast an agreement is evaluated: so many entries over three years on an invented line, and what is held at the
/// end of the first tenth and of the whole.
final class Lives {
    private static final long START_MS = 1_772_000_000_000L;
    private static final long SPAN_MS = 3L * 365 * 86_400_000;

    private Lives() {}

    static void run(Path file, int entries, long seed) throws IOException {
        Agreement agreement = AgreementReader.read(Files.readAllBytes(file)).getAgreement(file);
        SplittableRandom random = new SplittableRandom(seed);
        Evaluation evaluation = new Evaluation(agreement, maps(), 0, START_MS);
        evaluation.take(new Occurrence.DaySet(0, START_MS, "D", START_MS));
        long changes = 0;
        long tenthMs = 0;
        long begin = cpuNanos();
        for (int i = 0; i < entries; i++) {
            long now = START_MS + SPAN_MS / entries * i;
            changes += evaluation.take(occurrence(random, i + 1L, now)).size();
            if (i == entries / 10) {
                tenthMs = (cpuNanos() - begin) / 1_000_000;
                Bench.OUT.printf("  %,d entries in %,d ms of one core, heap %,d MiB%n", i, tenthMs, heapMib());
                begin = cpuNanos() - tenthMs * 1_000_000;
            }
        }
        long wholeMs = (cpuNanos() - begin) / 1_000_000;
        int states = evaluation.states().size();
        Bench.OUT.printf(
                "  %,d entries in %,d ms of one core, heap %,d MiB, %,d changes, %d states of %s%n",
                entries, wholeMs, heapMib(), changes, states, agreement.id());
    }

    /// What this thread itself used, whatever else the machine does.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heapMib() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static Occurrence occurrence(SplittableRandom random, long entry, long now) {
        int draw = random.nextInt(100);
        String party = random.nextBoolean() ? "UA" : "RU";
        if (draw < 80) {
            Verb verb = draw < 70 ? Verb.FIRE : Verb.ENTER;
            return new Occurrence.Acted(entry, now, evidence(random, entry, now, verb, draw < 20 ? party : null));
        }
        if (draw < 85) {
            return new Occurrence.Seen(entry, now, evidence(random, random.nextInt(2000), now, Verb.KEEP, party));
        }
        if (draw < 88) {
            return new Occurrence.Found(entry, now, evidence(random, entry, now, Verb.FIRE, party), party);
        }
        return draw < 94
                ? new Occurrence.Said(entry, now, "14.1", party, "monitor", random.nextBoolean(), now, null)
                : draw < 97
                        ? new Occurrence.Noticed(entry, now, "commission", party, now)
                        : new Occurrence.Done(entry, now, "14.5", "monitor", now, -1);
    }

    private static Evidence evidence(SplittableRandom random, long id, long now, Verb verb, @Nullable String by) {
        Disc place = new Disc(
                random.nextInt(300_000_000, 400_000_000),
                random.nextInt(470_000_000, 500_000_000),
                random.nextInt(500_000));
        Weapon[] weapons = Weapon.values();
        return new Evidence(
                "I" + id,
                verb,
                now,
                now + 60_000,
                place,
                null,
                Zone.ON_SURFACE,
                verb == Verb.FIRE ? Kind.EXPLOSION : Kind.ARMED_PRESENCE,
                weapons[random.nextInt(weapons.length)],
                1220,
                null,
                List.of(),
                List.of(),
                random.nextInt(20) == 0 ? 1 : 0,
                by);
    }

    /// An invented line of 1,000 vertices, a theatre round it and two boxes beside it.
    private static SortedMap<String, Geometry> maps() {
        int[] lon = new int[1000];
        int[] lat = new int[1000];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = 300_000_000 + i * 100_000;
            lat[i] = 485_000_000 + (i % 7) * 30_000;
        }
        SortedMap<String, Geometry> maps = new TreeMap<>();
        maps.put("LoC", geometry(new Shape.Lines(List.of(new truceline.geo.Path(lon, lat)))));
        maps.put("theatre", box(300_000_000, 470_000_000, 400_000_000, 500_000_000));
        maps.put("box-UA", box(340_000_000, 486_000_000, 350_000_000, 490_000_000));
        maps.put("box-RU", box(340_000_000, 480_000_000, 350_000_000, 484_000_000));
        return maps;
    }

    private static Geometry box(int west, int south, int east, int north) {
        truceline.geo.Path shell = new truceline.geo.Path(
                new int[] {west, east, east, west, west}, new int[] {south, south, north, north, south});
        return geometry(new Shape.Areas(List.of(new Polygon(shell, List.of()))));
    }

    private static Geometry geometry(Shape shape) {
        return new Geometry(new ArrayList<>(List.of(new Feature(Map.of(), shape))));
    }
}
