package truceline.report.agreement;

import java.util.ArrayList;
import java.util.List;

/// The sentences around a redline, alike in a terminal and in a document.
final class DiffWords {
    private DiffWords() {}

    static boolean isOneAgreement(AgreementDiff diff) {
        return diff.old().id().equals(diff.young().id());
    }

    static String versions(AgreementDiff diff) {
        return isOneAgreement(diff)
                ? diff.young().id() + ", version " + diff.old().version() + " to version "
                        + diff.young().version()
                : diff.old().id() + " " + diff.old().version() + " and "
                        + diff.young().id() + " " + diff.young().version();
    }

    static String supersedes(AgreementDiff diff) {
        String words = superseded(diff);
        return isOneAgreement(diff)
                ? words
                : "These are two agreements, " + diff.old().id() + " and "
                        + diff.young().id() + ", and not two versions of one. " + words;
    }

    private static String superseded(AgreementDiff diff) {
        return switch (diff.supersedes()) {
            case THIS_FILE -> "The newer version names the older file by its SHA-256.";
            case ANOTHER_FILE -> "The newer version names another file than this as the one before it.";
            case LEFT_OPEN -> "The newer version leaves open which file it supersedes.";
            case NOTHING -> "The newer version does not say which file it supersedes.";
        };
    }

    static String summary(AgreementDiff diff) {
        if (diff.maps().isAllSame()) {
            return text(diff);
        }
        return text(diff) + " " + diff.maps().words();
    }

    private static String text(AgreementDiff diff) {
        if (diff.isSameSigned() && !diff.maps().isAllSame()) {
            return "The signed text is the same; the maps are not part of it."
                    + (diff.unsigned().isEmpty() ? "" : " What is not signed differs.");
        }
        if (diff.isSameSigned()) {
            return diff.unsigned().isEmpty()
                    ? "What is signed is the same, byte for byte."
                    : "What is signed is the same, byte for byte; what is not signed differs.";
        }
        List<String> counts = new ArrayList<>();
        for (AgreementDiff.How how : AgreementDiff.How.values()) {
            long provisions =
                    diff.provisions().stream().filter(each -> each.how() == how).count();
            counts.add(provisions + " " + Words.word(how));
        }
        String provisions = "Provisions: " + String.join(", ", counts) + ". Head and definitions: "
                + diff.elements().size() + ".";
        boolean isOnlyBytes = diff.provisions().isEmpty() && diff.elements().isEmpty();
        return isOnlyBytes
                ? "The signed bytes differ in comments, spaces or order only; nothing that is said differs."
                : provisions;
    }

    static String heading(AgreementDiff.ProvisionChange change) {
        return switch (change.how()) {
            case ADDED -> change.newer() + " added";
            case REMOVED -> change.older() + " removed";
            case CHANGED -> change.newer() + " changed";
            case MOVED ->
                change.older() + " moved to " + change.newer() + " (" + change.why() + ")"
                        + (change.parts().isEmpty() ? ", unchanged" : "");
        };
    }

    /// The label of a part; a reading that only one version has says so.
    static String label(AgreementDiff.Part part) {
        if (!part.label().startsWith("norm as ")) {
            return part.label();
        }
        String change =
                part.before().isEmpty() ? " (reading added)" : part.after().isEmpty() ? " (reading gone)" : "";
        return part.label() + change;
    }
}
