package truceline.duty.life;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.ZoneForm;
import truceline.geo.Geometry;
import truceline.intake.AgreementReader;
import truceline.intake.GeoJsonReader;

/// A real agreement whose parties, and the others it names, bear letters in place of their names: AA, BB, CC for the
/// parties in the order of the file, XA, XB and so on for the others. What is invented under it names nobody.
record Lettered(Agreement agreement, SortedMap<String, Geometry> maps) {
    private static final Path FOLDER = Path.of(System.getProperty("truceline.root"), "agreements");

    private record Name(String word, String letters) {}

    static Lettered read(String id) throws IOException {
        Path file = FOLDER.resolve(id + ".agreement.yaml");
        String text = Files.readString(file);
        for (Name name : names(AgreementReader.read(Files.readAllBytes(file)).getAgreement(file))) {
            text = Pattern.compile("(?<![A-Za-z0-9]|iso )" + Pattern.quote(name.word) + "(?![A-Za-z0-9])")
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(name.letters));
        }
        Agreement agreement =
                AgreementReader.read(text.getBytes(StandardCharsets.UTF_8)).getAgreement(file);
        return new Lettered(agreement, maps(agreement));
    }

    /// Codes and names, the longest first, so that no part of a longer one is taken for a shorter one.
    private static List<Name> names(Agreement agreement) {
        List<Name> names = new ArrayList<>();
        int party = 0;
        for (Actor actor : agreement.parties().values()) {
            String letter = String.valueOf((char) ('A' + party++));
            names.add(new Name(actor.code(), letter + letter));
            names.add(new Name(actor.name(), "side " + letter));
        }
        others(agreement.others(), names);
        names.sort(Comparator.comparingInt((Name name) -> -name.word.length()).thenComparing(Name::word));
        return names;
    }

    private static void others(SequencedMap<String, Actor> others, List<Name> names) {
        int other = 0;
        for (Actor actor : others.values()) {
            String letters = "X" + (char) ('A' + other++);
            names.add(new Name(actor.code(), letters));
            if (!actor.name().equals(actor.code())) {
                names.add(new Name(actor.name(), "another " + letters));
            }
        }
    }

    private static SortedMap<String, Geometry> maps(Agreement agreement) throws IOException {
        SortedMap<String, Geometry> maps = new TreeMap<>();
        for (var line : agreement.lines().values()) {
            add(line.name(), line.terms().common().map().find().orElse(null), maps);
        }
        for (var zone : agreement.zones().values()) {
            if (zone.form().common() instanceof ZoneForm.Drawn(var map, var _)) {
                add(zone.name(), map.find().orElse(null), maps);
            }
        }
        return maps;
    }

    private static void add(String name, @Nullable String file, SortedMap<String, Geometry> maps) throws IOException {
        if (file != null) {
            maps.put(
                    name,
                    GeoJsonReader.read(Files.readAllBytes(FOLDER.resolve(file))).geometry());
        }
    }
}
