/// Readers: bytes of one format become observations, maps or an agreement.
///
/// Enters: bytes as they arrived. Leaves: drafts and rejections in file order, each with row, field and code.
/// Never: a clock, a network, a disk, a guess. A reader is a pure function of its bytes and its mapping.
@NullMarked
package truceline.intake;

import org.jspecify.annotations.NullMarked;
