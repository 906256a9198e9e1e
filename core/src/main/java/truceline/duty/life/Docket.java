package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts cases for those whom they concern, and tells what becomes of them. A case that is excused counts for nobody.
/// Of one thread.
final class Docket {
    private final Board board;

    Docket(Board board) {
        this.board = board;
    }

    /// Counts a case for him who did it, or where nobody knows who did, for all that the provision binds.
    void count(Binding binding, Evidence act) {
        if (act.by() != null) {
            binding.cases++;
        } else {
            board.of(binding.reader, binding.id()).forEach(each -> each.unnamed++);
        }
    }

    /// Takes back a case that was counted.
    void discount(Binding binding, Evidence act) {
        if (act.by() != null) {
            binding.cases = Math.max(0, binding.cases - 1);
        } else {
            board.of(binding.reader, binding.id()).forEach(each -> each.unnamed = Math.max(0, each.unnamed - 1));
        }
    }

    /// Keeps a change in the trace of those whom it concerns.
    void remember(Binding binding, Evidence act, Change change) {
        if (act.by() != null) {
            binding.remember(change);
        } else {
            board.of(binding.reader, binding.id()).forEach(each -> each.remember(change));
        }
    }

    /// What became of an act under one provision.
    ///
    /// @param bindings those in whose worlds it is so, which is at least one
    Change told(
            long entry,
            long atMs,
            Evidence act,
            List<Binding> bindings,
            Change.Outcome outcome,
            Severity.@Nullable Grade grade,
            List<Reason> reasons) {
        List<String> worlds = new ArrayList<>();
        bindings.forEach(binding -> worlds.addAll(binding.reader.names()));
        Change change = new Change.Judged(
                entry,
                atMs,
                bindings.getFirst().id(),
                act.id(),
                act.by(),
                worlds,
                outcome,
                grade == null ? null : grade.level(),
                grade == null ? null : grade.row(),
                reasons);
        bindings.forEach(binding -> remember(binding, act, change));
        return change;
    }
}
