package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Level;
import truceline.duty.World;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.finding.Finding;
import truceline.finding.Stated;
import truceline.finding.Statement;
import truceline.incident.Facts;

/// What the record holds of the world, as duties and guarantees ask for it. Pure.
public final class Worlds {
    private Worlds() {}

    /// The world of a picture: published findings that a vote or a party's own word attributes, facts that people
    /// attested, days that bodies set.
    public static World of(Lookup lookup) {
        Picture picture = lookup.picture();
        Docket docket = picture.docket();
        return new World(findings(lookup), attested(docket), docket.daysSet(), List.of(), picture.receivedMs());
    }

    private static List<World.Attributed> findings(Lookup lookup) {
        List<World.Attributed> findings = new ArrayList<>();
        AdoptedAgreement agreement = lookup.picture().agreement();
        if (agreement == null) {
            return findings;
        }
        for (CaseFile file : lookup.picture().docket().files().values()) {
            Attribution attribution = file.attribution(Finding.ballot(agreement.agreement()));
            int incident = lookup.incident(file.incident());
            String party = attribution.party();
            boolean isAttributed = attribution.level().compareTo(Attribution.Level.A3) >= 0;
            if (file.published() != null && isAttributed && party != null && incident >= 0) {
                findings.add(attributed(lookup, incident, party));
            }
        }
        return findings;
    }

    private static World.Attributed attributed(Lookup lookup, int incident, String party) {
        Facts facts = lookup.facts(incident);
        List<String> provisions = lookup.finding(incident).cases().stream()
                .map(found -> found.norm().provision())
                .toList();
        return new World.Attributed(provisions, party, severity(lookup, incident), facts.fromMs());
    }

    /// Grave where people died or were hurt, by the latest word about the incident that somebody followed up; else no
    /// level is given yet. Harm stated of an incident that was merged into this one counts for it.
    private static @Nullable Level severity(Lookup lookup, int incident) {
        boolean harmed = false;
        for (Stated stated : lookup.picture().docket().of(Act.HARM)) {
            Statement said = stated.statement();
            String about = said.findText("incident");
            if (about != null
                    && lookup.incident(about) == incident
                    && !said.text("status").equals("reported")) {
                harmed = said.number("dead") + said.number("injured") > 0;
            }
        }
        return harmed ? Level.GRAVE : null;
    }

    private static List<World.Attested> attested(Docket docket) {
        return docket.of(Act.ATTEST).stream()
                .map(stated -> new World.Attested(
                        stated.statement().text("fact"),
                        stated.statement().findText("about"),
                        attester(stated),
                        !stated.statement().flag("denies"),
                        stated.statement().number("date")))
                .toList();
    }

    /// A party's own people speak for the party, everybody else for his body.
    static String attester(Stated stated) {
        boolean isLiaison = stated.by().body().isEmpty();
        return isLiaison ? stated.by().seatCode() : stated.by().body();
    }
}
