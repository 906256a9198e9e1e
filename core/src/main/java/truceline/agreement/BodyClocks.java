package truceline.agreement;

import java.util.SequencedMap;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;

/// How long the bodies themselves may take: `register`, `tell-liaisons`, `spot-report`,
/// `preliminary-file`, `team-on-site`, `reply`, `decision`. They pause while access is denied.
public record BodyClocks(SequencedMap<String, Leaf<DurationPhrase>> limits, Origin origin) {}
