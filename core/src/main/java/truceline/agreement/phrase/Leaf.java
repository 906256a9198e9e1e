package truceline.agreement.phrase;

import java.util.Optional;

/// A value that the drafters either gave or left open. What depends on an open value stays pending.
public sealed interface Leaf<T> {
    /// A value that the text fixes.
    record Given<T>(T value) implements Leaf<T> {}

    /// The word `open` in the text.
    record Open<T>() implements Leaf<T> {}

    /// The value, unless it is open.
    default Optional<T> find() {
        return switch (this) {
            case Given<T>(T value) -> Optional.of(value);
            case Open<T>() -> Optional.empty();
        };
    }

    default boolean isOpen() {
        return this instanceof Open<T>;
    }
}
