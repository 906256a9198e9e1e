package truceline.finding;

import java.util.ArrayList;
import java.util.List;

/// Two persons of two sections decided to hand out, opened, what was protected up to then in a class and those below
/// it.
///
/// @param classLetter highest class that is handed out: `S`, `C` or `M`; R is never handed out
/// @param to who receives it
/// @param decided index of the second signature; what was entered later is not covered
/// @param decidedMs when it was received, milliseconds UTC
public record Release(char classLetter, String to, long decided, long decidedMs) {
    /// What two signatures decided, in the order of the ledger.
    static List<Release> of(List<Stated> stated) {
        List<Stated> open = new ArrayList<>();
        List<Release> decided = new ArrayList<>();
        for (Stated step : stated) {
            if (step.act() == Act.RELEASE) {
                take(step, open, decided);
            }
        }
        return List.copyOf(decided);
    }

    /// First signatures that wait for a second under the words of a statement.
    static List<Stated> open(List<Stated> stated, Statement statement) {
        List<Stated> open = new ArrayList<>();
        List<Release> decided = new ArrayList<>();
        for (Stated step : stated) {
            if (step.act() == Act.RELEASE && isSame(step.statement(), statement)) {
                take(step, open, decided);
            }
        }
        return open;
    }

    private static void take(Stated step, List<Stated> open, List<Release> decided) {
        boolean isSecond = open.removeIf(first -> isSame(first.statement(), step.statement()));
        if (isSecond) {
            Statement statement = step.statement();
            decided.add(new Release(
                    statement.text("class").charAt(0), statement.text("to"), step.index(), step.receivedMs()));
        } else {
            open.add(step);
        }
    }

    private static boolean isSame(Statement one, Statement other) {
        return one.text("class").equals(other.text("class")) && one.text("to").equals(other.text("to"));
    }
}
