package truceline.agreement.phrase;

import org.jspecify.annotations.Nullable;

/// A number with a unit as written: `800000 persons`, `60 % of list`, `35000 persons a month`, `about
/// 20 %`, `3`.
///
/// The number is held in thousandths. `unit` is empty for a plain count; `per` is `day`, `month` or
/// null; `text` is the phrase as written.
public record Quantity(
        Bound bound,
        long thousandths,
        String unit,
        @Nullable String per,
        String text) {
    /// How exact the number is.
    public enum Bound {
        EXACTLY,
        ABOUT,
        ALMOST,
        MORE_THAN,
        AT_LEAST,
        AT_MOST
    }

    /// Whether this is a share of a declared list, or of a whole.
    public boolean isPercent() {
        return unit.startsWith("%");
    }
}
