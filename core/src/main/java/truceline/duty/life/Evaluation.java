package truceline.duty.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Provision;
import truceline.compliance.ReadingParts;
import truceline.geo.Geometry;

/// Evaluates an agreement as an event calculus: takes in one occurrence after the other, in the order of the record,
/// and tells what changes. Time is told by the occurrences alone, so the same entries give the same changes, each
/// deadline once, however often the program was started in between. What one occurrence costs depends on the
/// agreement and on what is open, not on what has been. Of one thread.
public final class Evaluation {
    private static final int MOST_ROUNDS = 64;

    private final Board board;
    private final Memory memory;
    private final Course course;
    private final Cases cases;
    private final Excuses excuses;
    private final Sightings sightings;
    private final SortedMap<String, List<Binding>> resting = new TreeMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final SequencedSet<Binding> toSettle = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private long clockMs;
    private long entry;

    private record Timer(long atMs, int number) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return atMs == other.atMs ? Integer.compare(number, other.number) : Long.compare(atMs, other.atMs);
        }
    }

    /// @param maps by name of a line or zone: the geometry it uses; a name that is missing has no map yet
    /// @param entry index of the entry by which the agreement was entered
    /// @param enteredMs when it was entered, milliseconds UTC
    public Evaluation(Agreement agreement, SortedMap<String, Geometry> maps, long entry, long enteredMs) {
        this(agreement, maps, entry, enteredMs, InForce.ALWAYS);
    }

    /// @param inForce when the words of this version count
    public Evaluation(
            Agreement agreement, SortedMap<String, Geometry> maps, long entry, long enteredMs, InForce inForce) {
        this.board = new Board(agreement);
        this.memory = new Memory(agreement);
        ReadingParts parts = new ReadingParts(agreement, maps);
        Matching matching = new Matching(agreement, parts);
        Conditions conditions = new Conditions(board, memory);
        this.course = new Course(board, memory, conditions, enteredMs, inForce);
        Docket docket = new Docket(board);
        this.excuses = new Excuses(board, new ActConditions(board, memory, conditions, matching), memory, docket);
        this.cases = new Cases(board, parts, matching, excuses, docket);
        this.sightings = new Sightings(board, memory, cases, docket);
        this.clockMs = enteredMs;
        this.entry = entry;
        for (Provision provision : agreement.provisions().values()) {
            for (String key : Keys.of(board, memory, provision)) {
                List<Binding> own = resting.computeIfAbsent(key, _ -> new ArrayList<>());
                board.readers().forEach(reader -> own.addAll(board.of(reader, provision.id())));
            }
        }
        toSettle.addAll(board.all());
        settle(enteredMs);
        changes.clear();
    }

    /// Takes in the next occurrence and tells what changed, in the order in which it came about.
    ///
    /// @throws IllegalStateException where it was known before the one that was taken in last
    public List<Change> take(Occurrence next) {
        if (next.knownMs() < clockMs) {
            throw new IllegalStateException("the time of the fold runs back at entry " + next.entry());
        }
        entry = next.entry();
        advance(next.knownMs() - 1);
        clockMs = next.knownMs();
        occur(next);
        settle(clockMs);
        advance(clockMs);
        List<Change> told = merged(changes);
        changes.clear();
        return told;
    }

    /// Lets everything fall due that does by then.
    private void advance(long untilMs) {
        while (true) {
            Timer head = timers.peek();
            long nextMs = Math.min(head == null ? Long.MAX_VALUE : head.atMs, excuses.nextMs());
            if (nextMs > untilMs || nextMs == Long.MAX_VALUE) {
                return;
            }
            excuses.close(nextMs, changes);
            while (!timers.isEmpty() && timers.element().atMs <= nextMs) {
                Binding binding = board.numbered(timers.remove().number);
                if (binding.nextMs <= nextMs && !binding.isReleased) {
                    toSettle.add(binding);
                }
            }
            settle(nextMs);
        }
    }

    private void occur(Occurrence next) {
        switch (next) {
            case Occurrence.Ticked _ -> {
                // Time is told by every occurrence.
            }
            case Occurrence.Acted acted -> {
                memory.add(acted.evidence(), clockMs);
                cases.acted(entry, acted.evidence(), clockMs, changes);
            }
            case Occurrence.Found found -> found(found);
            case Occurrence.Seen seen -> toSettle.addAll(sightings.seen(entry, seen.evidence(), changes));
            case Occurrence.Listed listed -> {
                memory.stocks.list(listed);
                done(listed.provision(), listed.by(), listed.atMs(), -1);
                touch("list " + listed.provision());
                sightings.tellStock(entry, listed.provision(), listed.by(), listed.atMs(), changes);
            }
            case Occurrence.Counted counted -> {
                memory.stocks.count(counted);
                sightings.tellStock(entry, counted.provision(), counted.of(), counted.atMs(), changes);
            }
            case Occurrence.Said said -> {
                memory.words.hear(said);
                touch(Keys.fact(said.fact()));
                touch(Keys.id(said.fact()));
                if (said.incident() != null) {
                    excuses.look(said.incident(), clockMs, changes);
                }
            }
            case Occurrence.Done done -> done(done.provision(), done.by(), done.atMs(), done.thousandths());
            case Occurrence.Noticed notice -> {
                memory.add(notice);
                touch(Keys.NOTICE);
            }
            case Occurrence.Permitted permitted -> {
                memory.add(permitted);
                touch(Keys.PERMIT);
            }
            case Occurrence.DaySet day -> {
                memory.daysSet.put(day.day(), day.dateMs());
                memory.daysKnown.put(day.day(), day.knownMs());
                board.readers().forEach(reader -> reader.date(memory.daysSet));
                touch(Keys.day(day.day()));
            }
            case Occurrence.Settled settled -> settled(settled);
            case Occurrence.Stopped stopped -> stopped(stopped);
            case Occurrence.Extended extended -> extended(extended);
        }
    }

    private void found(Occurrence.Found found) {
        Map<Reader, Severity.Grade> grades = new LinkedHashMap<>();
        cases.found(found, changes, grades).forEach((reader, provisions) -> {
            Severity.Grade grade = grades.get(reader);
            for (String provision : provisions) {
                reader.findings()
                        .add(
                                provision,
                                found.against(),
                                grade == null ? null : grade.level(),
                                found.evidence().fromMs());
                touch(Keys.finding(provision));
                String above = board.agreement().getProvision(provision).parent();
                while (above != null) {
                    touch(Keys.finding(above));
                    above = board.agreement().getProvision(above).parent();
                }
            }
        });
        touch(Keys.finding(null));
    }

    private void done(String provision, String by, long atMs, long thousandths) {
        for (Reader reader : board.readers()) {
            for (Binding binding : board.of(reader, provision)) {
                if (binding.actor == null || binding.actor.equals(by)) {
                    done(binding, atMs, thousandths);
                }
            }
        }
        touch(Keys.id(provision));
    }

    private static void done(Binding binding, long atMs, long thousandths) {
        if (thousandths >= 0) {
            boolean isState = binding.norm.atMost() != null;
            binding.quantity = isState ? thousandths : Math.max(0, binding.quantity) + thousandths;
            binding.countedMs = atMs;
        }
        if (binding.norm.timing().every() != null) {
            if (atMs <= binding.periodEndedMs) {
                boolean isOfMissed = binding.missedMs != null && Course.isOfPeriod(binding, binding.missedMs, atMs);
                binding.periodsMissed -= isOfMissed ? 1 : 0;
                binding.missedMs = isOfMissed ? null : binding.missedMs;
                return;
            }
            binding.missedMs = null;
        }
        if (binding.deeds.size() >= 2) {
            binding.deeds.removeLast();
        }
        binding.deeds.addLast(atMs);
    }

    private void settled(Occurrence.Settled settled) {
        board.settled().put(settled.name(), settled.holder());
        board.readers().forEach(reader -> reader.date(memory.daysSet));
        rebind();
        for (Binding binding : board.all()) {
            binding.norm = binding.reader.norm(binding.id());
            if (binding.doneMs == null) {
                binding.releasedMs = null;
                binding.heldMs = 0;
                binding.leastDueMs = Long.MIN_VALUE;
            }
        }
        cases.read();
        toSettle.addAll(board.all());
    }

    /// A settled reading may bind others: whoever rests on a provision does so for them too.
    private void rebind() {
        List<Binding> added = board.rebind();
        for (List<Binding> own : resting.values()) {
            List<Binding> here = added.stream()
                    .filter(each -> own.stream().anyMatch(one -> one.id().equals(each.id())))
                    .toList();
            own.addAll(here);
            own.removeIf(each -> each.isReleased);
        }
        toSettle.removeIf(each -> each.isReleased);
        sightings.read();
    }

    private void stopped(Occurrence.Stopped stopped) {
        for (Binding binding : board.all()) {
            if (!isMeant(stopped.provision(), binding.id())) {
                continue;
            }
            switch (stopped.stop()) {
                case SUSPENDED ->
                    binding.suspendedMs = binding.suspendedMs == null ? Long.valueOf(clockMs) : binding.suspendedMs;
                case RESUMED -> {
                    binding.pausedMs += binding.suspendedMs == null ? 0 : clockMs - binding.suspendedMs;
                    binding.suspendedMs = null;
                }
                case ENDED -> binding.isEnded = true;
            }
            toSettle.add(binding);
        }
    }

    private void extended(Occurrence.Extended extended) {
        for (Binding binding : board.all()) {
            if (extended.provision().equals(binding.id())) {
                binding.extendedMs = Math.max(binding.extendedMs, extended.untilMs());
                toSettle.add(binding);
            }
        }
    }

    /// Whether what is said of a provision, or of all of them (null), is said of another: of itself and what is below.
    private boolean isMeant(@Nullable String named, String id) {
        String above = id;
        while (named != null && above != null && !above.equals(named)) {
            above = board.agreement().getProvision(above).parent();
        }
        return above != null;
    }

    private void touch(String key) {
        toSettle.addAll(resting.getOrDefault(key, List.of()));
    }

    /// Settles what was touched, and what rests on it, until nothing moves any more.
    private void settle(long nowMs) {
        int rounds = board.all().size() * MOST_ROUNDS;
        while (!toSettle.isEmpty() && rounds-- > 0) {
            settle(toSettle.removeFirst(), nowMs);
        }
        toSettle.clear();
    }

    private void settle(Binding binding, long nowMs) {
        Long doneMs = binding.doneMs;
        Long triggeredMs = binding.triggeredMs;
        Verdict verdict = course.of(binding, nowMs);
        binding.dueMs = verdict.dueMs();
        binding.reasons = verdict.reasons();
        binding.conditions = verdict.conditions();
        if (verdict.nextMs() > nowMs && verdict.nextMs() != binding.nextMs && verdict.nextMs() != Long.MAX_VALUE) {
            timers.add(new Timer(verdict.nextMs(), binding.number));
        }
        binding.nextMs = verdict.nextMs() > nowMs ? verdict.nextMs() : Long.MAX_VALUE;
        boolean moved = binding.phase != verdict.phase();
        if (moved || binding.isNew) {
            move(binding, verdict, nowMs);
        }
        boolean isOtherwise = moved
                || !java.util.Objects.equals(doneMs, binding.doneMs)
                || !java.util.Objects.equals(triggeredMs, binding.triggeredMs);
        if (isOtherwise) {
            for (Binding other : resting.getOrDefault(Keys.id(binding.id()), List.of())) {
                if (other != binding && other.reader == binding.reader) {
                    toSettle.add(other);
                }
            }
        }
    }

    private void move(Binding binding, Verdict verdict, long nowMs) {
        Long atMs = verdict.atMs();
        Phase before = binding.phase;
        binding.phase = verdict.phase();
        binding.sinceMs = atMs == null ? (binding.isNew ? null : Long.valueOf(nowMs)) : atMs;
        if (!binding.isNew) {
            Change change = new Change.Moved(
                    entry,
                    atMs == null ? nowMs : atMs,
                    binding.id(),
                    binding.who,
                    binding.reader.names(),
                    before,
                    binding.phase,
                    verdict.reasons());
            binding.remember(change);
            changes.add(change);
        }
        binding.isNew = false;
    }

    /// The same move in several worlds is told once.
    private static List<Change> merged(List<Change> changes) {
        List<Change> merged = new ArrayList<>();
        for (Change change : changes) {
            int same = change instanceof Change.Moved moved ? sameMove(merged, moved) : -1;
            if (same < 0) {
                merged.add(change);
            } else if (merged.get(same) instanceof Change.Moved first) {
                List<String> worlds = new ArrayList<>(first.worlds());
                worlds.addAll(change.worlds());
                merged.set(
                        same,
                        new Change.Moved(
                                first.entry(),
                                first.atMs(),
                                first.provision(),
                                first.who(),
                                worlds,
                                first.from(),
                                first.to(),
                                first.reasons()));
            }
        }
        return merged;
    }

    private static int sameMove(List<Change> merged, Change.Moved moved) {
        for (int i = merged.size() - 1; i >= 0; i--) {
            boolean isSame = merged.get(i) instanceof Change.Moved other
                    && other.provision().equals(moved.provision())
                    && other.who().equals(moved.who())
                    && other.from() == moved.from()
                    && other.to() == moved.to()
                    && other.atMs() == moved.atMs()
                    && other.reasons().equals(moved.reasons())
                    && other.worlds().stream().noneMatch(moved.worlds()::contains);
            if (isSame) {
                return i;
            }
        }
        return -1;
    }

    /// Where every provision stands now, in file order, then for each of those whom it binds; where several worlds
    /// agree, once for all of them.
    public List<ProvisionState> states() {
        List<ProvisionState> states = new ArrayList<>();
        for (Provision provision : board.agreement().provisions().values()) {
            SequencedMap<String, List<ProvisionState>> byActor = new LinkedHashMap<>();
            for (Reader reader : board.readers()) {
                for (Binding binding : board.of(reader, provision.id())) {
                    fold(byActor.computeIfAbsent(binding.who, _ -> new ArrayList<>()), state(binding));
                }
            }
            byActor.values().forEach(states::addAll);
        }
        return List.copyOf(states);
    }

    private ProvisionState state(Binding binding) {
        ProvisionState state = binding.state();
        String actor = binding.actor;
        List<Reason> stock = actor == null ? List.of() : memory.stocks.reasons(binding.id(), actor);
        return stock.isEmpty() ? state : state.and(stock);
    }

    private static void fold(List<ProvisionState> own, ProvisionState state) {
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).standsAs(state)) {
                own.set(i, own.get(i).with(state));
                return;
            }
        }
        own.add(state);
    }

    /// Where a provision stands for somebody, in each world that differs; empty where it binds nobody of that name.
    public List<ProvisionState> states(String provision, @Nullable String who) {
        return states().stream()
                .filter(state -> state.provision().equals(provision)
                        && (who == null || state.who().equals(who)))
                .toList();
    }

    /// The time of the fold, milliseconds UTC.
    public long clockMs() {
        return clockMs;
    }
}
