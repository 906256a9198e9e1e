package truceline.agreement.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Force;
import truceline.agreement.Node;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Third forces: lead, mandate, contingents and hubs.
final class ForceSection {
    private static final List<Sort> AREAS = List.of(Sort.ZONE, Sort.PLACE);

    private final Scope scope;

    private ForceSection(Scope scope) {
        this.scope = scope;
    }

    static SequencedMap<String, Force> read(Scope scope) {
        ForceSection forces = new ForceSection(scope);
        return scope.section("forces", forces::force);
    }

    private Force force(Node.Scalar at, Node value) {
        Element element = Element.of(scope, at, value);
        List<String> mandate = element.references("mandate", List.of(Sort.PROVISION)).stream()
                .map(Reference::name)
                .toList();
        Force force = new Force(
                at.text(),
                element.references("lead", References.ACTORS),
                mandate,
                contingents(element.find("contingents")),
                hubs(element.find("hubs")),
                Origins.read(element, "forces"));
        element.close();
        return force;
    }

    private SequencedMap<String, Force.Contingent> contingents(@Nullable Node node) {
        SequencedMap<String, Force.Contingent> contingents = new LinkedHashMap<>();
        for (Node.Entry entry :
                node == null ? List.<Node.Entry>of() : scope.mapping(node).entries()) {
            References.one(scope, entry.key(), References.ACTORS);
            Element element = Element.of(scope, entry.key(), entry.value());
            contingents.putIfAbsent(
                    entry.key().text(),
                    new Force.Contingent(
                            element.leaf("size", "bad-quantity", Measures.QUANTITY_FORM, Measures::quantity),
                            element.references("where", AREAS)));
            Origins.read(element, List.of(), "forces");
            element.close();
        }
        return Collections.unmodifiableSequencedMap(contingents);
    }

    private SequencedMap<String, Force.Hub> hubs(@Nullable Node node) {
        SequencedMap<String, Force.Hub> hubs = new LinkedHashMap<>();
        for (Node.Entry entry :
                node == null ? List.<Node.Entry>of() : scope.mapping(node).entries()) {
            Element element = Element.of(scope, entry.key(), entry.value());
            Origins.read(element, List.of(), "forces");
            hubs.putIfAbsent(
                    element.name(),
                    new Force.Hub(
                            element.name(),
                            element.references("of", References.ACTORS),
                            element.references("where", AREAS),
                            stretch(element.find("covers")),
                            element.leaf("reach", "bad-distance", Measures.DISTANCE_FORM, Measures::distance)));
            element.close();
        }
        return Collections.unmodifiableSequencedMap(hubs);
    }

    /// `LINE`, or `LINE km 10 to 40`
    private @Nullable Leaf<Force.Stretch> stretch(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Node.Scalar at = scope.scalar(node);
        PhraseWords words = new PhraseWords(at.text());
        Node.Scalar name = new Node.Scalar(words.next(), at.line(), at.column());
        Reference line = References.one(scope, name, List.of(Sort.LINE));
        if (words.isDone()) {
            return line.isOpen() ? new Leaf.Open<>() : new Leaf.Given<>(new Force.Stretch(line.name(), null, null));
        }
        boolean shaped = words.take("km");
        Optional<Distance> from = kilometres(words.next());
        shaped &= words.take("to");
        Optional<Distance> to = kilometres(words.next());
        boolean ascending = from.isPresent()
                && to.isPresent()
                && from.get().millimetres() < to.get().millimetres();
        if (!shaped || !ascending || !words.isDone()) {
            scope.fault(
                    at, "bad-distance", Quoted.of(at.text()) + " is no stretch; write a line, or 'LoC km 10 to 40'.");
            return new Leaf.Open<>();
        }
        return new Leaf.Given<>(new Force.Stretch(line.name(), from.get(), to.get()));
    }

    private static Optional<Distance> kilometres(String number) {
        return Measures.distance(new PhraseWords(number + " km"));
    }
}
