package truceline.intake;

/// How a file writes its times, where that differs from `observations-csv`.
///
/// @param monthNames a date may also read `20 April 2025`
/// @param midnightIsDay midnight exactly means that only the day is known
/// @param anyZone the zone may be `any`: the clock time wherever on earth it was, 26 hours wide
record TimeRules(boolean monthNames, boolean midnightIsDay, boolean anyZone) {
    static final TimeRules OWN = new TimeRules(false, false, false);
}
