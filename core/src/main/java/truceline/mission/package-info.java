/// The fold: everything that can happen is an entry, and the state of the mission is a pure function of the entries.
///
/// Enters: entries in order, each with its index. Leaves: a picture, which is immutable, and the digest by which two
/// readers compare theirs.
/// Never: a ledger, a file, a clock; an entry it does not know is "could not check", never a guess.
@NullMarked
package truceline.mission;

import org.jspecify.annotations.NullMarked;
