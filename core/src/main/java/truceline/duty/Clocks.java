package truceline.duty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.BodyClocks;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.finding.Finding;
import truceline.finding.Stated;

/// The clocks that an agreement sets its own bodies. Pauses push what is due back by as long as they
/// last; overlapping pauses count once, and what lies outside the running time counts for nothing. A
/// clock that is met at the very moment it is due is met. Pure and thread-safe.
public final class Clocks {
    private Clocks() {}

    /// The names of the clocks that the text has, in the order of the work.
    public static List<String> names(Agreement agreement) {
        BodyClocks clocks = agreement.clocks();
        return clocks == null ? List.of() : List.copyOf(clocks.limits().sequencedKeySet());
    }

    /// A clock as it stands at a fold time; empty where the text has no such clock.
    ///
    /// @param metMs when the duty was done, null where it was not; what lies after the fold time is not known yet
    public static Optional<BodyClock> find(
            Agreement agreement,
            String name,
            long openedMs,
            List<BodyClock.Pause> pauses,
            @Nullable Long metMs,
            long foldMs) {
        BodyClocks clocks = agreement.clocks();
        Leaf<DurationPhrase> limit = clocks == null ? null : clocks.limits().get(name);
        if (limit == null) {
            return Optional.empty();
        }
        List<BodyClock.Pause> known = union(pauses, openedMs, foldMs);
        Long met = metMs == null || metMs > foldMs ? null : metMs;
        Long dueMs = limit.find()
                .map(given -> due(openedMs, Spans.after(openedMs, given, agreement.timeZone()) - openedMs, known))
                .filter(due -> due != Long.MAX_VALUE)
                .orElse(null);
        boolean isPaused = known.stream()
                .anyMatch(pause -> pause.fromMs() <= foldMs && (pause.toMs() == null || pause.toMs() > foldMs));
        return Optional.of(
                new BodyClock(name, whose(agreement, name), openedMs, dueMs, met, state(dueMs, met, isPaused, foldMs)));
    }

    /// The clock `decision` of every verified incident, by the address of its first observation: how long the body that
    /// attributes has to vote. Met once every seat has voted; empty where the ballot has no limit.
    public static SortedMap<String, BodyClock> votes(Docket docket, Agreement agreement, long foldMs) {
        SortedMap<String, BodyClock> clocks = new TreeMap<>();
        Ballot ballot = Finding.ballot(agreement);
        for (CaseFile file : docket.files().values()) {
            long dueMs = file.lapsesMs(ballot);
            if (ballot == null || dueMs == Long.MAX_VALUE) {
                continue;
            }
            Collection<Stated> votes = file.votes().values();
            Long metMs = file.votes().keySet().containsAll(ballot.seats())
                    ? Long.valueOf(
                            votes.stream().mapToLong(Stated::receivedMs).max().orElse(dueMs))
                    : null;
            BodyClock.State state = metMs != null
                    ? BodyClock.State.MET
                    : foldMs >= dueMs ? BodyClock.State.MISSED : BodyClock.State.RUNNING;
            String body = ballot.body().name();
            clocks.put(
                    file.incident(), new BodyClock("decision", List.of(body), file.decidedMs(), dueMs, metMs, state));
        }
        return clocks;
    }

    private static BodyClock.State state(@Nullable Long dueMs, @Nullable Long metMs, boolean isPaused, long foldMs) {
        if (metMs != null) {
            return dueMs == null || metMs <= dueMs ? BodyClock.State.MET : BodyClock.State.MISSED;
        }
        if (dueMs != null && dueMs < foldMs) {
            return BodyClock.State.MISSED;
        }
        return isPaused ? BodyClock.State.PAUSED : BodyClock.State.RUNNING;
    }

    /// When the running time is used up; {@link Long#MAX_VALUE} where a pause has no end.
    private static long due(long openedMs, long limitMs, List<BodyClock.Pause> pauses) {
        long runFrom = openedMs;
        long leftMs = limitMs;
        for (BodyClock.Pause pause : pauses) {
            long ranMs = pause.fromMs() - runFrom;
            if (ranMs >= leftMs) {
                break;
            }
            leftMs -= ranMs;
            Long toMs = pause.toMs();
            if (toMs == null) {
                return Long.MAX_VALUE;
            }
            runFrom = toMs;
        }
        return runFrom + leftMs;
    }

    /// Pauses that have begun, cut to the time after the opening, ascending, without overlap.
    private static List<BodyClock.Pause> union(List<BodyClock.Pause> pauses, long openedMs, long foldMs) {
        List<BodyClock.Pause> ascending = pauses.stream()
                .filter(pause -> pause.fromMs() <= foldMs)
                .sorted(Comparator.comparingLong(BodyClock.Pause::fromMs))
                .toList();
        List<BodyClock.Pause> union = new ArrayList<>();
        long openEnd = Long.MAX_VALUE;
        long until = openedMs;
        for (BodyClock.Pause pause : ascending) {
            Long toMs = pause.toMs();
            long end = toMs == null || toMs > foldMs ? openEnd : toMs;
            long from = Math.max(pause.fromMs(), until);
            if (end > from) {
                union.add(new BodyClock.Pause(from, end == openEnd ? null : Long.valueOf(end)));
                until = end;
            }
        }
        return union;
    }

    /// Who answers for a clock: the parties for the reply, who may attribute for the decision, who may
    /// inspect for the team on site; for the rest, or where nobody may, those who verify.
    private static List<String> whose(Agreement agreement, String name) {
        List<String> powerful = switch (name) {
            case "reply" -> agreement.partyCodes();
            case "decision" -> bodies(agreement, Power.ATTRIBUTE);
            case "team-on-site" -> bodies(agreement, Power.INSPECT);
            default -> List.of();
        };
        return powerful.isEmpty() ? verifiers(agreement) : powerful;
    }

    private static List<String> verifiers(Agreement agreement) {
        if (agreement.verification() == null) {
            return bodies(agreement, Power.VERIFY);
        }
        return agreement.verification().by().stream()
                .filter(by -> !by.isOpen())
                .map(Reference::text)
                .toList();
    }

    private static List<String> bodies(Agreement agreement, Power power) {
        return agreement.bodies().values().stream()
                .filter(body -> body.may(power))
                .map(Body::name)
                .toList();
    }
}
