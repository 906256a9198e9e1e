package truceline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Shape;
import truceline.intake.GeoJsonReader.Problem;
import truceline.intake.GeoJsonReader.Reading;

/// One pass over the tokens of one GeoJSON document. Members may come in any order, so a GeoJSON object is first
/// collected whatever its type and then judged. Used once, by one thread.
final class GeoJsonDocument {
    private static final int MOST_LEVELS = 64;
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_FEATURES = 1_000_000;
    private static final int MOST_POSITIONS = 10_000_000;
    private static final int MOST_MEMBERS = 2_000_000;
    private static final int MOST_PROBLEMS = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxStringLength(MOST_TEXT)
                    .build())
            .build();

    /// What one GeoJSON object said, whatever it turns out to be.
    private static final class Node {
        String type = "";
        boolean hasFeatures;
        boolean hasGeometries;
        boolean isFaulty;

        @Nullable
        Positions positions;

        @Nullable
        Node geometry;

        SortedMap<String, String> properties = new TreeMap<>();
    }

    private final byte[] bytes;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private int featureCount;
    private int feature = -1;
    private int positionCount;
    private int members;
    private boolean isRefused;

    GeoJsonDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    Reading read() {
        try (Reader text = text();
                JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            document(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (StreamConstraintsException e) {
            return GeoJsonReader.refused(new Problem(-1, "", "limit-exceeded", e.getOriginalMessage()));
        } catch (JacksonException e) {
            return GeoJsonReader.refused(fault(e));
        }
        return new Reading(new Geometry(isRefused ? List.of() : features), problems);
    }

    private Reader text() {
        boolean hasMark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int start = hasMark ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8.newDecoder());
    }

    private static Problem fault(JacksonException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new Problem(-1, "", "not-utf8", "the text is not UTF-8");
        }
        String place = "line " + e.getLocation().getLineNr() + " column "
                + e.getLocation().getColumnNr();
        return new Problem(-1, place, "not-json", e.getOriginalMessage());
    }

    private void document(JsonParser in) {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            refuse("", "not-geojson", "the document is not a JSON object");
            in.skipChildren();
        } else {
            Node node = node(in, "", true);
            conclude(node);
        }
        if (in.nextToken() != null) {
            refuse("", "not-json", "text after the end of the document");
        }
    }

    private void conclude(Node node) {
        isRefused |= node.isFaulty;
        switch (node.type) {
            case "FeatureCollection" -> {
                if (!node.hasFeatures) {
                    refuse("", "no-features", "a FeatureCollection without an array of features");
                }
            }
            case "Feature" -> {
                feature = 0;
                feature(node, "");
            }
            default -> {
                feature = 0;
                shape(node, "").ifPresent(shape -> features.add(new Feature(new TreeMap<>(), shape)));
            }
        }
        if (node.hasFeatures && !node.type.equals("FeatureCollection")) {
            refuse("type", "type-unknown", "features in an object whose type is '" + node.type + "'");
        }
    }

    private void feature(Node node, String path) {
        if (!node.type.equals("Feature")) {
            report(path, "feature-expected", "the type is '" + node.type + "'");
        } else if (node.geometry == null) {
            if (!node.isFaulty) {
                report(path, "no-geometry", "a feature without a geometry");
            }
        } else {
            Optional<Shape> shape = shape(node.geometry, path + ".geometry");
            if (shape.isPresent() && !node.isFaulty) {
                features.add(new Feature(node.properties, shape.get()));
            }
        }
    }

    private Optional<Shape> shape(Node node, String path) {
        if (node.isFaulty) {
            return Optional.empty();
        }
        if (node.hasGeometries || node.type.equals("GeometryCollection")) {
            report(path, "geometry-collection", "a GeometryCollection is not read: give each part a feature");
            return Optional.empty();
        }
        return GeoJsonShapes.shape(
                node.type, node.positions, fault -> report(path + fault.place(), fault.code(), fault.detail()));
    }

    private Node node(JsonParser in, String path, boolean isTop) {
        Node node = new Node();
        Set<String> seen = new HashSet<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            String place = path.isEmpty() ? name : path + "." + name;
            in.nextToken();
            if (!isNew(seen, name, place)) {
                node.isFaulty = true;
                in.skipChildren();
            } else {
                member(in, node, name, place, isTop);
            }
        }
        return node;
    }

    private void member(JsonParser in, Node node, String name, String place, boolean isTop) {
        JsonToken token = in.currentToken();
        switch (name) {
            case "type" -> {
                if (token == JsonToken.VALUE_STRING) {
                    node.type = in.getString();
                }
                in.skipChildren();
            }
            case "coordinates" -> coordinates(in, node, place);
            case "geometry" -> geometry(in, node, place);
            case "properties" -> properties(in, node, place);
            case "geometries" -> {
                node.hasGeometries = true;
                in.skipChildren();
            }
            case "crs" -> crs(in, node, place);
            case "features" -> {
                if (isTop && token == JsonToken.START_ARRAY) {
                    node.hasFeatures = true;
                    features(in);
                } else {
                    in.skipChildren();
                }
            }
            default -> in.skipChildren();
        }
    }

    private void features(JsonParser in) {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            feature = featureCount++;
            String path = "features[" + feature + "]";
            if (featureCount > MOST_FEATURES) {
                refuse(path, "too-many-features", "more than " + MOST_FEATURES + " features");
                in.skipChildren();
            } else if (in.currentToken() != JsonToken.START_OBJECT) {
                report(path, "feature-expected", "not a JSON object");
                in.skipChildren();
            } else {
                feature(node(in, path, false), path);
            }
        }
        feature = -1;
    }

    private void geometry(JsonParser in, Node node, String place) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            Node geometry = node(in, place, false);
            geometry.isFaulty |= geometry.type.isEmpty() && missing(place);
            node.geometry = geometry;
        } else {
            in.skipChildren();
        }
    }

    private boolean missing(String place) {
        report(place, "type-unknown", "a geometry without a type");
        return true;
    }

    private void coordinates(JsonParser in, Node node, String place) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            report(place, "coordinates-expected", "not an array");
            node.isFaulty = true;
            in.skipChildren();
            return;
        }
        Coordinates coordinates = new Coordinates(in, MOST_POSITIONS - positionCount);
        node.positions = coordinates.read();
        positionCount += node.positions.size();
        coordinates.fault().ifPresent(fault -> {
            node.isFaulty = true;
            if (fault.code().equals("too-many-positions")) {
                refuse(place + fault.place(), fault.code(), fault.detail());
            } else {
                report(place + fault.place(), fault.code(), fault.detail());
            }
        });
    }

    private void properties(JsonParser in, Node node, String place) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        Set<String> seen = new HashSet<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            if (!isNew(seen, name, place + "." + name)) {
                node.isFaulty = true;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                String value = in.getString();
                if (isWellFormed(name) && isWellFormed(value)) {
                    node.properties.put(name, value);
                } else {
                    report(place, "ill-formed-text", "text with half a character (a lone surrogate)");
                    node.isFaulty = true;
                }
            }
            in.skipChildren();
        }
    }

    private void crs(JsonParser in, Node node, String place) {
        String name = "";
        boolean isGiven = in.currentToken() == JsonToken.START_OBJECT;
        int depth = isGiven ? 1 : 0;
        if (!isGiven) {
            isGiven = in.currentToken() != JsonToken.VALUE_NULL;
            in.skipChildren();
        }
        while (depth > 0) {
            JsonToken token = in.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(in.currentName())) {
                name = in.getString();
            }
        }
        if (isGiven && !GeoJsonShapes.isKnownCrs(name)) {
            node.isFaulty = true;
            refuse(place, "crs-unsupported", "'" + name + "': only CRS84 and EPSG:4326 are read");
        }
    }

    private boolean isNew(Set<String> seen, String name, String place) {
        if (++members > MOST_MEMBERS) {
            if (members == MOST_MEMBERS + 1) {
                refuse(place, "too-many-members", "more than " + MOST_MEMBERS + " members");
            }
            return false;
        }
        if (!seen.add(name)) {
            report(place, "duplicate-key", "the key '" + name + "' occurs twice");
            return false;
        }
        return true;
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void refuse(String path, String code, String detail) {
        isRefused = true;
        if (problems.size() <= MOST_PROBLEMS) {
            problems.add(new Problem(-1, path, code, detail));
        }
    }

    private void report(String path, String code, String detail) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(feature, path, code, detail));
        } else if (problems.size() == MOST_PROBLEMS) {
            refuse("", "more-problems", "more than " + MOST_PROBLEMS + " problems");
        }
    }
}
