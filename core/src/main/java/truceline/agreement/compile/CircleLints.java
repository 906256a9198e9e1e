package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Node;
import truceline.agreement.Note;
import truceline.agreement.Proposal;
import truceline.agreement.phrase.Reference;

/// Circles that nothing computes along, but that no reader can follow either: bodies that refer to or stand over each
/// other, groups that are members of themselves, proposals that follow themselves.
final class CircleLints {
    private final Agreement agreement;
    private final Function<String, Node> places;

    CircleLints(Agreement agreement, Function<String, Node> places) {
        this.agreement = agreement;
        this.places = places;
    }

    void run(Set<Note> notes) {
        SortedMap<String, List<String>> refers = new TreeMap<>();
        SortedMap<String, List<String>> over = new TreeMap<>();
        for (Body body : agreement.bodies().values()) {
            refers.put(
                    body.name(),
                    body.otherwise() instanceof Body.Otherwise.Refer(String other) ? List.of(other) : List.of());
            over.put(body.name(), body.over().stream().map(Reference::name).toList());
        }
        SortedMap<String, List<String>> members = new TreeMap<>();
        List<Actor> actors = new ArrayList<>(agreement.parties().values());
        actors.addAll(agreement.others().values());
        actors.forEach(actor -> members.put(actor.code(), actor.members()));
        SortedMap<String, List<String>> follows = new TreeMap<>();
        for (Proposal proposal : agreement.proposals().values()) {
            String before = proposal.follows();
            follows.put(proposal.name(), before == null ? List.of() : List.of(before));
        }
        told(notes, refers, "refers to itself when it does not decide, so nobody ever does");
        told(notes, over, "stands over itself");
        told(notes, members, "is a member of itself");
        told(notes, follows, "follows itself");
    }

    private void told(Set<Note> notes, SortedMap<String, List<String>> circle, String what) {
        for (String name : Cycles.find(circle)) {
            Node at = places.apply(name);
            notes.add(new Note(at.line(), at.column(), "cycle", Quoted.of(name) + " " + what + "."));
        }
    }
}
