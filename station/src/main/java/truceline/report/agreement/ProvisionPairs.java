package truceline.report.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import truceline.agreement.Agreement;
import truceline.agreement.NormKind;
import truceline.agreement.PointMap;
import truceline.agreement.Proposal;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;

/// Which provision of an older version is which of a newer one. In this order: as the map of points says, where the
/// numbers of both are points of two proposals of which one follows the other; the same id with the same content; the
/// same text under another id, and then what stands below it; the same id; the same norm under another id. A text or
/// norm that stands twice moves nothing.
final class ProvisionPairs {
    /// The older id of a newer one, and why.
    record Pair(String older, String newer, Why why) {}

    enum Why {
        SAME_ID,
        POINT_MAP,
        SAME_TEXT,
        SAME_NORM
    }

    private final Agreement old;
    private final Agreement young;
    private final SequencedSet<String> oldLeft;
    private final SequencedSet<String> youngLeft;
    private final SequencedMap<String, Pair> byNewer = new LinkedHashMap<>();

    private ProvisionPairs(Agreement old, Agreement young) {
        this.old = old;
        this.young = young;
        this.oldLeft = new LinkedHashSet<>(old.provisions().sequencedKeySet());
        this.youngLeft = new LinkedHashSet<>(young.provisions().sequencedKeySet());
    }

    /// The pairs by the newer id.
    static SequencedMap<String, Pair> of(Agreement old, Agreement young) {
        ProvisionPairs pairs = new ProvisionPairs(old, young);
        pairs.byPoints();
        pairs.sameId(true);
        pairs.moved(ProvisionPairs::text, Why.SAME_TEXT);
        pairs.sameId(false);
        pairs.moved(ProvisionPairs::norm, Why.SAME_NORM);
        return pairs.byNewer;
    }

    private void pair(String older, String newer, Why why) {
        if (oldLeft.contains(older) && youngLeft.contains(newer)) {
            oldLeft.remove(older);
            youngLeft.remove(newer);
            byNewer.put(newer, new Pair(older, newer, older.equals(newer) ? Why.SAME_ID : why));
        }
    }

    private void byPoints() {
        String before = old.identity().pointsOf();
        String after = young.identity().pointsOf();
        Proposal proposal = after == null ? null : young.proposals().get(after);
        if (before == null || proposal == null || !before.equals(proposal.follows())) {
            return;
        }
        PointMap map = PointMap.find(young, proposal).orElse(null);
        if (map == null) {
            return;
        }
        for (PointMap.Row row : map.rows()) {
            boolean isOne = row.changes().contains(PointMap.Change.MOVED)
                    || row.changes().contains(PointMap.Change.KEPT);
            if (isOne) {
                family(Integer.toString(row.from().getFirst()), Integer.toString(row.point()), Why.POINT_MAP);
            }
        }
    }

    /// A provision and everything below it that has the same ending.
    private void family(String older, String newer, Why why) {
        pair(older, newer, why);
        for (String id : List.copyOf(oldLeft)) {
            if (id.startsWith(older + ".")) {
                pair(id, newer + id.substring(older.length()), why);
            }
        }
    }

    private void sameId(boolean isSameContent) {
        for (String id : List.copyOf(youngLeft)) {
            if (oldLeft.contains(id)
                    && (!isSameContent || content(old.getProvision(id)).equals(content(young.getProvision(id))))) {
                pair(id, id, Why.SAME_ID);
            }
        }
    }

    private void moved(Function<Provision, String> told, Why why) {
        Map<String, List<String>> before = byContent(old, oldLeft, told);
        Map<String, List<String>> after = byContent(young, youngLeft, told);
        after.forEach((text, ids) -> {
            List<String> olders = before.getOrDefault(text, List.of());
            if (olders.size() == 1 && ids.size() == 1) {
                family(olders.getFirst(), ids.getFirst(), why);
            }
        });
    }

    private static Map<String, List<String>> byContent(
            Agreement agreement, Iterable<String> ids, Function<Provision, String> told) {
        Map<String, List<String>> byContent = new LinkedHashMap<>();
        for (String id : ids) {
            String content = told.apply(agreement.getProvision(id));
            if (!content.isEmpty()) {
                byContent.computeIfAbsent(content, key -> new ArrayList<>()).add(id);
            }
        }
        return byContent;
    }

    private static String text(Provision provision) {
        return provision.inheritsText() || provision.text().isEmpty()
                ? ""
                : provision.text().toString();
    }

    private static String norm(Provision provision) {
        return provision.norm(null).kind() == NormKind.TEXT ? "" : Sentence.of(provision);
    }

    private static String content(Provision provision) {
        String text = text(provision);
        return text.isEmpty() ? norm(provision) : text;
    }
}
