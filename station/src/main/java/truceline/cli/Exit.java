package truceline.cli;

import truceline.intake.Refusal;

/// Exit codes of every command.
final class Exit {
    static final int DONE = 0;

    /// The answer is no: an audit failed, a check found faults.
    static final int NO = 1;

    static final int USAGE = 2;
    static final int CONFIGURATION = 3;
    static final int REFUSED = 4;
    static final int NOT_FOUND = 5;

    /// Unavailable, or could not check.
    static final int UNAVAILABLE = 6;

    private Exit() {}

    /// The exit code of a refusal.
    static int of(Refusal refusal) {
        return switch (refusal.code()) {
            case "usage" -> USAGE;
            case "configuration" -> CONFIGURATION;
            case "not-found" -> NOT_FOUND;
            case "busy", "unavailable", "rolled-back", "restored" -> UNAVAILABLE;
            default -> REFUSED;
        };
    }
}
