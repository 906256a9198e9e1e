package truceline.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Moments as the interface writes and reads them: ISO 8601, UTC, `2031-05-14T13:58:12Z`.
final class Iso {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Iso() {}

    /// A moment in milliseconds UTC; a part of a second is left out.
    static String of(long ms) {
        return SECONDS.format(Instant.ofEpochMilli(ms).truncatedTo(ChronoUnit.SECONDS));
    }

    /// The same, or null for {@link Long#MAX_VALUE}, {@link Long#MIN_VALUE} and 0, which stand for no moment.
    static @Nullable String find(long ms) {
        return ms == Long.MAX_VALUE || ms == Long.MIN_VALUE || ms == 0 ? null : of(ms);
    }

    static @Nullable String find(@Nullable Long ms) {
        return ms == null ? null : find(ms.longValue());
    }

    /// Reads a time with its offset; nothing where it is none.
    static OptionalLong parse(String text) {
        try {
            return OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException _) {
            return OptionalLong.empty();
        }
    }
}
