/// Checks a ledger from its published bytes alone: every file, every entry, every finding.
///
/// Enters: the files of a ledger folder and the keys one trusts. Leaves: nothing where all holds, else the first
/// entry and file that differ, and what differs about them.
/// Never: repairs, guesses, reads a disk, or takes a file it did not check for checked.
@NullMarked
package truceline.audit;

import org.jspecify.annotations.NullMarked;
