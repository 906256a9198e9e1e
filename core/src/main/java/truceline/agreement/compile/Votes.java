package truceline.agreement.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Body;
import truceline.agreement.Body.Otherwise;
import truceline.agreement.Body.Rule;
import truceline.agreement.Node;
import truceline.agreement.phrase.Reference;

/// Whether a body can decide as it is told to: seats enough, and held by those who must agree.
final class Votes {
    private final Scope scope;
    private final Element element;
    private final Body body;

    private Votes(Scope scope, Element element, Body body) {
        this.scope = scope;
        this.element = element;
        this.body = body;
    }

    static void check(Scope scope, Element element, Body body) {
        Votes votes = new Votes(scope, element, body);
        votes.checkRule("decides", body.decides());
        votes.checkRule("quorum", body.quorum());
        if (body.otherwise() instanceof Otherwise.LeadDecides) {
            votes.checkLead();
        }
    }

    private Node at(String key) {
        Node value = element.mapping().find(key).orElse(null);
        return value == null ? element.at() : value;
    }

    private void checkRule(String key, @Nullable Rule rule) {
        if (rule == null || rule instanceof Rule.Open) {
            return;
        }
        if (body.seats().isEmpty()) {
            scope.fault(at(key), "votes-impossible", "There are no seats to vote; write 'seats', or leave this out.");
            return;
        }
        switch (rule) {
            case Rule.Count(int votes, int seats) -> checkCount(at(key), votes, seats);
            case Rule.EachParty() ->
                scope.names().parties().forEach(party -> checkSeated(at(key), party, "'each party' decides"));
            case Rule.Named(List<String> names) ->
                names.forEach(name -> {
                    if (!name.equals("open")) {
                        checkSeated(at(key), name, "its voice is needed");
                    }
                });
            case Rule.All(), Rule.Open() -> {}
        }
    }

    private void checkCount(Node at, int votes, int seats) {
        boolean open = body.seats().stream().anyMatch(seat -> seat.actor().isOpen());
        if (votes < 1 || votes > seats) {
            scope.fault(
                    at,
                    "votes-impossible",
                    votes + " of " + seats + " seats cannot agree; ask for 1 to " + seats + ".");
        } else if (!open && seats != body.seatCount()) {
            scope.fault(
                    at,
                    "votes-impossible",
                    "The body has " + body.seatCount() + " seats, not " + seats + "; make the two numbers equal.");
        }
    }

    private void checkLead() {
        if (body.lead().isEmpty()) {
            element.lacks("lead");
        }
        for (Reference lead : body.lead()) {
            if (!lead.isOpen()) {
                checkSeated(at("else"), lead.name(), "it leads and decides");
            }
        }
    }

    private void checkSeated(Node at, String actor, String why) {
        boolean seated = body.seats().stream()
                .anyMatch(seat -> seat.actor().isOpen() || seat.actor().name().equals(actor));
        if (!seated) {
            scope.fault(at, "not-seated", Quoted.of(actor) + " has no seat, but " + why + "; give it a seat.");
        }
    }
}
