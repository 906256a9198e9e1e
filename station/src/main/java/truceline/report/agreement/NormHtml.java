package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Leaf;
import truceline.report.Markup;

/// The right column of the copy: what is computed from a provision, read as a sentence, and each reading of what is
/// read differently. Readings stand in the order of {@link #holders}, all in the same width and weight.
final class NormHtml {
    private static final int MOST_BESIDE = 3;

    private final Agreement agreement;
    private final Markup html;
    private final Terms terms;

    NormHtml(Agreement agreement, Markup html, Terms terms) {
        this.agreement = agreement;
        this.html = html;
        this.terms = terms;
    }

    /// Holders of readings in the order in which the file names parties, then others, then anybody else.
    static List<String> holders(Agreement agreement, Iterable<String> found) {
        List<String> left = new ArrayList<>();
        found.forEach(left::add);
        List<String> ordered = new ArrayList<>();
        for (Iterable<String> section : List.of(
                agreement.parties().sequencedKeySet(), agreement.others().sequencedKeySet())) {
            section.forEach(code -> {
                if (left.remove(code)) {
                    ordered.add(code);
                }
            });
        }
        ordered.addAll(left);
        return List.copyOf(ordered);
    }

    void write(Provision provision) throws IOException {
        Norm norm = provision.norm(null);
        if (provision.norms().isDisputed()) {
            disputed(provision);
        } else if (norm.kind() == NormKind.TEXT) {
            text(provision);
        } else {
            sentence(Sentence.of(provision), norm);
        }
        notes(provision, norm);
    }

    private void text(Provision provision) throws IOException {
        List<Provision> below = agreement.children(provision.id());
        html.raw("<p class=\"q\">").raw(below.isEmpty() ? "Text alone: nothing is computed from it." : "Its norms: ");
        String separator = "";
        for (Provision each : below) {
            html.raw(separator + "<a class=\"t\" href=\"#p-" + each.id() + "\">" + each.id() + "</a>");
            separator = ", ";
        }
        html.raw(below.isEmpty() ? "</p>" : ".</p>");
    }

    private void disputed(Provision provision) throws IOException {
        html.raw("<p class=\"rd\">Read differently: ")
                .text(Words.and(provision.norms().keys()))
                .raw("</p>");
        List<String> holders = holders(agreement, provision.norms().byHolder().keySet());
        List<String> sentences = new ArrayList<>();
        holders.forEach(holder -> sentences.add(Sentence.of(provision, holder)));
        beside(html, terms, holders, sentences);
    }

    /// Readings side by side, or below each other where there are more than three; the words in which they differ
    /// from the first, and the first from any other, are underlined alike.
    static void beside(Markup html, Terms terms, List<String> holders, List<String> sentences) throws IOException {
        boolean beside = holders.size() <= MOST_BESIDE;
        html.raw("<table class=\"rs\"><tbody>").raw(beside ? "<tr>" : "");
        for (int i = 0; i < holders.size(); i++) {
            html.raw(beside ? "" : "<tr>");
            html.raw("<td style=\"width:" + (beside ? 100 / holders.size() : 100) + "%\"><p class=\"rh\">As ");
            terms.write(holders.get(i));
            html.raw(" reads it</p><p>");
            String other = sentences.get(i == 0 ? Math.min(1, sentences.size() - 1) : 0);
            for (WordDiff.Run run : WordDiff.of(other, sentences.get(i)).runs()) {
                if (run.kind() != WordDiff.Kind.REMOVED) {
                    html.raw(run.kind() == WordDiff.Kind.ADDED ? "<u>" : "");
                    terms.write(run.text());
                    html.raw(run.kind() == WordDiff.Kind.ADDED ? "</u>" : "");
                }
            }
            html.raw("</p></td>").raw(beside ? "" : "</tr>");
        }
        html.raw(beside ? "</tr>" : "").raw("</tbody></table>");
    }

    private void sentence(String sentence, Norm norm) throws IOException {
        Norm.Guarantee guarantee = norm.guarantee();
        List<Clause> clauses = new ArrayList<>();
        if (guarantee == null) {
            add(clauses, "if", norm.onlyIf());
            add(clauses, "unless", norm.unless());
        } else {
            add(clauses, "triggered by", guarantee.triggeredBy());
            add(clauses, "void if", guarantee.voidIf());
        }
        String head = sentence;
        for (Clause clause : clauses.reversed()) {
            String tail = ", " + clause.word() + " " + clause.condition().text();
            if (!head.endsWith(tail)) {
                throw new IllegalStateException("a sentence does not end with its conditions: " + sentence);
            }
            head = head.substring(0, head.length() - tail.length());
        }
        html.raw("<p>");
        step(norm);
        terms.write(head);
        boolean isOpen = true;
        for (Clause clause : clauses) {
            html.raw(isOpen ? ", " : "<p>").raw("<b>" + clause.word() + "</b> ");
            isOpen = !(clause.condition() instanceof Condition.AllOf || clause.condition() instanceof Condition.AnyOf);
            if (isOpen) {
                terms.write(clause.condition().text());
            } else {
                html.raw(clause.condition() instanceof Condition.AllOf ? "all of these hold:" : "any of these holds:");
                html.raw("</p>");
                parts(clause.condition());
            }
        }
        html.raw(isOpen ? "</p>" : "");
    }

    private record Clause(String word, Condition condition) {}

    private static void add(List<Clause> clauses, String word, @Nullable Condition condition) {
        if (condition != null) {
            clauses.add(new Clause(word, condition));
        }
    }

    private void parts(Condition condition) throws IOException {
        List<Condition> parts = switch (condition) {
            case Condition.AllOf(List<Condition> all) -> all;
            case Condition.AnyOf(List<Condition> any) -> any;
            default -> List.of(condition);
        };
        html.raw("<ul class=\"cs\">");
        for (Condition part : parts) {
            html.raw("<li>");
            terms.write(part.text());
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    private void step(Norm norm) throws IOException {
        Leaf<Integer> step = norm.step();
        if (step != null) {
            html.raw("<b>Step ");
            terms.write(step.find().map(String::valueOf).orElse("open"));
            html.raw("</b>: ");
        }
    }

    private void notes(Provision provision, Norm norm) throws IOException {
        List<String> notes = new ArrayList<>();
        if (norm.severity() != null) {
            notes.add("a breach is " + norm.severity().find().map(Words::word).orElse("open"));
        }
        if (norm.verify() != null) {
            notes.add("verified " + Words.verification(norm.verify()));
        }
        if (provision.twin() != null) {
            notes.add("its counterpart for the other side is " + provision.twin());
        }
        if (!notes.isEmpty()) {
            html.raw("<p class=\"n\">");
            String joined = String.join("; ", notes);
            terms.write(joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1) + ".");
            html.raw("</p>");
        }
    }
}
