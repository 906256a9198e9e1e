package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import truceline.agreement.Agreement;
import truceline.agreement.Force;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.Verification;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Slot;
import truceline.agreement.phrase.Sort;

/// What is worth saying about who is named: clauses for one party without a twin, zones that nothing looks at, and
/// mandates that permit nothing.
final class PartyLints {
    private final Agreement agreement;
    private final Function<String, Node> places;

    PartyLints(Agreement agreement, Function<String, Node> places) {
        this.agreement = agreement;
        this.places = places;
    }

    void run(Set<Note> notes) {
        for (Provision provision : agreement.provisions().values()) {
            List<String> sides = provision.twin() == null ? oneSided(provision) : List.of();
            if (!sides.isEmpty()) {
                notes.add(note(
                        provision.id(),
                        "one-sided",
                        "Provision " + provision.id() + " " + String.join(" and ", sides) + " alone and has no twin."));
            }
        }
        zones(notes);
        for (Force force : agreement.forces().values()) {
            for (String id : force.mandate()) {
                boolean permits = id.equals("open")
                        || norms(agreement.getProvision(id)).stream().anyMatch(PartyLints::permits);
                if (!permits) {
                    notes.add(note(
                            force.name(),
                            "mandate-permits-nothing",
                            "The mandate of " + force.name() + " names " + id + ", which is no 'may'."));
                }
            }
        }
    }

    private Note note(String name, String code, String message) {
        Node at = places.apply(name);
        return new Note(at.line(), at.column(), code, message);
    }

    private static List<Norm> norms(Provision provision) {
        List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
        norms.add(provision.norm(null));
        return norms;
    }

    private static boolean permits(Norm norm) {
        return norm.modal() == Modal.MAY;
    }

    /// What a provision does to some parties but not to all: `binds UA`, `acts on RU`. Steps are paired already.
    private List<String> oneSided(Provision provision) {
        Set<String> sides = new TreeSet<>();
        for (Norm norm : norms(provision)) {
            if (norm.step() == null) {
                some(sides, "binds ", norm.who());
                some(sides, "acts on ", norm.whom());
                some(sides, "gives to ", norm.to());
                some(
                        sides,
                        "protects ",
                        norm.guarantee() == null ? List.of() : norm.guarantee().shields());
            }
        }
        return List.copyOf(sides);
    }

    private void some(Set<String> sides, String verb, List<Reference> names) {
        Set<String> parties = new TreeSet<>();
        for (Reference name : names) {
            if (name.sort() != Sort.PARTY) {
                return;
            }
            parties.add(name.name());
        }
        if (!parties.isEmpty() && parties.size() < agreement.parties().size()) {
            sides.add(verb + String.join(" and ", parties));
        }
    }

    /// Zones in norms that bind, none of which names a means of verification.
    private void zones(Set<Note> notes) {
        SortedMap<String, Boolean> covered = new TreeMap<>();
        for (Provision provision : agreement.provisions().values()) {
            for (Norm norm : norms(provision)) {
                if (norm.modal() == Modal.MUST || norm.modal() == Modal.MUST_NOT) {
                    Verification verification = norm.verify() == null ? agreement.verification() : norm.verify();
                    boolean looked =
                            verification != null && !verification.means().isEmpty();
                    for (Slot slot : List.of(Slot.WHERE, Slot.OUT_OF, Slot.INTO)) {
                        for (Reference area : norm.names(slot)) {
                            if (area.sort() == Sort.ZONE) {
                                covered.merge(area.name(), looked, Boolean::logicalOr);
                            }
                        }
                    }
                }
            }
        }
        covered.forEach((zone, looked) -> {
            if (!looked) {
                notes.add(note(
                        zone,
                        "zone-not-covered",
                        "No source covers zone " + Quoted.of(zone)
                                + ": no norm about it names 'means' of verification."));
            }
        });
    }
}
