package truceline.report;

import org.jspecify.annotations.Nullable;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Corroboration;
import truceline.finding.Finding;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.mission.Source;

/// The decisions of a picture, asked for one incident at a time. Thread-safe.
final class Decisions {
    private final Picture picture;
    private final Incidents incidents;
    private final Corroboration.SourceOwner owners;
    private final @Nullable Ballot ballot;

    Decisions(Picture picture, Incidents incidents) {
        this.picture = picture;
        this.incidents = incidents;
        this.owners = Corroboration.owners(
                picture.sources().stream().map(Source::id).toList(),
                picture.docket().owners());
        AdoptedAgreement agreement = picture.agreement();
        this.ballot = agreement == null ? null : Finding.ballot(agreement.agreement());
    }

    Decision of(Facts facts) {
        CaseFile file = picture.docket().file(picture.observations().address(facts.firstRow()));
        boolean isClosed = file.isClosed(ballot, picture.receivedMs());
        return new Decision(
                file,
                ballot,
                isClosed,
                file.verification(facts.isCue(), corroboration(facts.incident()).isEnough(), isClosed),
                file.attribution(ballot));
    }

    Corroboration corroboration(int incident) {
        return Corroboration.of(picture.observations(), incidents, incident, owners);
    }

    Corroboration.SourceOwner owners() {
        return owners;
    }
}
