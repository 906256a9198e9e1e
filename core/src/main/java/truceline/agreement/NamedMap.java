package truceline.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;

/// A map that a line or zone names, in one reading, with its hash where the text gives one. What is left open is none.
///
/// @param element such as `line LoC`, or `line LoC as UA reads it`
/// @param name of the line or zone
/// @param file name of the map's file
/// @param sha256 of that file in lower-case hexadecimal; null where the text does not say, so that a hash of the text
///     does not cover the map
public record NamedMap(
        String element, String name, String file, @Nullable String sha256) {
    /// Every map of an agreement, in the order of the file.
    public static List<NamedMap> of(Agreement agreement) {
        List<NamedMap> maps = new ArrayList<>();
        agreement.lines().values().forEach(line -> {
            String element = "line " + line.name();
            each(line.terms(), element, in -> add(maps, in.element, line.name(), in.terms.map(), in.terms.sha256()));
        });
        agreement.zones().values().forEach(zone -> {
            String element = "zone " + zone.name();
            each(zone.form(), element, in -> {
                if (in.terms instanceof ZoneForm.Drawn(Leaf<String> map, Leaf<String> hash)) {
                    add(maps, in.element, zone.name(), map, hash);
                }
            });
        });
        return maps;
    }

    public boolean isCovered() {
        return sha256 != null;
    }

    private record Reading<T>(String element, T terms) {}

    private static <T> void each(Readings<T> readings, String element, Consumer<Reading<T>> use) {
        use.accept(new Reading<>(element, readings.common()));
        readings.byHolder()
                .forEach((holder, terms) -> use.accept(new Reading<>(element + " as " + holder + " reads it", terms)));
    }

    private static void add(
            List<NamedMap> maps, String element, String name, Leaf<String> map, @Nullable Leaf<String> hash) {
        String sha256 = hash == null ? null : hash.find().orElse(null);
        map.find().ifPresent(file -> maps.add(new NamedMap(element, name, file, sha256)));
    }
}
