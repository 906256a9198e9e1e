package truceline.demo;

import java.util.List;

/// A patrol, and where it stood when.
///
/// @param source its id as a source
/// @param name as its table writes it
record Patrol(String source, String name, List<Stand> stands) {
    /// One place where a patrol stood, milliseconds UTC.
    record Stand(String near, Point at, long fromMs, long toMs) {}

    /// The four patrols of the day. P-07 was held at a checkpoint until 12:40 UTC.
    static final List<Patrol> ALL = List.of(
            new Patrol(
                    "patrol-p03",
                    "P-03",
                    List.of(
                            stand("Brisk Lock", 2_500, 2_200, 9, 0, 14, 30),
                            stand("Leth Mill", 5_200, -2_600, 15, 15, 21, 0))),
            new Patrol(
                    "patrol-p07",
                    "P-07",
                    List.of(
                            stand("Quillby", 4_600, -900, 13, 20, 17, 30),
                            stand("Pellow Ford", -3_400, 8_200, 18, 0, 23, 0))),
            new Patrol(
                    "patrol-p11",
                    "P-11",
                    List.of(
                            stand("Nurrow", -7_800, -2_400, 8, 0, 13, 0),
                            stand("Nurrow", -8_600, 3_900, 13, 40, 19, 30))),
            new Patrol(
                    "patrol-p12",
                    "P-12",
                    List.of(
                            stand("Pellow Ford", 900, 700, 6, 0, 13, 50),
                            stand("Pellow Ford", 300, -1_700, 14, 15, 15, 0),
                            stand("Pellow Ford", 2_400, 2_900, 15, 30, 20, 0))));

    private static Stand stand(
            String near, int eastMetres, int northMetres, int hour, int minute, int toHour, int toMinute) {
        return new Stand(
                near,
                Land.place(near).moved(eastMetres, northMetres),
                Moments.utc(hour, minute),
                Moments.utc(toHour, toMinute));
    }
}
