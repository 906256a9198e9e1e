package truceline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import truceline.geo.Feature;
import truceline.geo.Shape;
import truceline.intake.ClaimsReader;
import truceline.intake.UnitCodes;
import truceline.intake.UnitCodesReader;
import truceline.territory.Claim;
import truceline.territory.Claims;
import truceline.territory.Share;
import truceline.territory.Shares;

/// `territory shares`: per unit and in total, the area controlled according to the map, beside shares as claimed.
@Command(
        name = "shares",
        description = "Area and share of each unit controlled according to the map, beside shares as claimed.",
        mixinStandardHelpOptions = true)
public final class TerritorySharesCommand implements Callable<Integer> {
    private static final long NOTABLE_OVERLAP_KM2_TENTHS = 10;

    @Option(
            names = "--control",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "control map (GeoJSON, also gzip); several of one date give a range")
    private List<Path> control = new ArrayList<>();

    @Option(names = "--units", required = true, paramLabel = "FILE", description = "unit boundaries (GeoJSON)")
    @SuppressWarnings("NullAway.Init")
    private Path units;

    @Option(
            names = "--unit-name",
            defaultValue = "name",
            paramLabel = "NAME",
            description = "property that names a unit (default: ${DEFAULT-VALUE})")
    private String unitName = "name";

    @Option(names = "--claims", paramLabel = "FILE", description = "claims (CSV: unit,percent,source,date,basis)")
    private @Nullable Path claims;

    @Option(names = "--mend", description = "mend polygons that cross themselves instead of refusing them")
    private boolean mend;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Reads, computes and prints.
    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        PrintWriter err = self.getErr();
        MapFiles files = new MapFiles(err, mend);
        List<MapFile> maps =
                control.stream().map(files::map).flatMap(Optional::stream).toList();
        Optional<MapFile> boundaries = files.map(units);
        Claims claimed = claims(files);
        if (files.exitCode() != 0 || boundaries.isEmpty()) {
            return files.exitCode();
        }
        TreeSet<String> dates = new TreeSet<>();
        maps.forEach(map -> map.date().ifPresent(dates::add));
        if (dates.size() > 1) {
            err.println("the control maps bear different dates " + dates + ": give maps of one date");
            return Exit.USAGE;
        }
        if (!areNamed(boundaries.get(), files)) {
            return files.exitCode();
        }
        Shares shares = Shares.compute(
                maps.stream().map(MapFile::geometry).toList(), boundaries.get().geometry(), unitName);
        if (!areKnown(claimed, shares, files)) {
            return files.exitCode();
        }
        if (shares.overlapKm2Tenths() > NOTABLE_OVERLAP_KM2_TENTHS) {
            err.println("the units overlap by " + TerritoryTable.tenths(shares.overlapKm2Tenths())
                    + " km²: the total counts that area more than once");
        }
        TerritoryTable table = new TerritoryTable(shares, claimed, maps, boundaries.get());
        if (json) {
            table.writeJson(self.getOut());
        } else {
            table.writeText(self.getOut());
        }
        return Exit.DONE;
    }

    private Claims claims(MapFiles files) {
        Path file = claims;
        Optional<byte[]> bytes = file == null ? Optional.empty() : files.text(file);
        if (bytes.isEmpty()) {
            return new Claims(List.of());
        }
        ClaimsReader.Reading reading = ClaimsReader.read(bytes.get());
        for (ClaimsReader.Problem problem : reading.problems()) {
            files.fail(
                    Exit.REFUSED,
                    file + ": line " + problem.line() + " " + problem.field() + ": " + problem.code() + ": "
                            + problem.detail());
        }
        UnitCodes codes = UnitCodesReader.ukraine();
        return new Claims(reading.rows().stream().map(row -> claim(row, codes)).toList());
    }

    private static Claim claim(ClaimsReader.Row row, UnitCodes codes) {
        String unit = row.unit().equals(codes.whole()) ? Shares.TOTAL : codes.nameOf(row.unit());
        return new Claim(unit, row.percentHundredths(), row.source(), row.date(), row.basis());
    }

    private boolean areNamed(MapFile boundaries, MapFiles files) {
        List<Feature> features = boundaries.geometry().features();
        for (int i = 0; i < features.size(); i++) {
            boolean isArea = features.get(i).shape() instanceof Shape.Areas;
            if (isArea && !features.get(i).properties().containsKey(unitName)) {
                files.fail(
                        Exit.REFUSED,
                        boundaries.name() + ": features[" + i + "]: unit-without-name: it has no property '" + unitName
                                + "'; name another with --unit-name");
                return false;
            }
        }
        return true;
    }

    private static boolean areKnown(Claims claims, Shares shares, MapFiles files) {
        List<String> names = shares.units().stream().map(Share::unit).toList();
        for (Claim claim : claims.claims()) {
            if (!claim.unit().equals(Shares.TOTAL) && !names.contains(claim.unit())) {
                files.fail(Exit.REFUSED, "unit-unknown: a claim is about '" + claim.unit() + "', which is no unit");
                return false;
            }
        }
        return true;
    }
}
