package truceline.observation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import truceline.geo.Degrees;

/// An observation as one English sentence, in the field's own words: "Heard almost 550 undetermined explosions, 8–10 km
/// NW of the observer, between 22:40 on 20 July 2020 and 03:10 on 21 July 2020 (EEST)".
///
/// Distances of a kilometre or more are in km, others in m; times are in the given zone, which is named. It says what
/// the row says and nothing more. Stateless.
public final class Sentence {
    private static final String[] POINTS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };

    private Sentence() {}

    /// The sentence with the protected part: where the observation was made from. For those who may see it.
    public static String of(Draft draft, ZoneId zone) {
        return write(draft, zone, true);
    }

    /// The sentence of the evidence alone: the area instead of the observer's directions.
    public static String ofEvidence(Draft draft, ZoneId zone) {
        return write(draft, zone, false);
    }

    private static String write(Draft draft, ZoneId zone, boolean withProtected) {
        List<String> parts = new ArrayList<>();
        parts.add(verb(draft.means) + " " + what(draft));
        add(parts, assessed(draft));
        if (withProtected) {
            add(parts, directions(draft));
        }
        boolean directed = withProtected && (draft.sectors != 0 || draft.rangeToMetres >= 0);
        add(parts, place(draft, directed));
        add(parts, SentenceTime.of(draft, zone));
        if (draft.claimedSide != null) {
            parts.add("for which the account holds " + draft.claimedSide + " responsible");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static String verb(Means means) {
        return switch (means) {
            case HEARD -> "Heard";
            case SAW -> "Saw";
            case RECORDED -> "Recorded";
            case UAV -> "Seen from a UAV:";
            case RADAR -> "Detected by radar:";
            case ACOUSTIC -> "Detected by an acoustic sensor:";
            case SATELLITE -> "Detected by satellite:";
            case INSPECTION -> "Found on inspection:";
            case DOCUMENT -> "Reported in a document:";
            case AIS -> "Received by AIS:";
            case ADS_B -> "Received by ADS-B:";
            case CLAIM -> "Claimed:";
            case NOT_KNOWN -> "Reported";
        };
    }

    private static String what(Draft draft) {
        if (draft.kind == Kind.NONE_SEEN) {
            return "nothing";
        }
        Noun noun = Noun.of(draft.kind);
        String adjective = switch (draft.description) {
            case OUTGOING -> "outgoing ";
            case INCOMING -> "incoming ";
            case UNDETERMINED -> "undetermined ";
            case AIRBURST -> "airburst ";
            case NOT_STATED, IN_FLIGHT, LIVE_FIRE_EXERCISE, CONTROLLED_DETONATION -> "";
        };
        return counted(draft, noun, adjective) + flight(draft);
    }

    private static String counted(Draft draft, Noun noun, String adjective) {
        Count count = draft.count;
        return switch (count.qualifier()) {
            case NOT_KNOWN ->
                isByPeople(draft.means)
                        ? adjective + noun.plural() + " (number not known)"
                        : adjective + noun.singular();
            case UNCOUNTABLE -> "an uncountable number of " + adjective + noun.plural();
            case EXACT ->
                count.value() == 1
                        ? "one " + adjective + noun.singular()
                        : count.text() + " " + adjective + noun.plural();
            default -> count.text() + " " + adjective + (count.value() == 1 ? noun.singular() : noun.plural());
        };
    }

    private static boolean isByPeople(Means means) {
        return switch (means) {
            case HEARD, SAW, RECORDED, UAV, NOT_KNOWN -> true;
            case RADAR, ACOUSTIC, SATELLITE, INSPECTION, DOCUMENT, AIS, ADS_B, CLAIM -> false;
        };
    }

    private static String flight(Draft draft) {
        String from = draft.flightFrom < 0 ? "" : " from " + POINTS[draft.flightFrom];
        String to = draft.flightTo < 0 ? "" : " to " + POINTS[draft.flightTo];
        return (draft.description == Description.IN_FLIGHT ? " in flight" : "") + from + to;
    }

    private static String assessed(Draft draft) {
        List<String> parts = new ArrayList<>();
        String calibre = draft.calibreTenthMm < 0 ? "" : tenths(draft.calibreTenthMm) + " mm";
        if (draft.weapon != Weapon.NOT_KNOWN) {
            parts.add("assessed as " + weapon(draft.weapon) + (calibre.isEmpty() ? "" : " (" + calibre + ")"));
        } else if (!calibre.isEmpty()) {
            parts.add("calibre " + calibre);
        }
        if (draft.description == Description.LIVE_FIRE_EXERCISE) {
            parts.add("assessed as a live-fire exercise");
        } else if (draft.description == Description.CONTROLLED_DETONATION) {
            parts.add("assessed as a controlled detonation");
        }
        return String.join(", ", parts);
    }

    private static String weapon(Weapon weapon) {
        return switch (weapon) {
            case MLRS -> "MLRS";
            case IFV_CANNON -> "IFV cannon";
            case RPG -> "RPG";
            case FPV -> "FPV";
            case UAV -> "UAV";
            default -> weapon.word().replace('-', ' ');
        };
    }

    private static String directions(Draft draft) {
        boolean ranged = draft.rangeToMetres >= 0;
        if (!ranged && draft.sectors == 0) {
            return draft.observer == null ? "" : "from " + draft.observer;
        }
        String who = draft.observer == null ? "the observer" : "the observer at " + draft.observer;
        String range = ranged ? range(draft.rangeFromMetres, draft.rangeToMetres) : "";
        String points = points(draft.sectors);
        return range
                + (range.isEmpty() || points.isEmpty() ? "" : " ")
                + points
                + (points.isEmpty() ? " from " : " of ")
                + who;
    }

    private static String range(int fromMetres, int toMetres) {
        boolean inKm = toMetres >= 1000 && fromMetres % 100 == 0 && toMetres % 100 == 0;
        String from = inKm ? tenths(fromMetres / 100) : Integer.toString(fromMetres);
        String to = inKm ? tenths(toMetres / 100) : Integer.toString(toMetres);
        return (from.equals(to) ? to : from + "–" + to) + (inKm ? " km" : " m");
    }

    private static String points(int mask) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < POINTS.length; i++) {
            if ((mask >> i & 1) != 0) {
                points.add(POINTS[i]);
            }
        }
        int last = points.size() - 1;
        return last < 1
                ? String.join("", points)
                : String.join(", ", points.subList(0, last)) + " and " + points.get(last);
    }

    private static String place(Draft draft, boolean directed) {
        String name = draft.place == null ? "" : "at " + draft.place;
        if (draft.basis == PlaceBasis.NONE || directed && draft.basis == PlaceBasis.SECTORS) {
            return name;
        }
        String centre = degrees(draft.latE7, "N", "S") + ", " + degrees(draft.lonE7, "E", "W");
        String radius = range(draft.radiusMetres, draft.radiusMetres);
        String area = draft.radiusMetres == 0 ? centre : "within " + radius + " of " + centre;
        return name.isEmpty() ? (draft.radiusMetres == 0 ? "at " : "") + area : name + " (" + area + ")";
    }

    private static String degrees(int e7, String positive, String negative) {
        return Degrees.toText(Math.abs(e7)) + "° " + (e7 < 0 ? negative : positive);
    }

    private static String tenths(int tenths) {
        return tenths % 10 == 0
                ? Integer.toString(tenths / 10)
                : String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
