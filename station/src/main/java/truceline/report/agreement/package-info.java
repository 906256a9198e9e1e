/// An agreement on paper: the copy that is signed, the redline of two versions, its times as a drawing, and who agrees.
///
/// Enters: a compiled agreement and the bytes of its file. Leaves: HTML, PDF, SVG or aligned words, the same bytes for
/// the same file. Never: a clock, a disk or a network; a difference between parties that the text does not make; a
/// word of proposals, statements or claims as if it were signed.
@NullMarked
package truceline.report.agreement;

import org.jspecify.annotations.NullMarked;
