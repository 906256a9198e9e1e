package truceline.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Say;

/// Who answered what to each point of a proposal, and on how many points whom agrees.
///
/// A point is *agreed* among actors when the latest answer of each is `accept`; it is *signed* when,
/// besides, each of these answers rests on signed words. A cell without a row is unknown and counts as
/// not agreed. Points are counted, never weighed. Pure, immutable and thread-safe.
///
/// @param actors everybody with an answer on file, in the order of the file
/// @param cells points ascending, within a point the actors
/// @param agreed one figure per set of actors: each pair, all parties, the authors, everybody
public record Positions(Proposal proposal, List<String> actors, List<Cell> cells, List<Agreed> agreed) {
    public Positions {
        actors = List.copyOf(actors);
        cells = List.copyOf(cells);
        agreed = List.copyOf(agreed);
    }

    /// The latest answer of an actor to a point; null is unknown.
    public record Cell(int point, String actor, Proposal.@Nullable Position position) {}

    /// On which points a set of actors agrees.
    ///
    /// @param basis the weakest basis of all their answers that were read, null where there is none
    /// @param points the points that are agreed, ascending
    /// @param signed the points that are, besides, signed
    /// @param unknown points to which at least one of them has no answer on file
    public record Agreed(
            List<String> among,
            int of,
            @Nullable Basis basis,
            List<Integer> points,
            List<Integer> signed,
            List<Integer> unknown) {
        public Agreed {
            among = List.copyOf(among);
            points = List.copyOf(points);
            signed = List.copyOf(signed);
            unknown = List.copyOf(unknown);
        }

        /// Percent of the points that are agreed, in tenths, the half rounded up: 900 is 90.0 %.
        public int percentTenths() {
            return (2000 * points.size() + of) / (2 * of);
        }
    }

    /// The positions on one proposal of an agreement.
    public static Positions of(Agreement agreement, Proposal proposal) {
        SequencedSet<String> actors = new LinkedHashSet<>();
        proposal.positions().forEach(position -> actors.addAll(position.who()));
        List<Cell> cells = new ArrayList<>();
        for (int point = 1; point <= proposal.points(); point++) {
            for (String actor : actors) {
                cells.add(new Cell(
                        point, actor, proposal.findPosition(actor, point).orElse(null)));
            }
        }
        List<Agreed> agreed = new ArrayList<>();
        for (List<String> among : sets(agreement, proposal, List.copyOf(actors))) {
            agreed.add(among(proposal, among));
        }
        return new Positions(proposal, List.copyOf(actors), cells, agreed);
    }

    /// The proposal whose points the provisions follow, else the last one with a position, else the last one.
    public static Optional<Proposal> findLeading(Agreement agreement) {
        String named = agreement.identity().pointsOf();
        if (named != null) {
            return Optional.ofNullable(agreement.proposals().get(named));
        }
        Proposal last = null;
        for (Proposal proposal : agreement.proposals().values()) {
            if (last == null
                    || !proposal.positions().isEmpty()
                    || last.positions().isEmpty()) {
                last = proposal;
            }
        }
        return Optional.ofNullable(last);
    }

    /// On what a set of actors agrees. An actor without any answer makes every point unknown.
    public static Agreed among(Proposal proposal, List<String> among) {
        List<Integer> agreed = new ArrayList<>();
        List<Integer> signed = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        Basis weakest = null;
        for (int point = 1; point <= proposal.points(); point++) {
            boolean everyAccept = !among.isEmpty();
            boolean everySigned = true;
            boolean everyKnown = true;
            for (String actor : among) {
                Proposal.Position position = proposal.findPosition(actor, point).orElse(null);
                if (position == null) {
                    everyKnown = false;
                    continue;
                }
                Basis basis = position.origin().basis();
                weakest = weakest == null || basis.compareTo(weakest) > 0 ? basis : weakest;
                everyAccept &= position.say() == Say.ACCEPT;
                everySigned &= basis == Basis.TEXT;
            }
            add(agreed, point, everyAccept && everyKnown);
            add(signed, point, everyAccept && everyKnown && everySigned);
            add(unknown, point, !everyKnown);
        }
        return new Agreed(among, proposal.points(), weakest, agreed, signed, unknown);
    }

    private static void add(List<Integer> points, int point, boolean holds) {
        if (holds) {
            points.add(point);
        }
    }

    private static SequencedSet<List<String>> sets(Agreement agreement, Proposal proposal, List<String> actors) {
        SequencedSet<List<String>> sets = new LinkedHashSet<>();
        for (int first = 0; first < actors.size(); first++) {
            for (int second = first + 1; second < actors.size(); second++) {
                sets.add(List.of(actors.get(first), actors.get(second)));
            }
        }
        List<String> authors = proposal.by().stream().map(Reference::name).toList();
        for (List<String> wider : List.of(agreement.partyCodes(), authors, actors)) {
            List<String> ordered = new ArrayList<>(actors);
            ordered.retainAll(wider);
            wider.stream().filter(actor -> !actors.contains(actor)).forEach(ordered::add);
            if (ordered.size() > 1 && !actors.isEmpty()) {
                sets.add(List.copyOf(ordered));
            }
        }
        return sets;
    }
}
