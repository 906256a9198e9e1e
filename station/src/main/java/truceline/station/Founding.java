package truceline.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import truceline.incident.GroupingRule;
import truceline.incident.TrackRule;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.RuleText;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// Makes a new station: keys, then the rules, the agreement and its maps as the first entries.
public final class Founding {
    private Founding() {}

    /// Founds a station in a folder that holds none.
    ///
    /// @throws Refusal where there is a station already
    public static Checkpoint found(Path folder, String origin, AgreementFile agreement, Clock clock)
            throws IOException {
        return found(folder, new Settings(origin), agreement, clock);
    }

    /// Founds a station with these settings, such as one whose documents all say that it is a demonstration.
    ///
    /// @throws Refusal where there is a station already
    public static Checkpoint found(Path folder, Settings settings, AgreementFile agreement, Clock clock)
            throws IOException {
        String origin = settings.origin();
        if (Files.exists(folder.resolve(Settings.FILE)) || Files.exists(folder.resolve("ledger"))) {
            throw new Refusal("exists", "there is a station in " + folder + " already");
        }
        Files.createDirectories(folder);
        StationKeys keys = StationKeys.create(folder, origin);
        Files.writeString(folder.resolve(Settings.FILE), settings.text());
        try (LedgerStore ledger = LedgerStore.create(folder, origin, keys.log())) {
            List<byte[]> entries = new ArrayList<>();
            for (Entry entry : entries(keys, agreement, clock.nowMs())) {
                entries.add(EntryText.write(entry));
            }
            ledger.append(entries).await();
            return ledger.seal();
        }
    }

    private static List<Entry> entries(StationKeys keys, AgreementFile agreement, long nowMs) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.KeyEntered("log", keys.log().verifier().text()));
        entries.add(RuleText.write(GroupingRule.FIRST));
        entries.add(RuleText.write(TrackRule.FIRST));
        entries.addAll(AgreementEntries.of(agreement, _ -> false, nowMs, null).all());
        return entries;
    }
}
