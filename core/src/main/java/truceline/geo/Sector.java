package truceline.geo;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One of the sixteen points of the compass, standing for the directions within 11.25 degrees of it, both ends
/// included.
public enum Sector {
    N(0),
    NNE(22.5),
    NE(45),
    ENE(67.5),
    E(90),
    ESE(112.5),
    SE(135),
    SSE(157.5),
    S(180),
    SSW(202.5),
    SW(225),
    WSW(247.5),
    W(270),
    WNW(292.5),
    NW(315),
    NNW(337.5);

    /// Half the width of a sector.
    public static final double HALF_WIDTH_DEGREES = 11.25;

    private final double azimuthDegrees;

    Sector(double azimuthDegrees) {
        this.azimuthDegrees = azimuthDegrees;
    }

    /// Direction of the middle, clockwise from north.
    public double azimuthDegrees() {
        return azimuthDegrees;
    }

    /// The sectors of a list such as `NW, WNW and ENE` or `north-west / west`, in compass order; nothing where
    /// any part of it is not a point of the compass. Letters of either case; commas, semicolons, slashes,
    /// ampersands, plus signs and the word `and` separate.
    public static Optional<Set<Sector>> findAll(String text) {
        EnumSet<Sector> found = EnumSet.noneOf(Sector.class);
        for (String part : text.toLowerCase(Locale.ROOT).split("(?:[,;/&+]|\\band\\b)+", -1)) {
            Optional<Sector> sector = find(part.strip());
            if (sector.isPresent()) {
                found.add(sector.get());
            } else if (!part.isBlank()) {
                return Optional.empty();
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static Optional<Sector> find(String part) {
        String words = part.replaceAll("\\s*[-‐‑–]\\s*|\\s+(?=north|east|south|west)", "");
        String letters = words.replace("north", "n")
                .replace("east", "e")
                .replace("south", "s")
                .replace("west", "w")
                .toUpperCase(Locale.ROOT);
        for (Sector sector : values()) {
            if (sector.name().equals(letters)) {
                return Optional.of(sector);
            }
        }
        return Optional.empty();
    }

    /// The sectors as bits, north the lowest, clockwise.
    public static int toMask(Set<Sector> sectors) {
        int mask = 0;
        int bit = 1;
        for (Sector sector : values()) {
            mask |= sectors.contains(sector) ? bit : 0;
            bit <<= 1;
        }
        return mask;
    }

    /// The sectors of a mask from 0 to 65,535, in compass order.
    public static Set<Sector> ofMask(int mask) {
        if (mask < 0 || mask >= 1 << values().length) {
            throw new IllegalArgumentException("no mask of sectors: " + mask);
        }
        EnumSet<Sector> sectors = EnumSet.noneOf(Sector.class);
        int bit = 1;
        for (Sector sector : values()) {
            if ((mask & bit) != 0) {
                sectors.add(sector);
            }
            bit <<= 1;
        }
        return sectors;
    }
}
