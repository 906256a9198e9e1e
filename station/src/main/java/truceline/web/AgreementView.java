package truceline.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Origin;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.Source;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Reference;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.compliance.Norms;
import truceline.duty.life.Phase;
import truceline.duty.life.ProvisionState;
import truceline.duty.life.Reason;
import truceline.finding.Docket;
import truceline.mission.AdoptedAgreement;

/// The agreement in force: its bodies, and each provision as text, as the program reads it, and what came of it. Pure.
final class AgreementView {
    private AgreementView() {}

    record DayRow(String name, @Nullable String date, String setBy) {}

    record BodyRow(
            String name,
            String title,
            List<String> seats,
            List<String> powers,
            String decides,
            @Nullable String within,
            @Nullable String otherwise) {}

    record Reading(String holder, String sentence) {}

    /// One provision.
    ///
    /// @param incidents with a case on it, candidate or not
    record ProvisionRow(
            String id,
            @Nullable String parent,
            String kind,
            Map<String, String> text,
            @Nullable String sentence,
            String basis,
            String source,
            @Nullable String twin,
            boolean evaluated,
            @Nullable String whyNot,
            int incidents,
            int candidates,
            String state,
            List<String> open,
            List<Reading> readings,
            @Nullable String settled) {}

    record View(
            String id,
            String title,
            String version,
            String status,
            List<String> languages,
            List<DayRow> d,
            List<BodyRow> bodies,
            List<ProvisionRow> provisions,
            List<String> notes) {}

    static View of(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new View("", "No agreement entered", "", "", List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Agreement agreement = adopted.agreement();
        Map<String, String> states = states(snapshot);
        return new View(
                agreement.id(),
                adopted.title(),
                agreement.version(),
                ClosedWords.word(agreement.identity().status()),
                agreement.identity().languages(),
                agreement.days().values().stream()
                        .map(day -> new DayRow(
                                day.name(),
                                OverviewView.moment(snapshot, day.name()).orElse(null),
                                names(day.terms().common().setBy())))
                        .toList(),
                agreement.bodies().values().stream().map(AgreementView::body).toList(),
                agreement.provisions().values().stream()
                        .map(provision -> provision(snapshot, adopted, provision, states))
                        .toList(),
                notes(adopted));
    }

    static String names(List<Reference> references) {
        return references.stream().map(Reference::text).collect(Collectors.joining(", "));
    }

    private static BodyRow body(Body body) {
        String meaning = body.origin().meaning();
        return new BodyRow(
                body.name(),
                meaning == null ? body.name() : meaning,
                body.seats().stream()
                        .map(seat -> seat.actor().text() + (seat.count() == 1 ? "" : " × " + seat.count()))
                        .toList(),
                body.powers().stream()
                        .map(power -> ClosedWords.word(power).replace('-', ' '))
                        .toList(),
                decides(body.decides()),
                body.within() == null
                        ? null
                        : body.within().find().map(DurationPhrase::text).orElse("open"),
                otherwise(body.otherwise()));
    }

    private static String decides(Body.@Nullable Rule rule) {
        return switch (rule) {
            case null -> "not stated in the text";
            case Body.Rule.Count(int votes, int seats) -> votes + " of " + seats;
            case Body.Rule.All() -> "all";
            case Body.Rule.EachParty() -> "each party";
            case Body.Rule.Named(List<String> seats) -> String.join(" and ", seats);
            case Body.Rule.Open() -> "open";
        };
    }

    private static @Nullable String otherwise(Body.@Nullable Otherwise otherwise) {
        return switch (otherwise) {
            case null -> null;
            case Body.Otherwise.Publish() -> "publish without attribution";
            case Body.Otherwise.LeadDecides() -> "lead decides";
            case Body.Otherwise.NoAct() -> "no act";
            case Body.Otherwise.Refer(String body) -> "refer to " + body;
            case Body.Otherwise.Open() -> "open";
        };
    }

    private static ProvisionRow provision(
            Snapshot snapshot, AdoptedAgreement adopted, Provision provision, Map<String, String> states) {
        String id = provision.id();
        Norm norm = provision.norm(null);
        Set<Integer> incidents = new LinkedHashSet<>();
        int candidates = 0;
        for (Case found : snapshot.cases()) {
            if (found.norm().provision().equals(id)) {
                incidents.add(found.incident());
                candidates += found.certainty() == Certainty.YES ? 1 : 0;
            }
        }
        boolean evaluated = adopted.norms().evaluated().stream()
                .anyMatch(each -> each.provision().equals(id));
        Docket.Settled settled = snapshot.docket().settled().get(id);
        return new ProvisionRow(
                id,
                provision.parent(),
                kind(norm),
                provision.text(),
                norm.kind() == NormKind.TEXT ? null : Sentence.of(provision),
                ClosedWords.word(provision.origin().basis()),
                source(adopted.agreement(), provision.origin()),
                provision.twin(),
                evaluated,
                whyNot(adopted.norms(), id),
                incidents.size(),
                candidates,
                states.getOrDefault(id, ""),
                provision.norms().keys(),
                provision.norms().byHolder().keySet().stream()
                        .map(holder -> new Reading(holder, Sentence.of(provision, holder)))
                        .toList(),
                settled == null ? null : settled.holder() + ", from " + Iso.of(settled.fromMs()));
    }

    /// Where each provision stands in its life: for each of those whom it binds, in each reading that differs.
    private static Map<String, String> states(Snapshot snapshot) {
        Map<String, List<ProvisionState>> byProvision = new LinkedHashMap<>();
        snapshot.provisionStates()
                .forEach(state -> byProvision
                        .computeIfAbsent(state.provision(), _ -> new ArrayList<>())
                        .add(state));
        Map<String, String> states = new HashMap<>();
        byProvision.forEach((provision, own) -> {
            boolean isOne = own.stream()
                            .map(state -> state.phase() + ": " + why(state))
                            .distinct()
                            .count()
                    == 1;
            String told = (isOne ? own.subList(0, 1) : own)
                    .stream()
                            .map(state -> (isOne ? "" : whose(state)) + words(state) + why(state))
                            .collect(Collectors.joining(". "));
            states.put(provision, told);
        });
        return states;
    }

    private static String words(ProvisionState state) {
        return ClosedWords.word(state.phase()).replace('-', ' ');
    }

    private static String whose(ProvisionState state) {
        String worlds = state.worlds().isEmpty() ? "" : ", as read by " + String.join(" and ", state.worlds());
        return state.who() + worlds + (state.who().isEmpty() && worlds.isEmpty() ? "" : ": ");
    }

    private static String why(ProvisionState state) {
        return state.reasons().isEmpty()
                        || state.phase() == Phase.TEXT_ONLY
                        || state.phase() == Phase.RUNNING && state.cases() == 0 && state.dueMs() == null
                ? ""
                : ": " + state.reasons().stream().map(Reason::english).collect(Collectors.joining("; "));
    }

    private static String kind(Norm norm) {
        return switch (norm.kind()) {
            case NORM -> modal(norm.modal());
            case STEP -> "step";
            case STEPS -> "steps";
            case GUARANTEE -> "guarantee";
            case TEXT -> "text";
        };
    }

    private static String modal(@Nullable Modal modal) {
        return switch (modal) {
            case MUST -> "duty";
            case MUST_NOT -> "prohibition";
            case null, default -> "permission";
        };
    }

    /// Where an element was read, as a reader can look it up.
    static String source(Agreement agreement, Origin origin) {
        List<String> sources = new ArrayList<>();
        for (String name : origin.sources()) {
            Source source = agreement.sources().get(name);
            sources.add(
                    source == null ? name : source.date() == null ? source.at() : source.at() + ", " + source.date());
        }
        return String.join("; ", sources);
    }

    private static @Nullable String whyNot(Norms norms, String id) {
        String why = norms.notEvaluated().stream()
                .filter(silent -> silent.id().equals(id))
                .map(Norms.Silent::reason)
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? null : why;
    }

    /// What is loaded and not evaluated, beyond single provisions.
    private static List<String> notes(AdoptedAgreement adopted) {
        return adopted.norms().notEvaluated().stream()
                .filter(silent -> adopted.agreement().findProvision(silent.id()).isEmpty())
                .map(silent -> silent.id() + ": " + silent.reason())
                .toList();
    }
}
