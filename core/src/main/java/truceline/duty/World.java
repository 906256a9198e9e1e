package truceline.duty;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.phrase.Level;

/// What the record holds of the world at one moment, as far as duties and guarantees ask for it. Times
/// are milliseconds since 1970 UTC; what lies after `foldMs` is not known yet and is left out.
/// Immutable.
///
/// @param findings attributed findings only
/// @param attested what people vouched for, or denied
/// @param daysSet named days that a body has set, which go before what the text says
/// @param notices notices that were given
/// @param foldMs the moment up to which the record was read
public record World(
        List<Attributed> findings,
        List<Attested> attested,
        SortedMap<String, Long> daysSet,
        List<Notice> notices,
        long foldMs) {
    public World {
        long until = foldMs;
        findings = findings.stream().filter(finding -> finding.atMs() <= until).toList();
        attested = attested.stream().filter(word -> word.atMs() <= until).toList();
        notices = notices.stream().filter(notice -> notice.atMs() <= until).toList();
        daysSet = Collections.unmodifiableSortedMap(new TreeMap<>(daysSet));
    }

    /// A finding that a body has attributed.
    ///
    /// @param provisions ids that are breached
    /// @param against code of the party it is attributed to
    /// @param level null where no severity was given
    /// @param atMs when what was found happened
    public record Attributed(
            List<String> provisions,
            String against,
            @Nullable Level level,
            long atMs) {
        public Attributed {
            provisions = List.copyOf(provisions);
        }
    }

    /// Somebody's word on a fact, or on a provision that is to be brought about.
    ///
    /// @param fact name of the fact, or id of the provision
    /// @param about code of the actor whom the fact concerns (`armed-attack by RU`); null for nobody
    /// @param by code of who attests
    /// @param holds false where he denies it
    public record Attested(String fact, @Nullable String about, String by, boolean holds, long atMs) {}

    /// A notice to a body or party.
    public record Notice(String to, String by, long atMs) {}

    /// A world of which nothing is recorded.
    public static World empty(long foldMs) {
        return new World(List.of(), List.of(), new TreeMap<>(), List.of(), foldMs);
    }

    /// The days of an agreement as they are set here, in the world of a holder (null: the common text).
    public Days days(Agreement agreement, @Nullable String holder) {
        return Days.of(agreement, holder).withMoments(daysSet);
    }
}
