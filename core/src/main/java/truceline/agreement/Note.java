package truceline.agreement;

import java.util.Comparator;

/// Something worth printing about a sound agreement file: an open value, a duty of one side only, a
/// name nobody uses. Lines and columns count from 1; both are 0 when the whole file is meant. Notes
/// sort by place, then by code.
public record Note(int line, int column, String code, String message) implements Comparable<Note> {
    private static final Comparator<Note> ORDER = Comparator.comparingInt(Note::line)
            .thenComparingInt(Note::column)
            .thenComparing(Note::code)
            .thenComparing(Note::message);

    @Override
    public int compareTo(Note other) {
        return ORDER.compare(this, other);
    }
}
