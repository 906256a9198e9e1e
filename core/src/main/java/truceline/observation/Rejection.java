package truceline.observation;

/// Why a row was not accepted: a fact about the world's data, never an exception.
///
/// @param row row number in the file; row 1 is the header
/// @param field name of the column at fault, or empty where the whole row is
/// @param code stable kebab word, such as {@code longitude-out-of-range}
/// @param detail what was found, for the submitter; it is not entered in the record
public record Rejection(long row, String field, String code, String detail) {}
