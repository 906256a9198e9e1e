/// The agreement: parties, lines, zones, provisions, readings and proposals as immutable records.
///
/// Enters: a tree of marked text ({@link truceline.agreement.Node}), already free of YAML. Leaves: an
/// {@link truceline.agreement.Agreement} in which every name is resolved and every phrase is typed,
/// times as epoch milliseconds, and plain sentences.
/// Never: a guess about what drafters left open, a judgement about what happened, or a difference
/// between parties that the text does not make. Format: `spec/agreement.md`.
@NullMarked
package truceline.agreement;

import org.jspecify.annotations.NullMarked;
