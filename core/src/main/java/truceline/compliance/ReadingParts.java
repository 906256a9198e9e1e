package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.ObjectClass;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.geo.Geometry;

/// Zones and classes of an agreement as one holder reads them, for one actor. The same names give the same object, so
/// that a place has to be looked up once only. Not thread-safe.
public final class ReadingParts {
    private final Agreement agreement;
    private final ZoneCompiler compiler;
    private final SortedMap<String, Ground> grounds = new TreeMap<>();
    private final List<Zone> distinct = new ArrayList<>();

    /// A zone, as far as it can be evaluated.
    ///
    /// @param number equal for equal zones, so that an answer can be kept; -1 without a zone
    /// @param zone null where it cannot be evaluated
    /// @param from names of the lines that it is measured from
    /// @param gaps what cannot be evaluated of it, and why
    public record Ground(int number, @Nullable Zone zone, List<String> from, List<String> gaps) {
        public Ground {
            from = List.copyOf(from);
            gaps = List.copyOf(gaps);
        }
    }

    /// @param maps by name of a line or zone: the geometry it uses; a name that is missing has no map yet
    public ReadingParts(Agreement agreement, SortedMap<String, Geometry> maps) {
        this.agreement = agreement;
        this.compiler = new ZoneCompiler(agreement, maps);
    }

    /// The union of the named zones; no name means everywhere.
    ///
    /// @param holder whose readings hold, null for the common text
    /// @param actor code of the party that is bound, null where it is undetermined
    /// @param settled holder of the settled reading, by name of zone or line
    public Ground zone(
            List<Reference> names, @Nullable String holder, @Nullable String actor, SortedMap<String, String> settled) {
        compiler.answer(new ZoneCompiler.Asker(holder, actor, settled));
        ZoneCompiler.Result result = compiler.compile(names);
        List<String> from = new ArrayList<>();
        names.stream()
                .filter(name -> name.sort() == Sort.ZONE)
                .forEach(name -> from.addAll(compiler.builtFrom(name.name())));
        return ground(result.zone(), from, result.gaps());
    }

    /// What lies beyond the named lines, or beyond the lines that the named zones are built from, as seen by an actor.
    public Ground beyond(
            List<Reference> names, @Nullable String holder, @Nullable String actor, SortedMap<String, String> settled) {
        compiler.answer(new ZoneCompiler.Asker(holder, actor, settled));
        Zone zone = compiler.beyond(names);
        List<String> lines = names.stream()
                .filter(name -> name.sort() == Sort.LINE)
                .map(Reference::name)
                .toList();
        return ground(zone, lines, zone == null ? List.of("no line has a map and sides") : List.of());
    }

    private Ground ground(@Nullable Zone zone, List<String> from, List<String> gaps) {
        if (zone == null) {
            return new Ground(-1, null, from, gaps);
        }
        int number = distinct.indexOf(zone);
        if (number < 0) {
            number = distinct.size();
            distinct.add(zone);
        }
        return grounds.computeIfAbsent(number + " " + from + gaps, _ -> {
            Zone same = distinct.get(distinct.indexOf(zone));
            return new Ground(distinct.indexOf(zone), same, from, gaps);
        });
    }

    /// How many zones are told apart.
    public int zones() {
        return distinct.size();
    }

    /// The class that a name or kind stands for, as weapons go; empty where it is left open.
    public Optional<WeaponClass> weaponClass(Reference reference) {
        if (reference.sort() == Sort.KIND) {
            return Optional.of(new WeaponClass(List.of(reference.name()), 0, Calibre.NO_END));
        }
        ObjectClass declared = agreement.classes().get(reference.name());
        if (declared == null || declared.kinds().isOpen()) {
            return Optional.empty();
        }
        List<String> kinds = declared.kinds().find().orElseThrow().stream()
                .map(ClosedWords::word)
                .toList();
        return switch (declared.calibre()) {
            case null -> Optional.of(new WeaponClass(kinds, 0, Calibre.NO_END));
            case Leaf.Given<Calibre>(Calibre given) ->
                Optional.of(new WeaponClass(kinds, given.fromTenthMillimetres(), given.belowTenthMillimetres()));
            case Leaf.Open<Calibre> open -> Optional.empty();
        };
    }
}
