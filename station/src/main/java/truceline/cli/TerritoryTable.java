package truceline.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import truceline.territory.Claim;
import truceline.territory.Claims;
import truceline.territory.Share;
import truceline.territory.Shares;

/// Shares beside claims, as a table for a person or as the JSON others build on.
record TerritoryTable(Shares shares, Claims claims, List<MapFile> control, MapFile boundaries) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final List<String> HEADER = List.of(
            "unit", "area km²", "controlled km²", "share %", "range %", "claim %", "claim - map", "as claimed by");
    private static final int FIRST_TEXT_COLUMN = 7;
    private static final int RANGE_COLUMN = 4;
    private static final int FIRST_CLAIM_COLUMN = 5;

    static String tenths(long tenths) {
        return String.format(Locale.ROOT, "%,.1f", BigDecimal.valueOf(tenths, 1));
    }

    private static String hundredths(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    /// One line per unit and claim, the total last, then the files.
    void writeText(PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        shares.units().forEach(share -> addLines(lines, share));
        addLines(lines, shares.total());
        out.println("Area controlled according to the map"
                + (claims.claims().isEmpty() ? "" : ", beside shares as claimed"));
        out.println();
        List<Integer> columns = columns();
        for (List<String> line : lines) {
            out.println(aligned(lines, line, columns));
        }
        out.println();
        out.println("Areas are geodesic (WGS-84), the control map cut to the units. A claim is shown as claimed,");
        out.println("the difference in percentage points.");
        control.forEach(map -> out.println("control:    " + words(map)));
        out.println("boundaries: " + words(boundaries));
        out.flush();
    }

    private void addLines(List<List<String>> lines, Share share) {
        List<Claim> about = claims.about(share.unit());
        List<String> figures = List.of(
                share.unit(),
                tenths(share.areaKm2Tenths()),
                tenths(share.controlledKm2Tenths()),
                hundredths(share.sharePercentHundredths()),
                hundredths(share.leastPercentHundredths()) + "-" + hundredths(share.greatestPercentHundredths()));
        if (about.isEmpty()) {
            lines.add(joined(figures, List.of("", "", "")));
        }
        for (int i = 0; i < about.size(); i++) {
            Claim claim = about.get(i);
            int difference = claim.percentHundredths() - share.sharePercentHundredths();
            List<String> words = List.of(
                    hundredths(claim.percentHundredths()),
                    (difference > 0 ? "+" : "") + hundredths(difference),
                    claim.source() + ", " + claim.date() + ", " + claim.basis());
            lines.add(joined(i == 0 ? figures : List.of("", "", "", "", ""), words));
        }
    }

    private static List<String> joined(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private List<Integer> columns() {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < HEADER.size(); i++) {
            boolean isShown = i == RANGE_COLUMN
                    ? control.size() > 1
                    : i < FIRST_CLAIM_COLUMN || !claims.claims().isEmpty();
            if (isShown) {
                columns.add(i);
            }
        }
        return columns;
    }

    private static String aligned(List<List<String>> lines, List<String> line, List<Integer> columns) {
        StringBuilder text = new StringBuilder();
        for (int column : columns) {
            String cell = line.get(column);
            int width = lines.stream()
                    .mapToInt(each -> each.get(column).length())
                    .max()
                    .orElse(0);
            String room = " ".repeat(width - cell.length());
            boolean isText = column == 0 || column >= FIRST_TEXT_COLUMN;
            text.append(text.isEmpty() ? "" : "  ").append(isText ? cell + room : room + cell);
        }
        return text.toString().stripTrailing();
    }

    private static String words(MapFile file) {
        String name = file.source().equals(file.name()) ? file.name() : file.name() + ", source " + file.source();
        return name + ", date " + file.date().orElse("not given") + ", sha256 " + file.sha256();
    }

    /// One JSON object and a line end.
    void writeJson(PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeName("units").writeStartArray();
            shares.units().forEach(share -> write(json, share));
            json.writeEndArray().writeName("total");
            write(json, shares.total());
            json.writeName("control").writeStartArray();
            for (MapFile map : control) {
                json.writeStartObject();
                writeOrigin(json, map);
                json.writeEndObject();
            }
            json.writeEndArray().writeName("boundaries").writeStartObject();
            writeOrigin(json, boundaries);
            json.writeEndObject().writeEndObject();
        }
        out.println();
        out.flush();
    }

    /// The members that name a file: `sha256`, `date` (null where it bears none), `source`.
    static void writeOrigin(JsonGenerator json, MapFile file) {
        json.writeStringProperty("sha256", file.sha256());
        json.writeName("date");
        if (file.date().isPresent()) {
            json.writeString(file.date().get());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("source", file.source());
    }

    private void write(JsonGenerator json, Share share) {
        json.writeStartObject();
        json.writeStringProperty("unit", share.unit());
        json.writeNumberProperty("areaKm2", BigDecimal.valueOf(share.areaKm2Tenths(), 1));
        json.writeNumberProperty("controlledKm2", BigDecimal.valueOf(share.controlledKm2Tenths(), 1));
        json.writeNumberProperty("sharePercent", BigDecimal.valueOf(share.sharePercentHundredths(), 2));
        if (control.size() > 1) {
            json.writeName("range").writeStartArray();
            json.writeNumber(BigDecimal.valueOf(share.leastPercentHundredths(), 2));
            json.writeNumber(BigDecimal.valueOf(share.greatestPercentHundredths(), 2));
            json.writeEndArray();
        }
        List<Claim> about = claims.about(share.unit());
        if (!about.isEmpty()) {
            json.writeName("claims").writeStartArray();
            about.forEach(claim -> write(json, claim, share));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Claim claim, Share share) {
        int difference = claim.percentHundredths() - share.sharePercentHundredths();
        json.writeStartObject();
        json.writeNumberProperty("percent", BigDecimal.valueOf(claim.percentHundredths(), 2));
        json.writeNumberProperty("differencePoints", BigDecimal.valueOf(difference, 2));
        json.writeStringProperty("source", claim.source());
        json.writeStringProperty("date", claim.date().toString());
        json.writeStringProperty("basis", claim.basis());
        json.writeEndObject();
    }
}
