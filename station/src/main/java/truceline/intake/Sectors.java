package truceline.intake;

/// Directions as a mask of 16-point sectors: `NW`, `NW WNW`, `NW, WNW and ENE`, `north-west`. Stateless.
final class Sectors {
    /// The answer for text that names no sector.
    static final int UNKNOWN = -1;

    private static final Vocabulary<Integer> NAMES = names();

    private Sectors() {}

    /// The mask (bit i is sector i, 0 is north, 4 is east), or {@link #UNKNOWN}.
    static int mask(String written) {
        int mask = 0;
        for (String part : written.strip().split("\\s*[,;|/]\\s*(?:and\\s+)?|\\s+and\\s+", -1)) {
            Integer sector = NAMES.find(part);
            int more = sector == null ? abbreviated(part) : 1 << sector;
            if (more == UNKNOWN) {
                return UNKNOWN;
            }
            mask |= more;
        }
        return mask;
    }

    /// Abbreviations apart by blanks alone; whole words so would leave "north west" open to two readings.
    private static int abbreviated(String part) {
        int mask = 0;
        for (String point : part.split("\\s+", -1)) {
            Integer sector = point.length() > 3 ? null : NAMES.find(point);
            if (sector == null) {
                return UNKNOWN;
            }
            mask |= 1 << sector;
        }
        return mask;
    }

    /// The one sector, 0 to 15, or {@link #UNKNOWN}.
    static int one(String written) {
        Integer sector = NAMES.find(written);
        return sector == null ? UNKNOWN : sector;
    }

    private static Vocabulary<Integer> names() {
        String[] points = {
            "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
        };
        Vocabulary<Integer> names = new Vocabulary<>();
        for (int i = 0; i < points.length; i++) {
            String full = points[i]
                    .replace("N", "north-")
                    .replace("E", "east-")
                    .replace("S", "south-")
                    .replace("W", "west-");
            String hyphened = full.substring(0, full.length() - 1);
            names.with(i, points[i], hyphened, hyphened.replace("-", ""));
            if (points[i].length() == 3) {
                int first = hyphened.indexOf('-') + 1;
                names.with(
                        i,
                        hyphened.substring(0, first) + hyphened.substring(first).replace("-", ""));
            }
        }
        return names;
    }
}
