package truceline.mission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;

/// Who sends, in the order of entry: grade, and how much came from each. Not thread-safe.
final class Sources {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Source> sources = new ArrayList<>();

    /// Number of a source, or -1 where it is not known yet.
    int find(String id) {
        Integer number = numbers.get(id);
        return number == null ? -1 : number;
    }

    /// Number of a source that an entry speaks of.
    int number(long index, String id) {
        int number = find(id);
        if (number < 0) {
            throw new CannotCheck(index, "source " + id + " was not entered before");
        }
        return number;
    }

    /// A source is new, or is graded anew.
    void enter(long index, String id, char grade) {
        if (grade < 'A' || grade > 'F') {
            throw new CannotCheck(index, "grade " + grade);
        }
        Integer number = numbers.putIfAbsent(id, sources.size());
        if (number == null) {
            sources.add(new Source(sources.size(), id, grade, 0, 0, 0, 0));
        } else {
            sources.set(number, sources.get(number).graded(grade));
        }
    }

    /// Counts what was taken from a source, and when.
    void received(int number, long rows, long rejected, long atMs) {
        sources.set(number, sources.get(number).received(rows, rejected, atMs));
    }

    List<Source> list() {
        return List.copyOf(sources);
    }

    /// Writes what was counted; ids and grades stand in the entries.
    void writeCounts(ArrayWriter out) {
        sources.forEach(source -> out.number(source.rows())
                .number(source.rejected())
                .number(source.firstReceivedMs())
                .number(source.lastReceivedMs()));
    }

    /// Takes what {@link #writeCounts} wrote, once all sources were entered again.
    void readCounts(ArrayReader in) {
        sources.replaceAll(known -> new Source(
                known.number(), known.id(), known.grade(), in.number(), in.number(), in.number(), in.number()));
    }
}
