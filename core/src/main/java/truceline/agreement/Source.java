package truceline.agreement;

import org.jspecify.annotations.Nullable;

/// Where a fact was read: address or title, dates as ISO text, and who wrote it.
public record Source(
        String name,
        String at,
        @Nullable String date,
        @Nullable String read,
        @Nullable String by,
        @Nullable String meaning) {}
