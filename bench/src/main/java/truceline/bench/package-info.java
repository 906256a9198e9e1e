/// Seeded load and measured runs.
///
/// Enters: a seed and a number of rows. Leaves: files in a temporary folder, and figures on standard output.
/// Never: released, or used by another module.
@NullMarked
package truceline.bench;

import org.jspecify.annotations.NullMarked;
