package truceline.cli;

import java.util.Optional;
import truceline.geo.Geometry;

/// A map as it came from disk: the file's name, the SHA-256 of its bytes as they lie there (hex), the date it bears if
/// any (ISO 8601), its source in words, and what it holds.
record MapFile(String name, String sha256, Optional<String> date, String source, Geometry geometry) {}
