package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.Readings;
import truceline.agreement.Zone;
import truceline.agreement.ZoneForm;
import truceline.agreement.ZoneForm.Of;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// Zones: exactly one of six forms each. {@link ZoneGraph} judges how they hang together.
final class ZoneSection {
    private static final List<String> FORMS = List.of("map", "unit", "within", "width", "side", "above");
    private static final List<String> COMPANIONS = List.of("of", "sides", "height", "sha256");
    private static final List<Sort> MEASURED_FROM = List.of(Sort.LINE, Sort.ZONE, Sort.PLACE, Sort.CLASS);
    private static final List<Sort> SIDES = List.of(Sort.PARTY, Sort.EACH_PARTY, Sort.OTHER_PARTY);

    private ZoneSection() {}

    static SequencedMap<String, Zone> read(Scope scope) {
        SequencedMap<String, Zone> zones = scope.section("zones", (at, value) -> {
            Element element = Element.of(scope, at, value);
            var origin = Origins.read(element, "zones");
            Readings<ZoneForm> form = Disputes.read(element, ZoneSection::form);
            element.close();
            return new Zone(at.text(), form, false, origin);
        });
        return ZoneGraph.judge(scope, zones);
    }

    private static ZoneForm form(Element element) {
        List<Node.Scalar> forms = new ArrayList<>();
        FORMS.forEach(element::find);
        for (Node.Entry entry : element.mapping().entries()) {
            if (FORMS.contains(entry.key().text())) {
                forms.add(entry.key());
            }
        }
        COMPANIONS.forEach(element::find);
        if (forms.isEmpty()) {
            return wrong(element, element.at(), "A zone needs one of " + Quoted.anyOf(FORMS) + ".");
        }
        if (forms.size() > 1) {
            return wrong(element, forms.get(1), "A zone has one form only; keep one of " + Quoted.anyOf(FORMS) + ".");
        }
        String form = forms.getFirst().text();
        companions(element, form);
        return switch (form) {
            case "map" ->
                new ZoneForm.Drawn(
                        given(element.leaf("map", "bad-map", Hashes.MAP_FORM, Hashes::map)),
                        element.leaf("sha256", "bad-hash", Hashes.FORM, Hashes::sha256));
            case "unit" -> units(element);
            case "within" -> within(element);
            case "width" -> new ZoneForm.Width(distance(element, "width"), of(element, List.of(Sort.LINE)));
            case "side" -> side(element);
            default -> above(element);
        };
    }

    private static ZoneForm wrong(Element element, Node at, String message) {
        element.scope().fault(at, "zone-form", message);
        return new ZoneForm.Drawn(new Leaf.Open<>(), null);
    }

    /// Refuses keys that belong to another form.
    private static void companions(Element element, String form) {
        List<String> allowed = switch (form) {
            case "map" -> List.of("sha256");
            case "within" -> List.of("of", "sides");
            case "width", "side" -> List.of("of");
            case "above" -> List.of("height");
            default -> List.of();
        };
        for (Node.Entry entry : element.mapping().entries()) {
            String key = entry.key().text();
            if (COMPANIONS.contains(key) && !allowed.contains(key)) {
                wrong(element, entry.key(), "'" + key + "' does not go with '" + form + "'; leave it out.");
            }
        }
        for (String key : allowed) {
            if (!List.of("sides", "sha256").contains(key) && element.find(key) == null) {
                wrong(element, element.at(), "'" + form + "' needs the key '" + key + "' beside it.");
            }
        }
    }

    private static <T> Leaf<T> given(@Nullable Leaf<T> leaf) {
        return leaf == null ? new Leaf.Open<>() : leaf;
    }

    private static Leaf<Distance> distance(Element element, String key) {
        return given(element.leaf(key, "bad-distance", Measures.DISTANCE_FORM, Measures::distance));
    }

    private static ZoneForm units(Element element) {
        Scope scope = element.scope();
        Node node = element.find("unit");
        List<ZoneForm.Code> codes = new ArrayList<>();
        for (Node.Scalar word : node == null ? List.<Node.Scalar>of() : scope.words(node)) {
            if (word.text().equals("open")) {
                return new ZoneForm.Units(new Leaf.Open<>());
            }
            Optional<ZoneForm.Code> code = code(word.text());
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                wrong(
                        element,
                        word,
                        Quoted.of(word.text()) + " is no unit; write 'iso UA-14', 'pcode UA14', 'hasc UA.DT' or open.");
            }
        }
        return new ZoneForm.Units(new Leaf.Given<>(List.copyOf(codes)));
    }

    private static Optional<ZoneForm.Code> code(String text) {
        PhraseWords words = new PhraseWords(text);
        Optional<ZoneForm.Scheme> scheme = ClosedWords.find(ZoneForm.Scheme.class, words.next());
        String code = words.next();
        boolean shaped = code.length() >= 2 && code.length() <= 20 && Names.isName(code, true) && words.isDone();
        boolean upper = code.chars().noneMatch(letter -> letter >= 'a' && letter <= 'z');
        return scheme.filter(found -> shaped && upper).map(found -> new ZoneForm.Code(found, code));
    }

    private static ZoneForm within(Element element) {
        Of of = of(element, MEASURED_FROM);
        List<Reference> sides = element.references("sides", SIDES);
        boolean lines = of instanceof Of.Same(List<Reference> names)
                && names.stream().allMatch(name -> name.sort() == Sort.LINE || name.isOpen());
        Node node = element.find("sides");
        if (node != null && !lines && of instanceof Of.Same) {
            wrong(element, node, "Only a line has sides; leave 'sides' out.");
        }
        return new ZoneForm.Within(distance(element, "within"), of, sides);
    }

    private static ZoneForm side(Element element) {
        Scope scope = element.scope();
        Node node = element.find("side");
        Reference whose = node == null ? Reference.OPEN : References.one(scope, scope.scalar(node), SIDES);
        Of of = of(element, List.of(Sort.LINE));
        if (of instanceof Of.Same(List<Reference> names) && names.stream().anyMatch(line -> !hasSides(scope, line))) {
            wrong(
                    element,
                    element.at(),
                    "The line does not say who stands left and right; give it 'left' and 'right'.");
        }
        return new ZoneForm.Side(whose, of);
    }

    private static boolean hasSides(Scope scope, Reference line) {
        boolean both =
                scope.names().key(line.name(), "left") != null && scope.names().key(line.name(), "right") != null;
        return both || line.isOpen() || scope.names().key(line.name(), "readings") != null;
    }

    private static ZoneForm above(Element element) {
        List<Reference> zones = element.references("above", List.of(Sort.ZONE));
        Leaf<Height> height = element.leaf("height", "bad-height", Measures.HEIGHT_FORM, Measures::height);
        return new ZoneForm.Above(zones, given(height));
    }

    private static Of of(Element element, List<Sort> sorts) {
        Scope scope = element.scope();
        Node node = element.find("of");
        if (node == null) {
            return new Of.Same(List.of(Reference.OPEN));
        }
        if (!(node instanceof Node.Mapping each)) {
            return new Of.Same(References.read(scope, node, sorts));
        }
        TreeMap<String, List<Reference>> names = new TreeMap<>();
        for (Node.Entry entry : each.entries()) {
            References.one(scope, entry.key(), List.of(Sort.PARTY));
            names.putIfAbsent(entry.key().text(), References.read(scope, entry.value(), sorts));
        }
        List<String> missing = new ArrayList<>(scope.names().parties());
        missing.removeAll(names.keySet());
        if (!missing.isEmpty()) {
            scope.fault(
                    each,
                    "not-every-party",
                    "This says nothing for " + String.join(", ", missing) + "; give every party its own, or open.");
        }
        return new Of.PerParty(names);
    }
}
