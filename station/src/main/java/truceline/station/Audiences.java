package truceline.station;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.finding.AudienceChange;
import truceline.finding.Docket;
import truceline.ledger.LedgerException;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.store.AudienceKey;
import truceline.store.Readers;

/// Who may read what is protected, by class:
/// S the monitor, the commission, the guarantors and every party; C the same without the parties; M the monitor;
/// R the officers of sources.
///
/// The parties are alike: none is given anything until each has a key. Where those whose class it is have no key
/// (the monitor, for R the officers of sources) the station's own stands in. Thread-safe.
final class Audiences implements Readers {
    private static final String MONITOR = "monitor";
    private static final String SOURCES = "sources";
    private static final String PARTY = "party:";

    private final AudienceKey station;
    private volatile SortedMap<String, AudienceKey> enrolled = new TreeMap<>();
    private volatile SortedSet<String> parties = new TreeSet<>();

    Audiences(AudienceKey station) {
        this.station = station;
    }

    /// Takes over what was decided up to a picture.
    void follow(Picture picture) {
        AdoptedAgreement agreement = picture.agreement();
        parties = agreement == null
                ? new TreeSet<>()
                : new TreeSet<>(agreement.agreement().parties().keySet());
        enrolled = enrolled(picture.docket());
    }

    /// The keys in force, by audience.
    static SortedMap<String, AudienceKey> enrolled(Docket docket) {
        SortedMap<String, AudienceKey> keys = new TreeMap<>();
        for (AudienceChange change : docket.audiences()) {
            AudienceKey key = find(change.audience(), change.key());
            if (key != null) {
                keys.put(change.audience(), key);
            }
        }
        return keys;
    }

    /// The key that a text says, or null where it is none of that audience.
    static @Nullable AudienceKey find(String audience, String text) {
        try {
            AudienceKey key = AudienceKey.parse(text);
            return key.name().equals(audience) ? key : null;
        } catch (LedgerException _) {
            return null;
        }
    }

    @Override
    public List<AudienceKey> of(char classLetter) {
        List<String> names = new ArrayList<>();
        names.add(classLetter == 'R' ? SOURCES : MONITOR);
        if (classLetter == 'C' || classLetter == 'S') {
            names.add("commission");
            names.add("guarantors");
        }
        if (classLetter == 'S' && parties.stream().allMatch(party -> enrolled.containsKey(PARTY + party))) {
            parties.forEach(party -> names.add(PARTY + party));
        }
        List<AudienceKey> keys = new ArrayList<>();
        for (String name : names) {
            AudienceKey key = enrolled.get(name);
            if (key != null) {
                keys.add(key);
            }
        }
        if (!enrolled.containsKey(names.getFirst())) {
            keys.add(station);
        }
        return List.copyOf(keys);
    }
}
