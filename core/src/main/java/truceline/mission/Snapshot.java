package truceline.mission;

import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.finding.CaseFile;
import truceline.finding.Docket;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;

/// The state of the fold as bytes, from which the fold goes on as if it had taken in the entries before. A convenience,
/// never the record: who keeps one must know that it is of the entries it is put in place of. Layout:
/// `spec/snapshot.md`.
public final class Snapshot {
    /// Goes up whenever the layout or anything in the fold changes that a snapshot holds the outcome of.
    public static final int VERSION = 2;

    private Snapshot() {}

    /// Writes the state of a mission: the same entries, the same bytes.
    public static void write(Mission mission, OutputStream out) {
        ArrayWriter arrays = new ArrayWriter(out);
        mission.write(arrays);
        arrays.flush();
    }

    /// The mission whose state was written. It reads texts from the bytes as long as it lives: they must not change.
    ///
    /// @throws IllegalArgumentException where these bytes were not written by this version
    /// @throws CannotCheck as the fold does
    public static Mission read(MemorySegment bytes) {
        ArrayReader in = new ArrayReader(bytes);
        Mission mission = new Mission(in);
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("there are bytes behind the snapshot");
        }
        return mission;
    }

    static void writeCounts(ArrayWriter out, SortedMap<String, Long> counts) {
        out.number(counts.size());
        counts.forEach((code, count) -> out.text(code).number(count));
    }

    static void counts(ArrayReader in, Map<String, Long> counts) {
        for (long left = in.number(); left > 0; left--) {
            counts.put(in.text(), in.number());
        }
    }

    /// The findings as they were signed, by the entry that published them: what they were computed from is past.
    static void writePublished(ArrayWriter out, Docket docket) {
        SortedMap<Long, byte[]> findings = new TreeMap<>();
        for (CaseFile file : docket.files().values()) {
            CaseFile.Publication publication = file.published();
            if (publication != null) {
                findings.put(publication.index(), publication.bytes());
            }
        }
        out.number(findings.size());
        findings.forEach((index, bytes) -> out.number(index).bytes(bytes));
    }

    static SortedMap<Long, byte[]> published(ArrayReader in) {
        SortedMap<Long, byte[]> findings = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            findings.put(in.number(), in.bytes());
        }
        return findings;
    }
}
