package truceline.intake.ais;

import java.util.List;
import java.util.OptionalLong;

/// One message with the fields that its type and its length give it. Immutable.
public final class AisMessage {
    private static final int HEAD_BITS = 38;

    private final AisBits bits;
    private final int type;
    private final List<AisField> fields;

    private AisMessage(AisBits bits) {
        this.bits = bits;
        this.type = (int) bits.unsigned(0, 6);
        this.fields = AisLayouts.of(type, bits);
    }

    /// True for bits that hold at least type, repeat indicator and sender, of a type from 1 to 27.
    public static boolean isMessage(AisBits bits) {
        return bits.length() >= HEAD_BITS && bits.unsigned(0, 6) >= 1 && bits.unsigned(0, 6) <= 27;
    }

    /// Reads bits that pass {@link #isMessage}.
    public static AisMessage of(AisBits bits) {
        return new AisMessage(bits);
    }

    /// Message type, 1 to 27.
    public int type() {
        return type;
    }

    /// Number of bits that were sent.
    public int length() {
        return bits.length();
    }

    /// The fields that were sent, in the order of the layout.
    public List<AisField> fields() {
        return fields.stream().filter(field -> field.isIn(bits)).toList();
    }

    /// The field's number as it was sent, unscaled; nothing where the message has no such field.
    public OptionalLong findNumber(String name) {
        for (AisField field : fields) {
            if (field.name().equals(name) && field.isIn(bits)) {
                return OptionalLong.of(getNumber(field));
            }
        }
        return OptionalLong.empty();
    }

    /// The number of a field of {@link #fields()} as it was sent, unscaled; a flag is 0 or 1.
    public long getNumber(AisField field) {
        return switch (field.form()) {
            case SIGNED -> bits.signed(field.at(), field.bits());
            case UNSIGNED, FLAG -> bits.unsigned(field.at(), field.bits());
            case TEXT, DATA -> throw new IllegalStateException(field.name() + " is no number");
        };
    }

    /// The text of a field of {@link #fields()}: characters, or for data the number of bits and their
    /// hexadecimal digits, such as `16:0938`.
    public String getText(AisField field) {
        return switch (field.form()) {
            case TEXT -> bits.text(field.at(), field.bits());
            case DATA -> length(field) + ":" + bits.hex(field.at(), length(field));
            case UNSIGNED, SIGNED, FLAG -> throw new IllegalStateException(field.name() + " is no text");
        };
    }

    private int length(AisField field) {
        return Math.min(bits.length() - field.at(), field.bits());
    }
}
