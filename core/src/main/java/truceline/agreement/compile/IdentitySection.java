package truceline.agreement.compile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Identity;
import truceline.agreement.Node;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;

/// The head of a file: format, id, title, version, status, languages, time zone, run, points,
/// amendment.
final class IdentitySection {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Scope scope;
    private final Element root;

    private IdentitySection(Element root) {
        this.scope = root.scope();
        this.root = root;
    }

    static Identity read(Element root) {
        return new IdentitySection(root).identity();
    }

    private Identity identity() {
        format();
        List<String> languages = authentic();
        Node title = root.need("title");
        Element run = root.child("runs");
        Node from = run == null ? null : run.find("from");
        Node until = run == null ? null : run.find("until");
        if (run != null) {
            run.close();
        }
        TimePhrase runsFrom = from == null ? null : Clocks.refuse(scope, from, TimePhrases.read(scope, from));
        TimePhrase runsUntil = until == null ? null : Clocks.refuse(scope, until, TimePhrases.readOrFact(scope, until));
        return new Identity(
                id(),
                title == null ? new LinkedHashMap<>() : Texts.read(scope, title, languages),
                version(root.need("version")),
                supersedes(),
                status(),
                languages,
                prevails(languages),
                timeZone(),
                runsFrom,
                runsUntil,
                pointsOf(),
                root.references("amended-by", References.ACTORS_OR_EACH));
    }

    private void format() {
        Node format = root.need("agreement");
        if (format != null && !scope.scalar(format).text().equals("1")) {
            scope.fault(format, "unknown-format", "This program reads format 1; write 'agreement: 1'.");
        }
    }

    private String id() {
        Node id = root.need("id");
        String text = id == null ? "" : scope.scalar(id).text();
        if (id != null && (text.equals("open") || !Names.isName(text, false))) {
            scope.fault(id, "bad-name", "An id is one word of letters, digits and hyphens, and not left open.");
        }
        return text;
    }

    private String version(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        String version = scope.scalar(node).text();
        String[] parts = version.split("\\.", -1);
        boolean fine = parts.length == 3;
        for (String part : parts) {
            fine &= Numbers.whole(part).isPresent();
        }
        if (!fine) {
            scope.fault(node, "bad-version", Quoted.of(version) + " is no version; write three numbers, like 1.0.0.");
        }
        return version;
    }

    private Identity.@Nullable Predecessor supersedes() {
        Element before = root.child("supersedes");
        if (before == null) {
            return null;
        }
        Node at = before.need("version");
        String version = version(at);
        later(at, version);
        Leaf<String> hash = before.leaf("sha256", "bad-hash", Hashes.FORM, Hashes::sha256);
        if (hash == null) {
            before.lacks("sha256");
        }
        before.close();
        return new Identity.Predecessor(version, hash == null ? new Leaf.Open<>() : hash);
    }

    /// A version has a higher number than the one that it takes the place of.
    private void later(@Nullable Node at, String version) {
        Optional<List<Integer>> before = numbers(version);
        String own = scope.root()
                .find("version")
                .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : "")
                .orElse("");
        numbers(own).filter(numbers -> before.isPresent()).ifPresent(numbers -> {
            List<Integer> others = before.orElseThrow();
            int i = 0;
            while (i < 2 && numbers.get(i).equals(others.get(i))) {
                i++;
            }
            if (at != null && numbers.get(i) <= others.get(i)) {
                scope.fault(
                        at,
                        "bad-version",
                        "Version " + own + " supersedes " + version + "; give it a higher number than that.");
            }
        });
    }

    private static Optional<List<Integer>> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("\\.", -1)) {
            Numbers.whole(part).ifPresent(numbers::add);
        }
        return numbers.size() == 3 ? Optional.of(numbers) : Optional.empty();
    }

    private Identity.Status status() {
        Node status = root.need("status");
        return status == null
                ? Identity.Status.DRAFT
                : scope.word(scope.scalar(status), Identity.Status.class, "unknown-word")
                        .orElse(Identity.Status.DRAFT);
    }

    private List<String> authentic() {
        Element languages = root.child("languages");
        if (languages == null) {
            root.lacks("languages");
            return List.of();
        }
        Node authentic = languages.need("authentic");
        languages.find("prevails");
        languages.close();
        List<String> codes = new ArrayList<>();
        for (Node.Scalar code : authentic == null ? List.<Node.Scalar>of() : scope.words(authentic)) {
            if (!Texts.isLanguage(code.text()) || codes.contains(code.text())) {
                scope.fault(
                        code,
                        "unknown-language",
                        Quoted.of(code.text())
                                + " is no new language code; write two or three small letters, like en.");
            }
            codes.add(code.text());
        }
        return codes;
    }

    private @Nullable String prevails(List<String> languages) {
        Node node = scope.root().find("languages").orElse(null) instanceof Node.Mapping keys
                ? keys.find("prevails").orElse(null)
                : null;
        if (node == null) {
            return null;
        }
        Node.Scalar word = scope.scalar(node);
        boolean body = References.named(scope, word.text(), List.of(Sort.BODY)).isPresent();
        if (!body && !languages.contains(word.text()) && !word.text().equals("open")) {
            scope.fault(
                    word,
                    "unknown-language",
                    Quoted.of(word.text()) + " is neither an authentic language nor a body; name one of them.");
        }
        return word.text();
    }

    private ZoneId timeZone() {
        Node node = root.need("time-zone");
        if (node == null) {
            return ZoneOffset.UTC;
        }
        String name = scope.scalar(node).text();
        if (!ZONES.contains(name)) {
            scope.fault(
                    node,
                    "unknown-time-zone",
                    Quoted.of(name) + " is no time zone; write a name of the IANA list, like Europe/Kyiv.");
            return ZoneOffset.UTC;
        }
        return ZoneId.of(name);
    }

    private @Nullable String pointsOf() {
        Node node = root.find("points-of");
        if (node == null) {
            return null;
        }
        Reference proposal = References.one(scope, scope.scalar(node), List.of(Sort.PROPOSAL));
        return proposal.isOpen() ? null : proposal.name();
    }
}
