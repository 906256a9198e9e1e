package truceline.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import truceline.observation.Draft;

/// One GeoJSON feature: its properties become our cells, its geometry the place. Not thread-safe.
final class FeatureRow {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();
    private static final int MOST_EXPONENT = 40;

    private final Cells cells = new Cells();
    private final RowFields fields = new RowFields(TimeRules.OWN, false);
    private final Ring ring = new Ring();
    private final Set<Column> given = EnumSet.noneOf(Column.class);
    private String memberId = "";
    private boolean isFeature;

    /// Fills the draft from `bytes[from, to)`; false where they are no usable feature, and then the fault says why.
    boolean fill(byte[] bytes, int from, int to, Draft draft, Fault fault) {
        cells.clear();
        ring.clear();
        given.clear();
        memberId = "";
        isFeature = false;
        if (!Utf8.isValid(bytes, from, to)) {
            return fault.at("", "not-utf-8", "");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (!members(parser, fault) || parser.nextToken() != null) {
                return fault.isNone() ? fault.at("", "not-json", "") : false;
            }
        } catch (JacksonException broken) {
            return fault.at("", "not-json", String.valueOf(broken.getOriginalMessage()));
        }
        if (!isFeature) {
            return fault.at("type", "not-a-feature", "");
        }
        if (!memberId.isEmpty() && !cells.has(Column.ID)) {
            cells.set(Column.ID, memberId.getBytes(StandardCharsets.UTF_8));
        }
        return fields.fill(cells, draft, fault) && ring.cover(draft, fault);
    }

    private boolean members(JsonParser parser, Fault fault) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return fault.at("", "not-a-feature", "");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" ->
                    isFeature = value == JsonToken.VALUE_STRING
                            && parser.getString().equals("Feature");
                case "id" -> memberId = value.isScalarValue() ? text(parser, value) : "";
                case "geometry" -> {
                    if (!geometry(parser, value, fault)) {
                        return false;
                    }
                }
                case "properties" -> {
                    if (!properties(parser, value, fault)) {
                        return false;
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return true;
    }

    private boolean properties(JsonParser parser, JsonToken value, Fault fault) {
        if (value == JsonToken.VALUE_NULL) {
            return true;
        }
        if (value != JsonToken.START_OBJECT) {
            return fault.at("properties", "wrong-type", "");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Column column = Column.find(name);
            if (column == null || column == Column.DAYS_AROUND) {
                return fault.at(name.length() > 64 ? name.substring(0, 64) : name, "unknown-column", "");
            }
            if (!property(parser, parser.nextToken(), column, fault)) {
                return false;
            }
        }
        return true;
    }

    private boolean property(JsonParser parser, JsonToken value, Column column, Fault fault) {
        if (value == JsonToken.VALUE_NULL) {
            return true;
        }
        if (!given.add(column)) {
            return fault.at(column.heading(), "given-twice", "");
        }
        List<String> texts = new ArrayList<>();
        if (value == JsonToken.START_ARRAY && (column == Column.LABELS || column == Column.SECTORS)) {
            JsonToken item = parser.nextToken();
            while (item != null && item.isScalarValue()) {
                texts.add(text(parser, item));
                item = parser.nextToken();
            }
            if (item != JsonToken.END_ARRAY) {
                return fault.at(column.heading(), "wrong-type", "");
            }
        } else if (value.isScalarValue()) {
            texts.add(text(parser, value));
        } else {
            return fault.at(column.heading(), "wrong-type", "");
        }
        String joined = String.join("|", texts);
        if (isIllFormed(joined)) {
            return fault.at(column.heading(), "not-unicode", "");
        }
        cells.set(column, joined.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private boolean geometry(JsonParser parser, JsonToken value, Fault fault) {
        if (value == JsonToken.VALUE_NULL) {
            return true;
        }
        if (value != JsonToken.START_OBJECT) {
            return fault.at("geometry", "wrong-type", "");
        }
        String type = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken member = parser.nextToken();
            switch (name) {
                case "type" -> type = member == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "coordinates" -> {
                    if (!coordinates(parser, member, fault)) {
                        return false;
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return place(type, fault);
    }

    private boolean coordinates(JsonParser parser, JsonToken first, Fault fault) {
        int depth = 0;
        JsonToken token = first;
        do {
            switch (token) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> {
                    if (!ring.endArray(depth--)) {
                        return fault.at("coordinates", "not-a-position", "");
                    }
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (!ring.add(plainNumber(parser.getString()), depth)) {
                        return fault.at("coordinates", "not-a-position", "");
                    }
                }
                default -> {
                    return fault.at("coordinates", "not-a-number", "");
                }
            }
            token = depth > 0 ? parser.nextToken() : null;
        } while (token != null);
        return true;
    }

    private boolean place(String type, Fault fault) {
        if (type.equals("Point") && ring.isPoint()) {
            if (!given.add(Column.LONGITUDE) || !given.add(Column.LATITUDE)) {
                return fault.at("geometry", "given-twice", "");
            }
            cells.set(Column.LONGITUDE, ring.firstLon().getBytes(StandardCharsets.US_ASCII));
            cells.set(Column.LATITUDE, ring.firstLat().getBytes(StandardCharsets.US_ASCII));
            ring.clear();
            return true;
        }
        if (type.equals("Polygon") && ring.isPolygon()) {
            return given.add(Column.LONGITUDE) && given.add(Column.LATITUDE) && given.add(Column.RADIUS_M)
                    || fault.at("geometry", "given-twice", "");
        }
        boolean known = type.equals("Point") || type.equals("Polygon");
        return fault.at("geometry", known ? "not-a-position" : "unsupported-geometry", type);
    }

    private static String text(JsonParser parser, JsonToken value) {
        return value.isNumeric() ? plainNumber(parser.getString()) : parser.getString();
    }

    /// The number without an exponent, which JSON allows and our columns do not; as it stands where that would be long.
    static String plainNumber(String written) {
        if (written.indexOf('e') < 0 && written.indexOf('E') < 0) {
            return written;
        }
        try {
            BigDecimal number = new BigDecimal(written);
            boolean small = Math.abs((long) number.scale()) + number.precision() <= MOST_EXPONENT;
            return small ? number.toPlainString() : written;
        } catch (NumberFormatException outOfBounds) {
            return written;
        }
    }

    private static boolean isIllFormed(@Nullable String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
