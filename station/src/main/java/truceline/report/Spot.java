package truceline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.coverage.Restriction;
import truceline.finding.Corroboration;
import truceline.finding.Finding;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Documents;
import truceline.mission.FloorWork;
import truceline.mission.Lookup;
import truceline.mission.Picture;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.observation.Observations;
import truceline.observation.Weapon;

/// What a spot report tells of one incident: a pure function of the picture and the incident's address. Reads evidence
/// only: never where an observer stood, a remark or a note.
///
/// @param id address of the first observation, by which the incident is cited
/// @param corroboration how many independent accounts there are
/// @param evidence one line per observation, in the order of the ledger
/// @param why one clause per observation that was joined
/// @param provisions what it may breach, in the order of the agreement
/// @param dissent every minority vote in its own words
/// @param restrictions of movement that kept people from looking into it
/// @param inView percent of the event's time for which its place was watched, -1 where that is not known
/// @param sha256 of the finding as published, or as it would be published now; null without an agreement
record Spot(
        Picture picture,
        Frame frame,
        String id,
        Event event,
        Decision decision,
        Corroboration corroboration,
        List<Evidence> evidence,
        List<String> why,
        List<Touched> provisions,
        List<Finding.Dissent> dissent,
        List<Restriction> restrictions,
        List<FloorReport.Harm> harm,
        int inView,
        @Nullable String sha256) {
    /// One observation as evidence.
    ///
    /// @param grade reliability of the source and credibility of the row, such as `B2`
    /// @param owner whose the source is, or null where nobody said so
    /// @param withheld what stands in the place of each protected part that was redacted
    record Evidence(
            String address,
            String source,
            String kind,
            String count,
            String means,
            long fromMs,
            long toMs,
            String grade,
            @Nullable String owner,
            Corroboration.Weight weight,
            List<String> withheld) {
        Evidence {
            withheld = List.copyOf(withheld);
        }
    }

    /// A provision that the incident may breach.
    ///
    /// @param text of the provision in the agreement's first language, or the empty text
    record Touched(String id, String text, boolean isCandidate, String reason) {}

    Spot {
        evidence = List.copyOf(evidence);
        why = List.copyOf(why);
        provisions = List.copyOf(provisions);
        dissent = List.copyOf(dissent);
        restrictions = List.copyOf(restrictions);
        harm = List.copyOf(harm);
    }

    /// @throws IllegalArgumentException where no incident has that name
    static Spot of(Picture picture, String incident) {
        Lookup lookup = Lookup.of(picture);
        int number = picture.rows() == 0 ? -1 : lookup.incident(incident);
        if (number < 0) {
            throw new IllegalArgumentException("there is no incident '" + incident + "'");
        }
        return of(
                lookup,
                Frame.of(picture.agreement()),
                new Register(picture, lookup.incidents(), lookup.cases()),
                number);
    }

    static Spot of(Lookup lookup, Frame frame, Register register, int number) {
        Picture picture = lookup.picture();
        Decisions decisions = new Decisions(picture, lookup.incidents());
        Facts facts = register.facts(number);
        Event event = register.event(facts, frame.regions());
        Decision decision = decisions.of(facts);
        Finding finding = picture.agreement() == null ? null : lookup.finding(number);
        return new Spot(
                picture,
                frame,
                register.id(number),
                event,
                decision,
                decisions.corroboration(number),
                evidence(picture, lookup.incidents().rows(number), decisions.owners()),
                register.why(number),
                touched(picture.agreement(), register, facts),
                finding == null ? List.of() : finding.dissent(),
                restrictions(picture, register, number),
                FloorCount.harm(picture, register).stream()
                        .filter(each -> register.id(number).equals(each.incident()))
                        .toList(),
                inView(picture, frame, register, event),
                sha256(decision, finding));
    }

    private static @Nullable String sha256(Decision decision, @Nullable Finding finding) {
        var published = decision.file().published();
        return published != null ? published.sha256() : finding == null ? null : Documents.sha256(finding.toBytes());
    }

    private static List<Evidence> evidence(Picture picture, int[] rows, Corroboration.SourceOwner owners) {
        Observations observations = picture.observations();
        Columns columns = observations.columns();
        TreeSet<String> seen = new TreeSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int row : rows) {
            Source source = picture.sources().get(observations.source(row));
            String owner = owners.owner(source.number());
            evidence.add(new Evidence(
                    observations.address(row),
                    source.id(),
                    Words.title(columns.kind(row)),
                    columns.count(row).text(),
                    Words.means(List.of(columns.means(row))),
                    columns.fromMs(row),
                    columns.toMs(row) + columns.precisionMs(row),
                    source.grade() + "" + columns.credibility(row),
                    owner,
                    Corroboration.weight(observations, row, seen, owner),
                    picture.docket().withheld(observations.address(row))));
        }
        return evidence;
    }

    private static List<Touched> touched(@Nullable AdoptedAgreement agreement, Register register, Facts facts) {
        List<Touched> touched = new ArrayList<>();
        for (Case found : register.cases(facts.incident())) {
            String id = found.norm().provision();
            String text = agreement == null
                    ? ""
                    : agreement
                            .agreement()
                            .findProvision(id)
                            .filter(provision -> !provision.text().isEmpty())
                            .map(provision -> provision.text().firstEntry().getValue())
                            .orElse("");
            touched.add(new Touched(id, text, found.certainty() == Certainty.YES, register.reason(found, facts)));
        }
        return touched;
    }

    private static List<Restriction> restrictions(Picture picture, Register register, int incident) {
        return FloorWork.restrictions(picture.docket()).stream()
                .filter(each -> {
                    Facts facts = register.findFacts(each.incident());
                    return facts != null && facts.incident() == incident;
                })
                .toList();
    }

    private static int inView(Picture picture, Frame frame, Register register, Event event) {
        if (event.place() == null) {
            return -1;
        }
        Period day = Period.of(Words.date(event.fromMs(), frame.zone()), frame.zone());
        return new LineHours(picture, frame, register, day)
                .lines().stream()
                        .mapToInt(line -> line.coverage()
                                .percent(event.place().lonE7(), event.place().latE7(), event.fromMs(), event.toMs()))
                        .max()
                        .orElse(-1);
    }

    AdoptedAgreement agreement() {
        AdoptedAgreement agreement = picture.agreement();
        if (agreement == null) {
            throw new IllegalStateException("no agreement was entered");
        }
        return agreement;
    }

    /// What it was and where, such as `6 explosions, Pellow Ford`.
    String title() {
        String what = Phrases.capital(Phrases.events(event.kind(), event.count()));
        return event.placeName() == null ? what : what + ", " + event.placeName();
    }

    /// Numbers of the entries that the report rests on: observations, statements, restrictions, harm.
    String entries() {
        TreeSet<Long> entries = new TreeSet<>();
        for (Evidence each : evidence) {
            entries.add(
                    Long.parseLong(each.address().substring(0, each.address().indexOf('/'))));
        }
        decision.file().steps().forEach(step -> entries.add(step.index()));
        restrictions.forEach(each -> entries.add(each.index()));
        harm.forEach(each -> entries.add(each.entry()));
        return String.join(", ", entries.stream().map(String::valueOf).toList());
    }

    /// What nobody can say yet, one sentence each. Never empty: what nobody saw is always among it.
    List<String> unknowns() {
        List<String> unknowns = new ArrayList<>();
        if (!decision.file().isVerified()) {
            unknowns.add("Whether it happened as reported: two posts have not verified it.");
        }
        if (!decision.isAttributed()) {
            unknowns.add("Who is responsible.");
        }
        if (event.flight().isEmpty()) {
            unknowns.add("The direction it came from.");
        }
        if (event.weapon() == Weapon.NOT_KNOWN) {
            unknowns.add("The weapon.");
        }
        if (event.place() == null) {
            unknowns.add("The place: none that can be drawn was reported.");
        } else if (event.radiusMetres() >= 1000) {
            unknowns.add(
                    "The exact place: it is known to within " + Words.distance(event.radiusMetres() * 1000L) + ".");
        }
        if (event.count().isQualified()) {
            unknowns.add("The exact number: " + event.count().text() + " is what was reported.");
        }
        if (harm.isEmpty()) {
            unknowns.add("Whether anybody was hurt: no report of harm names this incident, which is not the same as"
                    + " no harm.");
        }
        if (inView < 0) {
            unknowns.add("How much of it could have been missed: whether the place was watched at the time is not"
                    + " recorded.");
        } else if (inView < 100) {
            unknowns.add("What was out of view: the place was watched for " + inView + Words.THIN
                    + "% of the time of the event.");
        }
        unknowns.add("Anything that nobody recorded: the number is the least there was.");
        return unknowns;
    }
}
