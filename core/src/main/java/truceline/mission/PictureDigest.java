package truceline.mission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import truceline.compliance.Case;
import truceline.finding.Attribution;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Finding;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.json.JsonWriter;
import truceline.observation.Columns;

/// The SHA-256 by which two readers of one ledger compare what they make of it: over every incident and case in
/// canonical
/// JSON, one line each. Format: `spec/picture.md`.
public final class PictureDigest {
    private final Picture picture;
    private final Columns columns;
    private final Incidents incidents;
    private final Assessment assessment;
    private final JsonWriter out = new JsonWriter();

    private PictureDigest(Picture picture) {
        this.picture = picture;
        this.columns = picture.observations().columns();
        this.incidents = picture.incidents();
        this.assessment = new Assessment(picture.observations(), incidents);
    }

    /// Digest of a picture in lower-case hexadecimal.
    public static String of(Picture picture) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new PictureDigest(picture).update(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void update(MessageDigest digest) {
        List<Case> cases = picture.cases(incidents);
        int next = 0;
        for (int incident = 0; incident < incidents.size(); incident++) {
            out.reset();
            out.beginObject();
            out.name("cases").beginArray();
            while (next < cases.size() && cases.get(next).incident() == incident) {
                Case found = cases.get(next++);
                out.value(found.norm().provision() + " "
                        + found.certainty().name().toLowerCase(Locale.ROOT));
            }
            out.endArray();
            incident(assessment.facts(incident));
            out.endObject();
            digest.update(out.toBytes());
            digest.update((byte) '\n');
        }
    }

    /// Where people's decisions left it; nothing where nobody stated anything.
    private void stands(String incident) {
        CaseFile file = picture.docket().files().get(incident);
        AdoptedAgreement agreement = picture.agreement();
        if (file == null || agreement == null) {
            return;
        }
        Ballot ballot = Finding.ballot(agreement.agreement());
        Attribution attribution = file.attribution(ballot);
        String outcome = file.outcome();
        out.name("stands")
                .value((outcome == null ? "open" : outcome) + " "
                        + attribution.level().name()
                        + (attribution.party() == null ? "" : " " + attribution.party()));
    }

    private void incident(Facts facts) {
        out.name("count").value(facts.count().value());
        out.name("from").value(facts.fromMs());
        out.name("id").value(picture.observations().address(facts.firstRow()));
        out.name("joins").beginArray();
        for (int join : incidents.joins(facts.incident())) {
            out.value(picture.observations().address(incidents.laterRow(join)));
            out.value(picture.observations().address(incidents.earlierRow(join)));
            out.value(incidents.joinDistanceMm(join)).value(incidents.joinGapMs(join));
        }
        out.endArray();
        out.name("kind").value(facts.kind().word());
        out.name("lineages").value(facts.lineages());
        if (facts.bestRow() >= 0) {
            out.name("place").beginArray();
            out.value(columns.lonE7(facts.bestRow())).value(columns.latE7(facts.bestRow()));
            out.value(columns.radiusMetres(facts.bestRow()));
            out.endArray();
        }
        out.name("qualifier").value(facts.count().qualifier().word());
        stands(picture.observations().address(facts.firstRow()));
        out.name("to").value(facts.toMs());
    }
}
