package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// All bindings of an agreement: each provision, for each of those whom it binds, in each world. A settled reading may
/// bind others. Of one thread.
final class Board {
    private final Agreement agreement;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Binding> all = new ArrayList<>();
    private final List<Binding> everNumbered = new ArrayList<>();
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
        own.forEach(each -> each.isAlone = own.size() == 1);
        return List.copyOf(own);
    }

    /// The one that is held already, or a new one.
    private Binding binding(Provision provision, String who, @Nullable String actor, Reader reader) {
        for (Binding held : held(reader, provision.id())) {
            if (held.who.equals(who) && Objects.equals(held.actor, actor)) {
                return held;
            }
        }
        Binding binding = new Binding(everNumbered.size(), provision, who, actor, reader);
        everNumbered.add(binding);
        all.add(binding);
        return binding;
    }

    private List<Binding> held(Reader reader, String provision) {
        int world = readers.indexOf(reader);
        return world < byReader.size() ? byReader.get(world).getOrDefault(provision, List.of()) : List.of();
    }

    /// Binds anew after a reading was settled: whom a provision binds no more is let go, and whom it binds now stands
    /// as
    /// in the world of the reading.
    ///
    /// @return those that are new
    List<Binding> rebind() {
        List<Binding> added = new ArrayList<>();
        for (Reader reader : readers) {
            SortedMap<String, List<Binding>> own = byReader.get(readers.indexOf(reader));
            for (Provision provision : agreement.provisions().values()) {
                List<Binding> before = own.get(provision.id());
                List<Binding> after = bind(provision, reader);
                if (before != null && !after.equals(before)) {
                    own.put(provision.id(), after);
                    before.stream().filter(each -> !after.contains(each)).forEach(this::release);
                    after.stream().filter(each -> !before.contains(each)).forEach(each -> {
                        each.standAs(before.getFirst(), twin(each));
                        added.add(each);
                    });
                }
            }
        }
        return added;
    }

    private void release(Binding binding) {
        binding.isReleased = true;
        all.remove(binding);
    }

    /// The binding of the same actor in the world of the settled reading, or null.
    private @Nullable Binding twin(Binding binding) {
        String holder = settled.get(binding.id());
        for (Reader reader : readers) {
            if (reader != binding.reader && Objects.equals(reader.holder(), holder)) {
                return held(reader, binding.id()).stream()
                        .filter(each -> each.who.equals(binding.who))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /// A binding by its number, also one that was let go.
    Binding numbered(int number) {
        return everNumbered.get(number);
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
