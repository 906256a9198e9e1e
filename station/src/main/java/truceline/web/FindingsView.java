package truceline.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.finding.Attribution;
import truceline.finding.CaseFile;
import truceline.finding.Finding;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;

/// Published findings, newest first. Pure.
final class FindingsView {
    private FindingsView() {}

    /// A minority vote and its words.
    record Dissent(String seat, String text) {}

    /// One finding.
    ///
    /// @param sha256 of the canonical JSON that two persons signed
    record Published(
            String id,
            String incident,
            String title,
            String published,
            long entry,
            String sha256,
            List<String> provisions,
            @Nullable String party,
            String attribution,
            List<Dissent> dissent,
            boolean withoutAttribution,
            String summary) {}

    record Listing(List<Published> findings) {}

    /// How a publication is cited.
    static String id(CaseFile.Publication publication) {
        return "F-" + publication.index();
    }

    static Listing of(Snapshot snapshot) {
        List<Published> findings = new ArrayList<>();
        for (CaseFile file : snapshot.docket().files().values()) {
            OptionalInt incident = snapshot.find(file.incident());
            if (file.published() != null && incident.isPresent()) {
                find(snapshot, snapshot.facts().get(incident.getAsInt()), file).ifPresent(findings::add);
            }
        }
        findings.sort(Comparator.comparingLong(Published::entry).reversed());
        return new Listing(findings);
    }

    /// The finding on an incident, if one was published.
    static Optional<Published> find(Snapshot snapshot, Facts facts) {
        return find(snapshot, facts, snapshot.file(facts.incident()));
    }

    /// What the file of an incident published, told from the bytes that were signed, whatever was added since.
    private static Optional<Published> find(Snapshot snapshot, Facts facts, CaseFile file) {
        CaseFile.Publication publication = file.published();
        if (publication == null) {
            return Optional.empty();
        }
        truceline.report.Published signed = truceline.report.Published.of(file.incident(), publication);
        String title = IncidentRows.title(facts) + (facts.placeName() == null ? "" : " at " + facts.placeName());
        Attribution attribution = new Attribution(Attribution.Level.valueOf(signed.level()), signed.party());
        return Optional.of(new Published(
                id(publication),
                file.incident(),
                title,
                Iso.of(publication.receivedMs()),
                publication.index(),
                publication.sha256(),
                signed.provisions(),
                signed.party(),
                attribution(snapshot, attribution),
                signed.dissent().stream()
                        .map(each -> new Dissent(each.seat(), each.text()))
                        .toList(),
                signed.party() == null,
                summary(snapshot, facts, signed.provisions())));
    }

    /// Seats that voted otherwise than the decision, with their words.
    static List<Dissent> dissent(Snapshot snapshot, Facts facts) {
        AdoptedAgreement agreement = snapshot.agreement();
        if (agreement == null) {
            return List.of();
        }
        Finding finding = new Finding(
                agreement.agreement(),
                agreement.entered().document(),
                snapshot.observations(),
                snapshot.incidents(),
                facts,
                snapshot.cases(facts.incident()),
                snapshot.file(facts.incident()),
                snapshot.picture().rule());
        return finding.dissent().stream()
                .map(each -> new Dissent(each.seat(), each.text()))
                .toList();
    }

    private static String attribution(Snapshot snapshot, Attribution attribution) {
        String rule =
                snapshot.ballot() == null ? "" : " (rule: " + snapshot.ballot().rule() + ")";
        return switch (attribution.level()) {
            case A0 -> "No party is named" + rule + ".";
            case A1 -> "Consistent with an origin in the area that " + attribution.party() + " holds; not attributed.";
            case A2 -> "Likely, alternatives listed; not attributed by the commission" + rule + ".";
            case A3 -> "Attributed by vote" + rule + ".";
            case A4 -> "Acknowledged by the party itself.";
        };
    }

    private static String summary(Snapshot snapshot, Facts facts, List<String> provisions) {
        String where = facts.placeName() == null ? "" : " at " + facts.placeName();
        String touched = provisions.isEmpty()
                ? ""
                : " Provisions touched: " + provisions.stream().collect(Collectors.joining(", ")) + ".";
        int accounts = snapshot.corroboration(facts.incident()).lineages();
        return IncidentRows.title(facts) + where + ", " + Iso.of(facts.fromMs()) + ", from "
                + (accounts == 1 ? "one account" : accounts + " independent accounts") + "." + touched;
    }
}
