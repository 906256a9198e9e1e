package truceline.finding;

import java.util.List;

/// One named part of a statement: of what type, and whether it may be missing.
///
/// @param words the closed vocabulary of a {@link Type#WORD}, else empty
record Part(String name, Type type, boolean isNeeded, List<String> words) {
    /// What a part holds in canonical JSON.
    enum Type {
        /// Text of at most 2,000 characters.
        TEXT,
        /// A short name: at most 64 characters.
        NAME,
        /// A word of a closed vocabulary.
        WORD,
        /// Milliseconds UTC.
        TIME,
        /// A whole number, not negative.
        NUMBER,
        FLAG,
        /// One to ten texts.
        TEXTS,
        /// An address `entry/position`.
        ADDRESS,
        /// Up to a thousand addresses.
        ADDRESSES,
        /// What is protected: an observation `entry/position`, or the entry of a statement or submission, `entry`.
        ITEM,
        /// SHA-256 in lower-case hexadecimal.
        HASH,
        /// Commitment to a protected text, in base64; the text is in the vault.
        NOTE,
        /// Arrays of four integers: stretch, side (-1 left, 0 both, 1 right), from, to.
        SPANS,
        /// Arrays of two: a class or kind, and how many.
        LOTS
    }

    static Part needed(String name, Type type) {
        return new Part(name, type, true, List.of());
    }

    static Part optional(String name, Type type) {
        return new Part(name, type, false, List.of());
    }

    static Part word(String name, String... words) {
        return new Part(name, Type.WORD, true, List.of(words));
    }

    static Part optionalWord(String name, String... words) {
        return new Part(name, Type.WORD, false, List.of(words));
    }
}
