package truceline.report.agreement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;
import truceline.duty.Timeline;
import truceline.duty.World;

/// The times of an agreement laid out for a drawing: one panel of what has a date, and one for each day that is not
/// set, counted from it. In a panel every party has a lane, in the order of the file; bodies and others share the
/// last one. Pure and immutable.
///
/// @param days the named days that have a date, each with it; one that the world sets is tried, not agreed
/// @param waiting times that no day dates: what they wait for, by provision
public record TimelineChart(Agreement agreement, List<String> days, List<Panel> panels, List<Timeline.Row> waiting) {
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final LocalDateTime ORIGIN = LocalDateTime.of(2001, 1, 1, 0, 0);

    public TimelineChart {
        days = List.copyOf(days);
        panels = List.copyOf(panels);
        waiting = List.copyOf(waiting);
    }

    /// One axis of time with the lanes along it.
    ///
    /// @param day the day that is counted from, null where the panel has dates
    /// @param origin the local time at offset 0
    public record Panel(@Nullable String day, LocalDateTime origin, List<Lane> lanes) {
        public Panel {
            lanes = List.copyOf(lanes);
        }
    }

    /// A party, or everybody else.
    public record Lane(String name, boolean isParty, List<Item> items) {
        public Lane {
            items = List.copyOf(items);
        }
    }

    /// A norm in one reading (null: the common text), with its times.
    public record Item(String provision, @Nullable String holder, String sentence, List<Mark> marks) {
        public Item {
            marks = List.copyOf(marks);
        }
    }

    /// A time: days from the panel's origin, by the clocks of the agreement's zone. A whole day by which or until which
    /// something holds stands at its own date, not at the 00:00 of the next.
    public record Mark(Timeline.Edge edge, double days, String phrase) {}

    /// The chart in a world in which some days may have been set.
    public static TimelineChart of(Agreement agreement, World world) {
        ZoneId zone = agreement.timeZone();
        List<Timeline.Row> rows = Timeline.ofEveryReading(agreement, world).rows();
        List<Panel> panels = new ArrayList<>();
        List<Timeline.Row> left = new ArrayList<>(rows);
        List<Timeline.Row> dated = take(left, rows);
        if (!dated.isEmpty()) {
            LocalDateTime first = local(dated.getFirst(), zone).toLocalDate().atStartOfDay();
            panels.add(panel(agreement, null, first, dated));
        }
        for (String day : agreement.days().sequencedKeySet()) {
            if (left.stream().noneMatch(row -> day.equals(row.waitsFor()))) {
                continue;
            }
            List<Timeline.Row> counted = take(
                    left,
                    Timeline.ofEveryReading(agreement, with(world, day, zone)).rows());
            if (!counted.isEmpty()) {
                panels.add(panel(agreement, day, ORIGIN, counted));
            }
        }
        return new TimelineChart(agreement, days(agreement, world), panels, left);
    }

    private static List<String> days(Agreement agreement, World world) {
        Days days = Days.of(agreement, null).withMoments(world.daysSet());
        List<String> known = new ArrayList<>();
        for (String name : agreement.days().sequencedKeySet()) {
            if (days.resolve(new TimePhrase.DayCount(name, 0, null))
                    instanceof Moment.Known(long startMillis, long endMillis)) {
                LocalDateTime start = LocalDateTime.ofInstant(Instant.ofEpochMilli(startMillis), agreement.timeZone());
                boolean isTried = world.daysSet().containsKey(name);
                known.add(name + (isTried ? " is tried as " : " is ") + start.toLocalDate());
            }
        }
        return known;
    }

    /// The rows that have a time here and are still left; takes them out of what is left.
    private static List<Timeline.Row> take(List<Timeline.Row> left, List<Timeline.Row> rows) {
        List<Timeline.Row> taken = new ArrayList<>();
        for (Timeline.Row row : rows) {
            if (row.atMs() != null && left.removeIf(each -> isSame(each, row))) {
                taken.add(row);
            }
        }
        return taken;
    }

    private static boolean isSame(Timeline.Row one, Timeline.Row other) {
        return one.provision().equals(other.provision())
                && one.edge() == other.edge()
                && Words.orEmpty(one.holder()).equals(Words.orEmpty(other.holder()));
    }

    private static World with(World world, String day, ZoneId zone) {
        SortedMap<String, Long> set = new TreeMap<>(world.daysSet());
        set.put(day, ORIGIN.atZone(zone).toInstant().toEpochMilli());
        return new World(world.findings(), world.attested(), set, world.notices(), world.foldMs());
    }

    private static LocalDateTime local(Timeline.Row row, ZoneId zone) {
        long atMs = row.atMs() == null ? 0 : row.atMs();
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(atMs), zone);
    }

    private static Panel panel(
            Agreement agreement, @Nullable String day, LocalDateTime origin, List<Timeline.Row> rows) {
        SequencedMap<String, SequencedMap<String, List<Timeline.Row>>> byNorm = new LinkedHashMap<>();
        rows.forEach(row -> byNorm.computeIfAbsent(row.provision(), key -> new LinkedHashMap<>())
                .computeIfAbsent(Words.orEmpty(row.holder()), key -> new ArrayList<>())
                .add(row));
        SequencedMap<String, List<Item>> items = new LinkedHashMap<>();
        agreement.partyCodes().forEach(code -> items.put(code, new ArrayList<>()));
        items.put("", new ArrayList<>());
        byNorm.values().forEach(readings -> {
            for (String holder : NormHtml.holders(agreement, readings.sequencedKeySet())) {
                Item item = item(readings.getOrDefault(holder, List.of()), origin, agreement.timeZone());
                lanes(agreement, agreement.getProvision(item.provision()).norm(item.holder()))
                        .forEach(lane ->
                                items.getOrDefault(lane, new ArrayList<>()).add(item));
            }
        });
        List<Lane> lanes = new ArrayList<>();
        items.forEach((code, each) -> {
            Actor party = agreement.parties().get(code);
            if (party != null) {
                lanes.add(new Lane(party.name(), true, each));
            } else if (!each.isEmpty()) {
                lanes.add(new Lane("Bodies and others", false, each));
            }
        });
        return new Panel(day, origin, lanes);
    }

    private static Item item(List<Timeline.Row> times, LocalDateTime origin, ZoneId zone) {
        List<Mark> marks = new ArrayList<>();
        for (Timeline.Row row : times) {
            long minutes = ChronoUnit.MINUTES.between(origin, local(row, zone));
            boolean isEnd = row.edge() != Timeline.Edge.FROM && row.edge() != Timeline.Edge.EVERY;
            boolean isWholeDay =
                    isEnd && minutes % MINUTES_OF_A_DAY == 0 && !row.phrase().endsWith(" 00:00");
            long shown = isWholeDay ? minutes - MINUTES_OF_A_DAY : minutes;
            marks.add(new Mark(row.edge(), (double) shown / MINUTES_OF_A_DAY, row.phrase()));
        }
        Timeline.Row first = times.getFirst();
        return new Item(first.provision(), first.holder(), first.sentence(), marks);
    }

    private static SequencedSet<String> lanes(Agreement agreement, Norm norm) {
        SequencedSet<String> lanes = new LinkedHashSet<>();
        for (Reference who : norm.who()) {
            if (who.sort() == Sort.EACH_PARTY) {
                lanes.addAll(agreement.partyCodes());
            } else {
                lanes.add(who.sort() == Sort.PARTY ? who.name() : "");
            }
        }
        if (lanes.isEmpty()) {
            lanes.add("");
        }
        return lanes;
    }
}
