/// One station: the door through which everything enters, and the mission that follows from what was written down.
///
/// Enters: submissions. Leaves: receipts, and the newest picture.
/// Never: an assessment of its own. Read, record, assess, in this order; durable before looked at.
@NullMarked
package truceline.station;

import org.jspecify.annotations.NullMarked;
