/// One day of an invented mission, made from a seed: what patrols, sensors, satellites, ships, aircraft and two parties
/// hand in, and what people state about it.
///
/// Enters: a seed. Leaves: input files, and stations that took them in by their door.
/// Never: a real event or a real name; an entry written around the door. The keys of the demonstration's people come
/// from the seed and protect nothing.
@NullMarked
package truceline.demo;

import org.jspecify.annotations.NullMarked;
