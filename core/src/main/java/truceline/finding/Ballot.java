package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;

/// How one body decides: its seats, the votes that carry, and the time it has. Drawn from the agreement; immutable.
///
/// @param seats names of all seats in the agreement's order: the holder's code, with `/n` where it holds several
/// @param withinMs how long the body has, or -1 where the agreement sets no time
public record Ballot(Body body, List<String> seats, List<String> parties, long withinMs) {
    /// A month is taken at its longest, so that no seat loses a day.
    private static final long LONGEST_MONTH_MS = 31L * 24 * 3_600_000;

    public Ballot {
        seats = List.copyOf(seats);
        parties = List.copyOf(parties);
    }

    /// The first body that has a power.
    public static Optional<Ballot> find(Agreement agreement, Power power) {
        return agreement.bodies().values().stream()
                .filter(body -> body.may(power))
                .findFirst()
                .map(body -> of(agreement, body));
    }

    static Ballot of(Agreement agreement, Body body) {
        List<String> seats = new ArrayList<>();
        for (Body.Seat seat : body.seats()) {
            for (int i = 1; i <= seat.count(); i++) {
                seats.add(seat.count() == 1 ? seat.actor().name() : seat.actor().name() + "/" + i);
            }
        }
        Leaf<DurationPhrase> within = body.within();
        long withinMs = -1;
        if (within instanceof Leaf.Given<DurationPhrase>(DurationPhrase given)) {
            withinMs = given.isMonths() ? given.amount() * LONGEST_MONTH_MS : given.millis();
        }
        return new Ballot(body, seats, agreement.partyCodes(), withinMs);
    }

    /// Whether these seats, all of one mind, carry a decision. An open rule is never met.
    public boolean carries(TreeSet<String> minded) {
        return holds(body.decides(), minded);
    }

    /// Whether enough seats took part, abstentions too.
    public boolean isQuorate(TreeSet<String> present) {
        return body.quorum() == null || holds(body.quorum(), present);
    }

    private boolean holds(Body.@Nullable Rule rule, TreeSet<String> minded) {
        return switch (rule) {
            case null -> false;
            case Body.Rule.Count(int votes, int of) -> minded.size() >= votes;
            case Body.Rule.All() -> !seats.isEmpty() && minded.containsAll(seats);
            case Body.Rule.EachParty() -> parties.stream().allMatch(party -> holdsSeatOf(minded, party));
            case Body.Rule.Named(List<String> named) -> named.stream().allMatch(seat -> holdsSeatOf(minded, seat));
            case Body.Rule.Open() -> false;
        };
    }

    private static boolean holdsSeatOf(TreeSet<String> minded, String code) {
        return minded.stream().anyMatch(seat -> seat.equals(code) || seat.startsWith(code + "/"));
    }

    /// The rule in words, such as "3 of 4 seats".
    public String rule() {
        return switch (body.decides()) {
            case null -> "no rule is stated";
            case Body.Rule.Count(int votes, int of) -> String.format(Locale.ROOT, "%d of %d seats", votes, of);
            case Body.Rule.All() -> "all seats";
            case Body.Rule.EachParty() -> "each party";
            case Body.Rule.Named(List<String> named) -> String.join(" and ", named);
            case Body.Rule.Open() -> "open";
        };
    }

    /// The party for which enough seats voted, if there is one and only one.
    ///
    /// @param votes the vote of each seat
    public @Nullable String attributed(SortedMap<String, Stated> votes) {
        if (!isQuorate(new TreeSet<>(votes.keySet()))) {
            return null;
        }
        SortedMap<String, TreeSet<String>> minded = new TreeMap<>();
        votes.forEach((seat, vote) -> {
            String party = vote.statement().findText("party");
            if (party != null && vote.statement().text("ballot").equals("attribute")) {
                minded.computeIfAbsent(party, any -> new TreeSet<>()).add(seat);
            }
        });
        List<String> carried = minded.entrySet().stream()
                .filter(each -> carries(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return carried.size() == 1 ? carried.getFirst() : null;
    }
}
