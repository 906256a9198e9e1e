package truceline.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Whose cosignatures make a checkpoint one that readers may rely on (C2SP tlog-policy): logs, witnesses, groups of
/// them, and the quorum. Immutable; safe for many threads.
///
/// Stricter than the format: UTF-8, at most 32 logs, 32 witnesses and 32 groups, at most 32,768 characters, and only
/// Ed25519 keys. Whether a policy is wise is [PolicyCheck]'s to say.
public final class Policy {
    static final String NONE = "none";

    private final String text;
    private final List<Log> logs;
    private final SequencedMap<String, Witness> witnesses;
    private final SequencedMap<String, Group> groups;
    private final String quorum;

    Policy(
            String text,
            List<Log> logs,
            SequencedMap<String, Witness> witnesses,
            SequencedMap<String, Group> groups,
            String quorum) {
        this.text = text;
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.groups = new LinkedHashMap<>(groups);
        this.quorum = quorum;
    }

    /// A log whose checkpoints count.
    ///
    /// @param url empty where the line names none
    public record Log(Verifier key, String url) {}

    /// One who may cosign.
    ///
    /// @param name what this policy calls it
    /// @param url empty where the line names none
    public record Witness(String name, CosignatureKey key, String url) {}

    /// So many of these count as one.
    ///
    /// @param threshold of its members that must have witnessed, 1 to their number
    /// @param members names of witnesses and groups of earlier lines
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /// How far a checkpoint is confirmed.
    public enum Level {
        /// The log signed it: durable, and so far only the operator's word.
        ACCEPTED,
        /// The quorum cosigned it.
        SEALED,
        /// Every member of the quorum's group did.
        FULLY_COUNTERSIGNED
    }

    /// What the cosignatures on a note amount to.
    ///
    /// @param cosignatures those of the policy's witnesses, in the order of the note's lines
    /// @param missing members of the quorum's group that have not witnessed, by name
    public record Standing(Level level, List<Cosignature> cosignatures, List<String> missing) {}

    /// Reads a policy; refuses with `malformed`, naming the line, whatever the format does not allow.
    public static Policy parse(String text) {
        return new PolicyReader(text).read();
    }

    /// As it was read, exactly.
    public String text() {
        return text;
    }

    public List<Log> logs() {
        return logs;
    }

    /// In the order of their lines.
    public List<Witness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /// In the order of their lines.
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /// Name of the witness or group that makes the quorum, or `none`.
    public String quorum() {
        return quorum;
    }

    /// The members of the quorum's group; the witness where the quorum is one; none where there is no quorum.
    public List<String> topLevel() {
        if (quorum.equals(NONE)) {
            return List.of();
        }
        Group group = groups.get(quorum);
        return group == null ? List.of(quorum) : group.members();
    }

    @Nullable
    Group group(String name) {
        return groups.get(name);
    }

    /// Whether the quorum cosigned the note, and one of the policy's logs, if it names any, signed it.
    public boolean isSatisfiedBy(Note note) {
        return quorum.equals(NONE) ? isSignedByLog(note) : standing(note).level() != Level.ACCEPTED;
    }

    /// What the cosignatures on a note amount to. Refuses with `bad-signature` where no log of the policy signed
    /// it, or a line of one of its witnesses does not hold. Where the policy names no log, checking it is left to
    /// the caller.
    public Standing standing(Note note) {
        if (!isSignedByLog(note)) {
            throw new LedgerException("bad-signature", "no log of the policy signed this checkpoint");
        }
        List<CosignatureKey> keys =
                witnesses.values().stream().map(Witness::key).toList();
        List<Cosignature> found = note.cosignatures(keys);
        List<String> names = new ArrayList<>();
        for (Witness witness : witnesses.values()) {
            if (found.stream().anyMatch(one -> one.key() == witness.key())) {
                names.add(witness.name());
            }
        }
        List<String> missing = topLevel().stream()
                .filter(member -> !hasWitnessed(member, names))
                .toList();
        Level level;
        if (quorum.equals(NONE) || !hasWitnessed(quorum, names)) {
            level = Level.ACCEPTED;
        } else {
            level = missing.isEmpty() ? Level.FULLY_COUNTERSIGNED : Level.SEALED;
        }
        return new Standing(level, found, missing);
    }

    private boolean isSignedByLog(Note note) {
        if (logs.isEmpty()) {
            return true;
        }
        String origin = Checkpoint.parse(note.text()).origin();
        List<Verifier> keys = logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(origin))
                .toList();
        return !note.verify(keys).isEmpty();
    }

    /// Whether a witness or group counts as having witnessed once the witnesses of these names have.
    boolean hasWitnessed(String name, List<String> cosigned) {
        Group group = groups.get(name);
        if (group == null) {
            return cosigned.contains(name);
        }
        int count = 0;
        for (String member : group.members()) {
            count += hasWitnessed(member, cosigned) ? 1 : 0;
        }
        return count >= group.threshold();
    }

    /// The witnesses that a name stands for, in the order of the groups' lines.
    List<String> witnessesOf(String name) {
        Group group = groups.get(name);
        if (group == null) {
            return witnesses.containsKey(name) ? List.of(name) : List.of();
        }
        List<String> all = new ArrayList<>();
        group.members().forEach(member -> all.addAll(witnessesOf(member)));
        return all;
    }

    /// Keys are the same where these texts are, whatever they are named.
    static String identity(byte[] rawKey) {
        return HexFormat.of().formatHex(rawKey);
    }
}
