package truceline.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import truceline.finding.Person;
import truceline.ledger.Sha256;
import truceline.ledger.Signer;

/// The posts of the demonstration and their keys. Everybody can make these keys from the seed: they protect nothing.
/// Immutable.
final class People {
    private final List<Person> rolls = new ArrayList<>();
    private final Map<String, Signer> keys = new LinkedHashMap<>();

    People(long seed) {
        post(seed, "analyst-1", "monitor", "CO", "analysis");
        post(seed, "analyst-2", "monitor", "SE", "analysis");
        post(seed, "patrol-lead-2", "monitor", "SE", "patrols");
        post(seed, "patrol-lead-7", "monitor", "CO", "patrols");
        post(seed, "sensor-officer-1", "monitor", "CO", "sensors");
        post(seed, "watch-officer-1", "monitor", "CO", "operations");
        post(seed, "watch-officer-2", "monitor", "SE", "operations");
        for (String seat : List.of("VA", "IL", "CO", "SE")) {
            String word = seat.toLowerCase(java.util.Locale.ROOT);
            post(seed, "seat-" + word, "commission", seat, "delegation-" + word);
        }
        post(seed, "liaison-va", "", "VA", "liaison-va");
        post(seed, "liaison-il", "", "IL", "liaison-il");
    }

    List<Person> rolls() {
        return List.copyOf(rolls);
    }

    Signer key(String id) {
        Signer key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("there is no post " + id);
        }
        return key;
    }

    private void post(long seed, String id, String body, String seat, String section) {
        Signer key = Signer.of(id, digest("truceline demonstration " + seed + " " + id));
        keys.put(id, key);
        rolls.add(new Person(id, body, seat, section, key.verifier().text()));
    }

    private static byte[] digest(String text) {
        return Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
