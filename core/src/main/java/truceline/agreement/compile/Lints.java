package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import truceline.agreement.Agreement;
import truceline.agreement.NamedMap;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;

/// What is worth saying about a sound file: what is open, one-sided, without a deadline, unused. {@link
/// BodyLints} says what there is to say about votes and clocks.
final class Lints {
    private final Scope scope;
    private final Agreement agreement;
    private final TreeSet<Note> notes = new TreeSet<>();

    private Lints(Scope scope, Agreement agreement) {
        this.scope = scope;
        this.agreement = agreement;
    }

    static List<Note> of(Scope scope, Agreement agreement) {
        Lints lints = new Lints(scope, agreement);
        lints.open(scope.root());
        lints.provisions();
        lints.settle();
        lints.texts();
        lints.unused();
        lints.points();
        lints.bases();
        lints.events();
        lints.maps();
        new TimeLints(agreement, lints::at).run(lints.notes);
        new BodyLints(agreement, lints::at).run(lints.notes);
        new PartyLints(agreement, lints::at).run(lints.notes);
        new CircleLints(agreement, lints::at).run(lints.notes);
        return List.copyOf(lints.notes);
    }

    private void note(Node at, String code, String message) {
        notes.add(new Note(at.line(), at.column(), code, message));
    }

    private Node at(String name) {
        return scope.names().find(name).orElseThrow().at();
    }

    private void open(Node node) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.text().equals("open")) {
                    note(scalar, "open-value", "This is left open; what depends on it stays pending.");
                }
            }
            case Node.Sequence sequence -> sequence.elements().forEach(this::open);
            case Node.Mapping mapping -> mapping.entries().forEach(entry -> open(entry.value()));
        }
    }

    private void provisions() {
        TreeSet<String> parents = new TreeSet<>();
        for (Provision provision : agreement.provisions().values()) {
            if (provision.parent() != null) {
                parents.add(provision.parent());
            }
        }
        for (Provision provision : agreement.provisions().values()) {
            Norm norm = provision.norm(null);
            Modal modal = norm.modal();
            if (norm.kind() == NormKind.TEXT && !parents.contains(provision.id())) {
                note(at(provision.id()), "text-only", "Nobody computes provision " + provision.id() + "; it is text.");
            }
            if (modal != null) {
                deadline(provision, norm, modal);
                verified(provision, norm, modal);
            }
        }
    }

    private void deadline(Provision provision, Norm norm, Modal modal) {
        boolean dated = norm.timing().by() != null
                || norm.timing().until() != null
                || norm.timing().every() != null
                || agreement.identity().runsUntil() != null;
        boolean once = norm.verbs().stream().map(verb -> verb.course(modal)).anyMatch(Lints::isDoneOnce);
        if (modal == Modal.MUST && once && !dated) {
            note(
                    at(provision.id()),
                    "no-deadline",
                    "Provision " + provision.id() + " has no 'by', and the agreement does not end.");
        }
    }

    private static boolean isDoneOnce(Verb.Course course) {
        return course == Verb.Course.ACHIEVE || course == Verb.Course.PROCEDURE;
    }

    private void verified(Provision provision, Norm norm, Modal modal) {
        boolean named = agreement.verification() != null
                && !agreement.verification().by().isEmpty();
        boolean own = norm.verify() != null && !norm.verify().by().isEmpty();
        if (modal != Modal.MAY && !named && !own) {
            note(
                    at(provision.id()),
                    "nobody-verifies",
                    "Nobody verifies provision " + provision.id() + "; name somebody under 'verification'.");
        }
    }

    private void settle() {
        boolean settled = agreement.bodies().values().stream().anyMatch(body -> body.may(Power.SETTLE_READING));
        if (settled) {
            return;
        }
        List<String> disputed = new ArrayList<>();
        agreement.days().values().stream()
                .filter(day -> day.terms().isDisputed())
                .forEach(day -> disputed.add(day.name()));
        agreement.lines().values().stream()
                .filter(line -> line.terms().isDisputed())
                .forEach(line -> disputed.add(line.name()));
        agreement.zones().values().stream()
                .filter(zone -> zone.form().isDisputed())
                .forEach(zone -> disputed.add(zone.name()));
        agreement.provisions().values().stream()
                .filter(provision -> provision.norms().isDisputed())
                .forEach(provision -> disputed.add(provision.id()));
        for (String name : disputed) {
            note(
                    at(name),
                    "nobody-settles",
                    Quoted.of(name) + " is read differently, and no body may settle a reading.");
        }
    }

    private void maps() {
        NamedMap.of(agreement).stream()
                .filter(map -> !map.isCovered())
                .forEach(map -> note(
                        at(map.name()),
                        "map-not-covered",
                        "The hash of what is signed does not cover the map " + map.file() + " of the " + map.element()
                                + "; give its sha256."));
    }

    private void texts() {
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (Provision provision : agreement.provisions().values()) {
            for (String language : provision.inheritsText()
                    ? List.<String>of()
                    : agreement.identity().languages()) {
                if (!provision.text().containsKey(language)) {
                    missing.merge(language, 1, Integer::sum);
                }
            }
        }
        Node at = scope.root().find("languages").orElse(scope.root());
        missing.forEach((language, count) ->
                note(at, "text-missing", count + " provisions have no text in '" + language + "', which binds."));
    }

    private void unused() {
        List<Sort> sorts = List.of(
                Sort.OTHER, Sort.BODY, Sort.FORCE, Sort.DAY, Sort.LINE, Sort.PLACE, Sort.ZONE, Sort.CLASS, Sort.FACT);
        for (String name : scope.names().ofSorts(sorts)) {
            if (!scope.names().isUsed(name)) {
                note(at(name), "unused", "Nothing in this file names " + Quoted.of(name) + ".");
            }
        }
        scope.names()
                .unusedSources()
                .forEach((name, at) ->
                        note(at, "unused", "Nothing in this file names the source " + Quoted.of(name) + "."));
    }

    private void points() {
        String proposal = agreement.identity().pointsOf();
        if (proposal == null) {
            return;
        }
        TreeSet<String> leading = new TreeSet<>();
        for (String id : agreement.provisions().keySet()) {
            leading.add(id.substring(0, (id + ".").indexOf('.')));
        }
        int points = ProposalSection.points(scope, proposal);
        for (int point = 1; point <= points; point++) {
            if (!leading.contains(Integer.toString(point))) {
                note(
                        at(proposal),
                        "points-without-provision",
                        "Point " + point + " of " + proposal + " has no provision.");
            }
        }
    }

    private void bases() {
        Map<Basis, Integer> counts = new EnumMap<>(Basis.class);
        agreement
                .provisions()
                .values()
                .forEach(found -> counts.merge(found.origin().basis(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((basis, count) -> words.add(ClosedWords.word(basis) + " " + count));
        notes.add(new Note(0, 0, "basis-counts", "Provisions by basis: " + String.join(", ", words) + "."));
    }

    private void events() {
        SortedMap<String, List<String>> waitsFor = new TreeMap<>();
        agreement.provisions().values().forEach(provision -> {
            List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
            norms.add(provision.norm(null));
            List<String> others = new ArrayList<>();
            norms.forEach(norm -> Waiting.gather(norm, others));
            waitsFor.put(provision.id(), others);
        });
        for (String id : Cycles.find(waitsFor)) {
            note(at(id), "cycle", "Provision " + id + " waits for itself, so it may never run.");
        }
    }
}
