package truceline.compliance;

import java.util.List;

/// What of an agreement is evaluated, and what is loaded but not yet evaluated, with the reason: nothing is left out in
/// silence.
public record Norms(List<Norm> evaluated, List<Silent> notEvaluated) {
    public Norms {
        evaluated = List.copyOf(evaluated);
        notEvaluated = List.copyOf(notEvaluated);
    }

    /// The same norms, each only as far as it holds between two moments; those that do not hold then are left out.
    public Norms during(long fromMs, long untilMs) {
        List<Norm> held = evaluated.stream()
                .map(norm -> norm.during(fromMs, untilMs))
                .filter(norm -> norm.fromMs() < norm.untilMs())
                .toList();
        return new Norms(held, notEvaluated);
    }

    /// A part of the agreement that this version does not evaluate.
    ///
    /// @param id of the provision or section
    /// @param reason one clause, such as "its zone has no map yet"
    public record Silent(String id, String reason) {}
}
