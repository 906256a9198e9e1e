package truceline.report.agreement;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A redline for a terminal: `[-gone-]` and `{+new+}`, readable without colour. With colour, what is gone is also red
/// and what is new also green.
public final class DiffText {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final AgreementDiff diff;
    private final Appendable out;
    private final boolean isColoured;

    private DiffText(AgreementDiff diff, boolean isColoured, Appendable out) {
        this.diff = diff;
        this.isColoured = isColoured;
        this.out = out;
    }

    public static void write(AgreementDiff diff, boolean isColoured, Appendable out) throws IOException {
        new DiffText(diff, isColoured, out).write();
    }

    private void write() throws IOException {
        line("from " + diff.old().id() + " " + diff.old().version() + ", signed bytes "
                + diff.oldBytes().sha256());
        line("to   " + diff.young().id() + " " + diff.young().version() + ", signed bytes "
                + diff.youngBytes().sha256());
        line(DiffWords.supersedes(diff));
        line(DiffWords.summary(diff));
        for (AgreementDiff.ProvisionChange change : diff.provisions()) {
            line("");
            line(bold(DiffWords.heading(change)));
            for (AgreementDiff.Part part : change.parts()) {
                part(part, change.how());
            }
        }
        changes(diff.elements());
        if (!diff.unsigned().isEmpty()) {
            line("");
            line("Not signed:");
            changes(diff.unsigned());
        }
    }

    private void changes(List<AgreementDiff.Change> changes) throws IOException {
        String section = "";
        for (AgreementDiff.Change change : changes) {
            if (!change.section().equals(section)) {
                section = change.section();
                line("");
                line(bold(section));
            }
            String how = change.how().name().toLowerCase(Locale.ROOT);
            line("  " + change.part().label() + " (" + how + "): "
                    + redline(change.part().before(), change.part().after()));
        }
    }

    private void part(AgreementDiff.Part part, AgreementDiff.How how) throws IOException {
        boolean isNorm = part.label().startsWith("norm");
        boolean isBoth = !part.before().isEmpty() && !part.after().isEmpty();
        if (how == AgreementDiff.How.ADDED || how == AgreementDiff.How.REMOVED) {
            line("  " + part.label() + ": " + part.before() + part.after());
        } else if (isNorm && isBoth) {
            line("  " + part.label() + " before: " + side(part, WordDiff.Kind.REMOVED));
            line("  " + part.label() + " after:  " + side(part, WordDiff.Kind.ADDED));
        } else {
            line("  " + DiffWords.label(part) + ": " + redline(part.before(), part.after()));
        }
    }

    private String side(AgreementDiff.Part part, WordDiff.Kind kept) {
        StringBuilder text = new StringBuilder();
        for (WordDiff.Run run : WordDiff.of(part.before(), part.after()).runs()) {
            if (run.kind() == WordDiff.Kind.SAME || run.kind() == kept) {
                text.append(marked(run));
            }
        }
        return text.toString();
    }

    private String redline(String before, String after) {
        StringBuilder text = new StringBuilder();
        WordDiff.of(before, after).runs().forEach(run -> text.append(marked(run)));
        return text.toString();
    }

    private String marked(WordDiff.Run run) {
        return switch (run.kind()) {
            case SAME -> run.text();
            case REMOVED -> coloured(RED, "[-" + run.text() + "-]");
            case ADDED -> coloured(GREEN, "{+" + run.text() + "+}");
        };
    }

    private String bold(String text) {
        return coloured(BOLD, text);
    }

    private String coloured(String colour, String text) {
        return isColoured ? colour + text + PLAIN : text;
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
