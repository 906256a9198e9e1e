/// The commands: what a person or a script types.
///
/// Enters: arguments and files. Leaves: data on stdout, words on stderr, and an exit code (0 done, 1 the answer is no,
/// 2 usage, 3 configuration, 4 input refused, 5 not found, 6 unavailable or could not check).
/// Never: a rule of its own; a command reads, calls one room and prints.
@NullMarked
package truceline.cli;

import org.jspecify.annotations.NullMarked;
