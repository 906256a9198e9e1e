package truceline.finding;

/// Why a statement may not be made: a value, for a step that the table does not allow is refused and leaves the ledger
/// as it is.
///
/// @param code stable kebab-case word, such as `same-person`
/// @param message one sentence that says what would be allowed
public record Objection(String code, String message) {}
