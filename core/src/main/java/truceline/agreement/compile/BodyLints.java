package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.VotingPower;
import truceline.agreement.VotingPower.Coalition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.TimePhrase;

/// What is worth saying about bodies: who can decide together, what happens without a decision, and
/// clocks that run out before anybody had to attribute.
final class BodyLints {
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
        }
        VotingPower.of(agreement).forEach(power -> votes(power, notes));
        for (Provision provision : agreement.provisions().values()) {
            early(provision, notes);
        }
    }

    private static Note note(Node at, String code, String message) {
        return new Note(at.line(), at.column(), code, message);
    }

    private void votes(VotingPower power, Set<Note> notes) {
        Node at = places.apply(power.body());
        if (!power.winning().isEmpty()) {
            notes.add(
                    note(at, "deciding-sets", "'" + power.body() + "' is decided by " + listed(power.winning()) + "."));
        }
        for (String party : agreement.partyCodes()) {
            List<Coalition> sides = power.ofOneSideAgainst(party, agreement.partyCodes());
            if (!sides.isEmpty()) {
                notes.add(note(
                        at,
                        "one-side-decides",
                        "'" + power.body() + "' can decide against " + party + " with the votes of one side: "
                                + listed(sides) + "."));
            }
        }
    }

    private static String listed(List<Coalition> coalitions) {
        String words =
                coalitions.stream().limit(MOST_SETS).map(Coalition::text).collect(Collectors.joining("; or by "));
        int more = coalitions.size() - MOST_SETS;
        return more > 0 ? words + "; or by " + more + " others" : words;
    }

    /// A guarantee clock that can run out before the body that attributes had to decide.
    private void early(Provision provision, Set<Note> notes) {
        Provision parent =
                provision.parent() == null ? null : agreement.provisions().get(provision.parent());
        if (parent == null || parent.norm(null).guarantee() == null) {
            return;
        }
        List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
        norms.add(provision.norm(null));
        for (Norm norm : norms) {
            if (norm.timing().by() instanceof TimePhrase.Span(DurationPhrase duration, boolean before, Event event)
                    && !before
                    && event.type() == Event.Type.BREACHED) {
                early(provision, duration, notes);
            }
        }
    }

    private void early(Provision provision, DurationPhrase duration, Set<Note> notes) {
        for (Body body : agreement.bodies().values()) {
            boolean attributes = body.may(Power.ATTRIBUTE)
                    && body.within() instanceof Leaf.Given<DurationPhrase>(DurationPhrase within)
                    && days(duration, 28) < days(within, 31);
            if (attributes) {
                notes.add(note(
                        places.apply(provision.id()),
                        "clock-before-attribution",
                        "Provision " + provision.id() + " falls due before '" + body.name() + "' has to attribute."));
            }
        }
    }

    private static double days(DurationPhrase span, int daysOfMonth) {
        return span.isMonths() ? (double) span.amount() * daysOfMonth : span.millis() / 86_400_000.0;
    }
}
