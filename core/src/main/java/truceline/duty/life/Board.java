package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// All bindings of an agreement: each provision, for each of those whom it binds, in each world. Immutable once made;
/// the bindings themselves are not.
final class Board {
    private final Agreement agreement;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Binding> all = new ArrayList<>();
    private final List<SortedMap<String, List<Binding>>> byReader = new ArrayList<>();
    private final SortedMap<String, String> settled = new TreeMap<>();

    Board(Agreement agreement) {
        this.agreement = agreement;
        List<String> holders = worlds(agreement);
        if (holders.isEmpty()) {
            readers.add(new Reader(agreement, null, settled));
        }
        holders.forEach(holder -> readers.add(new Reader(agreement, holder, settled)));
        for (Reader reader : readers) {
            SortedMap<String, List<Binding>> own = new TreeMap<>();
            for (Provision provision : agreement.provisions().values()) {
                own.put(provision.id(), bind(provision, reader));
            }
            byReader.add(own);
        }
    }

    /// Holders of readings, those that are parties first, each in file order.
    private static List<String> worlds(Agreement agreement) {
        List<String> ordered = new ArrayList<>(agreement.partyCodes());
        ordered.addAll(agreement.others().sequencedKeySet());
        ordered.retainAll(agreement.worlds());
        for (String holder : agreement.worlds()) {
            if (!ordered.contains(holder)) {
                ordered.add(holder);
            }
        }
        return ordered;
    }

    private List<Binding> bind(Provision provision, Reader reader) {
        Norm norm = reader.norm(provision.id());
        List<Binding> own = new ArrayList<>();
        List<Reference> who = norm.who().isEmpty() ? List.of() : norm.who();
        for (Reference reference : who) {
            if (reference.sort() == Sort.EACH_PARTY || reference.sort() == Sort.OTHER_PARTY) {
                agreement.partyCodes().forEach(code -> own.add(binding(provision, code, code, reader)));
            } else {
                String actor = reference.isActor() ? reference.name() : null;
                own.add(binding(provision, reference.text(), actor, reader));
            }
        }
        if (own.isEmpty()) {
            own.add(binding(provision, "", null, reader));
        }
        own.getFirst().isAlone = own.size() == 1;
        return List.copyOf(own);
    }

    private Binding binding(Provision provision, String who, @Nullable String actor, Reader reader) {
        Binding binding = new Binding(all.size(), provision, who, actor, reader);
        all.add(binding);
        return binding;
    }

    Agreement agreement() {
        return agreement;
    }

    List<Reader> readers() {
        return readers;
    }

    List<Binding> all() {
        return all;
    }

    SortedMap<String, String> settled() {
        return settled;
    }

    /// Those whom a provision binds in a world.
    List<Binding> of(Reader reader, String provision) {
        List<Binding> found = byReader.get(readers.indexOf(reader)).get(provision);
        if (found == null) {
            throw new IllegalStateException("no provision " + provision);
        }
        return found;
    }
}
