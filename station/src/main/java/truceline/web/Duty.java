package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import truceline.duty.World;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Person;
import truceline.finding.Stated;
import truceline.incident.Facts;

/// What the record of a snapshot holds for duties and guarantees. Pure.
final class Duty {
    private Duty() {}

    /// Attributed findings, what people attested, days that were set. Who sits in a body attests for the body, a
    /// party's own liaison for the party.
    static World world(Snapshot snapshot) {
        List<World.Attested> attested = new ArrayList<>();
        for (Stated stated : snapshot.docket().of(Act.ATTEST)) {
            Person by = stated.by();
            attested.add(new World.Attested(
                    stated.statement().text("fact"),
                    null,
                    by.body().isEmpty() ? by.seatCode() : by.body(),
                    true,
                    stated.statement().number("date")));
        }
        return new World(findings(snapshot), attested, snapshot.docket().daysSet(), List.of(), snapshot.nowMs());
    }

    private static List<World.Attributed> findings(Snapshot snapshot) {
        List<World.Attributed> findings = new ArrayList<>();
        for (CaseFile file : snapshot.docket().files().values()) {
            Attribution attribution = IncidentRows.attribution(snapshot, file);
            OptionalInt incident = snapshot.find(file.incident());
            boolean isFound = attribution.level().compareTo(Attribution.Level.A3) >= 0 && file.isVerified();
            String party = attribution.party();
            if (isFound && party != null && incident.isPresent()) {
                Facts facts = snapshot.facts().get(incident.getAsInt());
                List<String> provisions = snapshot.cases(facts.incident()).stream()
                        .map(found -> found.norm().provision())
                        .distinct()
                        .toList();
                findings.add(new World.Attributed(provisions, party, null, facts.fromMs()));
            }
        }
        return findings;
    }
}
