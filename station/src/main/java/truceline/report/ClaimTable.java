package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import truceline.compliance.Norms;
import truceline.compliance.Reconciled;
import truceline.compliance.Reconciliation;
import truceline.compliance.ReconciliationRule;
import truceline.geo.Place;
import truceline.incident.Incidents;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Observations;

/// The claims of the parties and what came of each, in the formats of {@link Listing}: one table of totals, the same
/// for every list, and one of claims in the order of the ledger. A party stands here as the one that a list accuses,
/// never as the one who did it. The free text of a list is in the vault and is never shown. Thread-safe.
public final class ClaimTable {
    private static final List<Row.Column> TOTAL = List.of(
            new Row.Column("source", 20),
            new Row.Column("accused", 12),
            new Row.Column("claims", 8),
            new Row.Column("matched", 8),
            new Row.Column("unmatchedObserved", 17),
            new Row.Column("notObserved", 11),
            new Row.Column("duplicate", 9),
            new Row.Column("outOfScope", 10));

    private static final List<Row.Column> CLAIM = List.of(
            new Row.Column("id", 10),
            new Row.Column("row", 6),
            new Row.Column("source", 16),
            new Row.Column("accused", 8),
            new Row.Column("from", 25),
            new Row.Column("to", 0),
            new Row.Column("kind", 17),
            new Row.Column("countText", 0),
            new Row.Column("weapon", 0),
            new Row.Column("place", 20),
            new Row.Column("longitude", 0),
            new Row.Column("latitude", 0),
            new Row.Column("radiusMetres", 0),
            new Row.Column("outcome", 18),
            new Row.Column("incident", 10),
            new Row.Column("duplicateOf", 11),
            new Row.Column("why", 80));

    private final Picture picture;
    private final Incidents incidents;
    private final Reconciliation reconciliation;
    private final ZoneId zone;

    private ClaimTable(Picture picture, Incidents incidents, Reconciliation reconciliation) {
        this.picture = picture;
        this.incidents = incidents;
        this.reconciliation = reconciliation;
        AdoptedAgreement agreement = picture.agreement();
        this.zone = agreement == null ? ZoneOffset.UTC : agreement.zone();
    }

    /// Holds the claims of a picture against its incidents, under the agreement in force and rule version 1.
    public static ClaimTable of(Picture picture, Reconciliation.Observed observed) {
        AdoptedAgreement agreement = picture.agreement();
        Incidents incidents = picture.incidents();
        return of(
                picture,
                incidents,
                Reconciliation.of(
                        picture.observations(),
                        picture.rows(),
                        incidents,
                        agreement == null ? new Norms(List.of(), List.of()) : agreement.norms(),
                        ReconciliationRule.FIRST,
                        observed));
    }

    /// Tells a reconciliation of that picture's rows with those incidents.
    public static ClaimTable of(Picture picture, Incidents incidents, Reconciliation reconciliation) {
        return new ClaimTable(picture, incidents, reconciliation);
    }

    /// What the tables tell.
    public Reconciliation reconciliation() {
        return reconciliation;
    }

    /// How many claims of each list against each party came to what.
    ///
    /// @throws IllegalArgumentException where the format is none of {@link Listing#FORMATS}
    public void totals(String format, Appendable out) throws IOException {
        write(Listing.writer(format, out), this::totals);
    }

    /// Every claim with its outcome and why.
    ///
    /// @throws IllegalArgumentException where the format is none of {@link Listing#FORMATS}
    public void claims(String format, Appendable out) throws IOException {
        write(Listing.writer(format, out), this::claims);
    }

    /// Both tables as text, the totals first.
    public void text(Appendable out) throws IOException {
        totals("table", out);
        out.append('\n');
        claims("table", out);
    }

    /// Both tables as one JSON object, `{"totals":[…],"claims":[…]}`.
    public void json(Appendable out) throws IOException {
        out.append("{\"totals\":");
        totals("json", out);
        out.append(",\"claims\":");
        claims("json", out);
        out.append("}\n");
    }

    /// Rows of one of the tables.
    @FunctionalInterface
    private interface Rows {
        void write(RowWriter writer) throws IOException;
    }

    private static void write(RowWriter writer, Rows rows) throws IOException {
        rows.write(writer);
        writer.end();
    }

    private void totals(RowWriter writer) throws IOException {
        writer.begin(TOTAL);
        for (Reconciliation.Total total : reconciliation.totals()) {
            writer.row(new Row(
                    List.of(
                            Row.of(source(total.source())),
                            Row.of(total.accused()),
                            Row.of(total.claims()),
                            Row.of(total.matched()),
                            Row.of(total.unmatchedObserved()),
                            Row.of(total.notObserved()),
                            Row.of(total.duplicate()),
                            Row.of(total.outOfScope())),
                    null));
        }
    }

    private void claims(RowWriter writer) throws IOException {
        writer.begin(CLAIM);
        for (Reconciled claim : reconciliation.claims()) {
            writer.row(row(claim));
        }
    }

    private Row row(Reconciled claim) {
        Observations observations = picture.observations();
        Columns columns = observations.columns();
        int row = claim.row();
        Place place = columns.isPlaced(row) ? new Place(columns.lonE7(row), columns.latE7(row)) : null;
        long calibre = columns.number(Field.CALIBRE, row);
        return new Row(
                List.of(
                        Row.of(observations.address(row)),
                        Row.of(columns.number(Field.ROW, row)),
                        Row.of(source(claim.source())),
                        Row.of(columns.text(Field.SIDE, row)),
                        Row.of(Words.iso(columns.fromMs(row), zone)),
                        Row.of(Words.iso(columns.toMs(row) + columns.precisionMs(row), zone)),
                        Row.of(columns.kind(row).word()),
                        Row.of(columns.count(row).text()),
                        Row.of(Words.weapon(columns.weapon(row), calibre == Columns.NONE ? -1 : (int) calibre)),
                        Row.of(columns.text(Field.PLACE, row)),
                        place == null ? Row.NOTHING : Row.degrees(place.lonE7()),
                        place == null ? Row.NOTHING : Row.degrees(place.latE7()),
                        place == null ? Row.NOTHING : Row.of(columns.radiusMetres(row)),
                        Row.of(claim.outcome().word()),
                        claim.incident() < 0
                                ? Row.NOTHING
                                : Row.of(observations.address(incidents.firstRow(claim.incident()))),
                        claim.other() < 0 ? Row.NOTHING : Row.of(observations.address(claim.other())),
                        Row.of(claim.why())),
                place);
    }

    private String source(int number) {
        return picture.sources().get(number).id();
    }
}
