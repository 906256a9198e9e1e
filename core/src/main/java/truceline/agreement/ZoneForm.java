package truceline.agreement;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;

/// The six ways to say where a zone is.
public sealed interface ZoneForm {
    /// Drawn in a GeoJSON file of that name; `sha256` is the hash of that file in lower-case hexadecimal.
    record Drawn(Leaf<String> map, @Nullable Leaf<String> sha256) implements ZoneForm {}

    /// Administrative units, joined.
    record Units(Leaf<List<Code>> codes) implements ZoneForm {}

    /// Everything within a distance: of a line, on the given sides (empty: both); of places; of a zone,
    /// the ring outside it; of a class, wherever its members are.
    record Within(Leaf<Distance> distance, Of of, List<Reference> sides) implements ZoneForm {
        public Within {
            sides = List.copyOf(sides);
        }
    }

    /// A band along a line, half of the width on each side.
    record Width(Leaf<Distance> width, Of of) implements ZoneForm {}

    /// One side of a line: a party's, each party's own, or the other party's.
    record Side(Reference whose, Of of) implements ZoneForm {}

    /// The air above other zones.
    record Above(List<Reference> zones, Leaf<Height> height) implements ZoneForm {
        public Above {
            zones = List.copyOf(zones);
        }
    }

    /// A unit in one scheme of codes: `iso UA-14`.
    record Code(Scheme scheme, String code) {}

    enum Scheme {
        ISO,
        PCODE,
        HASC
    }

    /// What a form is measured from.
    sealed interface Of {
        /// The same lines, zones, places or class for everybody; may be open.
        record Same(List<Reference> names) implements Of {
            public Same {
                names = List.copyOf(names);
            }
        }

        /// To each party its own.
        record PerParty(SortedMap<String, List<Reference>> names) implements Of {
            public PerParty {
                names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
            }
        }

        /// What holds for a party.
        default List<Reference> forParty(String party) {
            return switch (this) {
                case Same(List<Reference> names) -> names;
                case PerParty(SortedMap<String, List<Reference>> names) -> names.getOrDefault(party, List.of());
            };
        }
    }
}
