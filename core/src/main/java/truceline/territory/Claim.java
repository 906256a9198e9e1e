package truceline.territory;

import java.time.LocalDate;

/// A share of a unit as somebody claimed it: hundredths of a percent, who or what said so, when, and on what basis
/// (such as `official statement` or `reported`). It stands beside computed figures and enters none of them.
///
/// `unit` is the name of a unit or {@link Shares#TOTAL}.
public record Claim(String unit, int percentHundredths, String source, LocalDate date, String basis) {}
