package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.finding.CaseFile;
import truceline.geo.Place;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.observation.Count;
import truceline.observation.Means;

/// Incidents, cases and findings of a picture, one by one, in the order of the ledger. Fields may be added, never
/// renamed. Only evidence and what people decided is listed: never where an observer stood or a remark; a party
/// stands in a finding only where a vote or its own word put it there.
///
/// Formats: aligned text, one JSON array, newline-delimited JSON, CSV, GeoJSON. Times are ISO 8601 with the offset
/// of the agreement's zone. A listing holds one element in memory at a time.
public final class Listing {
    /// The formats, as they are asked for.
    public static final List<String> FORMATS = List.of("table", "json", "ndjson", "csv", "geojson");

    private static final List<Row.Column> INCIDENT = List.of(
            new Row.Column("id", 10),
            new Row.Column("from", 25),
            new Row.Column("to", 0),
            new Row.Column("kind", 17),
            new Row.Column("cue", 3),
            new Row.Column("count", 0),
            new Row.Column("qualifier", 0),
            new Row.Column("countText", 14),
            new Row.Column("atLeast", 0),
            new Row.Column("place", 26),
            new Row.Column("longitude", 0),
            new Row.Column("latitude", 0),
            new Row.Column("radiusMetres", 12),
            new Row.Column("means", 0),
            new Row.Column("description", 0),
            new Row.Column("weapon", 0),
            new Row.Column("sources", 0),
            new Row.Column("lineages", 8),
            new Row.Column("observations", 0),
            new Row.Column("why", 0),
            new Row.Column("received", 0),
            new Row.Column("flags", 0),
            new Row.Column("cases", 40),
            new Row.Column("verification", 12),
            new Row.Column("attribution", 11));

    private static final List<Row.Column> CASE = List.of(
            new Row.Column("id", 16),
            new Row.Column("incident", 10),
            new Row.Column("provision", 10),
            new Row.Column("certainty", 13),
            new Row.Column("party", 12),
            new Row.Column("from", 25),
            new Row.Column("to", 0),
            new Row.Column("kind", 17),
            new Row.Column("countText", 14),
            new Row.Column("place", 0),
            new Row.Column("longitude", 0),
            new Row.Column("latitude", 0),
            new Row.Column("radiusMetres", 0),
            new Row.Column("reason", 60),
            new Row.Column("verification", 12),
            new Row.Column("attribution", 11));

    private static final List<Row.Column> FINDING = List.of(
            new Row.Column("incident", 10),
            new Row.Column("provisions", 20),
            new Row.Column("party", 12),
            new Row.Column("attribution", 11),
            new Row.Column("dissent", 40),
            new Row.Column("published", 25),
            new Row.Column("sha256", 16),
            new Row.Column("entry", 8),
            new Row.Column("longitude", 0),
            new Row.Column("latitude", 0));

    private final Picture picture;
    private final Filter filter;
    private final ZoneId zone;
    private final Register register;

    private Listing(Picture picture, Register register, ZoneId zone, Filter filter) {
        this.picture = picture;
        this.register = register;
        this.zone = zone;
        this.filter = filter;
    }

    private static Listing of(Picture picture, Filter filter) {
        AdoptedAgreement agreement = picture.agreement();
        Incidents incidents = picture.incidents();
        Register register = new Register(picture, incidents, picture.cases(incidents));
        return new Listing(picture, register, agreement == null ? ZoneOffset.UTC : agreement.zone(), filter);
    }

    /// All incidents that the filter admits.
    ///
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void incidents(Picture picture, Filter filter, String format, Appendable out) throws IOException {
        incidents(picture, filter, format, false, out);
    }

    /// All incidents that the filter admits.
    ///
    /// @param demo true where everything in the station is invented: GeoJSON then says so
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void incidents(Picture picture, Filter filter, String format, boolean demo, Appendable out)
            throws IOException {
        of(picture, filter).incidents(writer(format, demo, out));
    }

    static void incidents(Picture picture, Register register, ZoneId zone, Filter filter, String format, Appendable out)
            throws IOException {
        new Listing(picture, register, zone, filter).incidents(writer(format, out));
    }

    /// All candidate and indeterminate cases that the filter admits.
    ///
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void cases(Picture picture, Filter filter, String format, Appendable out) throws IOException {
        cases(picture, filter, format, false, out);
    }

    /// All candidate and indeterminate cases that the filter admits.
    ///
    /// @param demo true where everything in the station is invented: GeoJSON then says so
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void cases(Picture picture, Filter filter, String format, boolean demo, Appendable out)
            throws IOException {
        of(picture, filter).cases(writer(format, demo, out));
    }

    static void cases(Picture picture, Register register, ZoneId zone, Filter filter, String format, Appendable out)
            throws IOException {
        new Listing(picture, register, zone, filter).cases(writer(format, out));
    }

    /// All findings that were published and that the filter admits, in the order of publication, each with every
    /// minority vote in its own words.
    ///
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void findings(Picture picture, Filter filter, String format, Appendable out) throws IOException {
        findings(picture, filter, format, false, out);
    }

    /// All findings that were published and that the filter admits.
    ///
    /// @param demo true where everything in the station is invented: GeoJSON then says so
    /// @throws IllegalArgumentException where the format is none of {@link #FORMATS}
    public static void findings(Picture picture, Filter filter, String format, boolean demo, Appendable out)
            throws IOException {
        of(picture, filter).findings(writer(format, demo, out));
    }

    private void findings(RowWriter writer) throws IOException {
        writer.begin(FINDING);
        List<Published> findings = new ArrayList<>();
        picture.docket().files().values().forEach(file -> {
            CaseFile.Publication published = file.published();
            if (published != null) {
                findings.add(Published.of(file.incident(), published));
            }
        });
        findings.sort(Comparator.comparingLong(Published::entry));
        for (Published finding : findings) {
            finding(finding, writer);
        }
        writer.end();
    }

    private void finding(Published finding, RowWriter writer) throws IOException {
        Facts facts = register.findFacts(finding.incident());
        Place place = facts == null ? null : register.findPlace(facts);
        boolean isUnder = facts != null
                && (filter.provision() == null
                        || register.cases(facts.incident()).stream().anyMatch(filter::admits));
        if (facts == null || !isUnder || !filter.admits(facts, place)) {
            return;
        }
        writer.row(new Row(
                List.of(
                        Row.of(finding.incident()),
                        Row.of(finding.provisions()),
                        Row.of(finding.party()),
                        Row.of(finding.level()),
                        new Row.Value.Votes(finding.dissent()),
                        Row.of(Words.iso(finding.publishedMs(), zone)),
                        Row.of(finding.sha256()),
                        Row.of(finding.entry()),
                        place == null ? Row.NOTHING : Row.degrees(place.lonE7()),
                        place == null ? Row.NOTHING : Row.degrees(place.latE7())),
                place));
    }

    private void incidents(RowWriter writer) throws IOException {
        writer.begin(INCIDENT);
        for (int incident = 0; incident < register.size(); incident++) {
            incident(incident, writer);
        }
        writer.end();
    }

    private void cases(RowWriter writer) throws IOException {
        writer.begin(CASE);
        for (Case found : register.cases()) {
            if (filter.admits(found)) {
                found(found, writer);
            }
        }
        writer.end();
    }

    static RowWriter writer(String format, Appendable out) {
        return writer(format, false, out);
    }

    private static RowWriter writer(String format, boolean demo, Appendable out) {
        return switch (format) {
            case "table" -> new TableRows(out);
            case "json" -> new JsonRows(out, false);
            case "ndjson" -> new JsonRows(out, true);
            case "csv" -> new CsvRows(out);
            case "geojson" -> new GeoJsonRows(out, demo);
            default -> throw new IllegalArgumentException("format '" + format + "' is none of " + FORMATS);
        };
    }

    private void incident(int incident, RowWriter writer) throws IOException {
        Facts facts = register.facts(incident);
        Place place = register.findPlace(facts);
        List<Case> cases = register.cases(incident);
        if (register.isOnlyMovement(facts)
                || !filter.admits(facts, place)
                || filter.provision() != null && cases.stream().noneMatch(filter::admits)) {
            return;
        }
        Count count = facts.count();
        int weaponRow = register.weaponRow(incident);
        writer.row(new Row(
                List.of(
                        Row.of(register.id(incident)),
                        Row.of(Words.iso(facts.fromMs(), zone)),
                        Row.of(Words.iso(facts.toMs(), zone)),
                        Row.of(facts.kind().word()),
                        Row.of(facts.isCue()),
                        count.value() < 0 ? Row.NOTHING : Row.of(count.value()),
                        Row.of(count.qualifier().word()),
                        Row.of(count.text()),
                        Row.of(count.atLeast()),
                        Row.of(facts.placeName()),
                        place == null ? Row.NOTHING : Row.degrees(place.lonE7()),
                        place == null ? Row.NOTHING : Row.degrees(place.latE7()),
                        place == null ? Row.NOTHING : Row.of(register.radiusMetres(facts)),
                        Row.of(register.means(incident).stream()
                                .map(Means::word)
                                .toList()),
                        Row.of(Words.description(register.descriptions(incident), register.flight(incident))),
                        Row.of(Words.weapon(register.weapon(weaponRow), register.calibreTenthMm(weaponRow))),
                        Row.of(register.sources(incident)),
                        Row.of(facts.lineages()),
                        Row.of(register.addresses(incident)),
                        Row.of(register.why(incident)),
                        Row.of(Words.iso(picture.receivedMs(facts.firstRow()), zone)),
                        Row.of(register.flags(incident)),
                        Row.of(cases.stream().map(Listing::standing).toList()),
                        Row.of(register.decision(facts).verification().word()),
                        Row.of(register.decision(facts).attribution().level().name())),
                place));
    }

    private static String standing(Case found) {
        return found.norm().provision() + " " + certainty(found);
    }

    private static String certainty(Case found) {
        return found.certainty() == Certainty.YES ? "candidate" : "indeterminate";
    }

    private void found(Case found, RowWriter writer) throws IOException {
        Facts facts = register.facts(found.incident());
        Place place = register.findPlace(facts);
        if (!filter.admits(facts, place)) {
            return;
        }
        String incident = register.id(found.incident());
        writer.row(new Row(
                List.of(
                        Row.of(incident + ":" + found.norm().provision()),
                        Row.of(incident),
                        Row.of(found.norm().provision()),
                        Row.of(certainty(found)),
                        Row.of("undetermined"),
                        Row.of(Words.iso(facts.fromMs(), zone)),
                        Row.of(Words.iso(facts.toMs(), zone)),
                        Row.of(facts.kind().word()),
                        Row.of(facts.count().text()),
                        Row.of(facts.placeName()),
                        place == null ? Row.NOTHING : Row.degrees(place.lonE7()),
                        place == null ? Row.NOTHING : Row.degrees(place.latE7()),
                        place == null ? Row.NOTHING : Row.of(register.radiusMetres(facts)),
                        Row.of(register.reason(found, facts)),
                        Row.of(register.decision(facts).verification().word()),
                        Row.of(register.decision(facts).attribution().level().name())),
                place));
    }
}
