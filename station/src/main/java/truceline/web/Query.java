package truceline.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request asks for. An unknown, repeated or malformed parameter is refused, never guessed.
final class Query {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");
    private static final long HOUR_MS = 3_600_000;
    private static final long MOST_HOURS = 31 * 24;

    private Query() {}

    /// Refuses every parameter that is not among the names.
    static void only(Context request, String... names) {
        List<String> known = List.of(names);
        request.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadRequestResponse(
                        known.isEmpty()
                                ? "This address takes no parameters."
                                : "There is no parameter of that name; there are: " + String.join(", ", known) + ".");
            }
            if (values.size() != 1) {
                throw new BadRequestResponse("The parameter " + name + " stands more than once.");
            }
        });
    }

    /// The parameters `from` and `to`, each a time with its offset.
    static Window window(Context request) {
        long from = moment(request, "from", Long.MIN_VALUE);
        long to = moment(request, "to", Long.MAX_VALUE);
        if (from > to) {
            throw new BadRequestResponse("The parameter from lies after to.");
        }
        return new Window(from, to);
    }

    /// The same, for answers by the hour: at most 31 days.
    static Window hours(Context request, Snapshot snapshot) {
        Window window = window(request);
        DayWindow.of(snapshot, window).ifPresent(hours -> {
            boolean isLong = hours.fromMs() < hours.toMs() - MOST_HOURS * HOUR_MS
                    || hours.toMs() < Long.MIN_VALUE + MOST_HOURS * HOUR_MS;
            if (isLong) {
                throw new BadRequestResponse("From and to lie more than 31 days apart.");
            }
        });
        return window;
    }

    private static long moment(Context request, String name, long otherwise) {
        String text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        OptionalLong ms = Iso.parse(text);
        if (ms.isEmpty()) {
            throw new BadRequestResponse(
                    "The parameter " + name + " takes a time with its offset, such as 2031-05-14T12:00:00Z.");
        }
        return ms.getAsLong();
    }

    /// A whole number between two others.
    static long number(Context request, String name, long least, long most, long otherwise) {
        String text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        long number = number(text);
        if (number < least || number > most) {
            throw new BadRequestResponse(
                    "The parameter " + name + " takes a whole number from " + least + " to " + most + ".");
        }
        return number;
    }

    /// A whole number, or -1 where the text is none.
    static long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }
}
