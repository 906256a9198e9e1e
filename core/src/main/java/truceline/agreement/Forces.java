package truceline.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Verb;

/// The register of third forces: who leads each, what it may do, on what that rests, who is told, who
/// sends how many, and which hubs are named.
///
/// Places of hubs and contingents are never part of it, nor is what a hub covers or reaches: they are
/// protected. What the text does not give is an empty list, and a reader is told so. Pure and immutable.
public record Forces(List<Entry> entries) {
    /// What a reader is told where a list of clauses is empty.
    public static final String NOT_STATED = "not stated in the text";

    public Forces {
        entries = List.copyOf(entries);
    }

    /// One force.
    ///
    /// @param lead codes
    /// @param mandate what it may do
    /// @param legalBasis provisions above the mandate, beside it, and those that bind others towards the force
    /// @param notification duties to notify or report by, to or about the force
    public record Entry(
            String name,
            @Nullable String meaning,
            List<String> lead,
            List<Clause> mandate,
            List<Clause> legalBasis,
            List<Clause> notification,
            List<Contingent> contingents,
            List<Hub> hubs,
            Origin origin) {
        public Entry {
            lead = List.copyOf(lead);
            mandate = List.copyOf(mandate);
            legalBasis = List.copyOf(legalBasis);
            notification = List.copyOf(notification);
            contingents = List.copyOf(contingents);
            hubs = List.copyOf(hubs);
        }
    }

    /// A provision, read aloud.
    public record Clause(String provision, String sentence) {}

    /// What an actor sends; the size is as written, `open`, or null where the text is silent.
    public record Contingent(String actor, @Nullable String size) {}

    /// A hub by name, and of whom; without a place.
    public record Hub(String name, List<String> of) {
        public Hub {
            of = List.copyOf(of);
        }
    }

    /// The forces of an agreement, in file order.
    public static Forces of(Agreement agreement) {
        List<Entry> entries = new ArrayList<>();
        agreement.forces().values().forEach(force -> entries.add(entry(agreement, force)));
        return new Forces(entries);
    }

    private static Entry entry(Agreement agreement, Force force) {
        List<Contingent> contingents = new ArrayList<>();
        force.contingents().forEach((actor, sent) -> contingents.add(new Contingent(actor, size(sent.size()))));
        List<Hub> hubs = force.hubs().values().stream()
                .map(hub -> new Hub(hub.name(), names(hub.of())))
                .toList();
        return new Entry(
                force.name(),
                force.origin().meaning(),
                names(force.lead()),
                clauses(agreement, force.mandate()::contains),
                clauses(agreement, legalBasis(agreement, force)::contains),
                clauses(agreement, id -> isNotice(agreement.getProvision(id).norm(null), force.name())),
                contingents,
                hubs,
                force.origin());
    }

    private static @Nullable String size(@Nullable Leaf<Quantity> size) {
        return size == null ? null : size.find().map(Quantity::text).orElse("open");
    }

    private static List<String> names(List<Reference> references) {
        return references.stream().map(Reference::text).toList();
    }

    private static List<Clause> clauses(Agreement agreement, Predicate<String> isMeant) {
        return agreement.provisions().values().stream()
                .filter(provision -> isMeant.test(provision.id()))
                .map(provision -> new Clause(provision.id(), Sentence.of(provision)))
                .toList();
    }

    /// What stands above the mandate and beside it, and what others owe the force.
    private static SequencedSet<String> legalBasis(Agreement agreement, Force force) {
        SequencedSet<String> heads = new LinkedHashSet<>();
        for (String id : force.mandate()) {
            String parent = agreement.getProvision(id).parent();
            if (parent != null) {
                heads.add(parent);
            }
        }
        SequencedSet<String> basis = new LinkedHashSet<>(heads);
        for (Provision provision : agreement.provisions().values()) {
            boolean isBeside = provision.parent() != null && heads.contains(provision.parent());
            boolean isOwed = names(provision.norm(null).whom()).contains(force.name());
            if (isBeside || isOwed) {
                basis.add(provision.id());
            }
        }
        force.mandate().forEach(basis::remove);
        basis.removeIf(id -> isNotice(agreement.getProvision(id).norm(null), force.name()));
        return basis;
    }

    private static boolean isNotice(Norm norm, String force) {
        boolean tells = norm.verbs().contains(Verb.NOTIFY) || norm.verbs().contains(Verb.REPORT);
        List<String> named = new ArrayList<>(names(norm.who()));
        named.addAll(names(norm.to()));
        named.addAll(names(norm.what()));
        return tells && named.contains(force);
    }
}
