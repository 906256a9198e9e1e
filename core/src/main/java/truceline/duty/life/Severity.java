package truceline.duty.life;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.SeverityRow;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Quantity;
import truceline.compliance.Certainty;
import truceline.compliance.ReadingParts;
import truceline.duty.Spans;

/// How grave a case is, by the table of the text: the gravest row that fits decides, and its name is the reason. A row
/// fits when all that it names fits for sure. Holds as many moments as a row asks for. Of one thread.
final class Severity {
    private final Agreement agreement;
    private final ReadingParts parts;
    private final Matching matching;
    private final SortedMap<String, long[]> latest = new TreeMap<>();
    private final SortedMap<String, ReadingParts.Ground> grounds = new TreeMap<>();
    private final int most;

    /// A level, and the name of the row or provision that gives it.
    record Grade(Level level, String row) {}

    Severity(Agreement agreement, ReadingParts parts, Matching matching) {
        this.agreement = agreement;
        this.parts = parts;
        this.matching = matching;
        this.most = agreement.severity().values().stream()
                .mapToInt(row -> row.repeated() instanceof Leaf.Given<SeverityRow.Repeated>(SeverityRow.Repeated given)
                        ? given.times()
                        : 0)
                .max()
                .orElse(0);
    }

    /// A reading was settled: zones may be others now.
    void read() {
        grounds.clear();
    }

    /// The grade of a case on a provision, or null where the text gives none.
    ///
    /// @param isNew false where the same case was graded before
    @Nullable
    Grade of(Binding binding, Evidence act, boolean isNew) {
        Grade best =
                binding.norm.severity() instanceof Leaf.Given<Level>(Level own) ? new Grade(own, binding.id()) : null;
        long[] before = repeated(binding, act, isNew);
        for (SeverityRow row : agreement.severity().values()) {
            if (row.level() instanceof Leaf.Given<Level>(Level level)
                    && (best == null || level.compareTo(best.level()) > 0)
                    && fits(row, binding, act, before)) {
                best = new Grade(level, row.name());
            }
        }
        return best;
    }

    private boolean fits(SeverityRow row, Binding binding, Evidence act, long[] before) {
        if (!row.verbs().isEmpty() && !row.verbs().contains(act.verb())) {
            return false;
        }
        if (row.casualties() instanceof Leaf.Given<Quantity>(Quantity hurt)
                && act.casualties() * 1000 < hurt.thousandths()) {
            return false;
        }
        if (row.lasting() instanceof Leaf.Given<SeverityRow.Lasting>(SeverityRow.Lasting lasting)) {
            long lastedMs = act.toMs() - act.fromMs();
            long askedMs = Findings.longest(lasting.duration());
            if (lasting.isOver() ? lastedMs <= askedMs : lastedMs < askedMs) {
                return false;
            }
        }
        if (row.casualties() instanceof Leaf.Open<Quantity>
                || row.repeated() instanceof Leaf.Open<SeverityRow.Repeated>
                || row.lasting() instanceof Leaf.Open<SeverityRow.Lasting>) {
            return false;
        }
        return isRepeated(row, act, before)
                && matching.things(row.what(), act) == Certainty.YES
                && matching.whom(row.whom(), act) == Certainty.YES
                && (row.where().isEmpty() || matching.where(ground(row, binding), act) == Certainty.YES);
    }

    private ReadingParts.Ground ground(SeverityRow row, Binding binding) {
        String key = row.name() + " " + binding.reader.holder() + " " + binding.actor;
        ReadingParts.Ground known = grounds.get(key);
        if (known == null) {
            known = parts.zone(row.where(), binding.reader.holder(), binding.actor, binding.reader.settled());
            grounds.put(key, known);
        }
        return known;
    }

    private boolean isRepeated(SeverityRow row, Evidence act, long[] before) {
        if (!(row.repeated() instanceof Leaf.Given<SeverityRow.Repeated>(SeverityRow.Repeated asked))) {
            return true;
        }
        if (act.by() == null) {
            // Whether the same side did it again is not known.
            return false;
        }
        long fromMs = Spans.before(act.fromMs(), asked.in(), agreement.timeZone());
        int count = 0;
        for (long moment : before) {
            count += moment != Long.MIN_VALUE && moment >= fromMs && moment <= act.fromMs() ? 1 : 0;
        }
        return count >= asked.times();
    }

    /// The latest moments of cases on this provision by the same side, this one among them.
    private long[] repeated(Binding binding, Evidence act, boolean isNew) {
        if (most == 0) {
            return new long[0];
        }
        long[] moments = latest.computeIfAbsent(binding.id() + " " + act.by(), _ -> {
            long[] none = new long[most];
            Arrays.fill(none, Long.MIN_VALUE);
            return none;
        });
        if (isNew && act.fromMs() > moments[0]) {
            moments[0] = act.fromMs();
            Arrays.sort(moments);
        }
        return moments;
    }
}
