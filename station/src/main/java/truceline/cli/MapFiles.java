package truceline.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import truceline.geo.Feature;
import truceline.geo.Shape;
import truceline.intake.GeoJsonReader;
import truceline.intake.GeoJsonReader.Problem;
import truceline.ledger.Sha256;

/// Reads the files of one command, gzip or plain, says on stderr what is wrong with them, and remembers the exit code.
/// Used by one thread.
final class MapFiles {
    private static final int MOST_SHOWN = 10;
    private static final Pattern DATE = Pattern.compile("(?<![0-9])([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])");

    private final PrintWriter err;
    private final boolean mend;
    private int exitCode;

    MapFiles(PrintWriter err, boolean mend) {
        this.err = err;
        this.mend = mend;
    }

    /// The code of the first fault, or 0.
    int exitCode() {
        return exitCode;
    }

    /// Says a fault and keeps its code unless there was one before.
    void fail(int code, String sentence) {
        err.println(sentence);
        exitCode = exitCode == 0 ? code : exitCode;
    }

    /// The areas of a GeoJSON file, or nothing after saying why. One problem refuses the file: a map with a part left
    /// out would give a wrong figure.
    Optional<MapFile> map(Path file) {
        Optional<byte[]> stored = bytes(file);
        Optional<byte[]> plain = stored.flatMap(bytes -> unpacked(file, bytes));
        if (stored.isEmpty() || plain.isEmpty()) {
            return Optional.empty();
        }
        GeoJsonReader.Reading reading = GeoJsonReader.readAreas(plain.get(), mend);
        if (!reading.problems().isEmpty()) {
            refuse(file, reading.problems());
            return Optional.empty();
        }
        if (reading.geometry().features().stream().noneMatch(feature -> feature.shape() instanceof Shape.Areas)) {
            fail(Exit.REFUSED, file + ": no-areas: a map of areas (Polygon or MultiPolygon) is needed");
            return Optional.empty();
        }
        String name = String.valueOf(file.getFileName());
        List<Feature> features = reading.geometry().features();
        return Optional.of(new MapFile(
                name,
                Sha256.hex(stored.get()),
                property(features, "date").or(() -> date(name)),
                property(features, "source").orElse(name),
                reading.geometry()));
    }

    /// The bytes of a small text file, or nothing after saying why.
    Optional<byte[]> text(Path file) {
        return bytes(file).flatMap(bytes -> unpacked(file, bytes));
    }

    private Optional<byte[]> bytes(Path file) {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            fail(Exit.NOT_FOUND, file + ": there is no such file");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(GeoJsonReader.MOST_BYTES + 1));
        } catch (IOException e) {
            fail(Exit.NOT_FOUND, file + ": cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<byte[]> unpacked(Path file, byte[] bytes) {
        boolean isGzip = bytes.length > 2 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B;
        if (!isGzip) {
            return Optional.of(bytes);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(in.readNBytes(GeoJsonReader.MOST_BYTES + 1));
        } catch (IOException e) {
            fail(Exit.REFUSED, file + ": damaged-gzip: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(Path file, List<Problem> problems) {
        problems.stream()
                .limit(MOST_SHOWN)
                .forEach(problem -> fail(
                        Exit.REFUSED,
                        file + ": " + problem.path() + (problem.path().isEmpty() ? "" : ": ") + problem.code() + ": "
                                + problem.detail()));
        if (problems.size() > MOST_SHOWN) {
            fail(Exit.REFUSED, file + ": and " + (problems.size() - MOST_SHOWN) + " more problems");
        }
    }

    /// The value that every feature bearing this property gives it.
    private static Optional<String> property(List<Feature> features, String name) {
        TreeSet<String> values = new TreeSet<>();
        for (Feature feature : features) {
            Optional.ofNullable(feature.properties().get(name))
                    .filter(value -> !value.isBlank())
                    .ifPresent(values::add);
        }
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// The first thing in a file name that is a day of the calendar.
    private static Optional<String> date(String fileName) {
        return DATE.matcher(fileName).results().flatMap(MapFiles::day).findFirst();
    }

    private static Stream<String> day(MatchResult found) {
        String text = found.group(1) + "-" + found.group(2) + "-" + found.group(3);
        try {
            return Stream.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException _) {
            return Stream.empty();
        }
    }
}
