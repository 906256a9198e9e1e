package truceline.intake.ais;

/// One field of a message type: where it stands and how its bits are read.
///
/// @param name name as widely used in decoded AIS, such as `to_bow`
/// @param at first bit, counted from 0
/// @param bits width; for {@link Form#DATA} and an open text the greatest width
/// @param form how the bits are read
/// @param perUnit how many steps of the number make one unit (600,000 for a longitude: 1/10,000 minute to the
/// degree)
/// @param zeroAt value of the number 0, in units
public record AisField(String name, int at, int bits, Form form, int perUnit, int zeroAt) {
    /// How the bits of a field are read.
    public enum Form {
        /// A number without sign.
        UNSIGNED,
        /// A number in two's complement.
        SIGNED,
        /// One bit.
        FLAG,
        /// Six-bit characters.
        TEXT,
        /// Bits whose meaning is somebody else's, to the end of the message.
        DATA
    }

    static AisField number(String name, int at, int bits) {
        return new AisField(name, at, bits, Form.UNSIGNED, 1, 0);
    }

    static AisField flag(String name, int at) {
        return new AisField(name, at, 1, Form.FLAG, 1, 0);
    }

    static AisField text(String name, int at, int bits) {
        return new AisField(name, at, bits, Form.TEXT, 1, 0);
    }

    static AisField data(String name, int at) {
        return new AisField(name, at, AisBits.MOST_BITS, Form.DATA, 1, 0);
    }

    static AisField signed(String name, int at, int bits, int perUnit) {
        return new AisField(name, at, bits, Form.SIGNED, perUnit, 0);
    }

    static AisField scaled(String name, int at, int bits, int perUnit) {
        return new AisField(name, at, bits, Form.UNSIGNED, perUnit, 0);
    }

    static AisField scaled(String name, int at, int bits, int perUnit, int zeroAt) {
        return new AisField(name, at, bits, Form.UNSIGNED, perUnit, zeroAt);
    }

    AisField moved(String prefix, int by) {
        return new AisField(prefix + name, at + by, bits, form, perUnit, zeroAt);
    }

    /// True where the message is long enough to hold the field: wholly, or a beginning of it where its form
    /// has no fixed end.
    boolean isIn(AisBits message) {
        boolean open = form == Form.TEXT || form == Form.DATA;
        return at + (open ? Math.min(6, bits) : bits) <= message.length() || form == Form.DATA && at < message.length();
    }
}
