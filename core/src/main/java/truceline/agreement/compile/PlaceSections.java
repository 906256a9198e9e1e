package truceline.agreement.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Day;
import truceline.agreement.Line;
import truceline.agreement.Node;
import truceline.agreement.Place;
import truceline.agreement.Readings;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;

/// Days, lines and places.
final class PlaceSections {
    private PlaceSections() {}

    static SequencedMap<String, Day> days(Scope scope) {
        return scope.section("days", (at, value) -> {
            Element element = Element.of(scope, at, value);
            var origin = Origins.read(element, "days");
            Readings<Day.Terms> terms = Disputes.read(element, PlaceSections::dayTerms);
            element.close();
            return new Day(at.text(), terms, origin);
        });
    }

    private static Day.Terms dayTerms(Element element) {
        Scope scope = element.scope();
        Node date = element.need("date");
        List<Reference> setBy = byBody(element, "set-by", Power.SET_DAY);
        Node once = element.find("once");
        TimePhrase time = date == null ? new TimePhrase.Open() : TimePhrases.read(scope, date);
        return new Day.Terms(
                date == null ? time : Clocks.refuse(scope, date, time),
                setBy,
                once == null ? null : Conditions.read(scope, once));
    }

    /// Who does something for which a body needs a power.
    private static List<Reference> byBody(Element element, String key, Power power) {
        List<Reference> by = element.references(key, References.ACTORS_OR_EACH);
        Node node = element.find(key);
        if (node != null) {
            References.needPower(element.scope(), node, by, power);
        }
        return by;
    }

    static SequencedMap<String, Line> lines(Scope scope) {
        return scope.section("lines", (at, value) -> {
            Element element = Element.of(scope, at, value);
            var origin = Origins.read(element, "lines");
            Readings<Line.Terms> terms = Disputes.read(element, PlaceSections::lineTerms);
            element.close();
            return new Line(at.text(), terms, origin);
        });
    }

    private static Line.Terms lineTerms(Element element) {
        Leaf<String> map = element.leaf("map", "bad-map", Hashes.MAP_FORM, Hashes::map);
        if (map == null) {
            element.lacks("map");
        }
        Leaf<String> left = side(element, "left");
        Leaf<String> right = side(element, "right");
        if (left != null && left.equals(right) && !left.isOpen()) {
            element.scope()
                    .fault(
                            element.mapping().find("right").orElse(element.at()),
                            "same-side",
                            "One party cannot stand on both sides; name another one, or open.");
        }
        return new Line.Terms(
                map == null ? new Leaf.Open<>() : map,
                element.leaf("sha256", "bad-hash", Hashes.FORM, Hashes::sha256),
                element.leaf("accuracy", "bad-distance", Measures.DISTANCE_FORM, Measures::distance),
                left,
                right,
                byBody(element, "changed-by", Power.CHANGE_LINE));
    }

    private static @Nullable Leaf<String> side(Element element, String key) {
        Node node = element.find(key);
        if (node == null) {
            return null;
        }
        Reference party = References.one(element.scope(), element.scope().scalar(node), List.of(Sort.PARTY));
        return party.isOpen() ? new Leaf.Open<>() : new Leaf.Given<>(party.name());
    }

    static SequencedMap<String, Place> places(Scope scope) {
        return scope.section("places", (at, value) -> {
            Element element = Element.of(scope, at, value);
            Leaf<Place.Position> position = element.leaf(
                    "at",
                    "bad-position",
                    "write degrees north or south, then east or west (46.50 N 30.75 E)",
                    PlaceSections::position);
            if (position == null) {
                element.lacks("at");
            }
            Place place = new Place(
                    at.text(), position == null ? new Leaf.Open<>() : position, Origins.read(element, "places"));
            element.close();
            return place;
        });
    }

    private static Optional<Place.Position> position(String text) {
        PhraseWords words = new PhraseWords(text);
        Optional<Integer> latitude = degrees(words.next(), words.next(), "N", "S", 90);
        Optional<Integer> longitude = degrees(words.next(), words.next(), "E", "W", 180);
        return latitude.isPresent() && longitude.isPresent() && words.isDone()
                ? Optional.of(new Place.Position(latitude.get(), longitude.get(), text))
                : Optional.empty();
    }

    private static Optional<Integer> degrees(String number, String side, String positive, String negative, int most) {
        if (!side.equals(positive) && !side.equals(negative)) {
            return Optional.empty();
        }
        return Numbers.decimal(number)
                .filter(degrees -> degrees.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(degrees -> degrees.movePointRight(7)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .intValueExact())
                .map(degrees -> side.equals(negative) ? -degrees : degrees);
    }
}
