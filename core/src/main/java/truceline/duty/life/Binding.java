package truceline.duty.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Verb;
import truceline.compliance.ReadingParts;

/// One provision, one of those whom it binds, one world: the states that are held for them, and nothing of the past
/// that no state still rests on. Of one thread.
final class Binding {
    private static final int TRACE = 12;

    final int number;
    final Provision provision;
    /// Code of the actor, or the words of the text.
    final String who;
    /// Code of a party, body or other actor; null where the text binds a class, anyone, or leaves it open.
    final @Nullable String actor;

    /// Nobody else is bound by the provision, so that a word on it need not name him.
    boolean isAlone;

    final Reader reader;
    Norm norm;

    Phase phase = Phase.PENDING;
    boolean isNew = true;

    @Nullable
    Long sinceMs;

    @Nullable
    Long dueMs;

    long nextMs = Long.MAX_VALUE;
    List<Reason> reasons = List.of();
    List<Check> conditions = List.of();

    /// The time in which it can be breached by an act, as the record has it now.
    long startMs = Long.MAX_VALUE;
    long endMs = Long.MAX_VALUE;

    /// Its condition has come about, so that a duty to do something runs on.
    boolean hasRun;

    /// When its condition came about; null where it has none, or where that has not come about.
    @Nullable
    Long metMs;

    @Nullable
    Long doneMs;

    long quantity = -1;

    @Nullable
    Long countedMs;

    /// Id of the provision under which the list of its things was handed over, or null.
    @Nullable
    String listId;

    @Nullable
    Long triggeredMs;

    @Nullable
    Long releasedMs;
    /// How late the step before was.
    long heldMs;
    long leastDueMs = Long.MIN_VALUE;
    /// The moment to which a body moved the deadline.
    long extendedMs = Long.MIN_VALUE;

    /// A settled reading binds others in its place.
    boolean isReleased;

    boolean isEnded;

    @Nullable
    Long suspendedMs;

    long pausedMs;

    @Nullable
    Phase lastOpen;

    /// Things seen where they may not be, by id, and when.
    final SortedMap<String, Long> present = new TreeMap<>();

    /// Latest deeds of a duty that returns, newest last.
    final ArrayDeque<Long> deeds = new ArrayDeque<>();

    @Nullable
    Long periodDueMs;

    long periodEndedMs = Long.MIN_VALUE;
    long periodsMissed;

    @Nullable
    Long missedMs;

    long cases;
    /// Cases on the provision of which nobody knows who it was.
    long unnamed;
    long attributed;
    final ArrayDeque<Change> trace = new ArrayDeque<>();

    /// The things that the norm is on.
    List<Reference> things = List.of();

    /// Where the norm holds, and what lies beyond it, compiled for this actor and this world.
    ReadingParts.@Nullable Ground where;
    ReadingParts.@Nullable Ground beyond;

    /// What lies beyond the line for each party, where the text binds whoever crosses it; empty otherwise.
    List<ReadingParts.Ground> beyondForParties = List.of();

    Binding(int number, Provision provision, String who, @Nullable String actor, Reader reader) {
        this.number = number;
        this.provision = provision;
        this.who = who;
        this.actor = actor;
        this.reader = reader;
        this.norm = reader.norm(provision.id());
    }

    String id() {
        return provision.id();
    }

    Verb verb() {
        return norm.verbs().getFirst();
    }

    /// Takes over what a body did to the provision, and what was done in the world of the reading that was settled.
    void standAs(Binding before, @Nullable Binding twin) {
        isNew = false;
        isEnded = before.isEnded;
        suspendedMs = before.suspendedMs;
        pausedMs = before.pausedMs;
        extendedMs = before.extendedMs;
        if (twin != null) {
            doneMs = twin.doneMs;
            quantity = twin.quantity;
            countedMs = twin.countedMs;
            deeds.addAll(twin.deeds);
        }
    }

    void remember(Change change) {
        trace.addLast(change);
        if (trace.size() > TRACE) {
            trace.removeFirst();
        }
    }

    ProvisionState state() {
        List<Reason> all = new ArrayList<>(reasons);
        if (cases > 0 || attributed > 0) {
            all.add(Reason.of("cases", cases, attributed));
        }
        if (unnamed > 0) {
            all.add(Reason.of("cases-unnamed", unnamed));
        }
        if (!present.isEmpty()) {
            all.add(Reason.of("still-seen", present.size(), String.join(", ", present.keySet())));
        }
        String settled = reader.settled().get(id());
        if (settled != null) {
            all.add(Reason.of("reading-settled", settled));
        }
        return new ProvisionState(
                id(),
                who,
                reader.names(),
                phase,
                sinceMs,
                dueMs,
                all,
                conditions,
                cases + unnamed,
                attributed,
                trace.stream().toList());
    }
}
