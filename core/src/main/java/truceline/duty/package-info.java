/// What is due, what a guarantee still needs, and whose clock runs.
///
/// Enters: an {@link truceline.agreement.Agreement} and what the record holds of the world: attributed findings, what
/// people attested, days that were set, notices, and the moment up to which it was read. Leaves: dated duties, the
/// state
/// of each provision, the conditions of each guarantee with their numbers, clocks of the bodies, pledges.
/// Never: an act. The program opens nothing and closes nothing; it shows what a text asks for, people decide. What
/// nobody vouched for is unknown, and unknown is never read as false or as true.
@NullMarked
package truceline.duty;

import org.jspecify.annotations.NullMarked;
