package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.compliance.Norm;
import truceline.compliance.Norms;
import truceline.compliance.WeaponClass;
import truceline.compliance.Zone;
import truceline.geo.Disc;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.incident.TrackRule;
import truceline.mission.Entry;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.mission.RuleText;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;

/// What only moved is in no list and no count; what it breached stands on the day and at the place of the breach.
class MovementTest {
    private static final long START = Ondral.at(2031, 5, 13, 0, 0);
    private static final long HALF_HOUR = 1_800_000;
    private static final Zone ZONE = new Zone.Near("harbour", new Disc(-280_000_000, -270_000_000, 0), 10_000_000);
    private static final Norm NORM = new Norm(
            "8", "enter", List.of(new WeaponClass(List.of("vessels"), 0, Integer.MAX_VALUE)), ZONE, 0, Long.MAX_VALUE);

    @Test
    void a_ship_that_only_moves_is_in_no_listing_and_no_count() {
        Picture picture = picture(90);
        assertThat(picture.incidents().size()).isEqualTo(1);
        assertThat(listing(picture)).isEmpty();
        assertThat(report(picture, 13).total().incidents()).isZero();
    }

    @Test
    void a_ship_that_enters_on_the_second_day_is_an_incident_of_that_day_and_place() {
        Picture picture = picture(0);
        String listed = listing(picture);
        assertThat(listed.lines()).hasSize(1);
        assertThat(listed).contains("\"from\":\"2031-05-14T").contains("\"longitude\":-28.09");
        assertThat(report(picture, 13).total().incidents()).isZero();
        assertThat(report(picture, 14).total().incidents()).isEqualTo(1);
        assertThat(report(picture, 15).total().incidents()).isZero();
        assertThat(report(picture, 15).corrections()).isEmpty();
    }

    private static DailyReport report(Picture picture, int day) {
        Incidents incidents = picture.incidents();
        return DailyReport.of(
                picture,
                Ondral.frame(),
                incidents,
                cases(picture, incidents),
                LocalDate.of(2031, 5, day),
                Ondral.FOOTER);
    }

    private static String listing(Picture picture) {
        Incidents incidents = picture.incidents();
        StringBuilder out = new StringBuilder();
        try {
            Register register = new Register(picture, incidents, cases(picture, incidents));
            Listing.incidents(picture, register, ZoneOffset.ofHours(-2), Filter.ALL, "ndjson", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<Case> cases(Picture picture, Incidents incidents) {
        return CaseFinder.find(
                new Norms(List.of(NORM), List.of()), picture.observations().columns(), incidents);
    }

    /// Three days of one ship that goes east 100 m a minute and passes the harbour after a day and a half, so many
    /// kilometres south of it.
    private static Picture picture(int kilometresSouth) {
        Mission mission = new Mission();
        mission.apply(0, RuleText.write(GroupingRule.FIRST));
        mission.apply(1, RuleText.write(TrackRule.FIRST));
        mission.apply(2, new Entry.SourceEntered("ais", 'F', START));
        Columns rows = new Columns(144);
        for (int i = 0; i < 144; i++) {
            Draft draft = new Draft();
            draft.row = i + 2L;
            draft.kind = Kind.VESSEL;
            draft.means = Means.AIS;
            draft.craft = "mmsi:244660000";
            draft.at(START + i * HALF_HOUR, 1000);
            draft.lonE7 = -280_000_000 + (i - 72) * 300_000;
            draft.latE7 = -270_000_000 - kilometresSouth * 90_000;
            draft.basis = PlaceBasis.POINT;
            rows.add(draft);
        }
        long index = 3;
        for (int day = 0; day < 3; day++) {
            long received = START + (day + 1) * (48 * HALF_HOUR) - 1;
            mission.apply(index, new Entry.Submitted("0f", "ais", "ais-csv", 1, 'P', "ee", 10, null, null, received));
            mission.apply(index + 1, new Entry.Observed(index, rows.copy(day * 48, day * 48 + 48)));
            index += 2;
        }
        return mission.picture();
    }
}
