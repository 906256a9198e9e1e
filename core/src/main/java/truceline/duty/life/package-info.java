/// The life of every provision, as an event calculus: what happens initiates and ends states, and between two
/// events nothing changes.
///
/// Enters: an {@link truceline.agreement.Agreement} with its maps, then one {@link truceline.duty.life.Occurrence}
/// after the other in the order of the record. Leaves: each {@link truceline.duty.life.Change}, and at any moment
/// the state of every provision for everybody whom it binds, in the world of every holder of readings, with its
/// reasons. Never: an act, or a conclusion about who is responsible that no body has drawn; the program names
/// what has fallen due, what was shown and what was not. What is held is what is still open, not what has been.
@NullMarked
package truceline.duty.life;

import org.jspecify.annotations.NullMarked;
