package truceline.web;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.coverage.Stretches;
import truceline.duty.life.Evaluation;
import truceline.duty.life.ProvisionState;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Corroboration;
import truceline.finding.Docket;
import truceline.finding.Finding;
import truceline.geo.Geometry;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Lookup;
import truceline.mission.Occurrences;
import truceline.mission.Picture;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.observation.Observations;
import truceline.report.Footer;
import truceline.station.At;
import truceline.station.LedgerView;
import truceline.station.ReadOnlyStation;
import truceline.station.WitnessView;
import truceline.territory.Shares;

/// One station as it was at one size of its ledger, with what every view asks of it computed once. Nothing in it
/// changes but who confirmed it; threads may share it.
final class Snapshot {
    private final Site site;
    private final ReadOnlyStation station;
    private final Incidents incidents;
    private final List<Case> cases;
    private final Map<Integer, List<Case>> casesByIncident = new HashMap<>();
    private final List<Facts> facts = new ArrayList<>();
    private final @Nullable Ballot ballot;
    private final Corroboration.SourceOwner owners;
    private volatile LedgerView ledger;
    private volatile WitnessView witnesses;
    private final Basemap basemap;
    private final Map<String, Stretches> stretches = new ConcurrentHashMap<>();
    private volatile @Nullable Shares shares;
    private volatile @Nullable List<ProvisionState> provisionStates;

    private Snapshot(Site site, ReadOnlyStation station, Basemap basemap) {
        this.site = site;
        this.station = station;
        this.basemap = basemap;
        Picture picture = station.picture();
        this.incidents = picture.incidents();
        this.cases = picture.cases(incidents);
        cases.forEach(found -> casesByIncident
                .computeIfAbsent(found.incident(), any -> new ArrayList<>())
                .add(found));
        Assessment assessment = new Assessment(picture.observations(), incidents);
        for (int incident = 0; incident < incidents.size(); incident++) {
            facts.add(told(assessment.facts(incident)));
        }
        AdoptedAgreement agreement = picture.agreement();
        this.ballot = agreement == null ? null : Finding.ballot(agreement.agreement());
        this.owners = Corroboration.owners(
                picture.sources().stream().map(Source::id).toList(),
                picture.docket().owners());
        this.ledger = LedgerView.of(station);
        this.witnesses = new WitnessView("no policy", List.of(), List.of());
    }

    private Facts told(Facts known) {
        return CaseFinder.told(known, cases(known.incident()), columns(), incidents);
    }

    static Snapshot open(Site site) throws IOException {
        return new Snapshot(site, ReadOnlyStation.open(site.folder(), new At.Now()), Basemap.read(site.basemap()));
    }

    Site site() {
        return site;
    }

    Basemap basemap() {
        return basemap;
    }

    Picture picture() {
        return station.picture();
    }

    /// True where everything in the station is invented, as its settings say.
    boolean isDemo() {
        return station.settings().isDemo();
    }

    long size() {
        return station.picture().size();
    }

    Observations observations() {
        return picture().observations();
    }

    Columns columns() {
        return observations().columns();
    }

    Docket docket() {
        return picture().docket();
    }

    @Nullable
    AdoptedAgreement agreement() {
        return picture().agreement();
    }

    /// Where every provision of the agreement stands, computed at the first question.
    List<ProvisionState> provisionStates() {
        List<ProvisionState> known = provisionStates;
        if (known == null) {
            Evaluation evaluation = Occurrences.evaluate(Lookup.of(picture()));
            known = evaluation == null ? List.of() : evaluation.states();
            provisionStates = known;
        }
        return known;
    }

    ZoneId zone() {
        AdoptedAgreement agreement = agreement();
        return agreement == null ? ZoneOffset.UTC : agreement.zone();
    }

    /// Latest moment at which anything was received, milliseconds UTC: all that is "now" to this snapshot.
    long nowMs() {
        return picture().receivedMs();
    }

    Incidents incidents() {
        return incidents;
    }

    /// Facts of all incidents, by number, in the order of the ledger.
    List<Facts> facts() {
        return facts;
    }

    /// Facts of the incidents that are told: what only moved and breached nothing is a track, not an incident.
    List<Facts> reported() {
        return facts.stream()
                .filter(each -> !each.isMovement() || !cases(each.incident()).isEmpty())
                .toList();
    }

    List<Case> cases() {
        return cases;
    }

    List<Case> cases(int incident) {
        return casesByIncident.getOrDefault(incident, List.of());
    }

    /// Address of the first observation, by which an incident is cited.
    String id(int incident) {
        return observations().address(incidents.firstRow(incident));
    }

    /// The incident that an address cites, also where it cites an observation that was since merged into it.
    OptionalInt find(@Nullable String address) {
        int row = address == null ? -1 : observations().findRow(address);
        int incident = row < 0 || row >= picture().rows() ? -1 : incidents.ofRow(row);
        return incident >= 0 ? OptionalInt.of(incident) : OptionalInt.empty();
    }

    /// True where a statement that cites an address is about an incident.
    boolean isAbout(@Nullable String address, int incident) {
        return find(address).equals(OptionalInt.of(incident));
    }

    CaseFile file(int incident) {
        return docket().file(id(incident));
    }

    Corroboration corroboration(int incident) {
        return Corroboration.of(observations(), incidents, incident, owners);
    }

    Corroboration.SourceOwner owners() {
        return owners;
    }

    /// The ballot of the body that attributes, or null where the agreement has none.
    @Nullable
    Ballot ballot() {
        return ballot;
    }

    String sourceId(int row) {
        return picture().sources().get(observations().source(row)).id();
    }

    /// Takes in who confirmed the checkpoint since: the same tree under more signatures.
    void confirm(LedgerView newest) throws IOException {
        ledger = newest;
        witnesses = newest.witnesses(site.folder(), station.picture().policy());
    }

    /// How it stands with the witnesses.
    WitnessView witnesses() {
        return witnesses;
    }

    /// The ledger under the checkpoint that was folded.
    LedgerView ledger() {
        return ledger;
    }

    /// How readers know the station: the site's title, or the agreement's where the site has none.
    String title() {
        AdoptedAgreement agreement = agreement();
        return site.title().isEmpty() && agreement != null ? agreement.title() : site.title();
    }

    /// A drawn line of the agreement, cut into stretches.
    Stretches stretches(String line) {
        AdoptedAgreement agreement = agreement();
        Geometry map = agreement == null ? null : agreement.lines().get(line);
        if (map == null) {
            throw new IllegalStateException("line " + line + " is not drawn");
        }
        return stretches.computeIfAbsent(line, any -> Stretches.of(map));
    }

    /// Areas of units and how much of each the newest control map covers; nothing where there is no map. Computed once.
    Shares shares(Geometry units, String nameProperty) {
        Shares known = shares;
        if (known == null) {
            List<Picture.ControlMap> controls = picture().controls();
            Geometry newest = controls.isEmpty()
                    ? new Geometry(List.of())
                    : controls.getLast().map();
            known = Shares.compute(List.of(newest), units, nameProperty);
            shares = known;
        }
        return known;
    }

    /// What a document needs to be checked against the ledger.
    Footer footer() {
        return new Footer(ledger.origin(), size(), station.root().base64());
    }
}
