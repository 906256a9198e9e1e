/// What happened: observations of one event become one incident, with the reason why.
///
/// Enters: columns of observations, and the grouping rule in force. Leaves: incidents, each with its members, place,
/// time,
/// count and the join that brought every member in.
/// Never: what is forbidden, by whom it was done, or an observation dropped.
@NullMarked
package truceline.incident;

import org.jspecify.annotations.NullMarked;
