package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import truceline.geo.Degrees;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

/// One aircraft of a snapshot. Not thread-safe.
final class ReadsbAircraft implements LineFile.Line {
    /// Estimated position uncertainty (95 %) in metres by NACp 0 to 11, RTCA DO-260B table 2-71; 0 states
    /// nothing better than 1 does.
    private static final int[] RADIUS_METRES = {18_520, 18_520, 7408, 3704, 1852, 926, 556, 185, 93, 30, 10, 3};

    private static final int UNSTATED_RADIUS_METRES = 100;
    private static final int PRECISION_MS = 100;
    private static final long LAST_MS = 32_503_680_000_000L;

    private final Map<String, String> members = new TreeMap<>();
    private @Nullable String now;
    private long nowMs = Decimals.MALFORMED;
    private boolean onGround;

    /// Begins a snapshot.
    ///
    /// @param head what stands before its list of aircraft
    void begin(byte[] head) {
        now = null;
        nowMs = Decimals.MALFORMED;
        try (JsonParser parser = FeatureRow.FACTORY.createParser(ObjectReadContext.empty(), head, 0, head.length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isNow = parser.currentName().equals("now");
                JsonToken value = parser.nextToken();
                if (isNow && value.isNumeric()) {
                    now = FeatureRow.plainNumber(parser.getString());
                    nowMs = decimal(now, 3);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException beginsTheList) {
            // The text ends where the list of aircraft opens.
            return;
        }
    }

    @Override
    public LineFile.Fate fill(byte[] bytes, int from, int to, Draft draft, Fault fault) {
        members.clear();
        onGround = false;
        if (!read(bytes, from, to, fault)) {
            return LineFile.Fate.REJECTED;
        }
        if (!members.containsKey("lat") && !members.containsKey("lon")) {
            return LineFile.Fate.OTHER;
        }
        boolean good = place(draft, fault)
                && CraftFields.aircraft(text("hex"), "hex", draft, fault)
                && time(draft, fault)
                && height(draft, fault)
                && CraftFields.label(text("flight"), "flight", draft, fault)
                && CraftFields.label(sort(), "type", draft, fault);
        draft.clientId = draft.craft + " " + now;
        draft.kind = Kind.AIRCRAFT;
        draft.means = Means.ADS_B;
        return good ? LineFile.Fate.ROW : LineFile.Fate.REJECTED;
    }

    private boolean read(byte[] bytes, int from, int to, Fault fault) {
        if (!Utf8.isValid(bytes, from, to)) {
            return fault.at("", "not-utf-8", "");
        }
        try (JsonParser parser = FeatureRow.FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fault.at("", "not-json", "");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                member(parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                return fault.at("", "not-json", "");
            }
        } catch (JacksonException broken) {
            return fault.at("", "not-json", String.valueOf(broken.getOriginalMessage()));
        }
        return true;
    }

    private void member(JsonParser parser) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isNumeric()) {
            members.put(name, FeatureRow.plainNumber(parser.getString()));
        } else if (value == JsonToken.VALUE_STRING) {
            onGround |= name.equals("alt_baro") && parser.getString().equals("ground");
            members.put(name, parser.getString());
        } else {
            parser.skipChildren();
        }
    }

    private String text(String member) {
        return members.getOrDefault(member, "");
    }

    private boolean place(Draft draft, Fault fault) {
        int lat = Degrees.parseE7(text("lat")).orElse(Degrees.MALFORMED);
        int lon = Degrees.parseE7(text("lon")).orElse(Degrees.MALFORMED);
        if (lat == Degrees.MALFORMED || lon == Degrees.MALFORMED) {
            String field = lat == Degrees.MALFORMED ? "lat" : "lon";
            return fault.at(field, members.containsKey(field) ? "not-a-number" : "missing-value", text(field));
        }
        return radius(draft, fault) && CraftFields.place(lon, lat, draft, fault);
    }

    private boolean radius(Draft draft, Fault fault) {
        draft.radiusMetres = UNSTATED_RADIUS_METRES;
        if (!members.containsKey("nac_p")) {
            return true;
        }
        long grade = decimal(text("nac_p"), 0);
        if (grade < 0 || grade >= RADIUS_METRES.length) {
            return fault.at("nac_p", grade == Decimals.MALFORMED ? "not-a-number" : "out-of-range", text("nac_p"));
        }
        draft.radiusMetres = RADIUS_METRES[(int) grade];
        return true;
    }

    private boolean time(Draft draft, Fault fault) {
        if (now == null) {
            return fault.at("now", "time-missing", "");
        }
        if (!members.containsKey("seen_pos")) {
            return fault.at("seen_pos", "missing-value", "");
        }
        long ageMs = decimal(text("seen_pos"), 3);
        if (ageMs == Decimals.MALFORMED || ageMs < 0) {
            return fault.at("seen_pos", ageMs < 0 && ageMs != Decimals.MALFORMED ? "out-of-range" : "not-a-number", "");
        }
        if (nowMs < 0 || nowMs > LAST_MS || ageMs > nowMs) {
            return fault.at("now", "time-out-of-range", "");
        }
        draft.at(nowMs - ageMs, PRECISION_MS);
        return true;
    }

    /// The height over the ellipsoid where it is sent, else the pressure altitude.
    private boolean height(Draft draft, Fault fault) {
        String field = members.containsKey("alt_geom") ? "alt_geom" : "alt_baro";
        if (onGround || !members.containsKey(field)) {
            return true;
        }
        return CraftFields.height(decimal(text(field), 0), text(field), field, draft, fault);
    }

    /// How the position came about, where it was not sent by the aircraft itself, such as `mlat` or
    /// `tisb_icao`.
    private String sort() {
        String type = text("type");
        return type.startsWith("adsb") ? "" : type;
    }

    private static long decimal(String text, int decimals) {
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(ascii, 0, ascii.length, decimals);
    }
}
