/// Places: shapes in 1e-7 degree, WGS-84 distances, and exact answers to "inside, outside, or too close to say".
///
/// Enters: integer coordinates. Leaves: distances in whole millimetres and three-valued positions, the same on every
/// machine.
/// Never: a decision that rests on a rounding error, on JTS or on GeographicLib; those serve areas and drawings only.
@NullMarked
package truceline.geo;

import org.jspecify.annotations.NullMarked;
