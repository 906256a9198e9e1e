package truceline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.Finding;
import truceline.geo.Place;

/// One element of a listing: its values in the order of the columns.
///
/// @param place where it is drawn, or null where no place is known
record Row(List<Value> values, @Nullable Place place) {
    /// A column of a listing.
    ///
    /// @param width characters in the aligned text, 0 where it is left out there
    record Column(String name, int width) {
        /// True for the coordinates, which GeoJSON holds in its geometry instead.
        boolean isPosition() {
            return name.equals("longitude") || name.equals("latitude");
        }
    }

    /// What stands in a column.
    sealed interface Value {
        /// A text, or nothing where none is known.
        record Text(@Nullable String text) implements Value {}

        /// A whole number.
        record Whole(long number) implements Value {}

        /// A number given as decimal text.
        record Decimal(String number) implements Value {}

        /// Yes or no.
        record Truth(boolean truth) implements Value {}

        /// Several texts.
        record Items(List<String> items) implements Value {}

        /// Minority votes: objects in JSON, `seat: text` elsewhere.
        record Votes(List<Finding.Dissent> dissent) implements Value {
            List<String> texts() {
                return dissent.stream()
                        .map(each -> each.seat() + ": " + each.text())
                        .toList();
            }
        }
    }

    /// No value.
    static final Value NOTHING = new Value.Text(null);

    static Value of(@Nullable String text) {
        return new Value.Text(text);
    }

    static Value of(long number) {
        return new Value.Whole(number);
    }

    static Value of(boolean truth) {
        return new Value.Truth(truth);
    }

    static Value of(List<String> items) {
        return new Value.Items(items);
    }

    /// Longitude or latitude in 1e-7 degree.
    static Value degrees(int e7) {
        return new Value.Decimal(Words.decimal(e7));
    }
}
