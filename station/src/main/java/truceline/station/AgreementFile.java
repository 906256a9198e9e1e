package truceline.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Line;
import truceline.agreement.Node;
import truceline.agreement.NodeText;
import truceline.agreement.Zone;
import truceline.agreement.ZoneForm;
import truceline.agreement.phrase.Leaf;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Shape;
import truceline.intake.AgreementReader;
import truceline.intake.GeoJsonReader;
import truceline.intake.Refusal;
import truceline.intake.UnitCodesReader;
import truceline.mission.Documents;

/// An agreement file with the maps that stand beside it, read and checked: what a new station enters.
public final class AgreementFile {
    /// A map with the hash of the file it was read from.
    public record MapFile(Geometry geometry, String sha256) {}

    private final Agreement agreement;
    private final byte[] text;
    private final String sha256;
    private final SortedMap<String, MapFile> maps = new TreeMap<>();
    private final List<String> openMaps = new ArrayList<>();
    private final @Nullable MapFile units;

    private AgreementFile(Agreement agreement, byte[] text, String sha256, @Nullable MapFile units) {
        this.agreement = agreement;
        this.text = text;
        this.sha256 = sha256;
        this.units = units;
    }

    /// Reads an agreement, every map it names, and the units.
    ///
    /// @throws Refusal naming file, line and column of the first fault
    public static AgreementFile read(Path file, @Nullable Path unitsFile) throws IOException {
        byte[] yaml = bytes(file);
        AgreementReader.Reading reading = AgreementReader.read(yaml);
        Agreement agreement = reading.getAgreement(file);
        Node root = Objects.requireNonNull(reading.root());
        MapFile units = unitsFile == null ? null : readUnits(unitsFile);
        AgreementFile whole =
                new AgreementFile(agreement, NodeText.toJson(root).toBytes(), Documents.sha256(yaml), units);
        whole.readMaps(file.toAbsolutePath().getParent());
        return whole;
    }

    /// The boundaries of administrative units.
    ///
    /// @throws Refusal `bad-map` where the file is no map of areas
    public static MapFile readUnits(Path file) throws IOException {
        return map(file, null, Wanted.AREAS);
    }

    /// The bytes of a file; a pipe or a device, which may never end, is refused.
    public static byte[] bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new Refusal("not-a-file", file + " is a pipe or a device; a file is expected");
        }
        return Files.readAllBytes(file);
    }

    /// What a map has to hold.
    private enum Wanted {
        LINES("line"),
        AREAS("polygon");

        private final String word;

        Wanted(String word) {
            this.word = word;
        }

        boolean fits(Shape shape) {
            return switch (shape) {
                case Shape.Lines _ -> this == LINES;
                case Shape.Areas _ -> this == AREAS;
                case Shape.Points _ -> false;
            };
        }
    }

    public String id() {
        return agreement.id();
    }

    public Agreement agreement() {
        return agreement;
    }

    /// The compiled text, in canonical JSON.
    public byte[] text() {
        return text.clone();
    }

    /// Hash of the file.
    public String sha256() {
        return sha256;
    }

    /// Maps by name of the line or zone that uses them.
    public SortedMap<String, MapFile> maps() {
        return maps;
    }

    /// Lines and zones whose map is open, or whose unit no file was given for.
    public List<String> openMaps() {
        return List.copyOf(openMaps);
    }

    public @Nullable MapFile units() {
        return units;
    }

    private void readMaps(@Nullable Path folder) throws IOException {
        for (Line line : agreement.lines().values()) {
            Line.Terms terms = line.terms().common();
            Leaf<String> hash = terms.sha256();
            readMap(folder, "line " + line.name(), line.name(), terms.map(), hash, Wanted.LINES);
        }
        for (Zone zone : agreement.zones().values()) {
            switch (zone.form().common()) {
                case ZoneForm.Drawn(Leaf<String> map, Leaf<String> hash) ->
                    readMap(folder, "zone " + zone.name(), zone.name(), map, hash, Wanted.AREAS);
                case ZoneForm.Units(Leaf<List<ZoneForm.Code>> codes) -> units(zone.name(), codes);
                default -> {
                    // The other forms are measured from lines, places and zones that have maps of their own.
                }
            }
        }
    }

    private void readMap(
            @Nullable Path folder,
            String what,
            String name,
            Leaf<String> map,
            @Nullable Leaf<String> hash,
            Wanted wanted)
            throws IOException {
        Optional<String> file = map.find();
        if (file.isEmpty() || folder == null) {
            openMaps.add(what);
            return;
        }
        Path path = folder.resolve(file.get());
        if (!path.normalize().startsWith(folder.normalize())) {
            throw new Refusal("bad-map", what + ": " + file.get() + " does not stand beside the agreement");
        }
        maps.put(name, map(path, hash == null ? null : hash.find().orElse(null), wanted));
    }

    private static MapFile map(Path path, @Nullable String expected, Wanted wanted) throws IOException {
        byte[] bytes = bytes(path);
        String found = Documents.sha256(bytes);
        if (expected != null && !expected.equals(found)) {
            throw new Refusal("bad-hash", path + " has sha256 " + found + ", the agreement names " + expected);
        }
        GeoJsonReader.Reading reading =
                wanted == Wanted.AREAS ? GeoJsonReader.readAreas(bytes, false) : GeoJsonReader.read(bytes);
        if (!reading.problems().isEmpty()) {
            GeoJsonReader.Problem first = reading.problems().getFirst();
            throw new Refusal(
                    "bad-map",
                    path + ": " + (first.feature() < 0 ? "" : "feature " + first.feature() + " ")
                            + (first.path().isEmpty() ? "" : first.path() + ": ") + first.code() + ": "
                            + first.detail());
        }
        List<Feature> features = reading.geometry().features();
        if (features.isEmpty()) {
            throw new Refusal("bad-map", path + " holds nothing; draw at least one " + wanted.word);
        }
        for (int i = 0; i < features.size(); i++) {
            if (!wanted.fits(features.get(i).shape())) {
                throw new Refusal(
                        "bad-map", path + ": feature " + i + " is no " + wanted.word + "; only such can stand here");
            }
        }
        return new MapFile(reading.geometry(), found);
    }

    /// The features of the units file that a zone's codes name, joined into one map.
    private void units(String zone, Leaf<List<ZoneForm.Code>> codes) {
        MapFile file = units;
        Optional<List<ZoneForm.Code>> given = codes.find();
        if (file == null || given.isEmpty()) {
            openMaps.add("zone " + zone);
            return;
        }
        List<Feature> chosen = new ArrayList<>();
        for (ZoneForm.Code code : given.get()) {
            List<String> names = code.scheme() == ZoneForm.Scheme.ISO
                    ? UnitCodesReader.ukraine().names(code.code())
                    : List.of();
            for (Feature feature : file.geometry().features()) {
                if (feature.shape() instanceof Shape.Areas
                        && names.contains(feature.properties().get("name"))) {
                    chosen.add(feature);
                }
            }
        }
        if (chosen.isEmpty()) {
            openMaps.add("zone " + zone);
        } else {
            maps.put(zone, new MapFile(new Geometry(chosen), file.sha256()));
        }
    }
}
