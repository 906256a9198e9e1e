package truceline.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.PointMap;
import truceline.agreement.Positions;
import truceline.agreement.Proposal;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Reference;

/// Positions as tables for a person or as the JSON others build on.
record PositionsTable(
        Positions positions,
        List<Positions.Agreed> figures,
        @Nullable PointMap map) {
    private static final String UNKNOWN = "unknown";

    /// Answers point by point, their reasons, the figures, and the map from the older version.
    void writeText(PrintWriter out) {
        Proposal proposal = positions.proposal();
        String by = proposal.by().stream().map(Reference::name).collect(Collectors.joining(", "));
        out.println(proposal.name() + ": " + proposal.points() + " points"
                + (proposal.date() == null ? "" : ", " + proposal.date()) + (by.isEmpty() ? "" : ", by " + by));
        out.println();
        answers().lines().forEach(out::println);
        out.println();
        positions.cells().stream()
                .map(this::reason)
                .filter(reason -> !reason.isEmpty())
                .forEach(out::println);
        out.println();
        agreed().lines().forEach(out::println);
        out.println();
        out.println(
                "A point is agreed among actors when the latest answer of each is accept; no answer on file is not");
        out.println(
                "agreement. Signed: each of them rests on signed words. The basis is the weakest of all answers read.");
        out.println(
                "The figure counts points of equal weight: it is not how close peace is, not how much of the dispute");
        out.println("is settled, and not the agreement of anybody who is not named beside it.");
        if (map != null) {
            out.println();
            writeMap(out, map);
        }
    }

    private AlignedRows answers() {
        AlignedRows rows = new AlignedRows();
        List<String> header = new ArrayList<>(List.of("point", "title"));
        header.addAll(positions.actors());
        rows.add(header);
        for (int point = 1; point <= positions.proposal().points(); point++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(point), title(point)));
            for (Positions.Cell cell : positions.cells()) {
                if (cell.point() == point) {
                    row.add(say(cell));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private String reason(Positions.Cell cell) {
        Proposal.Position position = cell.position();
        if (position == null || position.gist() == null) {
            return "";
        }
        return cell.point() + " " + cell.actor() + ": " + position.gist() + " (" + position.date() + ", "
                + basis(position.origin().basis()) + ", "
                + String.join(", ", position.origin().sources()) + ")";
    }

    private AlignedRows agreed() {
        AlignedRows rows = new AlignedRows();
        rows.add(List.of("agreed among", "points", "percent", "signed", "basis", "not agreed"));
        for (Positions.Agreed figure : figures) {
            rows.add(List.of(
                    String.join(", ", figure.among()),
                    figure.points().size() + " of " + figure.of(),
                    percent(figure).toPlainString() + " %",
                    figure.signed().size() + " of " + figure.of(),
                    basis(figure.basis()),
                    numbers(others(figure))));
        }
        return rows;
    }

    private static List<Integer> others(Positions.Agreed figure) {
        List<Integer> others = new ArrayList<>();
        for (int point = 1; point <= figure.of(); point++) {
            if (!figure.points().contains(point)) {
                others.add(point);
            }
        }
        return others;
    }

    private static void writeMap(PrintWriter out, PointMap map) {
        out.println("From " + map.older() + " to " + map.newer() + " (basis: " + basis(map.basis()) + ")");
        AlignedRows rows = new AlignedRows();
        rows.add(List.of("kept", numbers(map.with(PointMap.Change.KEPT))));
        rows.add(List.of("moved", moves(map, PointMap.Change.MOVED)));
        rows.add(List.of("merged", moves(map, PointMap.Change.MERGED)));
        String split = map.splits().entrySet().stream()
                .map(each -> each.getKey() + " into " + numbers(each.getValue()))
                .collect(Collectors.joining("; "));
        rows.add(List.of("split", split.isEmpty() ? "none" : split));
        rows.add(List.of("new", numbers(map.with(PointMap.Change.NEW))));
        rows.add(List.of(map.isComplete() ? "vanished" : "no heir on file", numbers(map.vanished())));
        rows.add(List.of("not known", numbers(map.with(PointMap.Change.UNKNOWN))));
        rows.lines().forEach(out::println);
    }

    private static String moves(PointMap map, PointMap.Change change) {
        String moves = map.rows().stream()
                .filter(row -> row.changes().contains(change))
                .map(row -> row.from().stream().map(String::valueOf).collect(Collectors.joining("+")) + " to "
                        + row.point())
                .collect(Collectors.joining(", "));
        return moves.isEmpty() ? "none" : moves;
    }

    private static String numbers(List<Integer> points) {
        return points.isEmpty() ? "none" : points.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String title(int point) {
        return positions.proposal().titles().getOrDefault(point, "");
    }

    private static String say(Positions.Cell cell) {
        Proposal.Position position = cell.position();
        return position == null ? UNKNOWN : ClosedWords.word(position.say());
    }

    private static String basis(@Nullable Basis basis) {
        return basis == null ? UNKNOWN : ClosedWords.word(basis);
    }

    private static BigDecimal percent(Positions.Agreed figure) {
        return BigDecimal.valueOf(figure.percentTenths(), 1);
    }

    /// One JSON object.
    void writeJson(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("version", positions.proposal().name());
        json.writeNumberProperty("points", positions.proposal().points());
        json.writeArrayPropertyStart("agreed");
        figures.forEach(figure -> writeFigure(json, figure));
        json.writeEndArray();
        json.writeArrayPropertyStart("positions");
        positions.cells().forEach(cell -> writeCell(json, cell));
        json.writeEndArray();
        if (map != null) {
            writeMap(json, map);
        }
        json.writeEndObject();
    }

    private static void writeFigure(JsonGenerator json, Positions.Agreed figure) {
        json.writeStartObject();
        writeWords(json, "among", figure.among());
        json.writeNumberProperty("agreed", figure.points().size());
        json.writeNumberProperty("of", figure.of());
        json.writeNumberProperty("percent", percent(figure));
        json.writeStringProperty("basis", basis(figure.basis()));
        json.writeNumberProperty("signed", figure.signed().size());
        writeNumbers(json, "which", figure.points());
        writeNumbers(json, "unknown", figure.unknown());
        json.writeEndObject();
    }

    private void writeCell(JsonGenerator json, Positions.Cell cell) {
        Proposal.Position position = cell.position();
        json.writeStartObject();
        json.writeNumberProperty("point", cell.point());
        json.writeStringProperty("title", title(cell.point()));
        json.writeStringProperty("actor", cell.actor());
        json.writeStringProperty("say", say(cell));
        json.writeStringProperty("gist", position == null ? null : position.gist());
        json.writeStringProperty("date", position == null ? null : position.date());
        json.writeStringProperty(
                "basis", position == null ? null : basis(position.origin().basis()));
        writeWords(
                json,
                "sources",
                position == null ? List.of() : position.origin().sources());
        json.writeEndObject();
    }

    private static void writeMap(JsonGenerator json, PointMap map) {
        json.writeObjectPropertyStart("map");
        json.writeStringProperty("from", map.older());
        json.writeStringProperty("to", map.newer());
        json.writeStringProperty("basis", basis(map.basis()));
        json.writeArrayPropertyStart("points");
        for (PointMap.Row row : map.rows()) {
            json.writeStartObject();
            json.writeNumberProperty("point", row.point());
            writeNumbers(json, "from", row.from());
            writeWords(
                    json,
                    "change",
                    row.changes().stream().map(ClosedWords::word).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("split");
        map.splits().forEach((old, into) -> {
            json.writeStartObject();
            json.writeNumberProperty("point", old);
            writeNumbers(json, "into", into);
            json.writeEndObject();
        });
        json.writeEndArray();
        writeNumbers(json, "vanished", map.vanished());
        json.writeBooleanProperty("complete", map.isComplete());
        json.writeEndObject();
    }

    private static void writeWords(JsonGenerator json, String name, List<String> words) {
        json.writeArrayPropertyStart(name);
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }
}
