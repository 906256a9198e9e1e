package truceline.mission;

import java.util.ArrayList;
import java.util.List;

/// What is signed to put a new version of an agreement in force. Format: `spec/entry.md`.
public final class AmendmentText {
    private static final String PURPOSE = "truceline.amendment/v1";

    private AmendmentText() {}

    /// The text: purpose, origin, hash of the file, hash of its form in the record, the moment, then each map.
    ///
    /// @param origin name of the station's log
    /// @throws IllegalArgumentException where a part has a line feed in it
    public static String of(String origin, Entry.AgreementEntered version, long fromMs) {
        List<String> parts =
                new ArrayList<>(List.of(PURPOSE, origin, version.file(), version.document(), Long.toString(fromMs)));
        version.maps().forEach((name, use) -> parts.add(name + " " + use.document()));
        Entry.MapUse units = version.units();
        if (units != null) {
            parts.add("units " + units.document());
        }
        return Lines.of(parts.toArray(new String[0]));
    }
}
