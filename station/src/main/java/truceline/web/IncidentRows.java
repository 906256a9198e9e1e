package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Stated;
import truceline.finding.Verification;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.observation.Columns;
import truceline.observation.Kind;

/// Incidents as one line each, newest first. Pure.
final class IncidentRows {
    private IncidentRows() {}

    /// A provision that may have been breached, and how sure that its conditions hold.
    record CaseMark(String provision, String certainty) {}

    /// One incident.
    record Row(
            String id,
            String title,
            String v,
            String a,
            String kind,
            String family,
            boolean isCue,
            String from,
            String to,
            String received,
            String count,
            @Nullable String place,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Integer radiusMetres,
            @Nullable String mgrs,
            @Nullable String precision,
            int lineages,
            int sources,
            int observations,
            List<CaseMark> cases,
            boolean grave,
            @Nullable String finding) {}

    /// The answer of `incidents`.
    ///
    /// @param observedShare how much of the window was observed, 0 to 1; null where nothing is known about it
    record Listing(List<Row> incidents, @Nullable Double observedShare) {}

    static Listing of(Snapshot snapshot, Window window) {
        return new Listing(rows(snapshot, window), CoverageView.share(snapshot, window));
    }

    static List<Row> rows(Snapshot snapshot, Window window) {
        List<Row> rows = new ArrayList<>();
        for (Facts facts : chosen(snapshot, window)) {
            rows.add(row(snapshot, facts));
        }
        return rows;
    }

    /// Incidents that begin in the window, newest first.
    static List<Facts> chosen(Snapshot snapshot, Window window) {
        return snapshot.reported().stream()
                .filter(facts -> window.holds(facts.fromMs()))
                .sorted((one, two) -> one.fromMs() == two.fromMs()
                        ? Integer.compare(two.incident(), one.incident())
                        : Long.compare(two.fromMs(), one.fromMs()))
                .toList();
    }

    static Row row(Snapshot snapshot, Facts facts) {
        int incident = facts.incident();
        Columns columns = snapshot.columns();
        int best = facts.bestRow();
        int radius = best < 0 ? -1 : columns.radiusMetres(best);
        CaseFile file = snapshot.file(incident);
        CaseFile.Publication published = file.published();
        return new Row(
                snapshot.id(incident),
                title(facts),
                verification(snapshot, facts, file).word(),
                attribution(snapshot, file).level().name(),
                facts.kind().word(),
                Family.of(facts.kind()).name().toLowerCase(Locale.ROOT),
                facts.isCue(),
                Iso.of(facts.fromMs()),
                Iso.of(facts.toMs()),
                Iso.of(snapshot.picture().receivedMs(facts.firstRow())),
                facts.count().text(),
                facts.placeName(),
                best < 0 ? null : Phrases.degrees(columns.lonE7(best)),
                best < 0 ? null : Phrases.degrees(columns.latE7(best)),
                best < 0 ? null : radius,
                best < 0 ? null : Phrases.mgrs(columns.lonE7(best), columns.latE7(best), radius),
                Phrases.precision(radius),
                snapshot.corroboration(incident).lineages(),
                facts.sources(),
                snapshot.incidents().rowCount(incident),
                cases(snapshot.cases(incident)),
                isGrave(snapshot, facts),
                published == null ? null : FindingsView.id(published));
    }

    /// Kind and count: `Explosion, at least 6`.
    static String title(Facts facts) {
        String kind = Phrases.title(facts.kind());
        return switch (facts.count().qualifier()) {
            case NOT_KNOWN -> kind;
            case EXACT ->
                facts.count().value() == 1 ? kind : kind + ", " + facts.count().text();
            default -> kind + ", " + facts.count().text();
        };
    }

    static Verification verification(Snapshot snapshot, Facts facts, CaseFile file) {
        return file.verification(
                facts.isCue(),
                snapshot.corroboration(facts.incident()).isEnough(),
                file.isClosed(snapshot.ballot(), snapshot.nowMs()));
    }

    static Attribution attribution(Snapshot snapshot, CaseFile file) {
        return file.attribution(snapshot.ballot());
    }

    static String certainty(Case found) {
        return found.certainty() == Certainty.YES ? "candidate" : "indeterminate";
    }

    private static List<CaseMark> cases(List<Case> cases) {
        return cases.stream()
                .map(found -> new CaseMark(found.norm().provision(), certainty(found)))
                .toList();
    }

    /// People were hurt, as far as anybody stated.
    static boolean isGrave(Snapshot snapshot, Facts facts) {
        if (facts.kind() == Kind.CASUALTY) {
            return true;
        }
        for (Stated harm : snapshot.docket().of(Act.HARM)) {
            boolean hurt = harm.statement().number("dead") + harm.statement().number("injured") > 0;
            if (hurt && snapshot.isAbout(harm.statement().findText("incident"), facts.incident())) {
                return true;
            }
        }
        return false;
    }
}
