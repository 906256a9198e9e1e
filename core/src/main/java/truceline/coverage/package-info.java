/// What could have been seen, and what movement was refused.
///
/// Enters: lines, and who watched which stretch when.
/// Leaves: observed hours per stretch and side, rates per observed hour, silent sources.
/// Never: says that nothing happened; what was not observed is unknown.
@NullMarked
package truceline.coverage;

import org.jspecify.annotations.NullMarked;
