/// Intake: one reader per format, bytes in, values out.
///
/// Enters: bytes of one format, from anyone. Leaves: what they say as values, and every fault as a value with a stable
/// kebab code and its place.
/// Never: an exception for bad bytes, a coordinate that passed through a double, a network or a clock.
@NullMarked
package truceline.intake;

import org.jspecify.annotations.NullMarked;
