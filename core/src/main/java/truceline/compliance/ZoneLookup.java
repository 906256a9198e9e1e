package truceline.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.geo.AreaIndex;
import truceline.geo.Disc;
import truceline.geo.ZoneHits;
import truceline.geo.ZoneIndex;

/// Where one place stands to the zones of many norms: drawn areas of one accuracy by one look into a common index,
/// every other
/// zone by itself. Call {@link #look}, then ask norm by norm. Not thread-safe.
final class ZoneLookup {
    private final List<Norm> norms;
    private final Certainty[] answers;
    private final int[] normOfArea;
    private final ZoneIndex areas;
    private final ZoneHits hits = new ZoneHits();

    ZoneLookup(List<Norm> norms) {
        this.norms = norms;
        this.answers = new Certainty[norms.size()];
        List<AreaIndex> drawn = new ArrayList<>();
        normOfArea = new int[norms.size()];
        for (int i = 0; i < norms.size(); i++) {
            if (norms.get(i).where() instanceof Zone.Area area && area.accuracyMm() == 0) {
                normOfArea[drawn.size()] = i;
                drawn.add(area.index());
            }
        }
        areas = ZoneIndex.ofIndexes(drawn);
    }

    /// Looks up a place at a height as {@link Zone} has it; null where no place is known.
    void look(@Nullable Disc place, int altitudeMetres) {
        if (place == null) {
            for (int i = 0; i < answers.length; i++) {
                answers[i] = norms.get(i).where().ofUnknownPlace();
            }
            return;
        }
        Arrays.fill(answers, Certainty.NO);
        areas.findWithin(place.lonE7(), place.latE7(), place.radiusMm(), hits);
        for (int i = 0; i < hits.insideCount(); i++) {
            answers[normOfArea[hits.inside(i)]] = Certainty.YES;
        }
        for (int i = 0; i < hits.indeterminateCount(); i++) {
            answers[normOfArea[hits.indeterminate(i)]] = Certainty.INDETERMINATE;
        }
        if (areas.size() < answers.length) {
            lookAtOthers(place, altitudeMetres);
        }
    }

    /// Whether the place that was looked up lies in the zone of a norm.
    Certainty holds(int norm) {
        return answers[norm];
    }

    private void lookAtOthers(Disc place, int altitudeMetres) {
        for (int i = 0; i < answers.length; i++) {
            Zone zone = norms.get(i).where();
            if (!(zone instanceof Zone.Area area && area.accuracyMm() == 0)) {
                answers[i] = zone.holds(place, altitudeMetres);
            }
        }
    }
}
