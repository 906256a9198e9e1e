package truceline.mission;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.finding.CaseFile;
import truceline.finding.Corroboration;
import truceline.finding.Finding;
import truceline.finding.Standing;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.incident.Incidents;
import truceline.incident.TrackRule;

/// What a step or a reader asks of one picture about one incident. Groups the observations at the first question only,
/// because most statements ask none. Not thread-safe.
public final class Lookup {
    private final Supplier<Picture> source;
    private @Nullable Picture picture;
    private @Nullable Incidents incidents;
    private @Nullable List<Case> cases;

    Lookup(Supplier<Picture> source) {
        this.source = source;
    }

    /// Answers with groups and cases that are known to be those of the pictures to come.
    Lookup with(Lookup before) {
        incidents = before.incidents;
        cases = before.cases;
        return this;
    }

    /// Answers from a picture that is at hand.
    public static Lookup of(Picture picture) {
        return new Lookup(() -> picture);
    }

    public Picture picture() {
        Picture known = picture;
        if (known == null) {
            known = source.get();
            picture = known;
        }
        return known;
    }

    /// The incidents of the picture.
    public Incidents incidents() {
        Incidents known = incidents;
        if (known == null) {
            known = picture().incidents();
            incidents = known;
        }
        return known;
    }

    /// Candidate and indeterminate cases, in the order of incidents.
    public List<Case> cases() {
        List<Case> known = cases;
        if (known == null) {
            known = picture().cases(incidents());
            cases = known;
        }
        return known;
    }

    /// Number of the incident that the observation at an address stands in, or -1.
    public int incident(String address) {
        int row = picture().observations().findRow(address);
        return row < 0 || row >= picture().rows() ? -1 : incidents().ofRow(row);
    }

    /// Facts of an incident.
    public Facts facts(int incident) {
        return new Assessment(picture().observations(), incidents()).facts(incident);
    }

    /// How independent the accounts of an incident are.
    public Corroboration corroboration(int incident) {
        return Corroboration.of(picture().observations(), incidents(), incident, owners());
    }

    /// Whose each source is.
    public Corroboration.SourceOwner owners() {
        return Corroboration.owners(
                picture().sources().stream().map(Source::id).toList(),
                picture().docket().owners());
    }

    /// Where the incident named by an address stands, or null where no incident has that name.
    public @Nullable Standing standing(String address) {
        int incident = incident(address);
        if (incident < 0) {
            return null;
        }
        Facts facts = facts(incident);
        String name = picture().observations().address(facts.firstRow());
        return name.equals(address)
                ? new Standing(
                        name,
                        Family.of(facts.kind()),
                        TrackRule.isOwnPosition(picture().observations().columns(), facts.firstRow()),
                        facts.isCue(),
                        corroboration(incident).isEnough())
                : null;
    }

    /// Address of the incident in which the observation at an address stands, or null where it stands in none.
    public @Nullable String incidentOf(String address) {
        int incident = incident(address);
        return incident < 0 ? null : name(incident);
    }

    /// The address that names an incident: that of its first observation.
    public String name(int incident) {
        return picture().observations().address(incidents().firstRow(incident));
    }

    /// What would be published about the incident named by an address.
    public byte[] finding(String address) {
        return finding(incident(address)).toBytes();
    }

    /// What would be published about an incident.
    public Finding finding(int incident) {
        Facts facts = facts(incident);
        AdoptedAgreement agreement = picture().agreement(facts.fromMs());
        if (agreement == null) {
            throw new IllegalStateException("a finding without an agreement");
        }
        CaseFile file = picture().docket().file(picture().observations().address(facts.firstRow()));
        return new Finding(
                agreement.agreement(),
                agreement.entered().document(),
                picture().observations(),
                incidents(),
                facts,
                cases().stream().filter(found -> found.incident() == incident).toList(),
                file,
                picture().rule());
    }
}
