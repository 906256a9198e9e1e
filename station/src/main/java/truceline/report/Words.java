package truceline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import truceline.geo.Degrees;
import truceline.geo.Place;
import truceline.observation.Description;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Weapon;
import truceline.observation.Word;

/// Numbers, times and words of the vocabulary as a reader meets them. English; a narrow no-break space parts
/// thousands and stands before a unit.
final class Words {
    /// U+202F.
    static final char THIN = '\u202F';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ENGLISH);
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;

    private Words() {}

    /// `18 204`, parted by narrow no-break spaces.
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', THIN);
    }

    /// `1 incident`, `37 incidents`.
    static String number(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /// Metres below one kilometre, else kilometres to the tenth.
    static String distance(long mm) {
        if (mm < 999_500) {
            return (mm + 500) / 1000 + " m";
        }
        long tenthsKm = (mm + 50_000) / 100_000;
        return tenthsKm / 10 + "." + tenthsKm % 10 + " km";
    }

    /// Whole minutes, from two hours on hours and minutes: `119 min`, `2 h 5 min`, `24 h`.
    static String duration(long ms) {
        long minutes = (ms + MINUTE_MS / 2) / MINUTE_MS;
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /// ISO 8601 with the offset of the zone at that moment.
    static String iso(long ms, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), zone));
    }

    /// `14 May 2031`.
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// The local date of a moment.
    static LocalDate date(long ms, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone);
    }

    /// `14 May`.
    static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /// `2031-05-14 02:00Z`.
    static String utc(long ms) {
        return UTC.format(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC));
    }

    /// `UTC−2`, `UTC+5:30`, `UTC`.
    static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        String sign = offset.getTotalSeconds() < 0 ? "−" : "+";
        String hours = minutes % 60 == 0
                ? "" + minutes / 60
                : String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
        return minutes == 0 ? "UTC" : "UTC" + sign + hours;
    }

    /// When an event was, in local time, as precisely as it is known: `14 May, 11:58`, `14 May, 11:58–13:04`, `14
    /// May` for a day whose hour is not known.
    static String when(long fromMs, long toMs, ZoneId zone) {
        OffsetDateTime from = OffsetDateTime.ofInstant(Instant.ofEpochMilli(fromMs), zone);
        OffsetDateTime to = OffsetDateTime.ofInstant(Instant.ofEpochMilli(Math.max(fromMs, toMs - 1)), zone);
        String first = SHORT_DAY.format(from);
        if (toMs - fromMs >= DAY_MS - 60 * MINUTE_MS) {
            return from.toLocalDate().equals(to.toLocalDate())
                    ? first + ", hour N/K"
                    : first + "–" + SHORT_DAY.format(to);
        }
        String start = first + ", " + CLOCK.format(from);
        if (toMs - fromMs <= MINUTE_MS) {
            return start;
        }
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return start + "–" + (sameDay ? "" : SHORT_DAY.format(to) + ", ") + CLOCK.format(to);
    }

    /// Latitude and longitude to the fourth decimal, which is about 10 m: `48.1204 N 37.7512 E`.
    static String position(Place place) {
        return degrees(place.latE7())
                + (place.latE7() < 0 ? " S " : " N ")
                + degrees(place.lonE7())
                + (place.lonE7() < 0 ? " W" : " E");
    }

    private static String degrees(int e7) {
        long tenThousandths = (Math.abs((long) e7) + 500) / 1000;
        return String.format(Locale.ROOT, "%d.%04d", tenThousandths / 10_000, tenThousandths % 10_000);
    }

    /// The shortest decimal that reads back as the same coordinate.
    static String decimal(int e7) {
        return Degrees.toText(e7);
    }

    /// A word of a vocabulary as the field writes it: `N/K` where it is not known.
    static String word(Word word) {
        String text = word.word();
        return text.equals("not-known") ? "N/K" : text.replace('-', ' ');
    }

    /// A word with a capital.
    static String title(Word word) {
        return switch (word) {
            case Kind kind when kind == Kind.UAV_FLIGHT -> "UAV flight";
            case Kind kind when kind == Kind.UAV_STRIKE -> "UAV strike";
            default -> {
                String text = word(word);
                yield text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            }
        };
    }

    static String means(List<Means> means) {
        return means.stream()
                .map(each -> each == Means.UAV || each == Means.AIS || each == Means.ADS_B
                        ? each.word().toUpperCase(Locale.ROOT)
                        : word(each))
                .collect(Collectors.joining(", "));
    }

    /// Description and direction: `incoming`, `in flight, W to E`; N/K where nothing was stated.
    static String description(List<Description> descriptions, String flight) {
        String text = descriptions.stream()
                .map(each -> each == Description.LIVE_FIRE_EXERCISE || each == Description.CONTROLLED_DETONATION
                        ? "assessed as " + word(each)
                        : word(each))
                .collect(Collectors.joining("; "));
        if (flight.isEmpty()) {
            return text.isEmpty() ? "N/K" : text;
        }
        return text.isEmpty() ? flight : text + ", " + flight;
    }

    /// Weapon and calibre: `mortar, 120 mm`; N/K where neither is known.
    static String weapon(Weapon weapon, int calibreTenthMm) {
        String name = switch (weapon) {
            case MLRS, RPG, FPV, UAV -> weapon.word().toUpperCase(Locale.ROOT);
            case IFV_CANNON -> "IFV cannon";
            default -> word(weapon);
        };
        if (calibreTenthMm < 0) {
            return name;
        }
        String tenths = calibreTenthMm % 10 == 0 ? "" : "." + calibreTenthMm % 10;
        return name + ", " + calibreTenthMm / 10 + tenths + " mm";
    }
}
