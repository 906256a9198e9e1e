package truceline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

/// What people change in the grouping holds, whatever the rule would do.
class EditsTest {
    private final Columns columns = new Columns(8);
    private final Grouping grouping = new Grouping(GroupingRule.FIRST, columns);

    @Test
    void a_split_stays_split_also_when_a_later_row_would_join_both() {
        blast(0);
        blast(3_000);
        Edits split = new Edits(List.of(new Edits.Edit.Split(List.of(1))), GroupingRule.FIRST);
        assertThat(incidents(Edits.NONE).size()).isEqualTo(1);
        assertThat(incidents(split).size()).isEqualTo(2);
        blast(1_500);
        assertThat(incidents(split).size()).isEqualTo(2);
        assertThat(incidents(split).ofRow(2)).isEqualTo(incidents(split).ofRow(0));
        assertThat(incidents(split).joins(1)).isEmpty();
    }

    @Test
    void a_merge_joins_what_is_far_apart_and_a_split_after_it_parts_it_again() {
        blast(0);
        blast(9_000_000);
        Edits.Edit merge = new Edits.Edit.Merge(List.of(0, 1));
        assertThat(incidents(Edits.NONE).size()).isEqualTo(2);
        assertThat(incidents(new Edits(List.of(merge), GroupingRule.FIRST)).size())
                .isEqualTo(1);
        Edits parted = new Edits(List.of(merge, new Edits.Edit.Split(List.of(1))), GroupingRule.FIRST);
        assertThat(incidents(parted).size()).isEqualTo(2);
        Edits again = new Edits(List.of(merge, new Edits.Edit.Split(List.of(1)), merge), GroupingRule.FIRST);
        assertThat(incidents(again).size()).isEqualTo(1);
    }

    private Incidents incidents(Edits edits) {
        Joins joins = grouping.joins();
        return Incidents.of(columns, columns.size(), joins, joins.size(), null, edits);
    }

    private void blast(int lonE7) {
        Draft draft = new Draft();
        draft.row = columns.size() + 2L;
        draft.kind = Kind.EXPLOSION;
        draft.means = Means.HEARD;
        draft.at(1_000_000, 1000);
        draft.lonE7 = lonE7;
        draft.latE7 = 0;
        draft.basis = PlaceBasis.POINT;
        grouping.add(columns.add(draft));
    }
}
