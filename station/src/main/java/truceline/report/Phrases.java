package truceline.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import truceline.finding.Attribution;
import truceline.finding.Verification;
import truceline.mission.AdoptedAgreement;
import truceline.observation.Count;
import truceline.observation.Kind;

/// Phrases that several documents share: the two ladders, moments with their zone, counted events, names of seats.
/// English.
final class Phrases {
    /// What stands on every document of a demonstration.
    static final String DEMO = "Demonstration. Invented country. Nothing here happened.";

    /// What stands on every document.
    static final String NO_AFFILIATION =
            "Not affiliated with any government or mission. A finding is not a legal judgment.";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
    private static final String[] SMALL = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private Phrases() {}

    static String verification(Verification verification) {
        return switch (verification) {
            case V0 -> "Claimed, or only hinted at";
            case V1 -> "Registered";
            case V2 -> "Corroborated";
            case V3 -> "Verified";
            case V4 -> "Determined";
            case REFUTED -> "Refuted";
            case NOT_VERIFIABLE -> "Not verifiable";
        };
    }

    static String attribution(Attribution.Level level) {
        return switch (level) {
            case A0 -> "Not attributed";
            case A1 -> "Consistent with";
            case A2 -> "Assessed as likely";
            case A3 -> "Attributed by vote";
            case A4 -> "Acknowledged";
        };
    }

    /// `2031-05-14 13:58:12Z`, or `…–14:03:00Z` where it lasted.
    static String utc(long fromMs, long toMs) {
        Instant from = Instant.ofEpochMilli(fromMs);
        Instant to = Instant.ofEpochMilli(toMs);
        if (toMs - fromMs < 1000) {
            return UTC.format(from);
        }
        boolean sameDay =
                UTC.format(from).substring(0, 10).equals(UTC.format(to).substring(0, 10));
        return UTC.format(from) + "–" + (sameDay ? UTC_TIME : UTC).format(to);
    }

    /// `14 May 2031, 11:58 local, UTC−2`.
    static String local(long ms, ZoneId zone) {
        OffsetDateTime time = OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), zone);
        return LOCAL.format(time) + " local, " + Words.offset(time.getOffset());
    }

    /// `Wednesday 14 May, 11:58 local time (13:58Z)`.
    static String weekday(long ms, ZoneId zone) {
        OffsetDateTime time = OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), zone);
        return WEEKDAY.format(time) + " local time (" + Words.utc(ms).substring(11) + ")";
    }

    /// `six`, from thirteen on `13`.
    static String small(long number) {
        return number >= 0 && number < SMALL.length ? SMALL[(int) number] : Words.number(number);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// `6 explosions`, `at least 2 bursts of fire`, `explosions, number not known`.
    static String events(Kind kind, Count count) {
        if (count.value() < 0) {
            return plural(kind) + ", number not known";
        }
        String number = switch (count.qualifier()) {
            case EXACT -> Words.number(count.value());
            default -> count.text();
        };
        return number + " " + (count.value() == 1 ? singular(kind) : plural(kind));
    }

    private static String singular(Kind kind) {
        return switch (kind) {
            case BURST -> "burst of fire";
            case UAV_FLIGHT -> "UAV flight";
            case UAV_STRIKE -> "UAV strike";
            case CASUALTY -> "person hurt";
            case WEAPON -> "weapon seen";
            case MOVEMENT_RESTRICTED -> "restriction of movement";
            case UNSPECIFIED -> "event";
            default -> Words.word(kind);
        };
    }

    private static String plural(Kind kind) {
        return switch (kind) {
            case BURST -> "bursts of fire";
            case MUZZLE_FLASH -> "muzzle flashes";
            case CASUALTY -> "people hurt";
            case WEAPON -> "weapons seen";
            case MOVEMENT_RESTRICTED -> "restrictions of movement";
            case ARMED_CLASH -> "armed clashes";
            case THERMAL_ANOMALY -> "thermal anomalies";
            case AIRCRAFT,
                    ARMED_PRESENCE,
                    DAMAGE,
                    INTERFERENCE,
                    SHELLING,
                    AIR_DEFENCE_FIRE,
                    ROCKET_ASSISTED,
                    CONTROL_REPORTED,
                    NONE_SEEN -> Words.word(kind);
            default -> singular(kind) + "s";
        };
    }

    /// Name of who holds a seat: the agreement's name for the code, with its number where it holds several.
    static String seat(AdoptedAgreement agreement, String seat) {
        int slash = seat.indexOf('/');
        return slash < 0
                ? name(agreement, seat)
                : name(agreement, seat.substring(0, slash)) + " (seat " + seat.substring(slash + 1) + ")";
    }

    /// The agreement's name for a party or state, or the code where it has none.
    static String name(AdoptedAgreement agreement, String code) {
        var party = agreement.agreement().parties().get(code);
        var other = agreement.agreement().others().get(code);
        return party != null ? party.name() : other != null ? other.name() : code;
    }
}
