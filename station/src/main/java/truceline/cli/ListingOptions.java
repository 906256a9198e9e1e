package truceline.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import truceline.geo.Degrees;
import truceline.intake.Refusal;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Picture;
import truceline.report.Box;
import truceline.report.Filter;
import truceline.report.Listing;

/// What of a station is listed, and how.
final class ListingOptions {
    @Mixin
    private StationOptions station = new StationOptions();

    @Option(names = "--format", paramLabel = "NAME", description = "table (default), json, ndjson, csv or geojson")
    private String format = "table";

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(names = "--from", paramLabel = "TIME", description = "events from then on: date, or time with offset")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "events before then")
    private @Nullable String to;

    @Option(names = "--bbox", paramLabel = "W,S,E,N", description = "events whose place lies in the box, in degrees")
    private @Nullable String bbox;

    @Option(names = "--provision", paramLabel = "ID", description = "with a case on that provision")
    private @Nullable String provision;

    String format() {
        String name = json ? "json" : format;
        if (!Listing.FORMATS.contains(name)) {
            throw new Refusal("usage", "--format is one of " + String.join(", ", Listing.FORMATS));
        }
        return name;
    }

    boolean isDemo() throws IOException {
        return station.isDemo();
    }

    Picture picture() throws IOException {
        return station.open().picture();
    }

    Filter filter(Picture picture) {
        AdoptedAgreement agreement = picture.agreement();
        ZoneId zone = agreement == null ? ZoneOffset.UTC : agreement.zone();
        return new Filter(
                from == null ? Long.MIN_VALUE : moment(from, zone),
                to == null ? Long.MAX_VALUE : moment(to, zone),
                box(),
                provision);
    }

    private static long moment(String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new Refusal("usage", "'" + text + "' is neither a date nor a time with offset");
        }
    }

    private @Nullable Box box() {
        if (bbox == null) {
            return null;
        }
        String[] corners = bbox.split(",", -1);
        int[] e7 = new int[4];
        for (int i = 0; i < 4; i++) {
            e7[i] = corners.length == 4
                    ? Degrees.parseE7(corners[i].strip()).orElse(Degrees.MALFORMED)
                    : Degrees.MALFORMED;
            if (e7[i] == Degrees.MALFORMED) {
                throw new Refusal("usage", "--bbox takes west,south,east,north in decimal degrees");
            }
        }
        return new Box(e7[0], e7[1], e7[2], e7[3]);
    }
}
