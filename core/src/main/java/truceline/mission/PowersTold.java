package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import truceline.duty.life.Occurrence;
import truceline.finding.Docket;
import truceline.finding.Stated;
import truceline.finding.Statement;

/// What bodies decided by their powers over the provisions, as occurrences. Pure.
final class PowersTold {
    private PowersTold() {}

    /// @param known when something that was received at a moment counts as known
    static List<Occurrence> of(Docket docket, LongUnaryOperator known) {
        List<Occurrence> told = new ArrayList<>();
        for (Stated decided : docket.decided()) {
            Statement said = decided.statement();
            String provision = said.findText("provision");
            long knownMs = known.applyAsLong(decided.receivedMs());
            switch (said.act()) {
                case AUTHORISE ->
                    told.add(new Occurrence.Permitted(
                            decided.index(),
                            knownMs,
                            decided.by().body(),
                            provision,
                            said.findText("party"),
                            said.number("from"),
                            said.number("until")));
                case SUSPEND -> told.add(stopped(decided, knownMs, provision, Occurrence.Stop.SUSPENDED));
                case RESUME -> told.add(stopped(decided, knownMs, provision, Occurrence.Stop.RESUMED));
                case END -> told.add(stopped(decided, knownMs, provision, Occurrence.Stop.ENDED));
                case EXTEND ->
                    told.add(new Occurrence.Extended(
                            decided.index(), knownMs, said.text("provision"), said.number("date")));
                default ->
                    throw new IllegalStateException(
                            "no power of a body: " + said.act().word());
            }
        }
        return told;
    }

    private static Occurrence stopped(Stated decided, long knownMs, @Nullable String provision, Occurrence.Stop stop) {
        return new Occurrence.Stopped(decided.index(), knownMs, provision, stop);
    }
}
