package truceline.mission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Provision;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Acts;
import truceline.compliance.Sighting;
import truceline.compliance.Zone;
import truceline.duty.life.Evaluation;
import truceline.duty.life.Evidence;
import truceline.duty.life.InForce;
import truceline.duty.life.Occurrence;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.finding.Finding;
import truceline.finding.Stated;
import truceline.finding.Statement;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// What the record of a picture tells of an agreement, as occurrences in the order in which they were known. Pure.
public final class Occurrences {
    private static final Comparator<Occurrence> ORDER =
            Comparator.comparingLong(Occurrence::knownMs).thenComparingLong(Occurrence::entry);

    private final Lookup lookup;
    private final Picture picture;
    private final AdoptedAgreement adopted;
    private final List<Occurrence> all = new ArrayList<>();
    private final SortedMap<Integer, Long> casualties = new TreeMap<>();

    private Occurrences(Lookup lookup, AdoptedAgreement adopted) {
        this.lookup = lookup;
        this.picture = lookup.picture();
        this.adopted = adopted;
    }

    /// What an earlier version said and a later one changed, evaluated as long as it counted.
    ///
    /// @param untilMs when the later version came into force
    /// @param changed ids of the provisions that the next version changed or left out
    public record Earlier(String version, long untilMs, List<String> changed, Evaluation evaluation) {
        public Earlier {
            changed = List.copyOf(changed);
        }
    }

    /// The agreement in force, evaluated over all that the record tells; null where none was entered. What an
    /// amendment changed counts from its moment on.
    public static @Nullable Evaluation evaluate(Lookup lookup) {
        AdoptedAgreement adopted = lookup.picture().agreement();
        if (adopted == null) {
            return null;
        }
        List<AdoptedAgreement> versions = lookup.picture().agreements();
        List<AdoptedAgreement> soFar = versions.subList(0, versions.indexOf(adopted) + 1);
        return evaluate(lookup, adopted, new InForce(Amended.sinceMs(soFar), Long.MAX_VALUE));
    }

    /// The versions that are no longer in force, the first one first, each with what was changed of it.
    public static List<Earlier> earlier(Lookup lookup) {
        List<AdoptedAgreement> versions = lookup.picture().agreements();
        int last = versions.indexOf(lookup.picture().agreement());
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            AdoptedAgreement version = versions.get(i);
            AdoptedAgreement next = versions.get(i + 1);
            List<String> changed = version.agreement().provisions().sequencedKeySet().stream()
                    .filter(id -> !Amended.isSame(version, next, id))
                    .toList();
            InForce inForce = new InForce(Amended.sinceMs(versions.subList(0, i + 1)), next.fromMs());
            earlier.add(new Earlier(version.version(), next.fromMs(), changed, evaluate(lookup, version, inForce)));
        }
        return earlier;
    }

    private static Evaluation evaluate(Lookup lookup, AdoptedAgreement version, InForce inForce) {
        long enteredMs = version.entered().receivedMs();
        Evaluation evaluation =
                new Evaluation(version.agreement(), version.maps(), version.index(), enteredMs, inForce);
        for (Occurrence occurrence : new Occurrences(lookup, version).all()) {
            evaluation.take(occurrence);
        }
        return evaluation;
    }

    /// All occurrences since the agreement in force was entered; what was known before counts from then on. Empty
    /// without an agreement.
    public static List<Occurrence> of(Lookup lookup) {
        AdoptedAgreement adopted = lookup.picture().agreement();
        return adopted == null ? List.of() : new Occurrences(lookup, adopted).all();
    }

    private List<Occurrence> all() {
        casualties();
        statements();
        all.addAll(PowersTold.of(picture.docket(), this::known));
        restrictions();
        Incidents incidents = lookup.incidents();
        for (int incident = 0; incident < incidents.size(); incident++) {
            incident(incidents, incident);
        }
        all.sort(ORDER);
        long last = Math.max(picture.receivedMs(), known(0));
        all.add(new Occurrence.Ticked(Math.max(0, picture.size() - 1), last));
        return all;
    }

    /// Nothing counts before the agreement was entered.
    private long known(long atMs) {
        return Math.max(atMs, adopted.entered().receivedMs());
    }

    private void statements() {
        for (Stated stated : picture.docket().stated()) {
            Statement said = stated.statement();
            long knownMs = known(stated.receivedMs());
            switch (said.act()) {
                case ATTEST -> attested(stated, knownMs);
                case CALL -> {
                    if (said.text("outcome").equals("answered")) {
                        all.add(new Occurrence.Noticed(
                                stated.index(), knownMs, said.text("to"), said.text("from"), said.number("started")));
                    }
                }
                case SET_DAY -> day(stated, knownMs);
                case LIST, COUNT -> stock(stated, knownMs);
                default -> {
                    // What concerns an incident is told with the incident.
                }
            }
        }
        picture.docket()
                .settled()
                .forEach((provision, settled) -> all.add(
                        new Occurrence.Settled(settled.index(), known(settled.fromMs()), provision, settled.holder())));
    }

    /// A word on a fact or provision; with a count, a deed of so much; of who receives, a receipt.
    private void attested(Stated stated, long knownMs) {
        Statement said = stated.statement();
        String fact = said.text("fact");
        String by = Worlds.attester(stated);
        long count = said.number("count", -1);
        Provision provision = adopted.agreement().provisions().get(fact);
        boolean isReceipt = provision != null
                && !said.flag("denies")
                && provision.norm(null).to().stream().anyMatch(to -> to.name().equals(by));
        if (provision != null && (count >= 0 || isReceipt)) {
            List<Reference> who = provision.norm(null).who();
            String about = said.findText("about");
            String actor =
                    about != null ? about : who.size() == 1 ? who.getFirst().name() : by;
            all.add(new Occurrence.Done(
                    stated.index(), knownMs, fact, actor, said.number("date"), count < 0 ? -1 : count * 1000));
            return;
        }
        all.add(new Occurrence.Said(
                stated.index(),
                knownMs,
                fact,
                said.findText("about"),
                by,
                !said.flag("denies"),
                said.number("date"),
                said.findText("incident")));
    }

    /// What was handed over as a list, or counted of it; a version without the provision knows nothing of it.
    private void stock(Stated stated, long knownMs) {
        Statement said = stated.statement();
        String provision = said.text("provision");
        if (!adopted.agreement().provisions().containsKey(provision)) {
            return;
        }
        List<Occurrence.Lot> lots = said.lots().stream()
                .map(lot -> new Occurrence.Lot(lot.what(), lot.count()))
                .toList();
        String of = said.text("of");
        long atMs = said.number("at");
        all.add(
                said.act() == Act.LIST
                        ? new Occurrence.Listed(stated.index(), knownMs, provision, of, atMs, lots)
                        : new Occurrence.Counted(stated.index(), knownMs, provision, of, atMs, lots));
    }

    /// A day is set by the last vote for the date that was carried.
    private void day(Stated vote, long knownMs) {
        String day = vote.statement().text("day");
        Long setMs = picture.docket().daysSet().get(day);
        boolean isLast = picture.docket().of(Act.SET_DAY).stream()
                .filter(each -> each.statement().text("day").equals(day))
                .filter(each -> setMs != null && each.statement().number("date") == setMs)
                .reduce((_, later) -> later)
                .filter(each -> each.index() == vote.index())
                .isPresent();
        if (setMs != null && isLast && adopted.agreement().days().containsKey(day)) {
            all.add(new Occurrence.DaySet(vote.index(), knownMs, day, setMs));
        }
    }

    private void restrictions() {
        List<String> monitors = adopted.agreement().bodies().values().stream()
                .filter(body -> body.may(Power.OBSERVE))
                .map(body -> body.name())
                .toList();
        for (Stated stated : picture.docket().latest(Act.RESTRICTION, "id")) {
            Statement said = stated.statement();
            boolean isJamming = said.text("kind").equals("jamming");
            long fromMs = said.number("from");
            Evidence act = new Evidence(
                    said.text("id"),
                    isJamming ? Verb.JAM : Verb.HINDER,
                    fromMs,
                    Math.max(fromMs, said.number("until")),
                    null,
                    null,
                    Zone.ON_SURFACE,
                    Kind.MOVEMENT_RESTRICTED,
                    Weapon.NOT_KNOWN,
                    -1,
                    null,
                    List.of(),
                    monitors,
                    -1,
                    said.findText("party"));
            all.add(new Occurrence.Acted(stated.index(), known(stated.receivedMs()), act));
        }
    }

    private void incident(Incidents incidents, int incident) {
        if (incidents.isSuspect(incident)) {
            return;
        }
        Columns columns = picture.observations().columns();
        Map<Verb, Integer> best = new EnumMap<>(Verb.class);
        int weapon = -1;
        for (int row : incidents.rows(incident)) {
            ClosedWords.find(Verb.class, Acts.verb(columns.kind(row)))
                    .ifPresent(verb -> best.merge(verb, row, (one, two) -> isBetter(columns, two, one) ? two : one));
            boolean isThing = columns.kind(row) == Kind.WEAPON;
            weapon = isThing && (weapon < 0 || isBetter(columns, row, weapon)) ? row : weapon;
        }
        int first = incidents.firstRow(incident);
        long index = picture.observations().entryIndex(first);
        long knownMs = known(picture.receivedMs(first));
        best.forEach((verb, row) -> {
            Evidence act = evidence(columns, incident, verb, row);
            all.add(new Occurrence.Acted(index, knownMs, act));
        });
        if (weapon >= 0) {
            Evidence thing = evidence(columns, incident, Verb.KEEP, weapon);
            all.add(new Occurrence.Seen(index, knownMs, thing));
        }
        attributed(columns, incident, best);
    }

    private static boolean isBetter(Columns columns, int one, int other) {
        return columns.isPlaced(one)
                && (!columns.isPlaced(other) || columns.radiusMetres(one) < columns.radiusMetres(other));
    }

    private Evidence evidence(Columns columns, int incident, Verb verb, int row) {
        long calibre = columns.number(Field.CALIBRE, row);
        return new Evidence(
                lookup.name(incident),
                verb,
                columns.fromMs(row),
                columns.toMs(row) + columns.precisionMs(row),
                Sighting.place(columns, row),
                null,
                Sighting.altitudeMetres(columns, row),
                columns.kind(row),
                columns.weapon(row),
                calibre == Columns.NONE ? -1 : (int) calibre,
                null,
                List.of(),
                List.of(),
                casualties.getOrDefault(incident, -1L),
                null);
    }

    /// Dead and injured of each incident, by the latest word that somebody followed up.
    private void casualties() {
        for (Stated stated : picture.docket().of(Act.HARM)) {
            Statement said = stated.statement();
            String about = said.findText("incident");
            int incident = about == null ? -1 : lookup.incident(about);
            if (incident >= 0 && !said.text("status").equals("reported")) {
                casualties.put(incident, said.number("dead") + said.number("injured"));
            }
        }
    }

    /// A published finding that a vote or the party's own word attributes.
    private void attributed(Columns columns, int incident, Map<Verb, Integer> best) {
        Docket docket = picture.docket();
        CaseFile file = docket.files().get(lookup.name(incident));
        if (file == null || file.published() == null) {
            return;
        }
        Attribution attribution = file.attribution(Finding.ballot(adopted.agreement()));
        String party = attribution.party();
        if (party != null && attribution.level().compareTo(Attribution.Level.A3) >= 0) {
            long index = file.published().index();
            long knownMs = known(file.published().receivedMs());
            best.forEach((verb, row) -> {
                Evidence act = evidence(columns, incident, verb, row);
                all.add(new Occurrence.Found(index, knownMs, act, party));
            });
        }
    }
}
