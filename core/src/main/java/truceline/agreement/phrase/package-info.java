/// The phrases and closed words of an agreement, as typed values that print as they are written.
///
/// Enters: nothing but values that the compiler has checked. Leaves: times, spans, distances,
/// quantities, conditions and references, each with `text()`.
/// Never: floating point, a default, or a word that the format does not know.
@NullMarked
package truceline.agreement.phrase;

import org.jspecify.annotations.NullMarked;
