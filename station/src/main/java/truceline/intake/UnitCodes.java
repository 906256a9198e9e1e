package truceline.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Codes of units, such as ISO 3166-2, and the names by which one boundary file knows them. Immutable.
///
/// `whole` is the code of the union of all units (`UA`), so that an agreement or a claim may name the country as it
/// names a unit.
public record UnitCodes(String whole, SortedMap<String, String> nameByCode) {
    private static final String ISO = "iso";

    public UnitCodes {
        nameByCode = Collections.unmodifiableSortedMap(new TreeMap<>(nameByCode));
    }

    public UnitCodes(String whole, Map<String, String> nameByCode) {
        this(whole, new TreeMap<>(nameByCode));
    }

    /// The names of the units that a code of a scheme (`iso`) stands for in the shipped tables; none where either is
    /// unknown.
    public static List<String> names(String scheme, String code) {
        return scheme.equals(ISO) ? UnitCodesReader.ukraine().names(code) : List.of();
    }

    /// The names of the units a code stands for: one, all of them for the whole, none where the code is unknown.
    public List<String> names(String code) {
        return code.equals(whole)
                ? List.copyOf(nameByCode.values())
                : Optional.ofNullable(nameByCode.get(code)).map(List::of).orElse(List.of());
    }

    /// The name behind a code; text that is no code stays as it is.
    public String nameOf(String codeOrName) {
        return nameByCode.getOrDefault(codeOrName, codeOrName);
    }
}
