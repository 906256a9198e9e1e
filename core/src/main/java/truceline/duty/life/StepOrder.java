package truceline.duty.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Norm;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;

/// Steps that two sides take in turn. A step is held until every row of every step before it is verified; where one
/// side goes first, the rows of the others are held until its own is. What is done stays done: nobody is told to
/// go back in.
final class StepOrder {
    private final Board board;

    StepOrder(Board board) {
        this.board = board;
    }

    /// What holds a row back; empty where nothing does. Once it is free it stays so, and gets the time for which the
    /// step before was late, and no less than the text gives for verifying a step.
    List<Reason> held(Binding row, long nowMs) {
        if (row.releasedMs != null) {
            return List.of();
        }
        List<Reason> held = new ArrayList<>();
        long dueMs = Long.MIN_VALUE;
        for (Binding other : rows(row)) {
            if (!isBefore(other, row)) {
                continue;
            }
            if (other.doneMs == null) {
                held.add(Reason.of("held", number(other), other.id(), other.who, ClosedWords.word(other.phase)));
            }
            dueMs = Math.max(dueMs, Objects.requireNonNullElse(other.dueMs, Long.MIN_VALUE));
        }
        if (held.isEmpty()) {
            row.releasedMs = nowMs;
            row.heldMs = dueMs == Long.MIN_VALUE ? 0 : Math.max(0, nowMs - dueMs);
            row.leastDueMs = dueMs == Long.MIN_VALUE ? Long.MIN_VALUE : nowMs + verifyMs(row);
        }
        return held;
    }

    private static long verifyMs(Binding row) {
        String head = row.provision.parent();
        Norm.Steps steps = head == null ? null : row.reader.norm(head).steps();
        return steps != null && steps.verifyWithin() instanceof Leaf.Given<DurationPhrase>(DurationPhrase given)
                ? Findings.longest(given)
                : 0;
    }

    private boolean isBefore(Binding other, Binding row) {
        if (number(other) != number(row)) {
            return number(other) < number(row);
        }
        String first = first(row);
        return first != null && first.equals(other.actor) && !first.equals(row.actor);
    }

    /// Code of the side that goes first, or null where they go together or nobody has said.
    private @Nullable String first(Binding row) {
        String head = row.provision.parent();
        Leaf<Norm.Order> order = head == null ? null : row.reader.norm(head).order();
        return order instanceof Leaf.Given<Norm.Order>(Norm.Order given) ? given.first() : null;
    }

    private List<Binding> rows(Binding row) {
        String head = row.provision.parent();
        return head == null ? List.of() : below(row, head);
    }

    private List<Binding> below(Binding any, String head) {
        List<Binding> rows = new ArrayList<>();
        board.agreement().children(head).forEach(child -> {
            for (Binding binding : board.of(any.reader, child.id())) {
                if (binding.norm.step() != null) {
                    rows.add(binding);
                }
            }
        });
        return rows;
    }

    private static int number(Binding row) {
        return row.norm.step() instanceof Leaf.Given<Integer>(Integer step) ? step : Integer.MAX_VALUE;
    }

    /// How the steps below a head stand: which step is on, and how far the sides differ in what they left.
    Verdict head(Binding head) {
        List<Binding> rows = below(head, head.id());
        int current = Integer.MAX_VALUE;
        int last = 0;
        for (Binding row : rows) {
            current = row.doneMs == null ? Math.min(current, number(row)) : current;
            last = Math.max(last, number(row));
        }
        List<Reason> reasons = new ArrayList<>();
        for (int step = 1; step <= Math.min(current, last); step++) {
            balance(head, rows, step, reasons);
        }
        if (current == Integer.MAX_VALUE) {
            long doneMs = rows.stream()
                    .mapToLong(row -> Objects.requireNonNullElse(row.doneMs, Long.MIN_VALUE))
                    .max()
                    .orElse(0);
            reasons.addFirst(Reason.of("steps-done", last));
            return new Verdict(Phase.FULFILLED, doneMs, null, Long.MAX_VALUE, reasons, List.of());
        }
        List<Reason> open = new ArrayList<>();
        open.add(Reason.of("step-on", current, last));
        for (Binding row : rows) {
            if (number(row) == current && row.doneMs == null) {
                open.add(Reason.of("step-waits", row.id(), row.who, ClosedWords.word(row.phase)));
            }
        }
        open.addAll(reasons);
        return new Verdict(Phase.RUNNING, null, null, Long.MAX_VALUE, open, List.of());
    }

    /// The difference between what the sides left in one step, in per mille of the greater, where both were measured.
    private static void balance(Binding head, List<Binding> rows, int step, List<Reason> reasons) {
        Norm.Steps steps = head.norm.steps();
        List<Binding> measured = rows.stream()
                .filter(row -> number(row) == step && row.quantity > 0)
                .toList();
        if (steps == null || steps.balance() == null || measured.size() < 2) {
            return;
        }
        String in = steps.balance().find().map(ClosedWords::word).orElse("open");
        long most = measured.stream().mapToLong(row -> row.quantity).max().orElseThrow();
        long least = measured.stream().mapToLong(row -> row.quantity).min().orElseThrow();
        long perMille = Math.floorDiv((most - least) * 1000 + most / 2, most);
        List<String> each = measured.stream()
                .map(row -> row.who + " " + Moments.decimal(row.quantity))
                .toList();
        long allowed = steps.tolerance() instanceof Leaf.Given<Quantity>(Quantity given) && given.isPercent()
                ? given.thousandths() / 100
                : -1;
        String key = allowed < 0 ? "balance" : perMille > allowed ? "balance-beyond" : "balance-within";
        reasons.add(Reason.of(
                key,
                step,
                in,
                String.join(", ", each),
                Moments.decimal(perMille * 100),
                allowed < 0 ? "" : Moments.decimal(allowed * 100)));
    }
}
