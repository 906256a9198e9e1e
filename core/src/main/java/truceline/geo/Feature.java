package truceline.geo;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A shape with the text properties it came with (numbers as their text; nested values are left out).
public record Feature(SortedMap<String, String> properties, Shape shape) {
    public Feature {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public Feature(Map<String, String> properties, Shape shape) {
        this(new TreeMap<>(properties), shape);
    }
}
