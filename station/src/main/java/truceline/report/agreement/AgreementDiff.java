package truceline.report.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;

/// What differs between two versions of an agreement: head and definitions by name, provisions by stable id with the
/// ones that moved, and, apart from these, what is not signed. Pure and immutable.
///
/// @param supersedes whether the newer version names the hash of the older file
/// @param provisions those that differ, in the order of the newer version; removed ones stand where they stood
/// @param unsigned what differs in proposals, statements and claims
/// @param maps what is known of the files of the maps
public record AgreementDiff(
        Agreement old,
        Agreement young,
        SignedBytes oldBytes,
        SignedBytes youngBytes,
        Supersedes supersedes,
        List<Change> elements,
        List<ProvisionChange> provisions,
        List<Change> unsigned,
        MapChanges maps) {
    public AgreementDiff {
        elements = List.copyOf(elements);
        provisions = List.copyOf(provisions);
        unsigned = List.copyOf(unsigned);
    }

    /// What the newer version says of the file before it.
    public enum Supersedes {
        THIS_FILE,
        ANOTHER_FILE,
        LEFT_OPEN,
        NOTHING
    }

    public enum How {
        ADDED,
        REMOVED,
        MOVED,
        CHANGED
    }

    /// Something that is told as a line before and a line after; empty where there is none.
    public record Part(String label, String before, String after) {}

    /// A declared name, under its section.
    public record Change(String section, Part part) {
        public How how() {
            return part.before().isEmpty() ? How.ADDED : part.after().isEmpty() ? How.REMOVED : How.CHANGED;
        }
    }

    /// A provision.
    ///
    /// @param why how a moved one was found
    /// @param parts what differs in it; all of it where it is new or gone; empty where it only moved
    public record ProvisionChange(
            @Nullable String older, @Nullable String newer, How how, String why, List<Part> parts) {
        public ProvisionChange {
            parts = List.copyOf(parts);
        }

        /// The id to name it by.
        public String id() {
            return newer != null ? newer : Words.orEmpty(older);
        }
    }

    /// Compares two files.
    ///
    /// @param maps what was found of the maps of both
    public static AgreementDiff of(
            Agreement old, SignedBytes oldBytes, Agreement young, SignedBytes youngBytes, MapChanges maps) {
        return new AgreementDiff(
                old,
                young,
                oldBytes,
                youngBytes,
                supersedes(young, oldBytes),
                changes(Elements.signed(old), Elements.signed(young)),
                provisions(old, young),
                changes(Elements.unsigned(old), Elements.unsigned(young)),
                maps);
    }

    /// Whether the signed bytes are the same.
    public boolean isSameSigned() {
        return oldBytes.sha256().equals(youngBytes.sha256());
    }

    private static Supersedes supersedes(Agreement young, SignedBytes oldBytes) {
        Identity.Predecessor before = young.identity().supersedes();
        if (before == null) {
            return Supersedes.NOTHING;
        }
        String hash = before.sha256().find().orElse(null);
        if (hash == null) {
            return Supersedes.LEFT_OPEN;
        }
        return hash.equals(oldBytes.fileSha256()) ? Supersedes.THIS_FILE : Supersedes.ANOTHER_FILE;
    }

    private static List<Change> changes(
            SequencedMap<String, SequencedMap<String, String>> before,
            SequencedMap<String, SequencedMap<String, String>> after) {
        SequencedSet<String> sections = new LinkedHashSet<>(after.sequencedKeySet());
        sections.addAll(before.sequencedKeySet());
        List<Change> changes = new ArrayList<>();
        for (String section : sections) {
            parts(
                            before.getOrDefault(section, new LinkedHashMap<>()),
                            after.getOrDefault(section, new LinkedHashMap<>()))
                    .forEach(part -> changes.add(new Change(section, part)));
        }
        return changes;
    }

    private static List<Part> parts(SequencedMap<String, String> before, SequencedMap<String, String> after) {
        SequencedSet<String> names = new LinkedHashSet<>(after.sequencedKeySet());
        names.addAll(before.sequencedKeySet());
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                parts.add(new Part(name, was, is));
            }
        }
        return parts;
    }

    private static List<ProvisionChange> provisions(Agreement old, Agreement young) {
        SequencedMap<String, ProvisionPairs.Pair> pairs = ProvisionPairs.of(old, young);
        SequencedMap<String, String> newerOf = new LinkedHashMap<>();
        pairs.values().forEach(pair -> newerOf.put(pair.older(), pair.newer()));
        SequencedMap<String, List<String>> gone = gone(old, newerOf);
        List<ProvisionChange> changes = new ArrayList<>();
        removed(changes, old, gone.getOrDefault("", List.of()));
        for (Provision provision : young.provisions().values()) {
            ProvisionPairs.Pair pair = pairs.get(provision.id());
            if (pair == null) {
                List<Part> all = parts(new LinkedHashMap<>(), told(young, provision));
                changes.add(new ProvisionChange(null, provision.id(), How.ADDED, "", all));
            } else {
                List<Part> parts = parts(told(old, old.getProvision(pair.older())), told(young, provision));
                boolean isMoved = pair.why() != ProvisionPairs.Why.SAME_ID;
                if (isMoved || !parts.isEmpty()) {
                    How how = isMoved ? How.MOVED : How.CHANGED;
                    changes.add(new ProvisionChange(pair.older(), pair.newer(), how, Words.word(pair.why()), parts));
                }
            }
            removed(changes, old, gone.getOrDefault(provision.id(), List.of()));
        }
        return changes;
    }

    /// Older provisions without a newer one, by the newer one after which they stood.
    private static SequencedMap<String, List<String>> gone(Agreement old, SequencedMap<String, String> newerOf) {
        SequencedMap<String, List<String>> gone = new LinkedHashMap<>();
        String before = "";
        for (String id : old.provisions().sequencedKeySet()) {
            String newer = newerOf.get(id);
            if (newer == null) {
                gone.computeIfAbsent(before, key -> new ArrayList<>()).add(id);
            } else {
                before = newer;
            }
        }
        return gone;
    }

    private static void removed(List<ProvisionChange> changes, Agreement old, List<String> ids) {
        for (String id : ids) {
            List<Part> all = parts(told(old, old.getProvision(id)), new LinkedHashMap<>());
            changes.add(new ProvisionChange(id, null, How.REMOVED, "", all));
        }
    }

    /// A provision as labelled lines: its texts, its norm or each reading of it, and what goes with them.
    private static SequencedMap<String, String> told(Agreement agreement, Provision provision) {
        SequencedMap<String, String> told = new LinkedHashMap<>();
        if (!provision.inheritsText()) {
            provision.text().forEach((language, text) -> told.put("text " + language, text));
        }
        Norm norm = provision.norm(null);
        if (provision.norms().isDisputed()) {
            for (String holder :
                    NormHtml.holders(agreement, provision.norms().byHolder().keySet())) {
                told.put("norm as " + holder + " reads it", Sentence.of(provision, holder));
            }
        } else if (norm.kind() != NormKind.TEXT) {
            told.put("norm", Sentence.of(provision));
        }
        if (norm.step() != null) {
            told.put("step", norm.step().find().map(String::valueOf).orElse("open"));
        }
        if (norm.severity() != null) {
            told.put("gravity", norm.severity().find().map(Words::word).orElse("open"));
        }
        if (norm.verify() != null) {
            told.put("verified", Words.verification(norm.verify()));
        }
        if (provision.twin() != null) {
            told.put("twin", provision.twin());
        }
        told.put("rests on", Origins.text(provision.origin()));
        return told;
    }
}
