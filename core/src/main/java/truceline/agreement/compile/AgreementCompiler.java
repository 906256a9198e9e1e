package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.Day;
import truceline.agreement.Node;
import truceline.agreement.Provision;
import truceline.agreement.Zone;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

/// Reads a tree of marked text as an agreement. Never throws for what a file says: all that is wrong
/// comes back as faults. Stateless and thread-safe. Grammar: `spec/agreement.md`.
public final class AgreementCompiler {
    private static final List<String> UNSIGNED = List.of("proposals", "statements", "claims");
    private static final List<String> REQUIRED = List.of(
            "agreement",
            "id",
            "title",
            "status",
            "version",
            "languages",
            "time-zone",
            "sources",
            "parties",
            "bodies",
            "days",
            "provisions");

    private AgreementCompiler() {}

    public static Compilation compile(Node root) {
        Faults faults = new Faults();
        if (!(root instanceof Node.Mapping mapping)) {
            faults.add(root, "wrong-shape", "An agreement file is a map of sections; write 'agreement: 1' first.");
            return new Compilation(null, faults.sorted(), List.of());
        }
        if (!Structure.check(mapping, faults)) {
            return new Compilation(null, faults.sorted(), List.of());
        }
        Scope scope = new Scope(mapping, Names.of(mapping, faults), faults);
        signedFirst(scope);
        Agreement agreement = agreement(scope);
        if (!faults.isEmpty()) {
            return new Compilation(null, faults.sorted(), List.of());
        }
        return new Compilation(agreement, List.of(), Lints.of(scope, agreement));
    }

    /// The signed bytes end where the first of the unsigned sections begins.
    private static void signedFirst(Scope scope) {
        boolean unsigned = false;
        for (Node.Entry entry : scope.root().entries()) {
            boolean last = UNSIGNED.contains(entry.key().text());
            if (unsigned && !last) {
                scope.fault(
                        entry.key(),
                        "signed-after-unsigned",
                        Quoted.of(entry.key().text())
                                + " is part of what is signed; move it above proposals, statements and claims.");
            }
            unsigned |= last;
        }
    }

    private static Agreement agreement(Scope scope) {
        Node.Scalar at =
                new Node.Scalar("The file", scope.root().line(), scope.root().column());
        Element root = Element.of(scope, at, scope.root());
        REQUIRED.forEach(root::need);
        List.of("basis", "source", "is", "others", "forces", "lines", "places", "zones", "classes", "facts", "severity")
                .forEach(root::find);
        UNSIGNED.forEach(root::find);
        SequencedMap<String, Actor> parties = ActorSections.parties(scope);
        SequencedMap<String, Day> days = PlaceSections.days(scope);
        SequencedMap<String, Zone> zones = ZoneSection.read(scope);
        SequencedMap<String, Provision> provisions = ProvisionSection.read(scope);
        ProvisionChecks.check(scope, provisions, zones);
        ProvisionChecks.checkDays(scope, countedFrom(days));
        Agreement agreement = new Agreement(
                IdentitySection.read(root),
                ActorSections.sources(scope),
                parties,
                ActorSections.actors(scope, "others"),
                BodySection.read(scope),
                ForceSection.read(scope),
                days,
                PlaceSections.lines(scope),
                PlaceSections.places(scope),
                zones,
                ClassSections.classes(scope),
                ClassSections.facts(scope),
                ConductSections.verification(root),
                ConductSections.clocks(root),
                ConductSections.severity(scope),
                provisions,
                ProposalSection.read(scope),
                UnsignedSections.statements(scope),
                UnsignedSections.claims(scope));
        root.close();
        return agreement;
    }

    private static Map<String, List<String>> countedFrom(SequencedMap<String, Day> days) {
        Map<String, List<String>> countedFrom = new TreeMap<>();
        days.forEach((name, day) -> {
            List<String> others = new ArrayList<>();
            List<Day.Terms> all = new ArrayList<>(day.terms().byHolder().values());
            all.add(day.terms().common());
            for (Day.Terms terms : all) {
                switch (terms.date()) {
                    case TimePhrase.DayCount count -> others.add(count.day());
                    case TimePhrase.Span span
                    when span.event().type() == Event.Type.DAY ->
                        others.add(span.event().name());
                    case TimePhrase.After after
                    when after.event().type() == Event.Type.DAY ->
                        others.add(after.event().name());
                    default -> {}
                }
            }
            countedFrom.put(name, others);
        });
        return countedFrom;
    }
}
