package truceline.agreement;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A part of an agreement that its readers read differently.
///
/// `common` is what the text says to everybody, with `open` at the disputed keys; `byHolder` is the
/// same part as each holder reads it, complete; `keys` are the disputed keys, sorted. Without a
/// dispute, `byHolder` and `keys` are empty.
public record Readings<T>(T common, SortedMap<String, T> byHolder, List<String> keys) {
    public Readings {
        byHolder = Collections.unmodifiableSortedMap(new TreeMap<>(byHolder));
        keys = List.copyOf(keys);
    }

    /// This part in the world of a holder: his reading if he has one, else the common text. Null asks
    /// for the common text.
    public T in(@Nullable String holder) {
        T own = holder == null ? null : byHolder.get(holder);
        return own == null ? common : own;
    }

    public boolean isDisputed() {
        return !keys.isEmpty();
    }
}
