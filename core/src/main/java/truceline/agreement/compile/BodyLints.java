package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Body.Rule;
import truceline.agreement.Body.Seat;
import truceline.agreement.Node;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.TimePhrase;

/// What is worth saying about bodies: who can decide together, what happens without a decision, and
/// clocks that run out before anybody had to attribute.
final class BodyLints {
    private static final int MOST_SEATS = 10;
    private static final int MOST_SETS = 20;

    private final Agreement agreement;
    private final Function<String, Node> places;

    BodyLints(Agreement agreement, Function<String, Node> places) {
        this.agreement = agreement;
        this.places = places;
    }

    void run(Set<Note> notes) {
        for (Body body : agreement.bodies().values()) {
            Node at = places.apply(body.name());
            if (body.decides() != null && (body.within() == null || body.otherwise() == null)) {
                notes.add(note(
                        at,
                        "no-time-out",
                        "'" + body.name() + "' decides, but 'within' and 'else' do not say what holds when"
                                + " it has not."));
            }
            List<String> sets = decidingSets(body);
            if (!sets.isEmpty()) {
                notes.add(note(
                        at,
                        "deciding-sets",
                        "'" + body.name() + "' is decided by " + String.join("; or by ", sets) + "."));
            }
        }
        for (Provision provision : agreement.provisions().values()) {
            early(provision, notes);
        }
    }

    private static Note note(Node at, String code, String message) {
        return new Note(at.line(), at.column(), code, message);
    }

    /// The smallest sets of seats that carry a vote; none where that is open or there are too many
    /// seats to list.
    private List<String> decidingSets(Body body) {
        Rule rule = body.decides();
        List<Seat> seats = body.seats();
        boolean known = seats.size() <= MOST_SEATS
                && seats.stream().noneMatch(seat -> seat.actor().isOpen());
        if (rule == null || rule instanceof Rule.Open || !known) {
            return List.of();
        }
        List<Integer> sets = new ArrayList<>();
        for (int size = 1; size <= seats.size(); size++) {
            for (int set = 1; set < 1 << seats.size(); set++) {
                int candidate = set;
                boolean smallest = sets.stream().noneMatch(smaller -> (smaller & candidate) == smaller);
                boolean carries = carries(rule, seats, set) && carries(body.quorum(), seats, set);
                if (Integer.bitCount(set) == size && smallest && carries) {
                    sets.add(set);
                }
            }
        }
        return sets.stream().limit(MOST_SETS).map(set -> names(seats, set)).toList();
    }

    private boolean carries(@Nullable Rule rule, List<Seat> seats, int set) {
        return switch (rule) {
            case Rule.Count(int votes, int of) -> votes(seats, set) >= votes;
            case Rule.All() -> set == (1 << seats.size()) - 1;
            case Rule.EachParty() -> holds(seats, set, agreement.partyCodes());
            case Rule.Named(List<String> names) -> holds(seats, set, names);
            case Rule.Open() -> true;
            case null -> true;
        };
    }

    private static int votes(List<Seat> seats, int set) {
        int votes = 0;
        for (int i = 0; i < seats.size(); i++) {
            votes += (set >> i & 1) * seats.get(i).count();
        }
        return votes;
    }

    private static boolean holds(List<Seat> seats, int set, List<String> names) {
        for (int i = 0; i < seats.size(); i++) {
            if ((set >> i & 1) == 0 && names.contains(seats.get(i).actor().name())) {
                return false;
            }
        }
        return true;
    }

    private static String names(List<Seat> seats, int set) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            if ((set >> i & 1) == 1) {
                names.add(seats.get(i).actor().name());
            }
        }
        return String.join(" + ", names);
    }

    /// A guarantee clock that can run out before the body that attributes had to decide.
    private void early(Provision provision, Set<Note> notes) {
        Provision parent =
                provision.parent() == null ? null : agreement.provisions().get(provision.parent());
        boolean clock = parent != null && parent.norm(null).guarantee() != null;
        if (!clock
                || !(provision.norm(null).timing().by()
                        instanceof TimePhrase.Span(DurationPhrase duration, boolean before, Event event))
                || before
                || event.type() != Event.Type.BREACHED
                || duration.isMonths()) {
            return;
        }
        for (Body body : agreement.bodies().values()) {
            boolean attributes = body.may(Power.ATTRIBUTE)
                    && body.within() instanceof Leaf.Given<DurationPhrase>(DurationPhrase within)
                    && !within.isMonths()
                    && duration.millis() < within.millis();
            if (attributes) {
                notes.add(note(
                        places.apply(provision.id()),
                        "clock-before-attribution",
                        "Provision " + provision.id() + " falls due before '" + body.name() + "' has to attribute."));
            }
        }
    }
}
