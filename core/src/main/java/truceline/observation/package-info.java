/// What was reported: one row of a patrol table, one headline, one detection, with how it was seen and how well it is
/// known.
///
/// Enters: rows from a reader. Leaves: columns of evidence, and the sentence that says them. Vocabulary:
/// `DICTIONARY.md`.
/// Never: what it means under an agreement, who did it, or a default where the source was silent.
@NullMarked
package truceline.observation;

import org.jspecify.annotations.NullMarked;
