/// Canonical JSON: the one form in which an entry is written.
///
/// Enters: values, or bytes that claim to be canonical. Leaves: bytes with one encoding, or a refusal that names the
/// byte.
/// Never: floating point, duplicate or unsorted keys, ill-formed Unicode, integers beyond 2^53-1. Format:
/// `spec/entry.md`.
@NullMarked
package truceline.json;

import org.jspecify.annotations.NullMarked;
