/// The commands. Data on stdout, words on stderr, exit codes as `README.md` lists them.
///
/// Enters: arguments and files. Leaves: what was asked for, or one sentence that says what to do.
/// Never: a decision of its own; a command calls a room and prints what it says.
@NullMarked
package truceline.cli;

import org.jspecify.annotations.NullMarked;
