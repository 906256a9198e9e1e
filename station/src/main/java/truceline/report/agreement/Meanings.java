package truceline.report.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Actor;
import truceline.agreement.Body;
import truceline.agreement.Day;
import truceline.agreement.Fact;
import truceline.agreement.Force;
import truceline.agreement.Line;
import truceline.agreement.ObjectClass;
import truceline.agreement.Place;
import truceline.agreement.SeverityRow;
import truceline.agreement.ZoneForm;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// What each declared name means, as one English phrase without a full stop. What is left open reads `open`.
final class Meanings {
    private Meanings() {}

    static String actor(Actor actor) {
        return actor.name() + (actor.members().isEmpty() ? "" : ": " + Words.and(actor.members()));
    }

    static String day(Day.Terms day) {
        List<String> parts = new ArrayList<>();
        parts.add(day.date().text());
        if (!day.setBy().isEmpty()) {
            parts.add("set by " + Words.and(Words.names(day.setBy())));
        }
        if (day.once() != null) {
            parts.add("once " + day.once().text());
        }
        return String.join(", ", parts);
    }

    static String line(Line.Terms line) {
        List<String> parts = new ArrayList<>();
        parts.add(map(line.map(), line.sha256()));
        Leaf<Distance> accuracy = line.accuracy();
        if (accuracy != null) {
            parts.add("accurate to " + accuracy.find().map(Distance::text).orElse("open"));
        }
        side(parts, line.left(), "left");
        side(parts, line.right(), "right");
        if (!line.changedBy().isEmpty()) {
            parts.add("changed by " + Words.and(Words.names(line.changedBy())));
        }
        return String.join(", ", parts);
    }

    /// A map without its hash says that nothing of what is signed holds it.
    private static String map(Leaf<String> map, @Nullable Leaf<String> hash) {
        String drawn = "as drawn on the map " + Words.text(map);
        if (hash != null && !hash.isOpen()) {
            return drawn + ", SHA-256 of the map " + Words.text(hash);
        }
        return map.isOpen() ? drawn : drawn + ", which the hash of what is signed does not cover";
    }

    private static void side(List<String> parts, @Nullable Leaf<String> party, String side) {
        if (party != null) {
            parts.add(Words.text(party) + " on the " + side + " as it is drawn");
        }
    }

    static String place(Place place) {
        return place.at().find().map(Place.Position::text).orElse("open");
    }

    /// @param parties codes in the order of the file, for zones that differ by party
    static String zone(ZoneForm form, List<String> parties) {
        return switch (form) {
            case ZoneForm.Drawn(Leaf<String> map, Leaf<String> hash) -> map(map, hash);
            case ZoneForm.Units(Leaf<List<ZoneForm.Code>> codes) ->
                codes.find().map(Meanings::units).orElse("units, open");
            case ZoneForm.Within(Leaf<Distance> distance, ZoneForm.Of of, List<Reference> sides) ->
                within(distance.find().map(Distance::text).orElse("open"), of, of(of, parties), sides);
            case ZoneForm.Width(Leaf<Distance> width, ZoneForm.Of of) ->
                "a band " + width.find().map(Distance::text).orElse("open") + " wide along " + of(of, parties)
                        + ", half of it on each side";
            case ZoneForm.Side(Reference whose, ZoneForm.Of of) -> side(whose) + " of " + of(of, parties);
            case ZoneForm.Above(List<Reference> zones, Leaf<Height> height) ->
                "the air above " + Words.and(Words.names(zones)) + ", "
                        + height.find().map(Height::text).orElse("open");
        };
    }

    private static String units(List<ZoneForm.Code> codes) {
        List<String> words = codes.stream()
                .map(code -> code.scheme().name() + " " + code.code())
                .toList();
        return (codes.size() == 1 ? "the unit " : "the units ") + Words.and(words);
    }

    private static String within(String distance, ZoneForm.Of of, String named, List<Reference> sides) {
        boolean ring = of instanceof ZoneForm.Of.Same(List<Reference> names)
                && names.stream().anyMatch(name -> name.sort() == Sort.ZONE);
        String where = ring
                ? "the ring of " + distance + " outside " + named
                : "everything within " + distance + " of " + named;
        return sides.isEmpty() ? where : where + ", on the side of " + Words.and(Words.names(sides));
    }

    private static String of(ZoneForm.Of of, List<String> parties) {
        return switch (of) {
            case ZoneForm.Of.Same(List<Reference> names) -> Words.and(Words.names(names));
            case ZoneForm.Of.PerParty own ->
                Words.and(parties.stream()
                        .map(party -> Words.and(Words.names(own.forParty(party))) + " for " + party)
                        .toList());
        };
    }

    private static String side(Reference whose) {
        return switch (whose.sort()) {
            case EACH_PARTY -> "each party's own side";
            case OTHER_PARTY -> "the other party's side";
            default -> "the side of " + whose.text();
        };
    }

    static String objectClass(ObjectClass declared) {
        StringBuilder text = new StringBuilder(declared.kinds()
                .find()
                .map(kinds -> Words.and(Words.words(kinds)))
                .orElse("open"));
        Leaf<Calibre> calibre = declared.calibre();
        if (calibre != null) {
            text.append(" of ").append(calibre.find().map(Calibre::text).orElse("an open calibre"));
        }
        Leaf<List<String>> systems = declared.systems();
        if (systems != null) {
            text.append(", the systems ").append(systems.find().map(Words::and).orElse("open"));
        }
        if (declared.list() != null) {
            text.append(", those on the list handed over under ").append(declared.list());
        }
        return text.toString();
    }

    static String fact(Fact fact) {
        return "attested by " + Words.and(Words.names(fact.attestedBy()));
    }

    static String level(SeverityRow row) {
        return row.level().find().map(Words::word).orElse("open");
    }

    /// When a row of the severity table fits.
    static String severity(SeverityRow row) {
        List<String> parts = new ArrayList<>();
        add(parts, "", Words.words(row.verbs()));
        add(parts, "with ", Words.names(row.what()));
        add(parts, "against ", Words.names(row.whom()));
        add(parts, "in ", Words.names(row.where()));
        Leaf<Quantity> casualties = row.casualties();
        if (casualties != null) {
            parts.add("casualties " + casualties.find().map(Quantity::text).orElse("open"));
        }
        Leaf<SeverityRow.Repeated> repeated = row.repeated();
        if (repeated != null) {
            parts.add("repeated "
                    + repeated.find()
                            .map(each -> each.times() + " times in " + each.in().text())
                            .orElse("open"));
        }
        Leaf<SeverityRow.Lasting> lasting = row.lasting();
        if (lasting != null) {
            parts.add("lasting "
                    + lasting.find()
                            .map(each -> (each.isOver() ? "over " : "at least ")
                                    + each.duration().text())
                            .orElse("open"));
        }
        return parts.isEmpty() ? "whatever else" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String before, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(before + Words.or(words));
        }
    }

    static String seats(Body body) {
        return String.join(
                ", ",
                body.seats().stream()
                        .map(seat -> (seat.count() == 1 ? "" : seat.count() + " ")
                                + seat.actor().text())
                        .toList());
    }

    static String rule(Body.Rule rule) {
        return switch (rule) {
            case Body.Rule.Count(int votes, int seats) -> votes + " of " + seats + " seats";
            case Body.Rule.All() -> "all seats";
            case Body.Rule.EachParty() -> "the seats of each party";
            case Body.Rule.Named(List<String> seats) -> "the seats of " + Words.and(seats);
            case Body.Rule.Open() -> "open";
        };
    }

    static String otherwise(Body.Otherwise otherwise) {
        return switch (otherwise) {
            case Body.Otherwise.Publish() -> "it publishes without attribution";
            case Body.Otherwise.LeadDecides() -> "its lead decides";
            case Body.Otherwise.NoAct() -> "it does not act";
            case Body.Otherwise.Refer(String body) -> "it refers the matter to " + body;
            case Body.Otherwise.Open() -> "open";
        };
    }

    static String contingent(String actor, Force.Contingent sent) {
        Leaf<Quantity> size = sent.size();
        String text = actor + " sends "
                + (size == null
                        ? "a contingent whose size is not stated"
                        : size.find().map(Quantity::text).orElse("a contingent of open size"));
        return sent.where().isEmpty() ? text : text + " to " + Words.and(Words.names(sent.where()));
    }

    static String hub(Force.Hub hub) {
        StringBuilder text = new StringBuilder(hub.name());
        if (!hub.of().isEmpty()) {
            text.append(" of ").append(Words.and(Words.names(hub.of())));
        }
        if (!hub.where().isEmpty()) {
            text.append(", where: ").append(Words.and(Words.names(hub.where())));
        }
        Leaf<Force.Stretch> covers = hub.covers();
        if (covers != null) {
            text.append(", covers ").append(covers.find().map(Meanings::stretch).orElse("open"));
        }
        Leaf<Distance> reach = hub.reach();
        if (reach != null) {
            text.append(", reach ").append(reach.find().map(Distance::text).orElse("open"));
        }
        return text.toString();
    }

    private static String stretch(Force.Stretch stretch) {
        Distance from = stretch.from();
        Distance to = stretch.to();
        return from == null || to == null
                ? stretch.line()
                : stretch.line() + " from " + from.text() + " to " + to.text();
    }
}
