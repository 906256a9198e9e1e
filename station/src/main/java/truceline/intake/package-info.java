/// Readers: one per format, from bytes to values.
///
/// Enters: the bytes of a file or message, as they came. Leaves: values of the core, and for each thing
/// that is wrong a stable code with its place in the source.
/// Never: a value guessed for one that is missing, an exception for bad input, or a word about what is
/// forbidden.
@NullMarked
package truceline.intake;

import org.jspecify.annotations.NullMarked;
