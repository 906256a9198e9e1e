package truceline.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Claim;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.territory.Share;
import truceline.territory.Shares;

/// What a control map gives for each unit, beside what was claimed. Neither is a statement of right. Pure.
final class TerritoryView {
    private TerritoryView() {}

    record ClaimRow(String name, String share, String heldBy, String date, String basis, String source) {}

    /// One unit; what a map covers is null while no control map was entered.
    record Unit(
            String name,
            double areaKm2,
            @Nullable Double controlledKm2,
            @Nullable Double sharePercent,
            List<ClaimRow> claims) {}

    record Total(
            double areaKm2,
            @Nullable Double controlledKm2,
            @Nullable Double sharePercent,
            List<ClaimRow> claims) {}

    record Control(String date, String source, String sha256) {}

    record View(List<Unit> units, @Nullable Total total, List<Control> control, String boundaries, String note) {}

    static View of(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        List<Picture.ControlMap> controls = snapshot.picture().controls();
        List<Control> entered = controls.stream()
                .map(control -> new Control(
                        control.date(),
                        snapshot.picture()
                                .sources()
                                .get(control.submission().source())
                                .id(),
                        control.document()))
                .toList();
        Geometry units = adopted == null ? null : adopted.units();
        String note = "Geodesic area on WGS-84 of the newest control map within the boundaries. Neither the map nor a"
                + " claim is a statement of right.";
        if (adopted == null || units == null) {
            List<ClaimRow> all = adopted == null ? List.of() : claims(adopted, null, List.of());
            Total total = all.isEmpty() ? null : new Total(0, null, null, all);
            return new View(List.of(), total, entered, "", "No boundaries of units were entered. " + note);
        }
        Shares shares = snapshot.shares(units, adopted.unitNameProperty());
        boolean isMapped = !controls.isEmpty();
        List<String> names = shares.units().stream().map(Share::unit).toList();
        List<Unit> rows = new ArrayList<>();
        for (Share share : shares.units()) {
            rows.add(new Unit(
                    share.unit(),
                    share.areaKm2Tenths() / 10.0,
                    isMapped ? share.controlledKm2Tenths() / 10.0 : null,
                    isMapped ? share.sharePercentHundredths() / 100.0 : null,
                    claims(adopted, share.unit(), names)));
        }
        Share whole = shares.total();
        Total total = new Total(
                whole.areaKm2Tenths() / 10.0,
                isMapped ? whole.controlledKm2Tenths() / 10.0 : null,
                isMapped ? whole.sharePercentHundredths() / 100.0 : null,
                claims(adopted, null, names));
        return new View(rows, total, entered, boundaries(adopted), note);
    }

    private static String boundaries(AdoptedAgreement adopted) {
        return adopted.entered().units() == null
                ? ""
                : "Units as entered, file SHA-256 " + adopted.entered().units().file();
    }

    /// Claims about one unit, or (null) about what is none of the units alone.
    private static List<ClaimRow> claims(AdoptedAgreement adopted, @Nullable String unit, List<String> units) {
        return adopted.agreement().claims().values().stream()
                .filter(claim -> isAbout(adopted, claim, unit, units))
                .map(claim -> claim(adopted.agreement(), claim))
                .toList();
    }

    private static boolean isAbout(AdoptedAgreement adopted, Claim claim, @Nullable String unit, List<String> units) {
        List<String> where = new ArrayList<>();
        for (Reference each : claim.where()) {
            where.addAll(unitsOf(adopted, each.name()));
        }
        boolean isOneUnit = where.size() == 1 && units.contains(where.getFirst());
        return unit == null ? !isOneUnit : isOneUnit && where.contains(unit);
    }

    /// The units that a zone is made of, as its map names them; the zone's own name where it has no map.
    private static List<String> unitsOf(AdoptedAgreement adopted, String zone) {
        Geometry map = adopted.maps().get(zone);
        List<String> names = new ArrayList<>();
        if (map != null) {
            for (Feature feature : map.features()) {
                String name = feature.properties().get(adopted.unitNameProperty());
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names.isEmpty() ? List.of(zone) : names;
    }

    private static ClaimRow claim(Agreement agreement, Claim claim) {
        return new ClaimRow(
                claim.name() + " (" + AgreementView.names(claim.where()) + ")",
                claim.share().find().map(Quantity::text).orElse("open"),
                AgreementView.names(claim.heldBy()),
                claim.date(),
                ClosedWords.word(claim.origin().basis()),
                AgreementView.source(agreement, claim.origin()));
    }
}
