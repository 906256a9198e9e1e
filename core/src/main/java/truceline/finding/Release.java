package truceline.finding;

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
        return Pair.decided(stated, Act.RELEASE, "class", "to").stream()
                .map(Pair::second)
                .map(second -> new Release(
                        second.statement().text("class").charAt(0),
                        second.statement().text("to"),
                        second.index(),
                        second.receivedMs()))
                .toList();
    }
}
