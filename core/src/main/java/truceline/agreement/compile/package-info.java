/// From marked text to an agreement, strictly.
///
/// Enters: a {@link truceline.agreement.Node}. Leaves: an {@link truceline.agreement.Agreement} with
/// notes, or all faults of the file, each with its place and a sentence that says what would be right.
/// Never: an agreement with a fault in it, a silent correction, or an exception for a bad file.
@NullMarked
package truceline.agreement.compile;

import org.jspecify.annotations.NullMarked;
