/// Territory: which part of which unit a control map covers, and the line that follows from it.
///
/// Enters: control maps and unit boundaries, each data with a source and a date; claims as claimed. Leaves: geodesic
/// areas rounded to 0.1 km², shares rounded to 0.01 %, and lines for drawing.
/// Never: a statement of who holds a right to a place, and never a decision on an incident; areas and overlays come
/// from floating point and are rounded before anyone sees them.
@NullMarked
package truceline.territory;

import org.jspecify.annotations.NullMarked;
