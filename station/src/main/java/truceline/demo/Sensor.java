package truceline.demo;

import java.util.List;

/// A camera or an acoustic array.
///
/// @param source its id as a source
/// @param position how its rows name it
/// @param reachMetres for a camera at most this far, for an array how far it hears
/// @param silentFromMs from when nothing comes from it any more
record Sensor(String source, String position, boolean isCamera, Point at, int reachMetres, long silentFromMs) {
    /// All fixed sensors. The camera at Nurrow has been silent since 06:10 UTC.
    static final List<Sensor> ALL = List.of(
            new Sensor("camera-c1", "Camera C-1 at Pellow Ford", true, Land.PELLOW_FORD, 9_000, Long.MAX_VALUE),
            new Sensor(
                    "camera-c2",
                    "Camera C-2 east of Leth Mill",
                    true,
                    Land.place("Leth Mill").moved(6_500, -500),
                    9_000,
                    Long.MAX_VALUE),
            new Sensor(
                    "camera-c3",
                    "Camera C-3 west of Nurrow",
                    true,
                    Land.place("Nurrow").moved(-8_500, -900),
                    9_000,
                    Moments.utc(6, 10)),
            new Sensor(
                    "acoustic-s17",
                    "Array S-17 north of Pellow Ford",
                    false,
                    Land.PELLOW_FORD.moved(2_100, 6_300),
                    19_000,
                    Long.MAX_VALUE),
            new Sensor(
                    "acoustic-s19",
                    "Array S-19 at the river",
                    false,
                    Land.place("Leth Mill").moved(5_000, 2_300),
                    19_000,
                    Long.MAX_VALUE));

    boolean isHeard(long ms) {
        return ms < silentFromMs;
    }
}
