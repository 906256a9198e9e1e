package truceline.finding;

import java.util.ArrayList;
import java.util.List;

/// Two signatures under the same words, by two persons of two sections: what they said is decided with the second.
record Pair(Stated first, Stated second) {
    /// What was decided, in the order of the ledger.
    ///
    /// @param parts parts that must be the same in both
    static List<Pair> decided(List<Stated> stated, Act act, String... parts) {
        List<Stated> open = new ArrayList<>();
        List<Pair> decided = new ArrayList<>();
        for (Stated step : stated) {
            if (step.act() == act) {
                take(step, open, decided, parts);
            }
        }
        return List.copyOf(decided);
    }

    /// First signatures that wait for a second under the words of a statement.
    static List<Stated> open(List<Stated> stated, Statement statement, String... parts) {
        List<Stated> open = new ArrayList<>();
        for (Stated step : stated) {
            if (step.act() == statement.act() && isSame(step.statement(), statement, parts)) {
                take(step, open, new ArrayList<>(), parts);
            }
        }
        return open;
    }

    private static void take(Stated step, List<Stated> open, List<Pair> decided, String... parts) {
        for (Stated first : open) {
            boolean isSecond = isSame(first.statement(), step.statement(), parts)
                    && !first.by().id().equals(step.by().id())
                    && !first.by().section().equals(step.by().section());
            if (isSecond) {
                decided.add(new Pair(first, step));
                open.removeIf(each -> isSame(each.statement(), step.statement(), parts));
                return;
            }
        }
        open.add(step);
    }

    private static boolean isSame(Statement one, Statement other, String... parts) {
        for (String part : parts) {
            if (!one.text(part).equals(other.text(part))) {
                return false;
            }
        }
        return true;
    }
}
