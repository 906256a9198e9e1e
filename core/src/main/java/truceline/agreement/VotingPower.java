package truceline.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Body.Otherwise;
import truceline.agreement.Body.Rule;

/// Who can carry a vote in a body, and against whom.
///
/// A *holder* is an actor with its seats, which vote as one. A *coalition* is a set of holders whose votes carry and
/// who are enough for the quorum by themselves; only the smallest are listed: without any one of its members none of
/// them carries. Coalitions are ordered by size, then in the order of the seats. `unknown` says why nothing can be
/// listed, and is null where all is known. `lead` are the holders that decide alone once the time is over (`else: lead
/// decides`), empty where that is not so. Immutable.
public record VotingPower(
        String body,
        List<Holder> holders,
        List<Coalition> winning,
        List<Holder> lead,
        @Nullable Unknown unknown) {
    /// More holders than these are not combined.
    public static final int MOST_HOLDERS = 12;

    public VotingPower {
        holders = List.copyOf(holders);
        winning = List.copyOf(winning);
        lead = List.copyOf(lead);
    }

    /// An actor with seats, and the parties to which it is bound: see {@link Bonds}.
    public record Holder(String actor, int seats, List<Bonds.Bond> bonds) {
        public Holder {
            bonds = List.copyOf(bonds);
        }

        /// Whether this is one party, or bound to one party and to no other.
        public boolean isBoundTo(String party) {
            return !bonds.isEmpty()
                    && bonds.stream().allMatch(bond -> bond.party().equals(party));
        }

        /// Whether this actor is a party itself.
        public boolean isParty() {
            return bonds.stream().anyMatch(bond -> bond.party().equals(actor));
        }
    }

    /// Holders who carry a vote together.
    public record Coalition(List<Holder> holders) {
        public Coalition {
            holders = List.copyOf(holders);
        }

        public boolean has(String actor) {
            return holders.stream().anyMatch(holder -> holder.actor().equals(actor));
        }

        /// Whether every holder is this party or bound to it alone.
        public boolean isBoundTo(String party) {
            return holders.stream().allMatch(holder -> holder.isBoundTo(party));
        }

        /// `UA + US (bound to UA)`
        public String text() {
            List<String> words = new ArrayList<>();
            for (Holder holder : holders) {
                List<String> sides = holder.isParty()
                        ? List.of()
                        : holder.bonds().stream()
                                .map(Bonds.Bond::party)
                                .distinct()
                                .toList();
                words.add(holder.actor() + (sides.isEmpty() ? "" : " (bound to " + String.join(" and ", sides) + ")"));
            }
            return String.join(" + ", words);
        }
    }

    /// Why the coalitions of a body cannot be listed.
    public enum Unknown {
        /// No `decides`.
        NO_RULE,
        /// `decides: open` or `quorum: open`.
        RULE_OPEN,
        /// A seat is open.
        SEAT_OPEN,
        /// More than {@link #MOST_HOLDERS} holders.
        TOO_MANY;

        /// Why, as the end of a sentence.
        public String text() {
            return switch (this) {
                case NO_RULE -> "nothing says how it decides";
                case RULE_OPEN -> "how it decides is left open";
                case SEAT_OPEN -> "a seat is left open";
                case TOO_MANY -> "more than " + MOST_HOLDERS + " hold seats";
            };
        }
    }

    /// All bodies with seats or a rule, in file order.
    public static List<VotingPower> of(Agreement agreement) {
        Bonds bonds = Bonds.of(agreement);
        List<VotingPower> all = new ArrayList<>();
        for (Body body : agreement.bodies().values()) {
            if (!body.seats().isEmpty() || body.decides() != null) {
                all.add(of(agreement, body, bonds));
            }
        }
        return List.copyOf(all);
    }

    private static VotingPower of(Agreement agreement, Body body, Bonds bonds) {
        List<Holder> holders = new ArrayList<>();
        for (Body.Seat seat : body.seats()) {
            String actor = seat.actor().name();
            holders.add(new Holder(actor, seat.count(), seat.actor().isOpen() ? List.of() : bonds.of(actor)));
        }
        List<Holder> lead = new ArrayList<>();
        if (body.otherwise() instanceof Otherwise.LeadDecides) {
            for (Holder holder : holders) {
                if (body.lead().stream().anyMatch(found -> found.name().equals(holder.actor()))) {
                    lead.add(holder);
                }
            }
        }
        Unknown unknown = unknown(body);
        List<Coalition> winning = unknown == null ? winning(agreement, body, holders) : List.of();
        return new VotingPower(body.name(), holders, winning, lead, unknown);
    }

    private static @Nullable Unknown unknown(Body body) {
        if (body.decides() == null) {
            return Unknown.NO_RULE;
        }
        if (isOpen(body.decides()) || isOpen(body.quorum())) {
            return Unknown.RULE_OPEN;
        }
        if (body.seats().stream().anyMatch(seat -> seat.actor().isOpen())) {
            return Unknown.SEAT_OPEN;
        }
        return body.seats().size() > MOST_HOLDERS ? Unknown.TOO_MANY : null;
    }

    private static boolean isOpen(@Nullable Rule rule) {
        return rule instanceof Rule.Open
                || rule instanceof Rule.Named named && named.seats().contains("open");
    }

    private static List<Coalition> winning(Agreement agreement, Body body, List<Holder> holders) {
        List<String> parties = agreement.partyCodes();
        int all = 1 << holders.size();
        boolean[] carries = new boolean[all];
        for (int set = 0; set < all; set++) {
            carries[set] =
                    carries(body.decides(), holders, set, parties) && carries(body.quorum(), holders, set, parties);
        }
        List<List<Coalition>> bySize = new ArrayList<>();
        for (int size = 0; size <= holders.size(); size++) {
            bySize.add(new ArrayList<>());
        }
        for (int set = 1; set < all; set++) {
            if (carries[set] && isSmallest(carries, set)) {
                bySize.get(Integer.bitCount(set)).add(coalition(holders, set));
            }
        }
        return bySize.stream().flatMap(List::stream).toList();
    }

    /// More votes never carry less, so it is enough to leave out one holder at a time.
    private static boolean isSmallest(boolean[] carries, int set) {
        for (int left = set; left != 0; left &= left - 1) {
            if (carries[set & ~Integer.lowestOneBit(left)]) {
                return false;
            }
        }
        return true;
    }

    private static boolean carries(@Nullable Rule rule, List<Holder> holders, int set, List<String> parties) {
        return switch (rule) {
            case Rule.Count(int votes, int of) -> votes(holders, set) >= votes;
            case Rule.All() -> set == (1 << holders.size()) - 1;
            case Rule.EachParty() -> hasAll(holders, set, parties);
            case Rule.Named(List<String> names) -> hasAll(holders, set, names);
            case Rule.Open() -> false;
            case null -> true;
        };
    }

    private static int votes(List<Holder> holders, int set) {
        int votes = 0;
        for (int i = 0; i < holders.size(); i++) {
            votes += (set >> i & 1) * holders.get(i).seats();
        }
        return votes;
    }

    private static boolean hasAll(List<Holder> holders, int set, List<String> names) {
        return coalition(holders, set).holders().stream()
                .map(Holder::actor)
                .toList()
                .containsAll(names);
    }

    private static Coalition coalition(List<Holder> holders, int set) {
        List<Holder> chosen = new ArrayList<>();
        for (int i = 0; i < holders.size(); i++) {
            if ((set >> i & 1) == 1) {
                chosen.add(holders.get(i));
            }
        }
        return new Coalition(chosen);
    }

    /// For each party, in file order, the coalitions that can decide against it: those without its own seats. Empty
    /// for a party that can stop every decision.
    public SequencedMap<String, List<Coalition>> against(List<String> parties) {
        SequencedMap<String, List<Coalition>> against = new LinkedHashMap<>();
        for (String party : parties) {
            against.put(
                    party, winning.stream().filter(found -> !found.has(party)).toList());
        }
        return against;
    }

    /// The coalitions that can decide against `party` and whose members are all bound to the same other party.
    public List<Coalition> ofOneSideAgainst(String party, List<String> parties) {
        return winning.stream()
                .filter(found -> !found.has(party)
                        && parties.stream().anyMatch(other -> !other.equals(party) && found.isBoundTo(other)))
                .toList();
    }
}
