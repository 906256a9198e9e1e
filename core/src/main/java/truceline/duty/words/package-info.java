/// The words in which a state and its reasons are told, in every language that the program speaks.
///
/// Enters: the key of a message with its values, or a word of a closed list. Leaves: the sentence in a language.
/// Never: the words of an agreement in another language than its own; a locale of the machine; a state or a
/// conclusion. The keys decide; a translation explains.
@NullMarked
package truceline.duty.words;

import org.jspecify.annotations.NullMarked;
