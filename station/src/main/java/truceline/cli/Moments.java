package truceline.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import truceline.intake.Refusal;

/// Moments on the command line.
final class Moments {
    private Moments() {}

    /// Milliseconds UTC of a time with its offset.
    ///
    /// @param option name of the option, for the refusal
    static long parse(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException _) {
            throw new Refusal("usage", option + ": a time with its offset is expected, as 2031-05-14T11:58:12-02:00");
        }
    }
}
