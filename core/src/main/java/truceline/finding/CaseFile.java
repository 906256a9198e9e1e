package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What people said about one incident, in order, and what follows from it. Immutable.
///
/// @param incident address of the incident's first observation
/// @param steps statements about it
/// @param published the publication, once two persons signed the same bytes
public record CaseFile(
        String incident, List<Stated> steps, @Nullable Publication published) {
    /// A finding that was published.
    ///
    /// @param bytes canonical JSON of the finding as it was signed
    @SuppressWarnings("ArrayRecordComponent") // never compared; the digest beside it stands for the bytes
    public record Publication(long index, long receivedMs, String sha256, byte[] bytes) {}

    public CaseFile {
        steps = List.copyOf(steps);
    }

    static CaseFile empty(String incident) {
        return new CaseFile(incident, List.of(), null);
    }

    CaseFile with(Stated step) {
        List<Stated> more = new ArrayList<>(steps);
        more.add(step);
        return new CaseFile(incident, more, published);
    }

    /// The same without statements that no longer count. What was published stays published.
    CaseFile without(Predicate<Stated> doubted) {
        List<Stated> fewer = steps.stream().filter(doubted.negate()).toList();
        return fewer.size() == steps.size() ? this : new CaseFile(incident, fewer, published);
    }

    CaseFile with(Publication publication) {
        return new CaseFile(incident, steps, publication);
    }

    /// Statements of one act, in order.
    public List<Stated> of(Act act) {
        return steps.stream().filter(step -> step.act() == act).toList();
    }

    /// The two statements that decided whether it happened, or none where nothing is decided yet.
    public List<Stated> decided() {
        return pair(Act.VERIFY, "outcome");
    }

    /// The outcome that two persons signed, or null.
    public @Nullable String outcome() {
        List<Stated> pair = decided();
        return pair.isEmpty() ? null : pair.getFirst().statement().text("outcome");
    }

    public boolean isVerified() {
        return "verified".equals(outcome());
    }

    /// When the second person signed, milliseconds UTC; only where {@link #decided} is not empty.
    public long decidedMs() {
        return decided().getLast().receivedMs();
    }

    /// The two statements by which the monitor assessed a party, the latest pair, or none.
    public List<Stated> assessed() {
        return pair(Act.ASSESS, "party", "level");
    }

    /// The vote of each seat.
    public SortedMap<String, Stated> votes() {
        SortedMap<String, Stated> votes = new TreeMap<>();
        of(Act.VOTE).forEach(vote -> votes.put(vote.by().seat(), vote));
        return votes;
    }

    /// The party whose latest word is that it was responsible, or null where none says so, or more than one.
    public @Nullable String acknowledged() {
        SortedMap<String, Boolean> latest = new TreeMap<>();
        of(Act.REPLY)
                .forEach(reply ->
                        latest.put(reply.by().seatCode(), reply.statement().flag("acknowledges")));
        List<String> parties = latest.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        return parties.size() == 1 ? parties.getFirst() : null;
    }

    /// Where the incident stands on the ladder of verification.
    ///
    /// @param isCue nothing but a machine's cue is known
    /// @param isCorroborated by independent accounts or by the monitor itself
    /// @param isClosed the commission decided, or its time ran out
    public Verification verification(boolean isCue, boolean isCorroborated, boolean isClosed) {
        return switch (outcome()) {
            case "verified" -> isClosed || published != null ? Verification.V4 : Verification.V3;
            case "refuted" -> Verification.REFUTED;
            case "not-verifiable" -> Verification.NOT_VERIFIABLE;
            case null, default -> isCue ? Verification.V0 : isCorroborated ? Verification.V2 : Verification.V1;
        };
    }

    /// Where the question of responsibility stands.
    ///
    /// @param ballot of the body that attributes, or null where the agreement has none
    public Attribution attribution(@Nullable Ballot ballot) {
        String acknowledged = acknowledged();
        if (acknowledged != null && isVerified()) {
            return new Attribution(Attribution.Level.A4, acknowledged);
        }
        String voted = ballot == null || !isVerified() ? null : ballot.attributed(votes());
        if (voted != null) {
            return new Attribution(Attribution.Level.A3, voted);
        }
        List<Stated> assessed = assessed();
        if (assessed.isEmpty()) {
            return Attribution.NONE;
        }
        Statement likely = assessed.getFirst().statement();
        return new Attribution(
                likely.text("level").equals("likely") ? Attribution.Level.A2 : Attribution.Level.A1,
                likely.text("party"));
    }

    /// When the body's time to attribute ends, milliseconds UTC; {@link Long#MAX_VALUE} where no time is
    /// set or the file is not verified.
    public long lapsesMs(@Nullable Ballot ballot) {
        return ballot == null || ballot.withinMs() < 0 || !isVerified()
                ? Long.MAX_VALUE
                : decidedMs() + ballot.withinMs();
    }

    /// True once every seat has voted, or the time has run out: only then is anything published, so that a
    /// dissent is never left out because it came last.
    public boolean isClosed(@Nullable Ballot ballot, long nowMs) {
        if (!isVerified()) {
            return false;
        }
        return ballot == null || votes().keySet().containsAll(ballot.seats()) || nowMs >= lapsesMs(ballot);
    }

    /// The latest two statements of an act by persons of two sections that agree in these parts.
    private List<Stated> pair(Act act, String... parts) {
        List<Stated> all = of(act);
        for (int second = all.size() - 1; second > 0; second--) {
            for (int first = second - 1; first >= 0; first--) {
                if (agree(all.get(first), all.get(second), parts)) {
                    return List.of(all.get(first), all.get(second));
                }
            }
        }
        return List.of();
    }

    static boolean agree(Stated one, Stated two, String... parts) {
        if (one.by().id().equals(two.by().id())
                || one.by().section().equals(two.by().section())) {
            return false;
        }
        for (String part : parts) {
            if (!one.statement().text(part).equals(two.statement().text(part))) {
                return false;
            }
        }
        return true;
    }
}
