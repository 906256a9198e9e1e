package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Body;
import truceline.agreement.Body.Otherwise;
import truceline.agreement.Body.Rule;
import truceline.agreement.Body.Seat;
import truceline.agreement.Node;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Bodies: seats, powers, votes and what holds without one. {@link Votes} judges whether the votes can
/// be cast.
final class BodySection {
    private static final int MOST_SEATS = 200;

    private final Scope scope;
    private boolean seatsAreKnown = true;

    private BodySection(Scope scope) {
        this.scope = scope;
    }

    static SequencedMap<String, Body> read(Scope scope) {
        BodySection bodies = new BodySection(scope);
        return scope.section("bodies", bodies::body);
    }

    private Body body(Node.Scalar at, Node value) {
        Element element = Element.of(scope, at, value);
        seatsAreKnown = true;
        Leaf<DurationPhrase> within =
                element.leaf("within", "bad-duration", Measures.DURATION_FORM, Measures::duration);
        Body body = new Body(
                at.text(),
                element.references("lead", References.ACTORS),
                seats(element.find("seats")),
                element.references("over", List.of(Sort.BODY, Sort.FORCE)),
                powers(element.find("may")),
                rule(element.find("decides")),
                rule(element.find("quorum")),
                within,
                otherwise(element.find("else")),
                Origins.read(element, "bodies"));
        element.close();
        if (seatsAreKnown) {
            Votes.check(scope, element, body);
        }
        return body;
    }

    private List<Seat> seats(@Nullable Node node) {
        List<Seat> seats = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            String text = word.text();
            int space = text.indexOf(' ');
            OptionalInt count = space < 0 ? OptionalInt.of(1) : Numbers.whole(text.substring(0, space));
            if (count.isEmpty() || count.getAsInt() == 0 || count.getAsInt() > 1000) {
                scope.fault(word, "bad-quantity", Quoted.of(text) + " is no seat; write a code, or '3 GOV'.");
                seatsAreKnown = false;
                continue;
            }
            if (seats.size() == MOST_SEATS) {
                scope.fault(word, "bad-quantity", "A body has at most " + MOST_SEATS + " seats by name; join some.");
                break;
            }
            Node.Scalar code = new Node.Scalar(text.substring(space + 1), word.line(), word.column());
            Reference actor = References.one(scope, code, References.ACTORS);
            boolean twice = seats.stream()
                    .anyMatch(seat -> !actor.isOpen() && seat.actor().equals(actor));
            if (twice) {
                scope.fault(word, "name-used-twice", Quoted.of(text) + " has a seat already; give the number once.");
            }
            seats.add(new Seat(count.getAsInt(), actor));
        }
        return seats;
    }

    private List<Power> powers(@Nullable Node node) {
        List<Power> powers = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            if (!word.text().equals("open")) {
                scope.word(word, Power.class, "unknown-power").ifPresent(powers::add);
            }
        }
        return powers;
    }

    private @Nullable Rule rule(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar scalar) {
            switch (scalar.text()) {
                case "open" -> {
                    return new Rule.Open();
                }
                case "all" -> {
                    return new Rule.All();
                }
                case "each party" -> {
                    return new Rule.EachParty();
                }
                default -> {
                    Optional<Rule> count = count(scalar.text());
                    if (count.isPresent()) {
                        return count.get();
                    }
                }
            }
        }
        return new Rule.Named(scope.words(node).stream().map(Node.Scalar::text).toList());
    }

    /// `3 of 4`
    private static Optional<Rule> count(String text) {
        PhraseWords words = new PhraseWords(text);
        OptionalInt votes = Numbers.whole(words.next());
        boolean of = words.take("of");
        OptionalInt seats = Numbers.whole(words.next());
        return of && votes.isPresent() && seats.isPresent() && words.isDone()
                ? Optional.of(new Rule.Count(votes.getAsInt(), seats.getAsInt()))
                : Optional.empty();
    }

    private @Nullable Otherwise otherwise(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Node.Scalar at = scope.scalar(node);
        return switch (at.text()) {
            case "open" -> new Otherwise.Open();
            case "publish without attribution" -> new Otherwise.Publish();
            case "lead decides" -> new Otherwise.LeadDecides();
            case "no act" -> new Otherwise.NoAct();
            default -> refer(at);
        };
    }

    private Otherwise refer(Node.Scalar at) {
        String prefix = "refer to ";
        if (!at.text().startsWith(prefix)) {
            scope.fault(
                    at,
                    "unknown-word",
                    Quoted.of(at.text())
                            + " is no outcome; write 'publish without attribution', 'lead decides', 'no act',"
                            + " 'refer to BODY' or open.");
            return new Otherwise.Open();
        }
        Node.Scalar name = new Node.Scalar(at.text().substring(prefix.length()), at.line(), at.column());
        Reference body = References.one(scope, name, List.of(Sort.BODY));
        return body.isOpen() ? new Otherwise.Open() : new Otherwise.Refer(body.name());
    }
}
