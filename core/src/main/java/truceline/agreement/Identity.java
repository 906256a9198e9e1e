package truceline.agreement;

import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;

/// What an agreement is called, which texts bind, how long it runs and who may change it. Titles by
/// language, in file order; every clock time of the agreement is in `timeZone`.
public record Identity(
        String id,
        SequencedMap<String, String> title,
        String version,
        @Nullable Predecessor supersedes,
        Status status,
        List<String> languages,
        @Nullable String prevails,
        ZoneId timeZone,
        @Nullable TimePhrase runsFrom,
        @Nullable TimePhrase runsUntil,
        @Nullable String pointsOf,
        List<Reference> amendedBy) {
    public Identity {
        languages = List.copyOf(languages);
        amendedBy = List.copyOf(amendedBy);
    }

    /// What the file says of itself; in force, suspended and ended are computed from entries.
    public enum Status {
        DRAFT,
        AGREED
    }

    /// The version that this one replaces; the hash is that of its file, in lower-case hexadecimal.
    public record Predecessor(String version, Leaf<String> sha256) {}
}
