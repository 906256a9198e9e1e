package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.Proposal;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Say;
import truceline.agreement.phrase.Sort;

/// Proposals: points, where they come from, and what each actor says to them.
final class ProposalSection {
    private static final int MOST_POINTS = 500;

    /// Points as objects, made once.
    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(0, MOST_POINTS).boxed().toList();

    private final Element element;
    private final Scope scope;
    private final int points;

    private ProposalSection(Element element, int points) {
        this.element = element;
        this.scope = element.scope();
        this.points = points;
    }

    static SequencedMap<String, Proposal> read(Scope scope) {
        return scope.section("proposals", (at, value) -> {
            Element element = Element.of(scope, at, value);
            Node count = element.need("points");
            int points = points(scope, at.text());
            if (count != null && points == 0) {
                scope.fault(count, "bad-quantity", "Write the number of points, from 1 to " + MOST_POINTS + ".");
            }
            Proposal proposal = new ProposalSection(element, points).proposal();
            element.close();
            return proposal;
        });
    }

    /// How many points a declared proposal has; 0 if it does not say so rightly.
    static int points(Scope scope, String proposal) {
        Node node = scope.names().key(proposal, "points");
        OptionalInt points = node instanceof Node.Scalar scalar ? Numbers.whole(scalar.text()) : OptionalInt.empty();
        return points.isPresent() && points.getAsInt() <= MOST_POINTS ? points.getAsInt() : 0;
    }

    private Proposal proposal() {
        String date = ActorSections.date(element, "date");
        Node follows = element.find("follows");
        Reference before =
                follows == null ? Reference.OPEN : References.one(scope, scope.scalar(follows), List.of(Sort.PROPOSAL));
        var origin = Origins.read(element, "proposals");
        return new Proposal(
                element.name(),
                points,
                date,
                element.references("by", References.ACTORS),
                titles(element.find("titles")),
                before.isOpen() ? null : before.name(),
                fromPoints(element.find("from-points"), before),
                positions(element.find("positions"), date),
                origin);
    }

    private int point(Node.Scalar at, int most) {
        int point = Numbers.whole(at.text()).orElse(0);
        boolean known = most > 0;
        if (known && (point < 1 || point > most)) {
            scope.fault(
                    at, "no-such-point", Quoted.of(at.text()) + " is no point; write a number from 1 to " + most + ".");
        }
        return known && point > most ? 0 : Math.min(point, MOST_POINTS);
    }

    private SortedMap<Integer, String> titles(@Nullable Node node) {
        SortedMap<Integer, String> titles = new TreeMap<>();
        for (Node.Entry entry :
                node == null ? List.<Node.Entry>of() : scope.mapping(node).entries()) {
            titles.put(point(entry.key(), points), scope.scalar(entry.value()).text());
        }
        return Collections.unmodifiableSortedMap(titles);
    }

    private SortedMap<Integer, List<Integer>> fromPoints(@Nullable Node node, Reference before) {
        SortedMap<Integer, List<Integer>> from = new TreeMap<>();
        if (node == null) {
            return from;
        }
        if (element.find("follows") == null) {
            element.lacks("follows");
        }
        int most = before.isOpen() ? MOST_POINTS : points(scope, before.name());
        for (Node.Entry entry : scope.mapping(node).entries()) {
            List<Integer> old = new ArrayList<>();
            boolean none = entry.value() instanceof Node.Sequence list
                    && list.elements().isEmpty();
            for (Node.Scalar word : none ? List.<Node.Scalar>of() : scope.words(entry.value())) {
                old.add(point(word, most));
            }
            from.put(point(entry.key(), points), List.copyOf(old));
        }
        return Collections.unmodifiableSortedMap(from);
    }

    private List<Proposal.Position> positions(@Nullable Node node, @Nullable String date) {
        List<Proposal.Position> positions = new ArrayList<>();
        Map<String, BitSet> taken = new TreeMap<>();
        if (node != null && !(node instanceof Node.Sequence)) {
            scope.fault(node, "wrong-shape", "Positions are a list of rows.");
            return positions;
        }
        for (Node item : node == null ? List.<Node>of() : scope.items(node)) {
            Element row = Element.unnamed(scope, item);
            Proposal.Position position = position(row, date);
            positions.add(position);
            overlap(row, position, taken);
        }
        return positions;
    }

    private Proposal.Position position(Element row, @Nullable String date) {
        row.need("who");
        Node at = row.need("points");
        Node say = row.need("say");
        String own = ActorSections.date(row, "date");
        if (own == null && date == null) {
            row.lacks("date");
        }
        Proposal.Position position = new Proposal.Position(
                row.references("who", References.ACTORS).stream()
                        .map(Reference::name)
                        .toList(),
                at == null ? List.of() : points(at),
                say == null
                        ? Say.NO_ANSWER
                        : scope.word(scope.scalar(say), Say.class, "unknown-word")
                                .orElse(Say.NO_ANSWER),
                row.text("gist"),
                own != null ? own : date != null ? date : "",
                Origins.read(row, List.of(element.mapping()), "proposals"));
        row.close();
        return position;
    }

    /// `13`, `1 to 11`, or a list of both.
    private List<Integer> points(Node node) {
        BitSet found = new BitSet();
        for (Node.Scalar word : scope.words(node)) {
            int to = word.text().indexOf(" to ");
            if (to < 0) {
                found.set(point(word, points));
                continue;
            }
            Node.Scalar low = new Node.Scalar(word.text().substring(0, to), word.line(), word.column());
            Node.Scalar high = new Node.Scalar(word.text().substring(to + 4), word.line(), word.column());
            int first = point(low, points);
            int last = point(high, points);
            boolean known = first >= 1 && last >= 1;
            if (known && first > last) {
                scope.fault(word, "no-such-point", "A range of points goes upwards; write the smaller number first.");
            }
            found.set(
                    Math.max(1, first),
                    Math.max(1, first) + Math.max(0, Math.min(last, points) - Math.max(1, first) + 1));
        }
        return found.stream()
                .filter(point -> point >= 1 && point <= points)
                .mapToObj(NUMBERS::get)
                .toList();
    }

    /// One actor says one thing to a point on one day.
    private void overlap(Element row, Proposal.Position position, Map<String, BitSet> taken) {
        for (String who : position.who()) {
            BitSet before = taken.computeIfAbsent(who + "/" + position.date(), any -> new BitSet());
            for (int point : position.points()) {
                boolean twice = before.get(point);
                before.set(point);
                if (twice) {
                    scope.fault(
                            row.at(),
                            "positions-overlap",
                            who + " already has a position on point " + point + " of that date; keep one of the two.");
                }
            }
        }
    }
}
