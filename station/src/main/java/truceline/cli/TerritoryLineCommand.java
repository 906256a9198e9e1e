package truceline.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import truceline.territory.ContactLine;

/// `territory line`: the line of contact that a control map and unit boundaries imply, as GeoJSON.
@Command(
        name = "line",
        description = "The line of contact that a control map and unit boundaries imply, as GeoJSON.",
        mixinStandardHelpOptions = true)
public final class TerritoryLineCommand implements Callable<Integer> {
    private static final double METRES_PER_KILOMETRE = 1_000;

    @Option(names = "--control", required = true, paramLabel = "FILE", description = "control map (GeoJSON, also gzip)")
    @SuppressWarnings("NullAway.Init")
    private Path control;

    @Option(names = "--units", required = true, paramLabel = "FILE", description = "unit boundaries (GeoJSON)")
    @SuppressWarnings("NullAway.Init")
    private Path units;

    @Option(
            names = "--border-tolerance",
            defaultValue = "3km",
            converter = Tolerance.class,
            paramLabel = "LENGTH",
            description = "nearer than this to coast or state border there is no line (default: ${DEFAULT-VALUE})")
    private int toleranceMetres = ContactLine.DEFAULT_TOLERANCE_METRES;

    @Option(names = "--mend", description = "mend polygons that cross themselves instead of refusing them")
    private boolean mend;

    @Option(names = "--json", description = "accepted for symmetry: the output is GeoJSON in any case")
    @SuppressWarnings("UnusedVariable")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// A length such as `3km` or `500m`, in metres.
    static final class Tolerance implements ITypeConverter<Integer> {
        private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?(km|m)");

        @Override
        public Integer convert(String text) {
            Matcher matcher = LENGTH.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no length such as 3km or 500m");
            }
            BigDecimal number = new BigDecimal(matcher.group(1));
            double metres =
                    matcher.group(2).equals("km") ? number.movePointRight(3).doubleValue() : number.doubleValue();
            if (metres < 1 || metres > ContactLine.MOST_TOLERANCE_METRES) {
                throw new TypeConversionException("'" + text + "' is not between 1 m and 50 km");
            }
            return (int) Math.rint(metres);
        }
    }

    /// Reads, computes and prints.
    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        MapFiles files = new MapFiles(self.getErr(), mend);
        Optional<MapFile> map = files.map(control);
        Optional<MapFile> boundaries = files.map(units);
        if (map.isEmpty() || boundaries.isEmpty()) {
            return files.exitCode();
        }
        ContactLine line =
                ContactLine.compute(map.get().geometry(), boundaries.get().geometry(), toleranceMetres);
        new TerritoryLines(line, toleranceMetres, map.get(), boundaries.get()).write(self.getOut());
        say(line, self.getErr());
        return Exit.DONE;
    }

    private void say(ContactLine line, PrintWriter err) {
        int count = line.lines().features().size();
        err.println(count + (count == 1 ? " line" : " lines")
                + "; the side controlled according to the map is on the right of the drawn direction");
        err.println(String.format(
                Locale.ROOT,
                "%d parts under 5 km left out (%.1f km together); %d short stretches near the border kept",
                line.droppedParts(),
                line.droppedMetres() / METRES_PER_KILOMETRE,
                line.bridgedStretches()));
        err.flush();
    }
}
