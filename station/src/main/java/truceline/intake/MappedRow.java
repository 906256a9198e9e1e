package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;
import truceline.observation.Kind;

/// One row of a mapped CSV: their cells become ours, then ours become a draft. Not thread-safe.
final class MappedRow implements CsvFile.Row {
    /// A source with their columns found in the header and our words as bytes.
    private static final class Bound {
        final Column column;
        final int[] theirs;
        final byte @Nullable [] constant;
        final byte @Nullable [] otherwise;
        final Map<String, byte[]> words = new HashMap<>();

        Bound(Column column, int[] theirs, ColumnMapping.Source source) {
            this.column = column;
            this.theirs = theirs;
            this.constant = bytes(source.constant());
            this.otherwise = bytes(source.otherwise());
            source.words().forEach((word, ours) -> words.put(word, ours.getBytes(StandardCharsets.UTF_8)));
        }

        private static byte @Nullable [] bytes(@Nullable String text) {
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// What a row's labels come to.
    private static final class Labelled {
        final byte[] labels;
        final byte[] kind;

        Labelled(Set<String> carried, Map<String, Kind> kinds) {
            String found = "";
            for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
                if (carried.contains(entry.getKey())) {
                    found = entry.getValue().word();
                    carried.remove(found);
                    break;
                }
            }
            kind = found.getBytes(StandardCharsets.UTF_8);
            labels = String.join("|", carried).getBytes(StandardCharsets.UTF_8);
        }
    }

    private final CsvHeader header;
    private final List<Bound> bound = new ArrayList<>();
    private final ColumnMapping.Labels labels;
    private final int[] labelCells;
    private final Memo<Labelled> memo = new Memo<>(this::labelled);
    private final RowFields fields;
    private final Cells cells = new Cells();

    /// @throws Refusal where the header lacks a column that the mapping needs
    MappedRow(ColumnMapping mapping, CsvHeader header) {
        this.header = header;
        this.labels = mapping.labels();
        this.fields = new RowFields(mapping.times(), true);
        mapping.sources().forEach((column, source) -> bound.add(bind(column, source)));
        labelCells = labels.from().stream()
                .mapToInt(origin -> header.get(origin.column()))
                .toArray();
    }

    private Bound bind(Column column, ColumnMapping.Source source) {
        int[] theirs = source.theirs().stream()
                .mapToInt(header::find)
                .filter(i -> i >= 0)
                .toArray();
        if (theirs.length == 0 && source.constant() == null && !source.optional()) {
            throw header.missing(source.theirs().getFirst());
        }
        return new Bound(column, theirs, source);
    }

    @Override
    public boolean fill(CsvScanner row, Draft draft, Fault fault) {
        cells.clear();
        for (Bound each : bound) {
            if (!take(each, row, fault)) {
                return false;
            }
        }
        if (labelCells.length > 0) {
            label(row);
        }
        if (fields.fill(cells, draft, fault)) {
            return true;
        }
        fault.rename(theirName(fault.field()));
        return false;
    }

    private boolean take(Bound source, CsvScanner row, Fault fault) {
        byte[] constant = source.constant;
        if (constant != null) {
            cells.set(source.column, constant);
        }
        for (int theirs : source.theirs) {
            int from = row.cellFrom(theirs);
            int to = row.cellTo(theirs);
            cells.set(source.column, row.buffer(), from, to, row.hasDoubledQuotes(theirs));
            if (cells.has(source.column)) {
                return source.words.isEmpty() || translate(source, theirs, fault);
            }
            if (constant != null) {
                cells.set(source.column, constant);
            }
        }
        return true;
    }

    private boolean translate(Bound source, int theirs, Fault fault) {
        byte[] ours = source.words.get(cells.text(source.column));
        if (ours == null) {
            ours = source.otherwise;
        }
        if (ours == null) {
            fault.at(source.column, "unknown-word", cells);
            fault.rename(header.names().get(theirs));
            return false;
        }
        cells.set(source.column, ours);
        return true;
    }

    /// Gathers the row's labels and lets the first of the mapping's list that is among them decide the kind. A label
    /// that says no more than the kind is left out of the rest.
    private void label(CsvScanner row) {
        Labelled found;
        if (labelCells.length == 1) {
            int cell = labelCells[0];
            cells.set(Column.LABELS, row.buffer(), row.cellFrom(cell), row.cellTo(cell), row.hasDoubledQuotes(cell));
            found = Objects.requireNonNull(memo.find(cells, Column.LABELS));
        } else {
            Set<String> carried = new LinkedHashSet<>();
            for (int i = 0; i < labelCells.length; i++) {
                gather(row.text(labelCells[i]), i, carried);
            }
            found = new Labelled(carried, labels.kinds());
        }
        cells.set(Column.LABELS, found.labels);
        cells.set(Column.KIND, found.kind);
    }

    private Labelled labelled(String text) {
        Set<String> carried = new LinkedHashSet<>();
        gather(text, 0, carried);
        return new Labelled(carried, labels.kinds());
    }

    private void gather(String text, int origin, Set<String> carried) {
        for (String label : split(text)) {
            if (!label.isBlank()) {
                String whole = labels.from().get(origin).prefix() + label.strip();
                carried.add(labels.readAs().getOrDefault(whole, whole));
            }
        }
    }

    private List<String> split(String text) {
        return labels.separator().isEmpty()
                ? List.of(text)
                : Arrays.asList(text.split(Pattern.quote(labels.separator()), -1));
    }

    private String theirName(String ours) {
        for (Bound each : bound) {
            if (each.column.heading().equals(ours) && each.theirs.length > 0) {
                return header.names().get(each.theirs[0]);
            }
        }
        return ours;
    }
}
