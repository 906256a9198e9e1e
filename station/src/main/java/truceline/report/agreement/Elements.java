package truceline.report.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Identity;
import truceline.agreement.Origin;
import truceline.agreement.Readings;
import truceline.agreement.Source;
import truceline.agreement.Verification;

/// Everything that an agreement declares besides its provisions, as one plain line per name, so that two versions can
/// be laid beside each other. Sections and names stand in the order of the file; names are unique within a section.
final class Elements {
    private final Agreement agreement;
    private final SequencedMap<String, SequencedMap<String, String>> sections = new LinkedHashMap<>();

    private Elements(Agreement agreement) {
        this.agreement = agreement;
    }

    /// What is signed besides the provisions: section, name, meaning.
    static SequencedMap<String, SequencedMap<String, String>> signed(Agreement agreement) {
        Elements elements = new Elements(agreement);
        elements.head(agreement.identity());
        agreement
                .parties()
                .values()
                .forEach(each -> elements.add("parties", each.code(), Meanings.actor(each), each.origin()));
        agreement
                .others()
                .values()
                .forEach(each -> elements.add("others", each.code(), Meanings.actor(each), each.origin()));
        agreement.bodies().values().forEach(each -> elements.add("bodies", each.name(), body(each), each.origin()));
        agreement.forces().values().forEach(each -> {
            List<String> parts = new ArrayList<>();
            part(parts, "led by ", Words.and(Words.names(each.lead())));
            part(parts, "mandate ", Words.and(each.mandate()));
            each.contingents().forEach((actor, sent) -> parts.add(Meanings.contingent(actor, sent)));
            each.hubs().values().forEach(hub -> parts.add("hub " + Meanings.hub(hub)));
            elements.add("forces", each.name(), String.join("; ", parts), each.origin());
        });
        agreement
                .days()
                .values()
                .forEach(each -> elements.add("days", each.name(), each.terms(), Meanings::day, each.origin()));
        agreement
                .lines()
                .values()
                .forEach(each -> elements.add("lines", each.name(), each.terms(), Meanings::line, each.origin()));
        agreement
                .places()
                .values()
                .forEach(each -> elements.add("places", each.name(), Meanings.place(each), each.origin()));
        agreement
                .zones()
                .values()
                .forEach(each -> elements.add(
                        "zones",
                        each.name(),
                        each.form(),
                        form -> Meanings.zone(form, agreement.partyCodes()),
                        each.origin()));
        agreement
                .classes()
                .values()
                .forEach(each -> elements.add("classes", each.name(), Meanings.objectClass(each), each.origin()));
        agreement
                .facts()
                .values()
                .forEach(each -> elements.add("facts", each.name(), Meanings.fact(each), each.origin()));
        elements.conduct();
        agreement.sources().values().forEach(each -> elements.put("sources", each.name(), source(each)));
        return elements.sections;
    }

    /// What is not signed: proposals, statements, claims.
    static SequencedMap<String, SequencedMap<String, String>> unsigned(Agreement agreement) {
        Elements elements = new Elements(agreement);
        agreement.proposals().values().forEach(each -> {
            List<String> says = new ArrayList<>();
            each.positions()
                    .forEach(position -> says.add(String.join(" and ", position.who()) + " "
                            + Words.word(position.say()) + " on " + position.points() + " (" + position.date() + ")"));
            elements.add(
                    "proposals",
                    each.name(),
                    Words.count(each.points(), "point") + (says.isEmpty() ? "" : "; " + String.join("; ", says)),
                    each.origin());
        });
        agreement
                .statements()
                .values()
                .forEach(each -> elements.add(
                        "statements",
                        each.name(),
                        each.speaker() + " (" + each.actor() + "), " + each.date() + ": " + each.says(),
                        each.origin()));
        agreement
                .claims()
                .values()
                .forEach(each -> elements.add(
                        "claims",
                        each.name(),
                        Words.and(Words.names(each.where())) + " held by " + Words.and(Words.names(each.heldBy()))
                                + ": "
                                + each.share().find().map(share -> share.text()).orElse("open") + " (" + each.date()
                                + ")",
                        each.origin()));
        return elements.sections;
    }

    private void head(Identity identity) {
        identity.title().forEach((language, title) -> put("head", "title " + language, title));
        put("head", "status", Words.word(identity.status()));
        put("head", "version", identity.version());
        Identity.Predecessor before = identity.supersedes();
        put("head", "supersedes", before == null ? "" : before.version() + " " + Words.text(before.sha256()));
        put("head", "languages", Words.and(identity.languages()));
        put("head", "prevails", Words.orEmpty(identity.prevails()));
        put("head", "time zone", identity.timeZone().getId());
        put(
                "head",
                "runs from",
                identity.runsFrom() == null ? "" : identity.runsFrom().text());
        put(
                "head",
                "runs until",
                identity.runsUntil() == null ? "" : identity.runsUntil().text());
        put("head", "points of", Words.orEmpty(identity.pointsOf()));
        put("head", "amended by", Words.and(Words.names(identity.amendedBy())));
    }

    private void conduct() {
        Verification verification = agreement.verification();
        put("verification", "verification", verification == null ? "" : Words.verification(verification));
        if (agreement.clocks() != null) {
            agreement.clocks().limits().forEach((name, limit) -> put("clocks", name, Words.duration(limit)));
        }
        agreement
                .severity()
                .values()
                .forEach(each -> add(
                        "severity", each.name(), Meanings.severity(each) + ": " + Meanings.level(each), each.origin()));
    }

    private static String body(Body body) {
        List<String> parts = new ArrayList<>();
        part(parts, "seats ", Meanings.seats(body));
        part(parts, "led by ", Words.and(Words.names(body.lead())));
        part(parts, "over ", Words.and(Words.names(body.over())));
        part(parts, "may ", Words.and(Words.words(body.powers())));
        Body.Rule decides = body.decides();
        part(parts, "decides by ", decides == null ? "" : Meanings.rule(decides));
        Body.Rule quorum = body.quorum();
        part(parts, "present at least ", quorum == null ? "" : Meanings.rule(quorum));
        part(parts, "within ", body.within() == null ? "" : Words.duration(body.within()));
        Body.Otherwise otherwise = body.otherwise();
        part(parts, "else ", otherwise == null ? "" : Meanings.otherwise(otherwise));
        return String.join("; ", parts);
    }

    private static String source(Source source) {
        List<String> parts = new ArrayList<>();
        parts.add(source.at());
        part(parts, "of ", Words.orEmpty(source.date()));
        part(parts, "by ", Words.orEmpty(source.by()));
        part(parts, "read ", Words.orEmpty(source.read()));
        return String.join("; ", parts);
    }

    private static void part(List<String> parts, String before, String text) {
        if (!text.isEmpty()) {
            parts.add(before + text);
        }
    }

    private <T> void add(
            String section, String name, Readings<T> readings, Function<T, String> meaning, @Nullable Origin origin) {
        if (!readings.isDisputed()) {
            add(section, name, meaning.apply(readings.common()), origin);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (String holder : NormHtml.holders(agreement, readings.byHolder().keySet())) {
            parts.add("as " + holder + " reads it: " + meaning.apply(readings.in(holder)));
        }
        add(section, name, String.join("; ", parts), origin);
    }

    private void add(String section, String name, String meaning, @Nullable Origin origin) {
        String is = origin == null ? "" : Words.orEmpty(origin.meaning());
        put(
                section,
                name,
                (is.isEmpty() ? "" : is + ": ") + meaning + (origin == null ? "" : " [" + Origins.text(origin) + "]"));
    }

    private void put(String section, String name, String text) {
        if (!text.isEmpty()) {
            sections.computeIfAbsent(section, key -> new LinkedHashMap<>()).put(name, text);
        }
    }
}
