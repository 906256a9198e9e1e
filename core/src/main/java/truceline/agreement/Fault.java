package truceline.agreement;

import java.util.Comparator;

/// One thing that is wrong in an agreement file: where, a stable kebab-case code, and a sentence that
/// says what would be right. Lines and columns count from 1. Faults sort by place, then by code.
public record Fault(int line, int column, String code, String message) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparingInt(Fault::line)
            .thenComparingInt(Fault::column)
            .thenComparing(Fault::code)
            .thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }
}
