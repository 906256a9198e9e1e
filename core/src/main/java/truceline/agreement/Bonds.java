package truceline.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// To which parties an actor is bound, as far as the agreement itself says so: a party is bound to itself, a member of
/// a
/// party to that party, a group to a party that is its member, and who gives a guarantee to the party that it protects,
/// as are the members of a group that gives it. Nothing else is inferred. A guarantee that only one reading knows binds
/// too. Immutable.
public final class Bonds {
    /// One bond: the party, and what in the agreement makes it (`is the party`, `gives 5.a`).
    public record Bond(String party, String why) {}

    private final Agreement agreement;
    private final Map<String, List<Bond>> bonds = new TreeMap<>();

    private Bonds(Agreement agreement) {
        this.agreement = agreement;
    }

    public static Bonds of(Agreement agreement) {
        Bonds bonds = new Bonds(agreement);
        for (Actor party : agreement.parties().values()) {
            bonds.add(party.code(), new Bond(party.code(), "is the party"));
            party.members().forEach(member -> bonds.add(member, new Bond(party.code(), "member of " + party.code())));
        }
        for (Actor other : agreement.others().values()) {
            for (String member : other.members()) {
                if (agreement.parties().containsKey(member)) {
                    bonds.add(other.code(), new Bond(member, "has " + member + " as a member"));
                }
            }
        }
        agreement.provisions().values().forEach(bonds::guarantee);
        return bonds;
    }

    private void guarantee(Provision provision) {
        List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
        norms.add(provision.norms().common());
        for (Norm norm : norms) {
            Norm.Guarantee guarantee = norm.guarantee();
            if (guarantee != null) {
                for (Reference party : guarantee.shields()) {
                    guarantee.givenBy().forEach(giver -> given(giver, party, provision.id()));
                }
            }
        }
    }

    private void given(Reference giver, Reference party, String id) {
        if (party.sort() != Sort.PARTY
                || !giver.isActor()
                || agreement.parties().containsKey(giver.name())) {
            return;
        }
        add(giver.name(), new Bond(party.name(), "gives " + id));
        Actor group = agreement.others().get(giver.name());
        for (String member : group == null ? List.<String>of() : group.members()) {
            if (!agreement.parties().containsKey(member)) {
                add(member, new Bond(party.name(), "member of " + giver.name() + ", which gives " + id));
            }
        }
    }

    private void add(String actor, Bond bond) {
        List<Bond> known = bonds.computeIfAbsent(actor, any -> new ArrayList<>());
        if (!known.contains(bond)) {
            known.add(bond);
        }
    }

    /// The bonds of an actor, in the order in which they are found.
    public List<Bond> of(String actor) {
        return List.copyOf(bonds.getOrDefault(actor, List.of()));
    }

    /// The parties to which an actor is bound, sorted.
    public List<String> parties(String actor) {
        TreeSet<String> parties = new TreeSet<>();
        of(actor).forEach(bond -> parties.add(bond.party()));
        return List.copyOf(parties);
    }
}
