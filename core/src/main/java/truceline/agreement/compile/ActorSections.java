package truceline.agreement.compile;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Actor;
import truceline.agreement.Node;
import truceline.agreement.Source;
import truceline.agreement.phrase.Reference;

/// Sources, parties and others.
final class ActorSections {
    private ActorSections() {}

    static SequencedMap<String, Source> sources(Scope scope) {
        return scope.section("sources", (at, value) -> {
            Element element = Element.of(scope, at, value);
            Node where = element.need("at");
            String meaning = element.text("is");
            String date = date(element, "date");
            String read = date(element, "read");
            String by = element.text("by");
            element.close();
            return new Source(
                    at.text(), where == null ? "" : scope.scalar(where).text(), date, read, by, meaning);
        });
    }

    /// A date as ISO text, or null when the key is absent.
    static @Nullable String date(Element element, String key) {
        Node node = element.find(key);
        if (node == null) {
            return null;
        }
        Node.Scalar at = element.scope().scalar(node);
        if (!at.text().equals("open") && TimePhrases.date(at.text()).isEmpty()) {
            element.scope().fault(at, "bad-time", Quoted.of(at.text()) + " is no date; write it like 2017-06-20.");
        }
        return at.text();
    }

    static SequencedMap<String, Actor> parties(Scope scope) {
        SequencedMap<String, Actor> parties = actors(scope, "parties");
        Node section = scope.root().find("parties").orElse(null);
        if (section != null && parties.size() < 2) {
            scope.fault(section, "parties", "An agreement has at least two parties; declare each under its code.");
        }
        return parties;
    }

    static SequencedMap<String, Actor> actors(Scope scope, String section) {
        return scope.section(section, (at, value) -> {
            boolean plain = value instanceof Node.Scalar;
            Element element = plain
                    ? Element.of(scope, at, new Node.Mapping(List.of(), at.line(), at.column()))
                    : Element.of(scope, at, value);
            Node name = plain ? value : element.need("name");
            List<Reference> members = element.references("members", References.ACTORS);
            Actor actor = new Actor(
                    at.text(),
                    name == null ? "" : scope.scalar(name).text(),
                    members.stream().map(Reference::name).toList(),
                    Origins.read(element, section));
            element.close();
            return actor;
        });
    }
}
