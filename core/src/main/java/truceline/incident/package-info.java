/// What happened: observations of one event become one incident, with the reason why.
///
/// Enters: columns of observations, and the rules in force for what was observed and for what crafts say of themselves.
/// Leaves: incidents, each with its members, place, time, count and the join that brought every member in; tracks.
/// Never: what is forbidden, by whom it was done, or an observation dropped.
@NullMarked
package truceline.incident;

import org.jspecify.annotations.NullMarked;
