package truceline.store;

import java.util.List;

/// Who may read what is protected in a class, by their public keys; at least one.
@FunctionalInterface
public interface Readers {
    List<AudienceKey> of(char classLetter);

    /// Everything for the station's own key, as long as no audience is enrolled.
    static Readers stationOnly(byte[] monitorKey) {
        List<AudienceKey> own = List.of(AudienceSecret.ofStation(monitorKey).key());
        return classLetter -> own;
    }
}
