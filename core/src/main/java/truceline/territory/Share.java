package truceline.territory;

/// How much of a unit a control map covers: areas in tenths of a km², the share in hundredths of a percent.
///
/// The share comes from the areas before rounding. With several maps of one date these figures are those of the first,
/// and the range is the least and greatest share of any; with one map both equal the share.
public record Share(
        String unit,
        long areaKm2Tenths,
        long controlledKm2Tenths,
        int sharePercentHundredths,
        int leastPercentHundredths,
        int greatestPercentHundredths) {}
