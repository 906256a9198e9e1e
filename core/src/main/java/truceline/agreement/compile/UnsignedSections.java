package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import truceline.agreement.Claim;
import truceline.agreement.Node;
import truceline.agreement.Statement;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.StatementKind;

/// What nobody signed: statements and claims. {@link ProposalSection} reads the proposals.
final class UnsignedSections {
    private static final List<Sort> TOUCHED = List.of(
            Sort.PROVISION,
            Sort.PARTY,
            Sort.OTHER,
            Sort.BODY,
            Sort.FORCE,
            Sort.PROPOSAL,
            Sort.ZONE,
            Sort.LINE,
            Sort.DAY,
            Sort.CLASS,
            Sort.FACT,
            Sort.HUB);

    private UnsignedSections() {}

    static SequencedMap<String, Statement> statements(Scope scope) {
        return scope.section("statements", (at, value) -> statement(scope, at, value));
    }

    private static Statement statement(Scope scope, Node.Scalar at, Node value) {
        Element element = Element.of(scope, at, value);
        Node who = element.need("who");
        Node date = element.need("date");
        Node kind = element.need("kind");
        Node says = element.need("says");
        String speaker = who == null ? "" : scope.scalar(who).text();
        String when = date == null ? "" : scope.scalar(date).text();
        boolean before = when.startsWith("before ");
        String day = before ? when.substring(7) : when;
        if (date != null && !when.equals("open") && TimePhrases.date(day).isEmpty()) {
            scope.fault(
                    date,
                    "bad-time",
                    Quoted.of(when) + " is no date; write it like 2017-06-20, or 'before 2017-06-20'.");
        }
        Statement statement = new Statement(
                at.text(),
                speaker,
                who == null ? "" : actor(scope, who, speaker),
                day,
                before,
                kind == null
                        ? StatementKind.CLAIM
                        : scope.word(scope.scalar(kind), StatementKind.class, "unknown-word")
                                .orElse(StatementKind.CLAIM),
                says == null ? "" : scope.scalar(says).text(),
                element.leaf("figure", "bad-quantity", Measures.QUANTITY_FORM, Measures::quantity),
                touches(element),
                Origins.read(element, "statements"));
        element.close();
        return statement;
    }

    /// The code in `NAME (CODE)`.
    private static String actor(Scope scope, Node at, String speaker) {
        int open = speaker.lastIndexOf(" (");
        boolean shaped = open > 0 && speaker.endsWith(")");
        String code = shaped ? speaker.substring(open + 2, speaker.length() - 1) : "";
        Optional<Reference> actor = References.named(scope, code, References.ACTORS);
        if (actor.isEmpty()) {
            scope.fault(
                    at,
                    "bad-speaker",
                    Quoted.of(speaker) + " is no speaker; write a name and the code of a declared actor, like 'Jane Roe"
                            + " (UN)'.");
        }
        return code;
    }

    private static List<Statement.Touch> touches(Element element) {
        Scope scope = element.scope();
        Node node = element.find("touches");
        List<Statement.Touch> touches = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            int slash = word.text().indexOf('/');
            if (slash < 0) {
                touches.add(new Statement.Touch(References.one(scope, word, TOUCHED), 0));
                continue;
            }
            Node.Scalar name = new Node.Scalar(word.text().substring(0, slash), word.line(), word.column());
            Reference proposal = References.one(scope, name, List.of(Sort.PROPOSAL));
            int point = Numbers.whole(word.text().substring(slash + 1)).orElse(0);
            if (!proposal.isOpen() && (point < 1 || point > ProposalSection.points(scope, proposal.name()))) {
                scope.fault(
                        word,
                        "no-such-point",
                        Quoted.of(word.text()) + " is no point of a proposal; write one that it has.");
            }
            touches.add(new Statement.Touch(proposal, point));
        }
        return touches;
    }

    static SequencedMap<String, Claim> claims(Scope scope) {
        return scope.section("claims", (at, value) -> {
            Element element = Element.of(scope, at, value);
            if (element.find("where") == null) {
                element.lacks("where");
            }
            if (element.find("held-by") == null) {
                element.lacks("held-by");
            }
            Node date = element.need("date");
            Leaf<Quantity> share = element.leaf(
                    "share",
                    "bad-quantity",
                    "write a share in per cent, like 'about 20 %'",
                    text -> Measures.quantity(text).filter(found -> found.unit().equals("%")));
            if (share == null) {
                element.lacks("share");
            }
            String day = date == null ? "" : ActorSections.date(element, "date");
            Claim claim = new Claim(
                    at.text(),
                    element.references("where", List.of(Sort.ZONE)),
                    element.references("held-by", References.ACTORS),
                    share == null ? new Leaf.Open<>() : share,
                    day == null ? "" : day,
                    Origins.read(element, "claims"));
            element.close();
            return claim;
        });
    }
}
