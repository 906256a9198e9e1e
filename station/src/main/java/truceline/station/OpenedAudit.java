package truceline.station;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import truceline.audit.Difference;
import truceline.finding.Release;
import truceline.mission.Picture;
import truceline.store.BundleReader;

/// The audit of what a bundle hands out opened: each text is the one that the record commits to, two persons decided
/// before to hand out its class, and none was redacted. Differences: `opened-form`, `opened-item`, `not-released`,
/// `redacted`.
final class OpenedAudit {
    private final Picture picture;
    private final List<Difference> differences = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private long verified;

    private final List<Release> releases;
    private final TreeSet<String> redacted = new TreeSet<>();

    private OpenedAudit(Picture picture) {
        this.picture = picture;
        releases = picture.docket().releases();
        picture.docket().redactions().forEach(each -> redacted.add(each.item() + each.classLetter()));
    }

    record Result(long verified, List<Difference> differences) {}

    static Result of(BundleReader bundle, Picture picture) {
        OpenedAudit audit = new OpenedAudit(picture);
        for (String name : bundle.names()) {
            if (name.startsWith(OpenedItems.FOLDER)) {
                String text = new String(bundle.read(name), StandardCharsets.UTF_8);
                int from = 0;
                for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                    audit.check(name, text.substring(from, end));
                    from = end + 1;
                }
                if (from < text.length() || from == 0) {
                    audit.differs(name, "opened-form");
                }
            }
        }
        return new Result(audit.verified, List.copyOf(audit.differences));
    }

    private void differs(String file, String what) {
        differences.add(new Difference(-1, file, what));
    }

    private void check(String file, String line) {
        OpenedItem opened = OpenedItem.find(line);
        if (opened == null || !seen.add(opened.item() + opened.classLetter())) {
            differs(file, "opened-form");
            return;
        }
        String commitment = picture.commitment(opened.item(), opened.classLetter());
        boolean released = releases.stream()
                .anyMatch(each -> OpenedItems.isWithin(opened.classLetter(), each.classLetter())
                        && opened.entry() < each.decided());
        if (commitment == null || !opened.fits(commitment)) {
            differs(file + ": " + opened.item(), "opened-item");
        } else if (!released) {
            differs(file + ": " + opened.item(), "not-released");
        } else if (redacted.contains(opened.item() + opened.classLetter())) {
            differs(file + ": " + opened.item(), "redacted");
        } else {
            verified++;
        }
    }
}
