package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Line;
import truceline.agreement.Provision;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Stated;
import truceline.finding.Statement;
import truceline.geo.LineIndex;
import truceline.geo.Side;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;
import truceline.observation.Columns;

/// What is known and decided about one incident beyond its row. Pure.
final class IncidentDetails {
    private IncidentDetails() {}

    /// Whether a provision holds in one holder's reading.
    record Reading(String holder, String holds) {}

    record Touched(String id, String text, String certainty, String reason, List<Reading> readings) {}

    record Harm(@Nullable String dead, @Nullable String injured, String text) {}

    /// Who is named, how strongly, and on what.
    record Attributed(
            @Nullable String party,
            @Nullable String word,
            @Nullable String basis) {}

    /// Follows the row of the incident in the answer; its `finding` is the whole finding and takes the place of the
    /// row's.
    ///
    /// @param previous the incident that began before it, or null
    record Detail(
            String utcPrecision,
            @Nullable String lineNote,
            List<Touched> provisions,
            List<Harm> harm,
            List<EvidenceView.Evidence> evidence,
            List<String> whyOne,
            List<CommissionView.Decision> decisions,
            CommissionView.@Nullable Commission commission,
            Attributed attribution,
            List<CommissionView.Reply> replies,
            List<String> restrictions,
            FindingsView.@Nullable Published finding,
            @Nullable String previous,
            @Nullable String next) {}

    static Detail of(Snapshot snapshot, int incident) {
        Facts facts = snapshot.facts().get(incident);
        CaseFile file = snapshot.file(incident);
        List<Facts> newestFirst = IncidentRows.chosen(snapshot, Window.ALL);
        int at = newestFirst.indexOf(facts);
        return new Detail(
                precision(snapshot, incident),
                lineNote(snapshot, facts),
                touched(snapshot, incident),
                harm(snapshot, incident),
                EvidenceView.of(snapshot, incident),
                EvidenceView.whyOne(snapshot, incident),
                CommissionView.decisions(file),
                CommissionView.commission(snapshot, file, FindingsView.dissent(snapshot, facts)),
                attributed(snapshot, file),
                CommissionView.replies(snapshot, file),
                restrictions(snapshot, incident),
                FindingsView.find(snapshot, facts).orElse(null),
                at + 1 < newestFirst.size()
                        ? snapshot.id(newestFirst.get(at + 1).incident())
                        : null,
                at > 0 ? snapshot.id(newestFirst.get(at - 1).incident()) : null);
    }

    /// How precisely the earliest account states its time.
    private static String precision(Snapshot snapshot, int incident) {
        Columns columns = snapshot.columns();
        int least = Integer.MAX_VALUE;
        for (int row : snapshot.incidents().rows(incident)) {
            least = Math.min(least, columns.precisionMs(row));
        }
        return least <= 1000 ? "to the second" : "to " + Phrases.duration(least);
    }

    private static @Nullable String lineNote(Snapshot snapshot, Facts facts) {
        AdoptedAgreement agreement = snapshot.agreement();
        int row = facts.bestRow();
        if (agreement == null || row < 0) {
            return null;
        }
        Columns columns = snapshot.columns();
        String best = null;
        long bestMm = Long.MAX_VALUE;
        for (Line line : agreement.agreement().lines().values()) {
            Optional<LineIndex> index = Drawings.lineIndex(agreement, line.name());
            if (index.isEmpty()) {
                continue;
            }
            long distanceMm = index.get().distanceMm(columns.lonE7(row), columns.latE7(row));
            if (distanceMm < bestMm) {
                bestMm = distanceMm;
                Side side = index.get().side(columns.lonE7(row), columns.latE7(row));
                best = Phrases.distance(distanceMm) + side(side) + name(line) + ", "
                        + band(columns.radiusMetres(row), line);
            }
        }
        return best;
    }

    private static String side(Side side) {
        return switch (side) {
            case LEFT -> " on the left of the ";
            case RIGHT -> " on the right of the ";
            case ON -> " from the ";
        };
    }

    private static String name(Line line) {
        String meaning = line.origin().meaning();
        return meaning == null ? "line " + line.name() : meaning;
    }

    private static String band(int radiusMetres, Line line) {
        return "±"
                + Phrases.distance(radiusMetres * 1000L
                        + line.terms().common().accuracyMillimetres().orElse(0));
    }

    private static List<Touched> touched(Snapshot snapshot, int incident) {
        AdoptedAgreement agreement = snapshot.agreement();
        List<Touched> touched = new ArrayList<>();
        for (Case found : snapshot.cases(incident)) {
            String id = found.norm().provision();
            Provision provision = agreement == null
                    ? null
                    : agreement.agreement().findProvision(id).orElse(null);
            touched.add(new Touched(
                    id,
                    provision == null || provision.text().isEmpty()
                            ? ""
                            : provision.text().firstEntry().getValue(),
                    IncidentRows.certainty(found),
                    CaseFinder.reason(found, snapshot.columns(), snapshot.incidents()),
                    readings(provision)));
        }
        return touched;
    }

    private static List<Reading> readings(@Nullable Provision provision) {
        return provision == null
                ? List.of()
                : provision.norms().byHolder().keySet().stream()
                        .map(holder -> new Reading(holder, "not evaluated"))
                        .toList();
    }

    private static List<Harm> harm(Snapshot snapshot, int incident) {
        List<Harm> harm = new ArrayList<>();
        for (Stated stated : snapshot.docket().of(Act.HARM)) {
            Statement statement = stated.statement();
            if (snapshot.isAbout(statement.findText("incident"), incident)) {
                harm.add(new Harm(
                        HarmWords.of(statement, "dead"),
                        HarmWords.of(statement, "injured"),
                        statement.text("objects") + " (" + statement.text("status") + ")"));
            }
        }
        return harm;
    }

    private static Attributed attributed(Snapshot snapshot, CaseFile file) {
        Attribution attribution = IncidentRows.attribution(snapshot, file);
        String basis = switch (attribution.level()) {
            case A0 -> null;
            case A1, A2 -> file.assessed().getLast().statement().text("reason");
            case A3 -> snapshot.ballot() == null ? null : snapshot.ballot().rule();
            case A4 -> "the party's own reply";
        };
        return new Attributed(attribution.party(), CommissionView.word(attribution), basis);
    }

    /// Restrictions of movement that people tied to the incident.
    private static List<String> restrictions(Snapshot snapshot, int incident) {
        return snapshot.docket().latest(Act.RESTRICTION, "id").stream()
                .filter(stated -> snapshot.isAbout(stated.statement().findText("incident"), incident))
                .map(stated -> stated.statement().text("id"))
                .toList();
    }
}
