package truceline.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.incident.TrackRule;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

class RulesTest {
    private static final long MINUTE = 60_000;

    @Test
    void a_rule_of_tracks_reads_and_writes_back_to_itself() {
        Entry.Ruled ruled = RuleText.write(TrackRule.FIRST);
        assertThat(EntryText.read(EntryText.write(ruled))).isEqualTo(ruled);
        assertThat(RuleText.tracks(0, ruled)).isEqualTo(TrackRule.FIRST);
    }

    @Test
    void a_craft_that_sends_its_position_before_a_rule_of_tracks_cannot_be_checked() {
        Mission mission = new Mission();
        mission.apply(0, RuleText.write(GroupingRule.FIRST));
        submit(mission, 1);
        assertThatThrownBy(() -> mission.apply(3, new Entry.Observed(2, rows(ship(0, 0)))))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("no tracks rule is in force");
        Draft seen = ship(0, 0);
        seen.craft = null;
        mission.apply(3, new Entry.Observed(2, rows(seen)));
        assertThat(mission.picture().incidents().size()).isEqualTo(1);
    }

    @Test
    void a_second_rule_of_tracks_or_one_with_other_parameters_cannot_be_checked() {
        Mission mission = new Mission();
        mission.apply(0, RuleText.write(TrackRule.FIRST));
        assertThatThrownBy(() -> mission.apply(1, RuleText.write(TrackRule.FIRST)))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("a second tracks rule");
        SortedMap<String, Long> first = RuleText.write(TrackRule.FIRST).parameters();
        SortedMap<String, Long> more = new TreeMap<>(first);
        more.put("other", 1L);
        SortedMap<String, Long> slow = new TreeMap<>(first);
        slow.put("vesselMetresPerSecond", 0L);
        for (Entry.Ruled bad : new Entry.Ruled[] {
            new Entry.Ruled("tracks", 1, more),
            new Entry.Ruled("tracks", 1, slow),
            new Entry.Ruled("tracks", 2, first),
            new Entry.Ruled("shadows", 1, first)
        }) {
            assertThatThrownBy(() -> new Mission().apply(0, bad)).isInstanceOf(CannotCheck.class);
        }
    }

    @Test
    void a_picture_stays_as_it_was_when_late_positions_come_in() {
        Mission mission = new Mission();
        mission.apply(0, RuleText.write(GroupingRule.FIRST));
        mission.apply(1, RuleText.write(TrackRule.FIRST));
        submit(mission, 2);
        mission.apply(4, new Entry.Observed(3, rows(ship(0, 0), ship(30 * MINUTE, 0))));
        Picture early = mission.picture();
        String digest = PictureDigest.of(early);
        mission.apply(5, new Entry.Observed(3, rows(ship(10 * MINUTE, 900), ship(20 * MINUTE, 900))));
        assertThat(PictureDigest.of(early)).isEqualTo(digest);
        assertThat(early.incidents().size()).isEqualTo(1);
        Incidents late = mission.picture().incidents();
        assertThat(late.size()).isEqualTo(2);
        assertThat(late.isSuspect(late.ofRow(2))).isTrue();
        assertThat(late.isSuspect(late.ofRow(0))).isFalse();
        assertThat(PictureDigest.of(mission.picture())).isNotEqualTo(digest);
    }

    private static void submit(Mission mission, long index) {
        mission.apply(index, new Entry.SourceEntered("ais", 'F', 1));
        mission.apply(index + 1, new Entry.Submitted("0f", "ais", "ais-csv", 1, 'P', "ee", 10, null, null, 2));
    }

    private static Columns rows(Draft... drafts) {
        Columns columns = new Columns(drafts.length);
        for (Draft draft : drafts) {
            columns.add(draft);
        }
        return columns;
    }

    /// A ship so many kilometres north of its place.
    private static Draft ship(long atMs, int kilometresNorth) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = Kind.VESSEL;
        draft.means = Means.AIS;
        draft.craft = "mmsi:244660000";
        draft.at(atMs, 1000);
        draft.lonE7 = 310_000_000;
        draft.latE7 = 450_000_000 + kilometresNorth * 90_000;
        draft.basis = PlaceBasis.POINT;
        return draft;
    }
}
