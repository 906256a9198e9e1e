package truceline.intake;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.Node;
import truceline.agreement.NodeText;
import truceline.agreement.Note;
import truceline.agreement.Sentence;
import truceline.agreement.VotingPower;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;

/// Changed agreement files, as many as asked for: none may make the reader throw, run long or tell a fault without a
/// place. Input `n` of a seed is the same on every machine, so a failure names both.
///
/// `AgreementFuzz COUNT SEED FIRST` prints figures; `scripts/fuzz-agreement.sh` runs it with little memory.
final class AgreementFuzz {
    static final long SEED = 20_260_106L;
    private static final long HANG_MS = 120_000;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.+-]+|[^A-Za-z0-9.+-]");

    private final List<byte[]> files = new ArrayList<>();
    private final List<String> words;
    private final long seed;
    private long sound;
    private long longestNanos;
    private long longestInput;

    AgreementFuzz(long seed) {
        this.seed = seed;
        for (AgreementFaultCases.Case wrong : AgreementFaultCases.all()) {
            if (wrong.file().length < 20_000) {
                files.add(wrong.file());
            }
        }
        int corpus = files.size();
        AgreementFiles.all().forEach(file -> files.add(AgreementFiles.bytes(file)));
        Set<String> known = new TreeSet<>();
        files.subList(corpus, files.size())
                .forEach(file -> TOKEN.matcher(new String(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> known.add(found.group())));
        known.addAll(
                List.of("open", "each party", "the other party", "anyone", "{", "}", "[", "]", ": ", "\n", "\n  "));
        words = List.copyOf(known);
    }

    /// Input number `n`: one to four changes of one file, to bytes, to words or to its structure.
    byte[] input(long n) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + n);
        byte[] file = files.get(random.nextInt(files.size()));
        int changes = random.nextInt(1, 5);
        int level = random.nextInt(3);
        String text = new String(file, StandardCharsets.UTF_8);
        for (int i = 0; level > 0 && i < changes; i++) {
            text = level == 1 ? changedWord(text, random) : changedLine(text, random);
        }
        return level == 0 ? changedBytes(file, changes, random) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changedBytes(byte[] file, int changes, SplittableRandom random) {
        byte[] changed = file.clone();
        for (int i = 0; i < changes && changed.length > 0; i++) {
            int at = random.nextInt(changed.length);
            int cut = random.nextInt(4) == 0 ? random.nextInt(1, 40) : 0;
            int end = Math.min(changed.length, at + cut);
            byte[] put = new byte[random.nextInt(3)];
            random.nextBytes(put);
            byte[] next = new byte[at + put.length + changed.length - end];
            System.arraycopy(changed, 0, next, 0, at);
            System.arraycopy(put, 0, next, at, put.length);
            System.arraycopy(changed, end, next, at + put.length, changed.length - end);
            changed = next;
        }
        return changed;
    }

    private String changedWord(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return words.get(random.nextInt(words.size()));
        }
        int from = random.nextInt(text.length());
        var token = TOKEN.matcher(text);
        if (!token.find(from)) {
            return text;
        }
        String word = random.nextInt(6) == 0 ? "" : words.get(random.nextInt(words.size()));
        int end = random.nextInt(5) == 0 ? token.start() : token.end();
        return text.substring(0, token.start()) + word + text.substring(end);
    }

    /// Takes a line or the inside of a bracket away, doubles it, moves it, or puts it inside another.
    private static String changedLine(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return "a:\n";
        }
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, line);
            case 2 -> lines.set(at, lines.set(other, line));
            case 3 -> lines.set(at, "  " + line);
            case 4 -> lines.set(at, line.strip());
            case 5 -> lines.set(at, inside(line, lines.get(other)));
            default -> lines.set(at, line.replaceFirst(random.nextBoolean() ? ", [^,]*" : "\\{[^{}]*}", ""));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String inside(String line, String other) {
        int open = Math.max(line.indexOf('{'), line.indexOf('['));
        int from = other.indexOf('{');
        int to = other.lastIndexOf('}');
        return open < 0 || from < 0 || to < from
                ? line
                : line.substring(0, open + 1) + "x: " + other.substring(from, to + 1) + ", " + line.substring(open + 1);
    }

    /// Reads one input; an AssertionError that names seed and number for whatever must not happen.
    void run(long n) {
        byte[] yaml = input(n);
        long start = ownNanos();
        try {
            AgreementReader.Reading reading = AgreementReader.read(yaml);
            check(reading.compilation());
            if (reading.compilation().agreement() != null) {
                sound++;
                checkSound(reading);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError broken) {
            throw new AssertionError("seed " + seed + ", input " + n, broken);
        }
        long took = ownNanos() - start;
        if (took > longestNanos) {
            longestNanos = took;
            longestInput = n;
        }
    }

    /// Time that this thread has worked, so that a busy machine makes no input look slow.
    private static long ownNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void check(Compilation compilation) {
        for (Fault fault : compilation.faults()) {
            if (fault.line() < 1 || fault.column() < 1 || !fault.message().endsWith(".")) {
                throw new AssertionError(fault.toString());
            }
        }
        for (Note note : compilation.notes()) {
            if (note.line() < 0 || !note.message().endsWith(".")) {
                throw new AssertionError(note.toString());
            }
        }
    }

    /// A sound file can be read aloud and counted, and is the same from the record.
    private static void checkSound(AgreementReader.Reading reading) {
        Agreement agreement = Objects.requireNonNull(reading.compilation().agreement());
        agreement.provisions().values().forEach(provision -> {
            Sentence.of(provision);
            Sentence.byHolder(provision);
        });
        VotingPower.of(agreement).forEach(power -> power.against(agreement.partyCodes()));
        Node again = NodeText.fromJson(NodeText.toJson(Objects.requireNonNull(reading.root())));
        if (!agreement.equals(AgreementCompiler.compile(again).agreement())) {
            throw new AssertionError("another agreement from the record");
        }
    }

    String figures(long count) {
        return String.format(
                java.util.Locale.ROOT,
                "seed %d: %d inputs, %d of them sound, none broke the reader; the longest took %d ms (input %d)",
                seed,
                count,
                sound,
                longestNanos / 1_000_000,
                longestInput);
    }

    public static void main(String[] arguments) {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        AgreementFuzz fuzz = new AgreementFuzz(seed);
        AtomicLong now = new AtomicLong(first);
        AtomicLong since = new AtomicLong(System.nanoTime());
        Thread.ofPlatform().daemon().start(() -> watch(seed, now, since));
        System.out.println("seed " + seed + ", inputs " + first + " to " + (first + count - 1));
        for (long n = first; n < first + count; n++) {
            since.set(System.nanoTime());
            now.set(n);
            fuzz.run(n);
            if ((n - first + 1) % 100_000 == 0) {
                System.out.println(fuzz.figures(n - first + 1));
            }
        }
        System.out.println(fuzz.figures(count));
    }

    /// Ends the program when one input runs too long.
    private static void watch(long seed, AtomicLong now, AtomicLong since) {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - since.get() > HANG_MS * 1_000_000) {
                System.err.println("seed " + seed + ", input " + now.get() + " runs longer than " + HANG_MS + " ms");
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
