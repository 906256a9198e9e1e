package truceline.duty.life;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.ObjectClass;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Certainty;
import truceline.compliance.PlaceReason;
import truceline.compliance.ReadingParts;
import truceline.compliance.WeaponClass;
import truceline.compliance.Zone;
import truceline.geo.Disc;
import truceline.observation.Weapon;

/// Whether evidence fits the slots of a norm, in three values. An answer on a zone is kept while the same evidence is
/// looked at. Of one thread.
final class Matching {
    private final Agreement agreement;
    private final ReadingParts parts;
    private @Nullable Evidence looked;
    private @Nullable Certainty[] places = new Certainty[0];
    private final SortedMap<Integer, List<PlaceReason>> told = new TreeMap<>();

    Matching(Agreement agreement, ReadingParts parts) {
        this.agreement = agreement;
        this.parts = parts;
    }

    /// Whether it was in a zone; fire counts where it struck and where it came from.
    Certainty where(ReadingParts.@Nullable Ground ground, Evidence evidence) {
        if (ground == null || ground.zone() == null) {
            return Certainty.NO;
        }
        look(evidence);
        Certainty known = places[ground.number()];
        if (known == null) {
            known = place(ground.zone(), evidence);
            places[ground.number()] = known;
        }
        return known;
    }

    @SuppressWarnings("ReferenceEquality") // the same object is looked at again and again; comparing it would cost more
    private void look(Evidence evidence) {
        if (places.length < parts.zones()) {
            places = new Certainty[parts.zones()];
            told.clear();
            looked = evidence;
        } else if (looked != evidence) {
            Arrays.fill(places, null);
            told.clear();
            looked = evidence;
        }
    }

    private static Certainty place(Zone zone, Evidence evidence) {
        Certainty struck = place(zone, evidence.place(), evidence.altitudeMetres());
        if (evidence.verb() != Verb.FIRE || evidence.origin() == null) {
            return struck;
        }
        return struck.or(place(zone, evidence.origin(), Zone.ON_SURFACE));
    }

    private static Certainty place(Zone zone, @Nullable Disc place, int altitudeMetres) {
        return place == null ? zone.ofUnknownPlace() : zone.holds(place, altitudeMetres);
    }

    /// The numbers behind the answer on a zone.
    List<PlaceReason> place(ReadingParts.@Nullable Ground ground, Evidence evidence) {
        Disc place = evidence.place() == null ? evidence.origin() : evidence.place();
        if (ground == null || ground.zone() == null) {
            return PlaceReason.WITHOUT_ZONE;
        }
        if (place == null) {
            return PlaceReason.NOT_KNOWN;
        }
        look(evidence);
        Zone zone = ground.zone();
        return told.computeIfAbsent(ground.number(), _ -> zone.reasons(place, evidence.altitudeMetres()));
    }

    /// Whether it was done with, or is, any of these; no name means anything.
    Certainty things(List<Reference> names, Evidence evidence) {
        if (names.isEmpty()) {
            return Certainty.YES;
        }
        Certainty best = Certainty.NO;
        for (Reference name : names) {
            best = best.or(thing(name, evidence));
        }
        return best;
    }

    private Certainty thing(Reference name, Evidence evidence) {
        if (name.isOpen()) {
            return Certainty.INDETERMINATE;
        }
        if (evidence.known().contains(name.name())) {
            return Certainty.YES;
        }
        ObjectClass declared = agreement.classes().get(name.name());
        if (declared != null && declared.list() != null) {
            return evidence.known().contains(declared.list()) ? Certainty.YES : listed(name, evidence);
        }
        return kind(name, evidence).and(system(declared, evidence));
    }

    /// Whether a thing is on a list is known only where somebody vouched for it.
    private Certainty listed(Reference name, Evidence evidence) {
        return kind(name, evidence) == Certainty.NO ? Certainty.NO : Certainty.INDETERMINATE;
    }

    private static Certainty system(@Nullable ObjectClass declared, Evidence evidence) {
        if (declared == null || !(declared.systems() instanceof Leaf.Given<List<String>>(List<String> systems))) {
            return Certainty.YES;
        }
        String system = evidence.system();
        return system == null ? Certainty.INDETERMINATE : systems.contains(system) ? Certainty.YES : Certainty.NO;
    }

    private Certainty kind(Reference name, Evidence evidence) {
        WeaponClass named = parts.weaponClass(name).orElse(null);
        if (named == null) {
            return Certainty.INDETERMINATE;
        }
        if (!evidence.known().isEmpty() && evidence.known().stream().anyMatch(named.kinds()::contains)) {
            return evidence.weapon() == Weapon.NOT_KNOWN
                    ? Certainty.YES
                    : named.holds(evidence.weapon(), evidence.calibreTenthMm());
        }
        boolean isByWeapon = switch (evidence.verb()) {
            case FIRE, LAY, BUILD, BRING_IN, HARM -> true;
            default -> evidence.weapon() != Weapon.NOT_KNOWN;
        };
        return isByWeapon
                ? named.holds(evidence.weapon(), evidence.calibreTenthMm())
                : named.holds(evidence.kind(), evidence.weapon(), evidence.calibreTenthMm());
    }

    /// Whether it was done to any of these; no name means anybody. An act of which nobody says whom it struck is no
    /// case of striking somebody in particular; it becomes one once somebody says so.
    Certainty whom(List<Reference> names, Evidence evidence) {
        if (names.isEmpty()) {
            return Certainty.YES;
        }
        for (Reference name : names) {
            if (isOf(name, evidence.whom())) {
                return Certainty.YES;
            }
        }
        return Certainty.NO;
    }

    private boolean isOf(Reference name, List<String> words) {
        if (words.contains(name.name())) {
            return true;
        }
        ObjectClass declared = agreement.classes().get(name.name());
        List<Kind> kinds =
                declared == null ? List.of() : declared.kinds().find().orElse(List.of());
        return kinds.stream().anyMatch(kind -> words.contains(ClosedWords.word(kind)));
    }

    /// The things that a norm is on: what it names, or where its subject is itself a class, as with ships, the subject.
    static List<Reference> things(Norm norm) {
        if (!norm.what().isEmpty()) {
            return norm.what();
        }
        return norm.who().stream()
                .filter(who -> who.sort() == Sort.CLASS || who.sort() == Sort.KIND)
                .toList();
    }
}
