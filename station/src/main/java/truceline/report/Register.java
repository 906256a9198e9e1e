package truceline.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.compliance.Certainty;
import truceline.geo.Place;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.incident.Incidents;
import truceline.mission.Picture;
import truceline.observation.Columns;
import truceline.observation.Description;
import truceline.observation.Field;
import truceline.observation.Means;
import truceline.observation.Observations;
import truceline.observation.Weapon;

/// The incidents of one picture with their cases, told one at a time, so that a listing of any length needs the
/// memory of one incident. Reads evidence only. Thread-safe.
final class Register {
    private static final String[] SECTORS = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };

    private final Picture picture;
    private final Observations observations;
    private final Columns columns;
    private final Incidents incidents;
    private final Assessment assessment;
    private final Explosions explosions;
    private final Decisions decisions;
    private final List<Case> cases;

    /// @param cases in the order of incidents
    Register(Picture picture, Incidents incidents, List<Case> cases) {
        this.picture = picture;
        this.observations = picture.observations();
        this.columns = observations.columns();
        this.incidents = incidents;
        this.assessment = new Assessment(observations, incidents);
        this.explosions = new Explosions(observations, incidents);
        this.decisions = new Decisions(picture, incidents);
        this.cases = cases;
    }

    int size() {
        return incidents.size();
    }

    Incidents incidents() {
        return incidents;
    }

    List<Case> cases() {
        return cases;
    }

    /// Facts of an incident, a movement as {@link CaseFinder#told}.
    Facts facts(int incident) {
        return CaseFinder.told(assessment.facts(incident), cases(incident), columns, incidents);
    }

    /// Facts of the incident in which the observation at an address stands, or null.
    @Nullable
    Facts findFacts(@Nullable String address) {
        int row = address == null ? -1 : observations.findRow(address);
        return row < 0 || row >= picture.rows() || incidents.ofRow(row) < 0 ? null : facts(incidents.ofRow(row));
    }

    /// True where something only moved and no case came of it: recorded, and counted nowhere.
    boolean isOnlyMovement(Facts facts) {
        return facts.isMovement() && cases(facts.incident()).isEmpty();
    }

    /// What people decided about an incident.
    Decision decision(Facts facts) {
        return decisions.of(facts);
    }

    /// Address of the first observation, by which an incident is cited.
    String id(int incident) {
        return observations.address(incidents.firstRow(incident));
    }

    /// Cases of one incident, in the order of provisions.
    List<Case> cases(int incident) {
        int low = 0;
        int high = cases.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cases.get(middle).incident() < incident) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < cases.size() && cases.get(end).incident() == incident) {
            end++;
        }
        return cases.subList(low, end);
    }

    /// Why a case is one, in words.
    String reason(Case found, Facts facts) {
        return CaseFinder.reason(found, columns, incidents);
    }

    @Nullable
    Place findPlace(Facts facts) {
        int row = facts.bestRow();
        return row < 0 ? null : new Place(columns.lonE7(row), columns.latE7(row));
    }

    int radiusMetres(Facts facts) {
        return facts.bestRow() < 0 ? 0 : columns.radiusMetres(facts.bestRow());
    }

    /// Ids of the sources that reported the incident, in the order in which they became known.
    List<String> sources(int incident) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (int row : incidents.rows(incident)) {
            numbers.add(observations.source(row));
        }
        return numbers.stream()
                .map(number -> picture.sources().get(number).id())
                .toList();
    }

    /// Addresses of all observations, in the order of their entry.
    List<String> addresses(int incident) {
        List<String> addresses = new ArrayList<>();
        for (int row : incidents.rows(incident)) {
            addresses.add(observations.address(row));
        }
        return addresses;
    }

    /// Why the observations stand together: one clause for each that was joined.
    List<String> why(int incident) {
        List<String> why = new ArrayList<>();
        for (int join : incidents.joins(incident)) {
            String relation = columns.text(Field.CRAFT, incidents.laterRow(join)) == null
                    ? ", same family"
                    : incidents.isSuspect(incident) ? ", no craft can move so" : ", same craft";
            why.add(observations.address(incidents.laterRow(join)) + ": "
                    + Words.distance(incidents.joinDistanceMm(join)) + " and "
                    + Words.duration(incidents.joinGapMs(join)) + " from "
                    + observations.address(incidents.earlierRow(join)) + relation);
        }
        return why;
    }

    /// What a reader must know before he uses the incident.
    List<String> flags(int incident) {
        for (int row : incidents.rows(incident)) {
            if (columns.fromMs(row) > picture.receivedMs(row)) {
                return List.of("future-event-time");
            }
        }
        return List.of();
    }

    List<Means> means(int incident) {
        Set<Means> means = EnumSet.noneOf(Means.class);
        for (int row : incidents.rows(incident)) {
            means.add(columns.means(row));
        }
        return List.copyOf(means);
    }

    List<Description> descriptions(int incident) {
        Set<Description> descriptions = EnumSet.noneOf(Description.class);
        for (int row : incidents.rows(incident)) {
            descriptions.add(columns.description(row));
        }
        descriptions.remove(Description.NOT_STATED);
        return List.copyOf(descriptions);
    }

    /// Direction of flight as `W to E`, of the first observation that states one; else the empty text.
    String flight(int incident) {
        for (int row : incidents.rows(incident)) {
            long from = columns.number(Field.FLIGHT_FROM, row);
            long to = columns.number(Field.FLIGHT_TO, row);
            if (from != Columns.NONE || to != Columns.NONE) {
                return sector(from) + " to " + sector(to);
            }
        }
        return "";
    }

    private static String sector(long number) {
        return number == Columns.NONE ? "N/K" : SECTORS[(int) number & 15];
    }

    /// Row of the first observation that names a weapon, or the first of all.
    int weaponRow(int incident) {
        for (int row : incidents.rows(incident)) {
            if (columns.weapon(row) != Weapon.NOT_KNOWN) {
                return row;
            }
        }
        return incidents.firstRow(incident);
    }

    Weapon weapon(int row) {
        return columns.weapon(row);
    }

    /// Calibre in tenths of a millimetre, or -1.
    int calibreTenthMm(int row) {
        long calibre = columns.number(Field.CALIBRE, row);
        return calibre == Columns.NONE ? -1 : (int) calibre;
    }

    /// Provisions it stands against, `(indeterminate)` where it is too close to say.
    List<String> provisions(int incident) {
        return cases(incident).stream().map(Register::provision).toList();
    }

    /// Why its first case is one, or the empty text.
    String firstReason(Facts facts) {
        List<Case> found = cases(facts.incident());
        return found.isEmpty() ? "" : reason(found.getFirst(), facts);
    }

    /// The incident as a document tells it.
    Event event(Facts facts, Regions regions) {
        int incident = facts.incident();
        Place place = findPlace(facts);
        int radius = radiusMetres(facts);
        int weaponRow = weaponRow(incident);
        boolean isViolation = !facts.isCue() && Family.of(facts.kind()) == Family.FIRE;
        List<Case> found = cases(incident);
        Decision decision = decision(facts);
        return new Event(
                id(incident),
                facts.kind(),
                facts.isCue(),
                isViolation,
                facts.count(),
                isViolation ? Math.min(facts.count().atLeast(), explosions.atLeast(incident)) : 0,
                facts.fromMs(),
                facts.toMs(),
                place,
                radius,
                facts.placeName(),
                means(incident),
                descriptions(incident),
                flight(incident),
                weapon(weaponRow),
                calibreTenthMm(weaponRow),
                sources(incident),
                facts.lineages(),
                standing(found),
                provisions(incident),
                place == null ? -1 : regions.find(place.lonE7(), place.latE7()),
                place != null && regions.isNearBorder(place.lonE7(), place.latE7(), radius),
                decision.verification(),
                decision.attribution().level());
    }

    private static Event.Standing standing(List<Case> found) {
        if (found.isEmpty()) {
            return Event.Standing.NONE;
        }
        boolean candidate = found.stream().anyMatch(each -> each.certainty() == Certainty.YES);
        return candidate ? Event.Standing.CANDIDATE : Event.Standing.INDETERMINATE;
    }

    private static String provision(Case found) {
        String suffix = found.certainty() == Certainty.YES ? "" : " (indeterminate)";
        return found.norm().provision() + suffix;
    }
}
